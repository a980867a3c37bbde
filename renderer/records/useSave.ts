import { useRef, useState } from 'react'
import { recordGet, recordHistory, recordSave } from '../../shared/contract/records.ts'
import type { Failure } from '../../shared/contract/result.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import type { Client } from '../app/bridge.ts'
import { useClient } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { type FormValues, showNotice } from '../ui/index.ts'
import type { Loaded } from './RecordFields.tsx'
import { type Decision, type Difference, readDifferences, resolved } from './stale.ts'

const texts = recordsTexts

export type Picks = Readonly<Record<string, Decision>>
/** `replaced`: the form must begin anew, because values of another officer were taken over. */
export type Saved =
  | { readonly ok: true; readonly replaced: boolean }
  | { readonly ok: false; readonly message: string }

type Compared = { readonly present: Loaded; readonly differences: readonly Difference[] }

const compare = async (
  client: Client,
  definition: AnyDefinition,
  id: string,
  mine: FormValues,
  failure: Failure,
): Promise<Compared | null> => {
  const { type } = definition
  const [present, history] = await Promise.all([
    client.call(recordGet, { type, id }),
    client.call(recordHistory, { type, id }),
  ])
  if (!present.ok) return null
  const steps = history.ok ? history.value.steps : []
  const differences = readDifferences(failure, definition, mine, present.value.titles, present.value, steps)
  return differences.length === 0 ? null : { present: present.value, differences }
}

/** Saves what was changed; where it would overwrite what the officer had not seen, asks and saves what was decided. */
export const useSave = (
  definition: AnyDefinition,
  loaded: Loaded,
  onReload: () => Promise<Loaded | null>,
) => {
  const client = useClient()
  const notice = useCommitNotice()
  const [asking, setAsking] = useState<readonly Difference[] | null>(null)
  const decide = useRef<(picks: Picks | null) => void>(() => {})
  const { type, undoable, label } = definition
  const { id, title } = loaded

  const ask = (differences: readonly Difference[]) =>
    new Promise<Picks | null>((resolve) => {
      decide.current = resolve
      setAsking(differences)
    })
  const answer = (picks: Picks | null) => {
    setAsking(null)
    decide.current(picks)
  }

  const write = async (changed: FormValues, seen: Loaded['seen'], replaced: boolean): Promise<Saved> => {
    const result = await client.call(recordSave, { type, id, values: changed, seen })
    if (result.ok) {
      notice(result, texts.saved(label, title), { undoable })
      await onReload()
      return { ok: true, replaced }
    }
    if (result.error.type !== 'Stale') return { ok: false, message: result.error.message }
    const compared = await compare(client, definition, id, changed, result.error)
    const picks = compared === null ? null : await ask(compared.differences)
    if (compared === null || picks === null) return { ok: false, message: result.error.message }
    return settle(resolved(changed, picks), compared.present)
  }
  const settle = async (rest: FormValues, present: Loaded): Promise<Saved> => {
    if (Object.keys(rest).length > 0) return write(rest, present.seen, true)
    showNotice({ message: texts.stale.resolved })
    await onReload()
    return { ok: true, replaced: true }
  }
  const save = async (changed: FormValues): Promise<Saved> => {
    if (Object.keys(changed).length > 0) return write(changed, loaded.seen, false)
    showNotice({ message: texts.nothingChanged })
    return { ok: true, replaced: false }
  }
  return { save, asking, answer }
}
