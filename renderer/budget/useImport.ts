import { useCallback, useRef, useState } from 'react'
import { budgetAccept, budgetDiscard, budgetJoin, budgetPreview } from '../../shared/contract/budget.ts'
import type { OutputOf } from '../../shared/contract/call.ts'
import type { Failure } from '../../shared/contract/result.ts'
import { useClient } from '../app/client.tsx'
import type { Brought } from '../app/handover.ts'
import { today } from '../app/session.ts'
import { useWork } from '../app/work.ts'
import { acceptedOutputs } from './accepted.ts'
import { type ImportFile, missingFor } from './importModel.ts'
import { joined, type Loaded, loadedOf } from './openImport.ts'
import { withoutOrphans, withRegistered, withUsed } from './sameOpd.ts'
import { useImportSession } from './useImportSession.ts'
import { fetchOpds } from './useOpds.ts'

export type Written = OutputOf<typeof budgetAccept> & { readonly key: string; readonly opd: string }
type Read = 'read' | 'joined' | 'cancelled'

/** Files with work of the officer that are not saved yet. */
export const unsavedCount = (files: readonly ImportFile[]): number =>
  files.filter(({ state }) => state === 'open').length

const acceptanceOf = (token: string, file: ImportFile, same: 'take' | 'refuse') => ({
  token,
  opd: {
    id: file.opd?.id ?? null,
    code: file.opd?.code.trim() ?? '',
    name: file.opd?.name.trim() ?? '',
    short: file.opd?.short.trim() ?? '',
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

/** The whole life of an import in the window: reading, what the officer makes of it, and writing each form as one commit. */
export const useImport = (year: number, expected: string | null) => {
  const client = useClient()
  const reading = useWork(budgetPreview)
  const writing = useWork(budgetAccept)
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [readingCount, setReadingCount] = useState(0)
  const now = useRef<Loaded | null>(null)
  now.current = loaded

  const load = useCallback((next: Loaded | null, key: string | null) => {
    now.current = next
    setLoaded(next)
    setCurrent(key)
  }, [])
  const session = useImportSession({ year, loaded, current, onResume: load })
  const { found } = session

  const put = useCallback((change: (files: readonly ImportFile[]) => readonly ImportFile[]) => {
    const before = now.current
    if (before === null) return
    const files = withoutOrphans(change(before.files))
    now.current = { ...before, files }
    setLoaded(now.current)
  }, [])

  const { run: runPreview } = reading
  const read = useCallback(
    async ({ files, paste }: Brought): Promise<Read | Failure> => {
      setReadingCount(files.length + (paste ? 1 : 0))
      const uploads = files.map(({ name, bytes }) => ({ name, bytes }))
      const [opds, result] = await Promise.all([fetchOpds(client), runPreview({ files: uploads, paste })])
      if (!result.ok) return result.error.type === 'Cancelled' ? 'cancelled' : result.error
      const before = now.current
      const goesOn = before !== null && unsavedCount(before.files) > 0
      const setting = { opds, expected: goesOn ? null : expected, year, today: today() }
      if (!goesOn) {
        load(loadedOf(result.value, setting, found), null)
        return 'read'
      }
      const join = await client.call(budgetJoin, { token: before.token, more: result.value.token })
      if (!join.ok) return join.error
      // What was corrected meanwhile stays.
      now.current = joined(now.current ?? before, result.value, {
        setting,
        draft: found,
        first: join.value.first,
      })
      setLoaded(now.current)
      return 'joined'
    },
    [client, runPreview, expected, year, found, load],
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
      const result = await runAccept(acceptanceOf(before.token, file, same))
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

  /** The files are let go, and what the officer did in them. */
  const discard = useCallback(() => {
    const before = now.current
    if (before === null) return
    session.forget(before)
    void client.call(budgetDiscard, { token: before.token })
    load(null, null)
  }, [client, load, session.forget])

  return {
    loaded,
    current,
    setCurrent,
    read,
    update,
    takeInstead,
    save,
    discard,
    reading: { ...reading, count: readingCount },
    writing,
    session,
  }
}
