import { recordSave } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { useClient } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { type FormValues, showNotice } from '../ui/index.ts'
import type { Loaded } from './RecordFields.tsx'
import { resolved } from './stale.ts'
import { useStale } from './useStale.ts'

const texts = recordsTexts

/** `replaced`: the form must begin anew, because values of another officer were taken over. */
export type Saved =
  | { readonly ok: true; readonly replaced: boolean }
  | { readonly ok: false; readonly message: string }

/** Saves what was changed; where it would overwrite what the officer had not seen, asks and saves what was decided. */
export const useSave = (
  definition: AnyDefinition,
  loaded: Loaded,
  onReload: () => Promise<Loaded | null>,
) => {
  const client = useClient()
  const notice = useCommitNotice()
  const { type, undoable, label } = definition
  const { id, title } = loaded
  const stale = useStale(definition, id)

  const write = async (changed: FormValues, seen: Loaded['seen'], replaced: boolean): Promise<Saved> => {
    const result = await client.call(recordSave, { type, id, values: changed, seen })
    if (result.ok) {
      notice(result, texts.saved(label, title), { undoable })
      await onReload()
      return { ok: true, replaced }
    }
    const settled = result.error.type === 'Stale' ? await stale.settle(changed, result.error) : null
    if (settled === null) return { ok: false, message: result.error.message }
    return settle(resolved(changed, settled.picks), settled.present)
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
  return { save, asking: stale.asking, answer: stale.answer }
}
