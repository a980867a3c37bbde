import path from 'node:path'
import type { MachineSettings, SettingsStore } from './shell.ts'

const pause = 2_000

/**
 * Keeps the workspace for the next start, once the window has opened: loading what writes settings would hold the first
 * screen up. The answer writes it at once, for a window that closes before.
 */
export const rememberWorkspace = (
  settings: SettingsStore,
  kept: MachineSettings,
  workspace: string | undefined,
): (() => Promise<void>) => {
  const lastWorkspace = workspace === undefined ? kept.lastWorkspace : path.resolve(workspace)
  if (lastWorkspace === kept.lastWorkspace) return async () => {}
  let written: Promise<void> | undefined
  const write = (): Promise<void> => {
    clearTimeout(timer)
    // A folder that cannot be written costs only this memory; the workspace itself is open.
    written ??= settings.write({ lastWorkspace }).catch(() => {})
    return written
  }
  const timer = setTimeout(() => void write(), pause)
  timer.unref()
  return write
}
