import { z } from 'zod'
import type { OutputOf } from '../../shared/contract/call.ts'
import { viewList, viewRemove, viewSave } from '../../shared/contract/views.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Looked } from '../../shared/records/saved-view.ts'
import { type View, viewNamed } from '../../shared/rules/records/views.ts'
import { recordsViewsTexts as texts } from '../../shared/texts/records-views.ts'
import { useAnswer } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { useKept } from '../app/kept.ts'
import { useWork } from '../app/work.ts'
import { keptQuery } from './useQueryOf.ts'

export type SavedView = OutputOf<typeof viewList>['views'][number]

const keptViews = z.array(keptQuery.extend({ name: z.string(), columns: z.array(z.string()) }))
const none: readonly View[] = []
const readViews = (value: unknown): readonly View[] | null => keptViews.safeParse(value).data ?? null

/** Views of a register: those of the city, and those that an earlier version kept on this device alone. */
export const useViews = ({ type }: AnyDefinition) => {
  const { data } = useAnswer(viewList, { register: type }, { records: ['savedView', 'officer'], keep: true })
  const [here, setHere] = useKept(`tampilan/${type}`, none, readViews)
  const saving = useWork(viewSave)
  const removing = useWork(viewRemove)
  const notice = useCommitNotice()
  const views = data?.views ?? []
  const own = views.filter((view) => view.own)

  const write = async (view: { name: string; view: Looked; shared: boolean }, words: string) => {
    const before = viewNamed(own, view.name)
    const seen = before === null ? null : (data?.seen ?? {})
    const result = await saving.run({ id: before?.id ?? null, register: type, ...view, seen })
    return notice(result, words)
  }
  const save = (name: string, now: Looked, shared: boolean) =>
    write({ name, view: now, shared }, texts.saved(name.trim()))
  const share = ({ name, view, shared }: SavedView) =>
    write({ name, view, shared: !shared }, shared ? texts.unshared(name) : texts.shared(name))
  const remove = async ({ id, name }: SavedView) =>
    notice(await removing.run({ id, seen: data?.seen ?? {} }), texts.removed(name))
  const forget = (name: string) => setHere(here.filter((view) => view.name !== name))
  const bring = async ({ name, ...view }: View) => {
    if (await write({ name, view, shared: false }, texts.saved(name))) forget(name)
  }
  return { own, others: views.filter((view) => !view.own), here, save, share, remove, bring, forget }
}
