import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { disputeOf } from '../../../electron/store/disputes.ts'
import type { Store } from '../../../electron/store/store.ts'
import { undo } from '../../../electron/store/undo.ts'
import { deletedKey, type RowChange } from '../../../shared/commit/part.ts'
import { fail } from '../../../shared/contract/result.ts'
import { must, refusal } from '../../fixtures/store.ts'
import { things } from '../../fixtures/things.ts'
import { forge } from './forge.ts'
import { hashOf, missing, type Network, type Node, openNetwork } from './network.ts'

let network: Network
let office: Node
let laptop: Node
let form: string
let row: string

const give = (from: Node, to: Node): void => {
  must(to.store.receive(missing(from.store, to.store)))
}
const exchange = (): void => {
  give(office, laptop)
  give(laptop, office)
}
const rowsOf = ({ store }: Node) => store.reader.where('budgetRow', { form })
const shown = (node: Node, id = row) => node.store.reader.find('budgetRow', id)
const disputed = ({ store }: Node): string[] =>
  store.reader
    .rows<{ record: string }>('select record from _dispute order by record')
    .map(({ record }) => record)

const put = ({ store, actor }: Node, type: 'budgetRow' | 'budgetForm', id: string, values: object) =>
  must(store.commit(actor, 'Ubah', (tx) => tx.update(type, id, values)))
const state = (node: Node, status: string) => put(node, 'budgetForm', form, { status })
const makeRow = ({ store, actor }: Node, stage: string): string =>
  must(store.commit(actor, 'Baris', (tx) => tx.create('budgetRow', { form, stage, usulanAmount: 5 }))).value
const remove = ({ store, actor }: Node, id: string) =>
  must(store.commit(actor, 'Hapus', (tx) => tx.remove('budgetRow', id)))

/** Both devices, whoever spoke first, and a third that hears everything in another order. */
const expectAlike = (): void => {
  exchange()
  const [first, second, third] = network.nodes.map(({ store }) => store) as [Store, Store, Store]
  expect(hashOf(first)).toBe(hashOf(second))
  must(third.receive(missing(second, third).reverse()))
  must(third.receive(missing(first, third)))
  expect(hashOf(third)).toBe(hashOf(first))
}

beforeEach(() => {
  network = openNetwork({ devices: 3 })
  ;[office, laptop] = network.nodes as [Node, Node]
  form = must(
    office.store.commit(office.actor, 'Formulir', (tx) =>
      tx.create('budgetForm', {
        year: 2027,
        version: 1,
        current: true,
        status: 'diperiksa',
        received: '2026-11-02',
      }),
    ),
  ).value
  row = must(
    office.store.commit(office.actor, 'Baris', (tx) =>
      tx.create('budgetRow', { form, stage: 'Analisis', method: 'Rapat', usulanAmount: 40 }),
    ),
  ).value
  give(office, laptop)
})
afterEach(() => network.close())

it('a change that went again with its transaction stands beside nothing', () => {
  const third = network.nodes[2] as Node
  give(office, third)
  put(office, 'budgetRow', row, { stage: 'A' })
  put(laptop, 'budgetRow', row, { stage: 'B' })
  const undone = third.store.atomically(() => {
    give(office, third)
    give(laptop, third)
    return fail('NothingChanged', '')
  })
  expect(undone.ok).toBe(false)
  put(third, 'budgetRow', row, { stage: 'C' })
  give(laptop, third)
  const heads = disputeOf(third.store.reader, row)?.units.flatMap((unit) => unit.heads)
  expect(heads?.map(({ cells }) => cells['stage']).sort()).toEqual(['B', 'C'])
  give(office, third)
  give(third, office)
  expectAlike()
})

