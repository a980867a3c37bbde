import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { z } from 'zod'
import { budgetForm, budgetSaveRows } from '../../shared/contract/budget.ts'
import type { OutputOf } from '../../shared/contract/call.ts'
import type { Failure, Result } from '../../shared/contract/result.ts'
import { useClient } from '../app/client.tsx'
import { useDraft } from '../app/draft.ts'
import { useWork } from '../app/work.ts'
import type { GridChange } from '../ui/index.ts'
import { changeCount, type Stored, saveInput, storedOf } from './formModel.ts'
import { type Conflict, conflictsOf, rebased } from './formStale.ts'
import { wrongCells } from './moneyCell.ts'
import { rowsStamp } from './rowsStamp.ts'
import { type Sheet, takeChange } from './sheet.ts'
import { editsOf, isEdited, sheetEdits, withEdits } from './sheetEdits.ts'

export type OpenForm = OutputOf<typeof budgetForm>
type Seen = OpenForm['seen']

const formDraft = z.object({
  seen: z.record(z.string(), z.number()),
  /** Of the rows that the edits were made on; drafts of earlier versions lack it. */
  stamp: z.string().default(''),
  edits: sheetEdits,
})
type FormDraft = z.output<typeof formDraft>
const readDraft = (value: unknown): FormDraft | null => {
  const parsed = formDraft.safeParse(value)
  return parsed.success && isEdited(parsed.data.edits) ? parsed.data : null
}

/** The form as the screen has it: what the store held, when, and what the officer made of it. */
type State = {
  readonly stored: Stored
  readonly seen: Seen
  readonly stamp: string
  readonly sheet: Sheet
}
const stateOf = (form: OpenForm): State => {
  const stored = storedOf(form.rows)
  return { stored, seen: form.seen, stamp: rowsStamp(form.rows), sheet: stored.sheet }
}

export type StaleState = {
  readonly fresh: OpenForm
  readonly now: Stored
  readonly conflicts: readonly Conflict[]
}
type Saved = OutputOf<typeof budgetSaveRows>
export type SaveOutcome = Result<Saved> | null

const sameSeen = (a: Seen, b: Seen) => JSON.stringify(a) === JSON.stringify(b)

/** Work that was left unsaved comes back once, onto what the store holds now. */
const useRestored = (
  form: OpenForm,
  state: State,
  setState: (state: State) => void,
  onRestored: (stale: boolean) => void,
) => {
  const draft = useDraft<FormDraft>(`anggaran/formulir/${form.form.id}`, readDraft)
  const done = useRef(false)
  const { found, ready } = draft
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the draft is known
  useEffect(() => {
    if (!ready || done.current) return
    done.current = true
    if (found === null || !form.may.edit) return
    // Other forms and logins move `seen` as well: only other rows make the work out of date.
    const stale = found.stamp !== state.stamp
    const sheet = withEdits(state.stored.sheet, found.edits)
    setState(stale ? { ...state, seen: found.seen, stamp: found.stamp, sheet } : { ...state, sheet })
    onRestored(stale)
  }, [ready, found])
  return { keep: draft.keep, savedAt: draft.savedAt, ready: ready && (done.current || found === null) }
}

/** Rows of one form in the grid: typed, kept as a draft, saved as one commit, and reconciled with what others wrote. */
export const useFormSheet = (form: OpenForm, onRestored: (stale: boolean) => void) => {
  const client = useClient()
  const [state, setState] = useState(() => stateOf(form))
  const [stale, setStale] = useState<StaleState | null>(null)
  const { run, busy } = useWork(budgetSaveRows)
  const latest = useRef(state)
  latest.current = state
  const put = useCallback((next: State) => {
    latest.current = next
    setState(next)
  }, [])
  const { keep, ready } = useRestored(form, state, put, onRestored)
  const { sheet, stored, seen, stamp } = state
  const pending = useMemo(
    () => saveInput(form.form.id, seen, sheet, stored),
    [form.form.id, seen, sheet, stored],
  )
  const wrong = useMemo(() => wrongCells(sheet.rows), [sheet.rows])
  const dirty = pending !== null || wrong.length > 0

  // What others or another view wrote comes in while nothing is being typed here.
  useEffect(() => {
    if (!dirty && !sameSeen(latest.current.seen, form.seen)) put(stateOf(form))
  }, [form, dirty, put])

  useEffect(() => {
    if (!ready) return
    keep(dirty ? { seen, stamp, edits: editsOf(sheet, stored.bases) } : null)
  }, [ready, dirty, sheet, seen, stamp, stored, keep])

  const change = useCallback(
    (told: GridChange) => {
      const now = latest.current
      put({ ...now, sheet: takeChange(now.sheet, told, now.stored.bases) })
    },
    [put],
  )
  const fetchFresh = useCallback(async () => {
    const answer = await client.call(budgetForm, { form: form.form.id })
    return answer.ok ? answer.value : null
  }, [client, form.form.id])

  const meet = useCallback(
    async (failure: Failure): Promise<void> => {
      const fresh = await fetchFresh()
      if (fresh === null || failure.type !== 'Stale') return
      const now = storedOf(fresh.rows)
      setStale({ fresh, now, conflicts: conflictsOf(latest.current.sheet, latest.current.stored, now) })
    },
    [fetchFresh],
  )
  const saveState = useCallback(
    async (wanted: State): Promise<SaveOutcome> => {
      const input = saveInput(form.form.id, wanted.seen, wanted.sheet, wanted.stored)
      if (input === null) return null
      const result = await run(input)
      if (!result.ok) {
        await meet(result.error)
        return result
      }
      keep(null)
      const fresh = await fetchFresh()
      if (fresh) put(stateOf(fresh))
      return result
    },
    [form.form.id, run, meet, keep, fetchFresh, put],
  )
  const under = useRef<Promise<unknown>>(Promise.resolve())
  /** A second Simpan waits for the first and writes only what is left. */
  const inTurn = useCallback((act: () => Promise<SaveOutcome>): Promise<SaveOutcome> => {
    const next = under.current.then(act)
    under.current = next.catch(() => null)
    return next
  }, [])
  const save = useCallback(() => inTurn(() => saveState(latest.current)), [inTurn, saveState])
  const settle = useCallback(
    async (theirs: ReadonlySet<string> | null): Promise<SaveOutcome> => {
      if (stale === null) return null
      setStale(null)
      if (theirs === null) return null
      const before = latest.current
      const next: State = {
        stored: stale.now,
        seen: stale.fresh.seen,
        stamp: rowsStamp(stale.fresh.rows),
        sheet: rebased(before.sheet, before.stored, stale.now, theirs),
      }
      put(next)
      return inTurn(() => saveState(latest.current))
    },
    [stale, put, inTurn, saveState],
  )
  const discard = useCallback(() => {
    keep(null)
    put(stateOf(form))
  }, [form, keep, put])
  return {
    sheet,
    stored,
    dirty,
    changes: changeCount(pending, wrong),
    /** The first cell that holds Simpan back, as drawn. */
    wrong: wrong[0] ?? null,
    /** The same as it stands now, also right after a cell was taken over. */
    wrongNow: useCallback(() => wrongCells(latest.current.sheet.rows)[0] ?? null, []),
    busy,
    change,
    save,
    discard,
    stale,
    settle,
    /** What the sheet rests on as it stands now, also right after Simpan. */
    seenNow: useCallback(() => latest.current.seen, []),
  }
}
