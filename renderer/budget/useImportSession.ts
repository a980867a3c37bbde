import { useCallback, useEffect, useRef, useState } from 'react'
import { budgetDiscard, budgetWaiting } from '../../shared/contract/budget.ts'
import { useClient } from '../app/client.tsx'
import { useDraft } from '../app/draft.ts'
import { today } from '../app/session.ts'
import { type ImportDraft, readImportDraft, sessionDraft, withoutFiles } from './importDraft.ts'
import { type Loaded, resumedOf } from './openImport.ts'
import { fetchOpds } from './useOpds.ts'

export const importDraftPlace = 'anggaran/impor'

type Parts = {
  readonly year: number
  readonly loaded: Loaded | null
  /** Key of the file on the screen. */
  readonly current: string | null
  readonly onResume: (loaded: Loaded, current: string | null) => void
}

const isOver = ({ files }: Loaded): boolean => files.every(({ state }) => state !== 'open')

/**
 * Keeps an import while the officer is elsewhere or the data is locked: the files and what was read of them wait in the
 * core, the officer's work in the encrypted drafts. `ready` once it is known whether one goes on.
 */
export const useImportSession = ({ year, loaded, current, onResume }: Parts) => {
  const client = useClient()
  const draft = useDraft<ImportDraft>(importDraftPlace, readImportDraft)
  const [ready, setReady] = useState(false)
  const [left, setLeft] = useState<ImportDraft | null | undefined>(undefined)
  const { keep } = draft
  const found = left === undefined ? draft.found : left

  const asked = useRef(false)
  useEffect(() => {
    if (!draft.ready || asked.current) return
    asked.current = true
    const session = draft.found?.session
    if (!session) return setReady(true)
    void (async () => {
      const [opds, waiting] = await Promise.all([
        fetchOpds(client),
        client.call(budgetWaiting, { token: session.token }),
      ])
      const parsed = waiting.ok ? waiting.value.parsed : null
      if (parsed !== null) {
        const setting = { opds, expected: null, year, today: today() }
        onResume(resumedOf({ token: session.token, parsed }, setting, session), session.current)
      }
      setReady(true)
    })()
  }, [client, draft.ready, draft.found, year, onResume])

  const latest = useRef(loaded)
  latest.current = loaded
  useEffect(() => {
    if (loaded !== null) keep(sessionDraft(loaded, current, found))
  }, [loaded, current, keep, found])
  // An import that is over needs nothing in the core any more.
  useEffect(
    () => () => {
      if (latest.current !== null && isOver(latest.current))
        void client.call(budgetDiscard, { token: latest.current.token })
    },
    [client],
  )

  return {
    ready,
    found,
    /** Nothing of the officer's work on these files is kept; work on other files stays. */
    forget: useCallback(
      ({ files }: Loaded) => {
        const rest = withoutFiles(found, files)
        setLeft(rest)
        keep(rest)
      },
      [found, keep],
    ),
    /** Work on files that are not chosen is thrown away. */
    drop: useCallback(() => {
      setLeft(null)
      keep(null)
    }, [keep]),
  }
}
