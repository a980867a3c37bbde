import { useCallback, useEffect, useRef, useState } from 'react'
import { budgetAccept, budgetPreview } from '../../shared/contract/budget.ts'
import type { OutputOf } from '../../shared/contract/call.ts'
import type { Failure } from '../../shared/contract/result.ts'
import { useClient } from '../app/client.tsx'
import { useDraft } from '../app/draft.ts'
import { today } from '../app/session.ts'
import { useWork } from '../app/work.ts'
import { acceptedOutputs } from './accepted.ts'
import { guessOpd, type KnownOpd } from './guessOpd.ts'
import type { Brought } from './handover.ts'
import { draftOf, type ImportDraft, readImportDraft, withDraft } from './importDraft.ts'
import {
  type ImportFile,
  isRead,
  missingFor,
  opdTexts,
  openFile,
  type ReadFile,
  type RefusedFile,
} from './importModel.ts'
import { withoutOrphans, withRegistered, withUsed } from './sameOpd.ts'
import { suggestedName } from './suggestName.ts'
import { fetchOpds } from './useOpds.ts'

const draftPlace = 'anggaran/impor'

export type Written = OutputOf<typeof budgetAccept> & { readonly key: string; readonly opd: string }
type Preview = OutputOf<typeof budgetPreview>
type Loaded = {
  readonly token: string
  readonly files: readonly ImportFile[]
  readonly refused: readonly RefusedFile[]
  readonly restored: number
}

const choiceOf = (opd: KnownOpd) => ({
  id: opd.id,
  code: opd.code,
  name: opd.name,
  short: opd.short,
})

type Setting = { readonly opds: readonly KnownOpd[]; readonly expected: string | null; readonly year: number }

/** Whose form it is: of the register where it fits, else a new OPD by the name on the kop; null: the officer says. */
const opdOf = (file: ReadFile, alone: boolean, { opds, expected }: Setting) => {
  const wanted = opds.find(({ id }) => id === expected)
  if (alone && wanted) return { opd: choiceOf(wanted), guessed: false }
  const guess = guessOpd(opdTexts(file), opds)
  if (guess) return { opd: choiceOf(guess), guessed: true }
  const name = suggestedName(
    file.file,
    file.leftOut.map(({ reason }) => reason),
  )
  return { opd: name === null ? null : { id: null, code: '', name, short: '' }, guessed: true }
}

const openAll = ({ parsed }: Preview, setting: Setting): ImportFile[] => {
  const alone = parsed.files.filter(isRead).length === 1
  return parsed.files.flatMap((file, index) =>
    isRead(file)
      ? [openFile(file, index, { ...opdOf(file, alone, setting), year: setting.year, today: today() })]
      : [],
  )
}

const loadedOf = (preview: Preview, setting: Setting, draft: ImportDraft | null): Loaded => {
  const fresh = openAll(preview, setting)
  const files = fresh.map((file) => withDraft(file, draft))
  return {
    token: preview.token,
    files,
    refused: preview.parsed.files.filter((file): file is RefusedFile => !isRead(file)),
    restored: files.filter((file, at) => file !== fresh[at]).length,
  }
}

type Read = 'read' | 'cancelled' | 'failed'

/** The whole life of an import in the window: reading, what the officer makes of it, and writing each form as one commit. */
export const useImport = (year: number, expected: string | null) => {
  const client = useClient()
  const reading = useWork(budgetPreview)
  const writing = useWork(budgetAccept)
  const draft = useDraft<ImportDraft>(draftPlace, readImportDraft)
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [readingCount, setReadingCount] = useState(0)
  const [dropped, setDropped] = useState(false)
  const now = useRef<Loaded | null>(null)
  now.current = loaded

  const { keep } = draft
  const found = dropped ? null : draft.found
  const drop = useCallback(() => {
    setDropped(true)
    keep(null)
  }, [keep])
  const put = useCallback((change: (files: readonly ImportFile[]) => readonly ImportFile[]) => {
    const before = now.current
    if (before === null) return
    const files = withoutOrphans(change(before.files))
    now.current = { ...before, files }
    setLoaded(now.current)
  }, [])
  useEffect(() => {
    if (loaded !== null) keep(draftOf(loaded.files, found))
  }, [loaded, keep, found])

  const { run: runPreview } = reading
  const read = useCallback(
    async ({ files, paste }: Brought): Promise<Read> => {
      setReadingCount(files.length + (paste ? 1 : 0))
      const uploads = files.map(({ name, bytes }) => ({ name, bytes }))
      const [opds, result] = await Promise.all([fetchOpds(client), runPreview({ files: uploads, paste })])
      if (!result.ok) return result.error.type === 'Cancelled' ? 'cancelled' : 'failed'
      setLoaded(loadedOf(result.value, { opds, expected, year }, found))
      return 'read'
    },
    [client, runPreview, expected, year, found],
  )

  const update = useCallback(
    (key: string, change: (file: ImportFile) => ImportFile) =>
      put((files) => files.map((file) => (file.key === key ? change(file) : file))),
    [put],
  )

  const takeInstead = useCallback((key: string) => put((files) => withUsed(files, key)), [put])

  const { run: runAccept } = writing
  const save = useCallback(
    async (key: string, same: 'take' | 'refuse'): Promise<Written | Failure | null> => {
      const before = now.current
      const file = before?.files.find((each) => each.key === key)
      if (before === null || file === undefined || file.opd === null || missingFor(file) !== null) return null
      const result = await runAccept({
        token: before.token,
        opd: {
          id: file.opd.id,
          code: file.opd.code.trim(),
          name: file.opd.name.trim(),
          short: file.opd.short.trim(),
        },
        same,
        year: file.year,
        received: file.received,
        letter: file.letter.trim(),
        mode: file.mode,
        files: [file.index],
        settled: [...file.settled],
        outputs: acceptedOutputs(file),
      })
      if (!result.ok) {
        update(key, (each) => ({
          ...each,
          error: result.error.type === 'Cancelled' ? null : result.error.message,
        }))
        return result.error
      }
      const { form, version } = result.value
      update(key, (each) => ({ ...each, state: 'saved', error: null, saved: { form, version } }))
      if (result.value.opdAdded) {
        const opds = await fetchOpds(client)
        put((files) => withRegistered(files, opds))
      }
      return { ...result.value, key, opd: file.opd.name }
    },
    [client, put, runAccept, update],
  )

  return {
    loaded,
    read,
    update,
    takeInstead,
    save,
    reading: { ...reading, count: readingCount },
    writing,
    draft: { ready: draft.ready, waiting: loaded === null ? found : null, drop },
    reset: useCallback(() => setLoaded(null), []),
  }
}

/** Files with work of the officer that are not saved yet. */
export const unsavedCount = (files: readonly ImportFile[]): number =>
  files.filter(({ state }) => state === 'open').length
