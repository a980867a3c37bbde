// `npm run bench -- [store] [forms] [documents] [window]`
await import('../test/bench/bench.ts')
