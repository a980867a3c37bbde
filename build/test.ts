import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npm test`: everything that must hold, in the order in which it fails fastest. `--long` runs the same with the full numbers. */
const root = fileURLToPath(new URL('..', import.meta.url))
const long = process.argv.includes('--long')
const bin = (name: string): string =>
  join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

const run = (title: string, command: string, args: readonly string[]): void => {
  const start = performance.now()
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...(long ? { SELARAS_LONG: '1' } : {}) },
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${title} (${seconds} s)`)
  if (status !== 0) process.exit(status ?? 1)
}

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
}

const results = mkdtempSync(join(tmpdir(), 'selaras-results-'))
const total = { passed: 0, failed: 0, skipped: 0 }
const vitest = (title: string, folders: readonly string[], workers: number): void => {
  const file = join(results, `${folders.join('-').replaceAll('/', '-')}.json`)
  run(title, bin('vitest'), [
    'run',
    ...folders,
    `--maxWorkers=${workers}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8')) as Report
  total.passed += numPassedTests
  total.failed += numFailedTests
  total.skipped += numPendingTests
}

run('tools of the tests', process.execPath, [join(root, 'build', 'system.ts')])
run('types', bin('tsc'), ['-p', '.'])
run('types of shared', bin('tsc'), ['-p', 'shared'])
run('types of the window', bin('tsc'), ['-p', 'renderer'])
run('lint and format', bin('biome'), ['check', '--diagnostic-level=error', '.'])
run('import rules', process.execPath, [join(root, 'build', 'boundaries.ts')])
run('dead code', bin('knip'), ['--no-config-hints'])
run('build', process.execPath, [join(root, 'build', 'run.mjs'), 'build'])
vitest('unit and integration tests', ['test/unit', 'test/integration'], 2)
// One window at a time: two browsers on two cores make each other slow.
vitest('browser tests', ['test/e2e'], 1)
rmSync(results, { recursive: true, force: true })
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
