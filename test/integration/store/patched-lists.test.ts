import { describe, expect, it } from 'vitest'
import { composition } from '../../../electron/composition.ts'
import { perform } from '../../../electron/core/contracted.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import { decodeWire, encodeWire } from '../../../shared/contract/wire.ts'
import { must, testNow } from '../../fixtures/store.ts'
import { forge } from './forge.ts'
import type { Node } from './network.ts'
import { create, makeForm, office } from './office.ts'

/** As the window asks: input and output checked by the contract, and as text over the wire. */
const ask = (node: Node, name: string, input: unknown): void => {
  const handler = composition.features
    .flatMap(({ handlers }) => [...handlers])
    .find((one) => one.kind === 'query' && one.call.name === name)
  if (handler?.kind !== 'query') throw new TypeError(`no query ${name}`)
  const { officer, grants } = node.actor
  const session = { officer, grants, opds: null, today: '2026-11-21' } as never
  const context = { reader: node.store.reader, session, now: () => testNow }
  const answer = perform(handler.call, input, (checked) => handler.run(context, checked as never))
  expect(decodeWire(encodeWire(answer))).toMatchObject({ ok: true })
}
const receive = (...changes: RowChange[]): void => {
  const { rogue, third } = office
  must(third.store.receive([forge(rogue, { changes })]))
}
const formOf = (cells: RowChange['cells'], n = 1): RowChange => {
  const whole = { opd: office.opd, year: 2027, version: 7, current: 1, status: 'diterima', ...cells }
  return create(office.rogue, 'budgetForm', whole, 1, n)
}

/** What one commit of a patched program says stands in the record, or is read as empty: the lists open for everybody. */
describe('no list is broken by', () => {
  it.each([
    ['an OPD that is no id', { opd: 'bukan-id' }],
    ['a mark that is nothing', { marks: '[null]' }],
    ['a file that is nothing', { files: '[null]' }],
    ['a left row that is nothing', { refused: '[null]' }],
  ])('a form with %s', (_name, cells) => {
    const { form } = makeForm()
    receive(formOf(cells))
    ask(office.third, 'budget.forms', { year: 2027, allVersions: true })
    ask(office.third, 'budget.form', { form })
  })

  it.each([
    ['an extra column that is a number', { extra: '{"a":1}' }],
    ['an extra column named as bytes are', { extra: '{"$bytes":"%%%"}' }],
    ['an extra column named as objects are', { extra: '{"$object":"x"}' }],
    ['a mark that is nothing', { marks: '[null]' }],
    ['a settled mark that is nothing', { settled: '[null]' }],
    ['a correction that is nothing', { corrected: '[null]' }],
    ['funding that is nothing', { usulanFunding: '[null]' }],
    ['a text that no cell holds', { duration: 'a'.repeat(4_000_000) }],
  ])('a row with %s', (_name, cells) => {
    const { form } = makeForm()
    receive(create(office.rogue, 'budgetRow', { form, opd: office.opd, stage: 'x', ...cells }))
    ask(office.third, 'budget.form', { form })
    ask(office.third, 'record.list', { type: 'budgetRow' })
  })

  it.each(['consolidation.summary', 'consolidation.points'])('rows of an OPD that is no id: %s', (call) => {
    makeForm()
    const form = formOf({ opd: 'bukan-id' })
    const odd = { output: 'o', usulanAmount: 3, extra: '{"$bytes":"%%%"}', marks: '[null]' }
    receive(form, create(office.rogue, 'budgetRow', { form: form.id, opd: 'bukan-id', ...odd }, 1, 2))
    ask(office.third, call, { year: 2027 })
  })
})
