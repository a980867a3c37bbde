import { expect, it } from 'vitest'
import { rowAsOf } from '../../../electron/store/as-of.ts'
import type { Rule } from '../../../electron/store/judging/lawful.ts'
import { fail } from '../../../shared/contract/result.ts'
import { must, refusal } from '../../fixtures/store.ts'
import { forge } from './forge.ts'
import { missing, type Node, openNetwork } from './network.ts'

it('who says to have seen a change has seen what it rests on, so that all devices see the same with them', () => {
  const network = openNetwork({ devices: 3 })
  try {
    const [a, b, c] = network.nodes as [Node, Node, Node]
    const give = (from: Node, to: Node): void => void must(to.store.receive(missing(from.store, to.store)))
    const form = must(
      a.store.commit(a.actor, 'Formulir', (tx) =>
        tx.create('budgetForm', { year: 2027, status: 'diterima' }),
      ),
    ).value
    for (const to of [b, c]) give(a, to)
    const state = ({ store, actor }: Node, status: 'diperiksa' | 'dikembalikan'): void =>
      void must(store.commit(actor, 'Keadaan', (tx) => tx.update('budgetForm', form, { status })))
    state(b, 'diperiksa')
    give(b, c)
    state(c, 'dikembalikan')
    // Says to have seen what the third wrote, and not what that rests on.
    const before = b.store.log.head(b.store.head().device).seq - 1
    const cells = { status: 'diterima', statusBy: null, statusAt: null, statusNote: 'x' }
    const seen = { ...c.store.log.vector(), [b.store.head().device]: before }
    for (const to of [a, b]) give(c, to)
    const odd = forge(a, { seen, changes: [{ type: 'budgetForm', id: form, operation: 'update', cells }] })
    for (const { store } of [b, c]) expect(must(store.receive([odd])).applied).toBe(1)
    state(b, 'diperiksa')
    const { device, seq } = a.store.head()
    const known = { ...b.store.log.vector(), [device]: seq + 1, [b.store.head().device]: before + 1 }
    const without = Object.fromEntries(
      Object.entries(known).filter(([name]) => name !== c.store.head().device),
    )
    const statusAt = ({ store }: Node) => rowAsOf(store.reader, 'budgetForm', form, without)?.['statusNote']
    expect([statusAt(b), statusAt(c)]).toEqual(['x', 'x'])
  } finally {
    network.close()
  }
})

it('a save is refused where it is written when others, who judge by the screen, would refuse it', () => {
  /** Rows are written for forms of 2027 alone. */
  const rowsOf2027: Rule = ({ definition, cells, look }) =>
    definition.type === 'budgetRow' && look('budgetForm', String(cells['form']))?.['year'] !== 2027
      ? fail('OtherYear', 'tahun lain').error
      : null
  const network = openNetwork({ devices: 2, rules: [rowsOf2027] })
  try {
    const [a, b] = network.nodes as [Node, Node]
    const form = must(
      a.store.commit(a.actor, 'Formulir', (tx) => tx.create('budgetForm', { year: 2030, current: true })),
    ).value
    const screen = a.store.log.vector()
    must(b.store.receive(missing(a.store, b.store)))
    must(b.store.commit(b.actor, 'Tahun', (tx) => tx.update('budgetForm', form, { year: 2027 })))
    must(a.store.receive(missing(b.store, a.store)))
    const both = a.store.commit(
      a.actor,
      'Surat dan baris',
      (tx) => {
        tx.update('budgetForm', form, { letter: '045/1' })
        tx.create('budgetRow', { form, stage: 'Analisis' })
      },
      screen,
    )
    expect(refusal(both).type).toBe('OtherYear')
    must(b.store.receive(missing(a.store, b.store)))
    expect(b.store.refused()).toEqual([])
  } finally {
    network.close()
  }
})
