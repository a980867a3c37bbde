import * as contract from '../../shared/contract/conflict.ts'
import { ok } from '../../shared/contract/result.ts'
import { type Feature, onCommand, onInternal, onQuery, onTask } from '../feature.ts'
import { decide } from './decide.ts'
import { listDisputes, openDispute, visibleDisputes } from './disputes.ts'
import { countWaiting, listHeld, seesHeld } from './held.ts'
import { release, take, takeName } from './held-acts.ts'

export const conflictFeature: Feature = {
  name: 'conflict',
  handlers: [
    onQuery(contract.conflictCounts, ({ reader, session }) =>
      ok({
        disputes: visibleDisputes(reader, session).length,
        waiting: seesHeld(session) ? countWaiting(reader) : 0,
      }),
    ),
    onQuery(contract.conflictList, listDisputes),
    onQuery(contract.conflictOpen, openDispute),
    onCommand(contract.conflictDecide, decide),
    onQuery(contract.heldList, listHeld),
    onCommand(contract.heldRelease, release),
    onInternal<{ key: string }, { name: string; bytes: Uint8Array }>(takeName, take),
    onTask(contract.heldTake, async ({ write, downloads }, { key }) => {
      const taken = await write<{ name: string; bytes: Uint8Array }>(takeName, { key })
      return taken.ok
        ? ok(downloads.offer(taken.value.name, 'application/octet-stream', taken.value.bytes))
        : taken
    }),
  ],
}
