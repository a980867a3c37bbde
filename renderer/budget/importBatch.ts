import { type ImportFile, missingFor } from './importModel.ts'
import { totalsOf } from './importTotals.ts'
import { openRivals, savedRival } from './sameOpd.ts'

/** Why a file is not saved together with others: another one of its OPD, something missing, open marks. */
type Wait = 'rival' | 'unfinished' | 'marked'
export type Batch = { readonly [each in Wait | 'ready']: readonly ImportFile[] }

const waitOf = (file: ImportFile, files: readonly ImportFile[]): Wait | 'ready' => {
  if (openRivals(file, files).length > 0 || savedRival(file, files) !== null) return 'rival'
  if (missingFor(file) !== null) return 'unfinished'
  return totalsOf(file).marks > 0 ? 'marked' : 'ready'
}

/** The open files by what may happen to them together; no two of `ready` and `marked` are of one OPD and year. */
export const batchOf = (files: readonly ImportFile[]): Batch => {
  const found: { [each in Wait | 'ready']: ImportFile[] } = {
    ready: [],
    marked: [],
    rival: [],
    unfinished: [],
  }
  for (const file of files) if (file.state === 'open') found[waitOf(file, files)].push(file)
  return found
}
