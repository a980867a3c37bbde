import type { ParsedInputOf } from '../../shared/contract/call.ts'
import { fail, ok } from '../../shared/contract/result.ts'
import { sealedDestroy } from '../../shared/contract/sealed.ts'
import { sealedTexts } from '../../shared/texts/sealed.ts'
import { type CommandContext, type Feature, onCommand } from '../feature.ts'

const destroy = ({ store, reader, actor }: CommandContext, input: ParsedInputOf<typeof sealedDestroy>) => {
  const { record } = input
  if (reader.where('sealedDestruction', { record }).length > 0)
    return fail('AlreadyDestroyed', sealedTexts.alreadyDestroyed, { record })
  if (reader.row('select 1 from _localSealed where record = ?', record) === undefined)
    return fail('NotFound', sealedTexts.unknownFile, { record })
  const done = store.commit(actor, sealedTexts.destroyed(record), (tx) =>
    tx.create('sealedDestruction', input),
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq, remains: sealedTexts.remains }) : done
}

/** What concerns sealed records beyond the calls for all records. */
export const sealedFeature: Feature = { name: 'sealed', handlers: [onCommand(sealedDestroy, destroy)] }

export { destructionStands } from './rule.ts'
