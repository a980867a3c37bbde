import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Electron itself cannot run in a test: importing it would fetch its binary.
  resolve: {
    alias: [{ find: /^electron$/, replacement: `${import.meta.dirname}/test/unit/shell/electron.fake.ts` }],
  },
  test: {
    server: { deps: { inline: ['electron-store'] } },
    projects: [
      // They share no state and are many: a process for each took longer than they do.
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: [
            'test/{integration,e2e}/**/*.test.ts',
            // Each of them runs the tests of the store again, on a copy with a bug in it.
            ...(process.env['SELARAS_LONG'] === undefined ? [] : ['test/planted/*.test.ts']),
          ],
        },
      },
    ],
    pool: 'forks',
    // One more than the two cores that this is measured on: a window waits for a third of its time.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
})