describe('a change that did not know of a lock', () => {
  it.each(['direkomendasikan', 'dikunci'])('is asked about where it deletes what %s closes', (status) => {
    state(office, status)
    must(laptop.store.commit(laptop.actor, 'Hapus', (tx) => tx.remove('budgetForm', form)))
    expectAlike()
    for (const { store } of [office, laptop]) {
      const dispute = disputeOf(store.reader, form)
      const asked = dispute?.units.find(({ unit }) => unit === deletedKey)
      expect(asked?.heads.map(({ cells }) => cells[deletedKey]).sort()).toEqual([0, 1])
    }
  })

  it('is a proposal, never an edit, whichever arrives first', () => {
    state(office, 'direkomendasikan')
    put(laptop, 'budgetRow', row, { stage: 'Kajian', usulanAmount: 90 })
    expectAlike()
    for (const node of [office, laptop]) {
      expect(shown(node)).toMatchObject({ stage: 'Analisis', usulanAmount: 40 })
      expect(disputed(node)).toEqual([row])
    }
  })

  it('stays one although the lock was lifted before it arrived', () => {
    state(office, 'direkomendasikan')
    put(laptop, 'budgetRow', row, { stage: 'Kajian' })
    state(office, 'diperiksa')
    expectAlike()
    expect(shown(office)?.stage).toBe('Analisis')
    expect(disputed(laptop)).toEqual([row])
  })

  it('is reckoned once for each lock, though every later one knew of those before it', () => {
    for (let time = 0; time < 30; time += 1) {
      put(laptop, 'budgetRow', row, { stage: `Kajian ${time}` })
      state(office, 'direkomendasikan')
      state(office, 'diperiksa')
      exchange()
    }
    expectAlike()
    expect(shown(laptop)?.stage).toBe('Analisis')
    expect(disputed(laptop)).toEqual([row])
  })

  it('tells of every record that the lock of another closed', () => {
    put(laptop, 'budgetRow', row, { stage: 'Kajian' })
    state(office, 'direkomendasikan')
    expect(must(laptop.store.receive(missing(office.store, laptop.store))).types).toEqual(
      expect.arrayContaining(['budgetForm', 'budgetRow']),
    )
  })

  it('does not win by its clock over what somebody wrote who knew of the lock', () => {
    state(office, 'direkomendasikan')
    state(office, 'diperiksa')
    laptop.clock += 60_000
    put(laptop, 'budgetRow', row, { stage: 'Kajian' })
    put(office, 'budgetRow', row, { stage: 'Rancangan' })
    expectAlike()
    expect(shown(laptop)?.stage).toBe('Rancangan')
  })

  it('stays with all that the same officer built on it', () => {
    state(office, 'direkomendasikan')
    put(laptop, 'budgetRow', row, { stage: 'Kajian' })
    put(laptop, 'budgetRow', row, { stage: 'Kajian dan rapat' })
    expectAlike()
    expect(shown(office)?.stage).toBe('Analisis')
  })

  it('is no proposal where it was known to whoever locked', () => {
    put(laptop, 'budgetRow', row, { stage: 'Kajian' })
    give(laptop, office)
    state(office, 'direkomendasikan')
    expectAlike()
    expect(shown(laptop)?.stage).toBe('Kajian')
    expect(disputed(laptop)).toEqual([])
  })

  it('is decided by whoever knows both, and then stands for everybody', () => {
    state(office, 'direkomendasikan')
    put(laptop, 'budgetRow', row, { stage: 'Kajian', usulanAmount: 90 })
    exchange()
    state(office, 'diperiksa')
    put(office, 'budgetRow', row, { stage: 'Kajian', usulanAmount: 41 })
    expectAlike()
    expect(shown(laptop)).toMatchObject({ stage: 'Kajian', usulanAmount: 41 })
    expect([...disputed(office), ...disputed(laptop)]).toEqual([])
  })
})

describe('a proposal that met a lock', () => {
  beforeEach(() => {
    state(office, 'direkomendasikan')
    put(laptop, 'budgetRow', row, { stage: 'Kajian' })
    exchange()
    state(office, 'diperiksa')
  })

  it('is turned down by saying again what is shown', () => {
    put(office, 'budgetRow', row, { stage: 'Analisis' })
    expectAlike()
    expect(shown(laptop)?.stage).toBe('Analisis')
    expect([...disputed(office), ...disputed(laptop)]).toEqual([])
  })

  it('does not come in by an undo of what settled it', () => {
    const { commit } = put(office, 'budgetRow', row, { stage: 'Rancangan' })
    expect(refusal(undo(office.store, office.actor, commit)).type).toBe('NoUndo')
    expect(shown(office)?.stage).toBe('Rancangan')
  })
})

