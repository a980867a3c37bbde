import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import * as contract from '../../shared/contract/views.ts'
import { inOrder, mostViews } from '../../shared/rules/records/views.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import { type CommandContext, onCommand, onQuery, type QueryContext } from '../feature.ts'
import { officerName } from './history-view.ts'
import { definitionFor } from './list.ts'
import { vectorOf } from './vector.ts'

type In<C extends { input: z.ZodType }> = z.output<C['input']>
type Out<C extends { output: z.ZodType }> = Result<z.input<C['output']>>

const everything = { sort: null, filters: {}, columns: [] }

const listViews = (
  { reader, session }: QueryContext,
  { register }: In<typeof contract.viewList>,
): Out<typeof contract.viewList> => {
  const views = reader
    .where('savedView', { register })
    .map(({ id, name, view, shared, officer }) => ({
      id,
      name: name ?? '',
      view: { ...everything, ...view, filters: { ...view?.filters }, columns: [...(view?.columns ?? [])] },
      shared: shared === true,
      own: officer === session.officer,
      by: officerName(reader, officer ?? ''),
    }))
    .filter(({ own, shared }) => own || shared)
  return ok({ views: inOrder(views), seen: vectorOf(reader) })
}

const saveView = (
  { store, reader, actor, session }: CommandContext,
  { id, register, name, view, shared, seen }: In<typeof contract.viewSave>,
): Out<typeof contract.viewSave> => {
  const definition = definitionFor(reader, register)
  if (!definition.ok) return definition
  const { officer } = session
  const own = reader.where('savedView', { register, officer })
  if (id === null && own.length >= mostViews) return fail('TooMany', recordsTexts.tooManyViews(mostViews))
  const done = store.commit(
    actor,
    recordsTexts.viewSaved(name, definition.value.plural),
    (tx) => {
      if (id === null) return tx.create('savedView', { officer, register, name, view, shared })
      tx.update('savedView', id, { name, view, shared })
      return id
    },
    seen ?? undefined,
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq, id: done.value.value }) : done
}

const removeView = (
  { store, reader, actor }: CommandContext,
  { id, seen }: In<typeof contract.viewRemove>,
): Out<typeof contract.viewRemove> => {
  const found = reader.find('savedView', id)
  if (found === null) return fail('NotFound', recordsTexts.notFound, { record: id })
  const reason = recordsTexts.viewRemoved(found.name ?? '')
  const done = store.commit(actor, reason, (tx) => tx.remove('savedView', id), seen)
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}

export const viewHandlers = [
  onQuery(contract.viewList, listViews),
  onCommand(contract.viewSave, saveView),
  onCommand(contract.viewRemove, removeView),
]
