import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillStore } from '../../../electron/demo/fill.ts'
import { findingsOf } from '../../../electron/records/findings.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { demoFill } from '../../../shared/contract/demo.ts'
import { logList, recordList } from '../../../shared/contract/records.ts'
import { demoCity } from '../../../shared/demo/city.ts'
import { ordinarySizes } from '../../../shared/demo/place.ts'
import { type Register, ref } from '../../../shared/demo/rows.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { demoDay } from '../../fixtures/demo-city.ts'
import { must, openTestStore, refusal, type TestStore, testNow } from '../../fixtures/store.ts'

const registers = demoCity(1, demoDay, ordinarySizes)
const sizes = (all: readonly Register[]) => all.map(({ type, rows }) => [type, rows.length])

describe('a store that is filled with the demonstration city', () => {
  let at: TestStore
  let before: number
  beforeAll(() => {
    at = openTestStore()
    before = at.store.head().seq
    must(fillStore(at.store, at.admin, () => registers))
  })
  afterAll(() => at.close())

  it('holds every row, and no more', () => {
    const { reader } = at.store
    expect(registers.map(({ type }) => [type, reader.where(type, {}).length])).toEqual(sizes(registers))
  })
  it('has one commit for each register', () => {
    expect(at.store.head().seq - before).toBe(registers.length)
  })
  it('has no record that lacks what it must have, names what is not there, or repeats what is unique', () => {
    const { reader } = at.store
    const found = registers.flatMap(({ type }) =>
      reader.where(type, {}).flatMap(({ id }) => {
        const row = reader.row(`select * from "${type}" where id = ?`, id)
        return findingsOf(reader, reader.definition(type), row as never).map(({ field, kind }) => [
          type,
          field,
          kind,
        ])
      }),
    )
    expect(found).toEqual([])
  })
  it('has a log whose chain and signatures hold', () => {
    const { faults, commits } = verifyChain(at.store.db)
    expect(faults).toEqual([])
    expect(commits).toBe(at.store.head().seq)
  })
  it('takes no row that names one which is not there', () => {
    const empty = openTestStore()
    const [opds] = registers
    const names = { type: 'person', rows: [{ key: 'a', values: { opd: ref('opd', 'nowhere') } }] } as const
    expect(() => fillStore(empty.store, empty.admin, () => [...(opds ? [opds] : []), names])).toThrow(
      'nowhere',
    )
    empty.close()
  })
  it('is not filled a second time', () => {
    expect(refusal(fillStore(at.store, at.admin, () => registers)).type).toBe('NotEmpty')
  })
})

describe('the call that fills a workspace', () => {
  let at: TestCore
  beforeAll(async () => {
    at = openTestCore({ now: () => testNow })
    await at.begin()
  })
  afterAll(() => at.close())

  it('makes the same city as the generator on that day, and says of what how many', async () => {
    const filled = must(await at.call(demoFill, {}))
    expect(filled.registers.map(({ type, rows }) => [type, rows])).toEqual(sizes(registers))
    const { total } = must(await at.call(recordList, { type: 'application' }))
    expect(total).toBe(ordinarySizes.applications)
    const { entries } = must(await at.call(logList, {}))
    expect(entries.map(({ reason }) => reason)).toContain('Data contoh: Aplikasi')
    expect(at.defects).toEqual([])
  })
  it('refuses where an OPD is recorded already', async () => {
    expect(refusal(await at.call(demoFill, {})).type).toBe('NotEmpty')
  })
})
