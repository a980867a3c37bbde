import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { aloneNow } from './workspace-lock.ts'

/** Longer than any work lasts. */
const oldAfter = 24 * 60 * 60 * 1000

/** Folders of a workspace and the names under which unfinished work lies there. */
const places: readonly (readonly [folder: string, name: RegExp])[] = [
  [
    '',
    /^(\.unggahan-\d+\.salinan|(slots|pemulihan)\.json\.\d+\.tmp|selaras\.db\.(periksa|rebuild)(-wal|-shm|-journal)?)$/,
  ],
  ['salinan', /^(\.(salinan|periksa)-|.*\.salinan(\.\d+)?(\.tmp)+$)/],
]

const isOld = (path: string, now: number): boolean => {
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: now }
  return now - mtimeMs > oldAfter
}

const leftIn = (workspace: string, now: number): string[] =>
  places.flatMap(([folder, name]) => {
    const within = join(workspace, folder)
    const names = existsSync(within) ? readdirSync(within) : []
    return names
      .filter((one) => name.test(one))
      .map((one) => join(within, one))
      .filter((path) => isOld(path, now))
  })

/** Removes what a killed or cancelled backup, restore or upload left a day ago or longer; never while another process has the data open. */
export const sweepLeftovers = (workspace: string, now: number): void => {
  if (leftIn(workspace, now).length === 0) return
  aloneNow(workspace, () => {
    for (const path of leftIn(workspace, now)) rmSync(path, { recursive: true, force: true })
  })
}
