import { alikeAmong } from '../../shared/compliance/alike.ts'
import type * as contract from '../../shared/contract/compliance.ts'
import { ok } from '../../shared/contract/result.ts'
import type { Records } from '../../shared/records/index.ts'
import type { QueryContext } from '../feature.ts'
import { isSeen, type Out } from './opened.ts'

const mostPairs = 100

export const alike = (context: QueryContext): Out<typeof contract.complianceAlike> => {
  const { reader } = context
  const datasets = reader.where('dataset', {})
  const byId = new Map(datasets.map((one) => [one.id, one]))
  const told = new Set(
    reader
      .where('datasetTwin', {})
      .flatMap(({ first, second }) => [`${first} ${second}`, `${second} ${first}`]),
  )
  const named = (id: string) => {
    const { name, opd } = byId.get(id) as Records['dataset']
    return { id, title: name ?? '', agency: opd === null ? '' : (reader.find('opd', opd)?.name ?? '') }
  }
  const pairs = alikeAmong(datasets).filter(
    ({ first, second }) =>
      !told.has(`${first} ${second}`) &&
      [first, second].every((id) => isSeen(context, byId.get(id)?.opd ?? null)),
  )
  return ok({
    pairs: pairs
      .slice(0, mostPairs)
      .map(({ first, second, why }) => ({ first: named(first), second: named(second), why })),
    more: Math.max(0, pairs.length - mostPairs),
  })
}
