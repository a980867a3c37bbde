import { blockOf, opdQuestion, type Register, replacedForm } from './fileBlock.ts'
import type { ImportFile } from './importModel.ts'
import { totalsOf } from './importTotals.ts'
import { openRivals, savedRival } from './sameOpd.ts'

/**
 * Why a file is not simply saved together with others: another one of its OPD, a question about its OPD, something
 * missing, a form that it would replace (`replaces`), or what is still to be checked (`marked`).
 */
export type Wait = 'rival' | 'question' | 'unfinished' | 'replaces' | 'marked'
export type Batch = { readonly [each in Wait | 'ready']: readonly ImportFile[] }

const waitOf = (file: ImportFile, files: readonly ImportFile[], register: Register): Wait | 'ready' => {
  const question = opdQuestion(file, register.opds)
  if (question !== null && (question.kind !== 'known' || question.sure)) return 'question'
  if (openRivals(file, files).length > 0 || savedRival(file, files) !== null) return 'rival'
  if (blockOf(file, register) !== null) return 'unfinished'
  if (replacedForm(file, register) !== null) return 'replaces'
  return totalsOf(file).marks > 0 ? 'marked' : 'ready'
}

/** The open files by what may happen to them together; no two of `ready`, `replaces` and `marked` are of one OPD and year. */
export const batchOf = (files: readonly ImportFile[], register: Register): Batch => {
  const found: { [each in Wait | 'ready']: ImportFile[] } = {
    ready: [],
    replaces: [],
    marked: [],
    rival: [],
    question: [],
    unfinished: [],
  }
  for (const file of files) if (file.state === 'open') found[waitOf(file, files, register)].push(file)
  return found
}

/** Files that are saved with the others only where the officer says so, in the order of the import. */
export const askedOf = ({ replaces, marked }: Batch): readonly ImportFile[] =>
  [...replaces, ...marked].sort((a, b) => a.index - b.index)
