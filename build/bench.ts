// `npm run bench -- [store] [sync] [log] [forms] [documents] [window]`
await import('../test/bench/bench.ts')