describe('a row that was made, or deleted, without knowing of the lock', () => {
  it('is not there until somebody takes it in', () => {
    state(office, 'direkomendasikan')
    const added = makeRow(laptop, 'Pelatihan')
    expectAlike()
    for (const node of [office, laptop]) {
      expect(rowsOf(node).map(({ id }) => id)).toEqual([row])
      expect(disputed(node)).toEqual([added])
    }
    state(office, 'diperiksa')
    must(office.store.commit(office.actor, 'Terima', (tx) => tx.restore('budgetRow', added, { $deleted: 0 })))
    expectAlike()
    expect(shown(laptop, added)).toMatchObject({ stage: 'Pelatihan', usulanAmount: 5 })
    expect(disputed(laptop)).toEqual([])
  })

  it('stays until somebody agrees that it goes', () => {
    state(office, 'dikunci')
    remove(laptop, row)
    expectAlike()
    expect(rowsOf(laptop).map(({ id }) => id)).toEqual([row])
    expect(disputed(office)).toEqual([row])
  })
})

describe('the facts of a form that was locked meanwhile', () => {
  it('stay as they were locked, and those of one that is only recommended merge', () => {
    state(office, 'direkomendasikan')
    put(laptop, 'budgetForm', form, { letter: '045/11' })
    exchange()
    expect(office.store.reader.find('budgetForm', form)?.letter).toBe('045/11')
    state(office, 'dikunci')
    put(laptop, 'budgetForm', form, { letter: '045/12' })
    expectAlike()
    expect(laptop.store.reader.find('budgetForm', form)?.letter).toBe('045/11')
    expect(disputed(office)).toEqual([form])
  })
})

it('a lock is not withdrawn in the commit that set it: whom it met would depend on the order of arrival', () => {
  const set = (status: string): RowChange => ({
    type: 'budgetForm',
    id: form,
    operation: 'update',
    cells: { status, statusBy: null, statusAt: null, statusNote: null },
  })
  put(office, 'budgetRow', row, { stage: 'Kajian' })
  const both = forge(laptop, { changes: [set('direkomendasikan'), set('diperiksa')] })
  must(office.store.receive([both]))
  expect(office.store.refused()).toMatchObject([{ reason: 'ruled' }])
  expect(office.store.refused()[0]?.detail).toContain('dikunci dan dibuka lagi dalam satu catatan')
  expect([shown(office)?.stage, disputed(office)]).toEqual(['Kajian', []])
})

describe('a record that is made closed', () => {
  let small: Network
  beforeEach(() => {
    small = openNetwork({ devices: 3, definitions: things })
  })
  afterEach(() => small.close())

  it('meets what somebody put into it who could not know of it, whichever arrives first', () => {
    const [first, second, third] = small.nodes as [Node, Node, Node]
    const { device, seq } = first.store.head()
    const folder = `${device}.${seq + 1}.1`
    const closed: RowChange = {
      type: 'folder',
      id: folder,
      operation: 'create',
      cells: { state: 'tertutup', name: 'A' },
    }
    const made = forge(first, { changes: [closed] })
    const put = must(
      second.store.commit(second.actor, 'Lembar', (tx) => tx.create('page', { folder, cost: 5 })),
    ).value
    const [page] = missing(second.store, third.store)
    if (page === undefined) throw new Error('nothing was written')
    must(second.store.receive([made]))
    must(third.store.receive([made]))
    must(third.store.receive([page]))
    expect(hashOf(second.store)).toBe(hashOf(third.store))
    expect(disputed(second)).toEqual([put])
  })
})

it('a form that was recommended before is noted and opened again in one commit, whichever comes first', () => {
  state(office, 'direkomendasikan')
  must(
    office.store.commit(office.actor, 'Catat dan buka', (tx) => {
      tx.update('budgetForm', form, { letter: '045/2' })
      tx.update('budgetForm', form, { status: 'diperiksa' })
    }),
  )
  expectAlike()
  expect(laptop.store.refused()).toEqual([])
  expect(laptop.store.reader.find('budgetForm', form)).toMatchObject({ letter: '045/2', status: 'diperiksa' })
})
