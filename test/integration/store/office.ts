import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { formIsWhole, formLock } from '../../../electron/budget/index.ts'
import { drawnByItsAuthor } from '../../../electron/consolidation/index.ts'
import { assignmentOfItsOpd } from '../../../electron/people/index.ts'
import { attachmentOfItsOpd } from '../../../electron/records/index.ts'
import { destructionStands } from '../../../electron/sealed/rule.ts'
import { commitsWanted, wantedBy } from '../../../electron/store/commit-bytes.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import type { FormStatus } from '../../../shared/records/budget.ts'
import { must } from '../../fixtures/store.ts'
import { type Network, type Node, openPrepared, type Prepared, prepareNetwork } from './network.ts'

/** Six computers of one office, under the rules that every device judges by, anew for each test of a file that imports this. */
type Office = {
  /** `third`: an administrator who only listens; `rogue`, `ally`: perencana, whose programs may be patched; `viewer`: may only look. */
  readonly [name in 'admin' | 'second' | 'rogue' | 'ally' | 'third' | 'viewer']: Node
} & { readonly opd: string }

let prepared: Prepared
let network: Network
export let office: Office

beforeAll(() => {
  const rules = [
    formLock,
    formIsWhole,
    drawnByItsAuthor,
    attachmentOfItsOpd,
    assignmentOfItsOpd,
    destructionStands,
  ]
  prepared = prepareNetwork({ devices: 6, rules }, [
    'admin',
    'perencana',
    'perencana',
    'admin',
    'hanya_lihat',
  ])
}, 60_000)
afterAll(() => prepared.remove())
beforeEach(() => {
  network = openPrepared(prepared)
  const [admin, second, rogue, ally, third, viewer] = network.nodes as [Node, Node, Node, Node, Node, Node]
  const { value: opd } = makeOpd(admin, '1')
  office = { admin, second, rogue, ally, third, viewer, opd }
  spread(admin)
})
afterEach(() => network.close())

/** As devices exchange: one asks, the other gives what it lacks. */
export const give = (from: Node, to: Node) =>
  must(to.store.receive(commitsWanted(from.store.reader, wantedBy(to.store.reader), 10_000)))
export const spread = (from: Node): void => {
  for (const node of network.nodes) if (node !== from) give(from, node)
}

/** Reasons of all that waits, was laid aside or refused. */
export const shown = ({ store }: Node): string[] =>
  [...store.held.list(), ...store.refused()].map(({ reason }) => reason)

export const update = (type: string, id: string, cells: RowChange['cells']): RowChange => ({
  type,
  id,
  operation: 'update',
  cells,
})
/** In the commit that comes `ahead` of the device's last. */
export const create = (
  { store }: Node,
  type: string,
  cells: RowChange['cells'],
  ahead = 1,
  n = 1,
): RowChange => {
  const { device, seq } = store.head()
  return { type, id: `${device}.${seq + ahead}.${n}`, operation: 'create', cells }
}

export const put = ({ store, actor }: Node, type: 'budgetForm' | 'budgetRow', id: string, values: object) =>
  must(store.commit(actor, 'Ubah', (tx) => tx.update(type, id, values)))
export const makeOpd = ({ store, actor }: Node, code: string) =>
  must(store.commit(actor, 'OPD', (tx) => tx.create('opd', { code, name: code })))
export const deviceRow = (of: Node): string =>
  String(office.admin.store.reader.where('device', { deviceId: of.store.head().device })[0]?.id)
export const revoke = (by: Node, of: Node, lastSeq: number) =>
  must(by.store.commit(by.actor, 'Cabut', (tx) => tx.update('device', deviceRow(of), { lastSeq })))

/** By whom and when the administrator says something of a form. */
export const said = (): object => ({
  statusBy: office.admin.actor.officer,
  statusAt: '2026-11-21T07:05:00.000Z',
})
/** A form with one row, known to all. */
export const makeForm = (status: FormStatus = 'diperiksa'): { form: string; row: string } => {
  const { opd, admin } = office
  const { store, actor } = admin
  const { value: form } = must(
    store.commit(actor, 'F', (tx) =>
      tx.create('budgetForm', { opd, year: 2027, version: 1, current: true, status }),
    ),
  )
  const { value: row } = must(
    store.commit(actor, 'B', (tx) => tx.create('budgetRow', { form, opd, stage: 'Asli', usulanAmount: 5 })),
  )
  spread(admin)
  return { form, row }
}
export const stage = ({ store }: Node, row: string) => store.reader.find('budgetRow', row)?.stage
