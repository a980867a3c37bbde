import type { CommandContext, QueryContext, Session } from '../../../electron/feature.ts'
import type { RoleName } from '../../../shared/contract/call.ts'
import { grantOf } from '../../fixtures/store.ts'
import type { Node } from '../store/network.ts'

export type Desk = { readonly command: CommandContext; readonly query: QueryContext }

/** What an officer at this device asks and does, with the node's own roles or with others. */
export const deskOf = (node: Node, ...roles: readonly (readonly [RoleName, string | null])[]): Desk => {
  const { store } = node
  const grants = roles.length === 0 ? node.actor.grants : roles.map(grantOf)
  const actor = { ...node.actor, grants }
  const session = {
    officer: actor.officer,
    grants: [...grants],
    today: '2026-11-21',
    opds: grants.some(({ opd }) => opd === null) ? null : grants.map(({ opd }) => String(opd)),
  } as unknown as Session
  const now = (): number => node.clock
  const query = { reader: store.reader, session, now }
  return { query, command: { ...query, store, actor } as unknown as CommandContext }
}
