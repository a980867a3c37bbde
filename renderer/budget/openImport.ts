import type { budgetPreview } from '../../shared/contract/budget.ts'
import type { OutputOf } from '../../shared/contract/call.ts'
import { guessOpd, type KnownOpd, namedOf } from './guessOpd.ts'
import { type ImportDraft, type ImportSession, withDraft, withSession } from './importDraft.ts'
import { type ImportFile, isRead, openFile, type ReadFile, type RefusedFile } from './importModel.ts'
import { suggestedName } from './suggestName.ts'

export type Preview = OutputOf<typeof budgetPreview>
/** An import in the window. `token`: under which its files wait in the core. */
export type Loaded = {
  readonly token: string
  readonly files: readonly ImportFile[]
  readonly refused: readonly RefusedFile[]
  /** Files on which earlier work was found. */
  readonly restored: number
  /** It was left and goes on. */
  readonly resumed: boolean
}

export type Setting = {
  readonly opds: readonly KnownOpd[]
  /** The OPD whose form was asked for. */
  readonly expected: string | null
  readonly year: number
  /** ISO date */
  readonly today: string
}

const choiceOf = ({ id, code, name, short }: KnownOpd) => ({ id, code, name, short })

/** Whose form it is: of the register where that is sure, nobody's where it may be, else a new OPD by the name in the heading. */
const opdOf = (file: ReadFile, alone: boolean, { opds, expected }: Setting) => {
  const wanted = opds.find(({ id }) => id === expected)
  if (alone && wanted) return { opd: choiceOf(wanted), guessed: false }
  const named = namedOf(file)
  const { opd, maybe } = guessOpd(named, opds)
  if (opd !== null) return { opd: choiceOf(opd), guessed: true }
  const name = maybe.length > 0 ? null : suggestedName(named.file, named.heading)
  return { opd: name === null ? null : { id: null, code: '', name, short: '' }, guessed: true }
}

const openAll = ({ parsed }: Preview, setting: Setting, first = 0): ImportFile[] => {
  const alone = first === 0 && parsed.files.filter(isRead).length === 1
  return parsed.files.flatMap((file, index) =>
    isRead(file)
      ? [
          openFile(file, first + index, {
            ...opdOf(file, alone, setting),
            year: setting.year,
            today: setting.today,
          }),
        ]
      : [],
  )
}

const refusedOf = ({ parsed }: Preview) => parsed.files.filter((file): file is RefusedFile => !isRead(file))

/** Files that were just read, with earlier work on the same files. */
export const loadedOf = (preview: Preview, setting: Setting, draft: ImportDraft | null): Loaded => {
  const fresh = openAll(preview, setting)
  const files = fresh.map((file) => withDraft(file, draft))
  return {
    token: preview.token,
    files,
    refused: refusedOf(preview),
    restored: files.filter((file, at) => file !== fresh[at]).length,
    resumed: false,
  }
}

/** An import as it was left. */
export const resumedOf = (preview: Preview, setting: Setting, session: ImportSession): Loaded => ({
  token: preview.token,
  files: openAll(preview, setting).map((file) => withSession(file, session)),
  refused: refusedOf(preview),
  restored: 0,
  resumed: true,
})

/** An open import with further files behind its own. `first`: place of the first of them in the whole. */
export const joined = (
  before: Loaded,
  preview: Preview,
  { setting, draft, first }: { setting: Setting; draft: ImportDraft | null; first: number },
): Loaded => ({
  ...before,
  files: [...before.files, ...openAll(preview, setting, first).map((file) => withDraft(file, draft))],
  refused: [...before.refused, ...refusedOf(preview)],
  restored: 0,
  resumed: false,
})
