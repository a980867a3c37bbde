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

/** Unit, integration and browser tests together: while a window waits, another file uses the processor. */
const allTests = (): void => {
  const results = mkdtempSync(join(tmpdir(), 'selaras-results-'))
  const file = join(results, 'tests.json')
  run('tests', bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  rmSync(results, { recursive: true, force: true })
  const { numPassedTests, numFailedTests, numPendingTests } = report
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`)
}

run('tools of the tests', process.execPath, [join(root, 'build', 'system.ts')])
run('types', bin('tsc'), ['-p', '.'])
run('types of shared', bin('tsc'), ['-p', 'shared'])
run('types of the window', bin('tsc'), ['-p', 'renderer'])
run('lint and format', bin('biome'), ['check', '--diagnostic-level=error', '.'])
run('import rules', process.execPath, [join(root, 'build', 'boundaries.ts')])
run('dead code', bin('knip'), ['--no-config-hints'])
run('build', process.execPath, [join(root, 'build', 'run.mjs'), 'build'])
allTests()
