import type { SessionFacts } from '../../shared/contract/session.ts'
import { longDateTime } from '../../shared/format/date.ts'
import { gateTexts } from '../../shared/texts/gate.ts'
import type { Gate, Series } from './gate.ts'
import type { Hosts } from './session-service.ts'
import type { SlotKeeper } from './slot-keeper.ts'

/** Labels of attempts that belong to no NIP of this computer: the printed code, and a copy of data where nothing has begun. */
export const accountLabels = { recovery: 'recovery', restore: 'restore' } as const

const sentenceOf = ({ isWhole, failures }: Series, names: ReadonlyMap<string, string>): string => {
  const sums = new Map<string, { count: number; since: number }>()
  for (const { label, count, since } of failures) {
    const who =
      names.get(label) ?? gateTexts.accounts[label as keyof typeof gateTexts.accounts] ?? gateTexts.unknown
    const sum = sums.get(who) ?? { count: 0, since }
    sums.set(who, { count: sum.count + count, since: Math.min(sum.since, since) })
  }
  const told = [...sums].map(([who, { count, since }]) =>
    gateTexts.failed(count, who, longDateTime(new Date(since).toISOString())),
  )
  return [...told, ...(isWhole ? [] : [gateTexts.changed])].join('; ')
}

/** What failed since the last unlock becomes one entry of the log, whoever came in now. */
export const tellAttempts = async (
  { writer }: Hosts,
  gate: Gate,
  keeper: SlotKeeper,
  facts: SessionFacts,
): Promise<void> => {
  const series = gate.untold(await writer.attemptsTold())
  if (series.isWhole && series.failures.length === 0) return
  const reason = sentenceOf(series, await keeper.namesByLabel())
  const failed = series.failures.reduce((sum, { count }) => sum + count, 0)
  const told = await writer.tellAttempts(facts, reason, failed, [series.told, series.next])
  if (told.ok) gate.restart(series)
}
