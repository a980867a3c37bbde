import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(new URL('package.json', import.meta.url))

/** A library of test/bench/package.json; null where `npm ci --prefix test/bench` was not run. */
export const library = async (name: string): Promise<Record<string, never> | null> => {
  try {
    return (await import(pathToFileURL(require.resolve(name)).href)) as Record<string, never>
  } catch {
    return null
  }
}
export const notInstalled = (name: string): { label: string; skipped: string } => ({
  label: name,
  skipped: 'not installed (npm ci --prefix test/bench)',
})

export const hasProgram = (name: string, args: readonly string[] = ['--version']): boolean =>
  spawnSync(name, args, { stdio: 'ignore' }).status === 0
export const noProgram = (label: string, debian: string): { label: string; skipped: string } => ({
  label,
  skipped: `not installed (Debian: ${debian})`,
})

/** Runs a program to its end and gives its milliseconds; throws where it fails. */
export const programMs = (name: string, args: readonly string[]): number => {
  const start = performance.now()
  const { status, stderr } = spawnSync(name, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name}: ${stderr}`)
  return performance.now() - start
}
