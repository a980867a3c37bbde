import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formLock } from '../../../electron/budget/index.ts'
import { decide } from '../../../electron/conflict/decide.ts'
import { listDisputes, openDispute } from '../../../electron/conflict/disputes.ts'
import { history } from '../../../electron/store/history.ts'
import { undo } from '../../../electron/store/undo.ts'
import { must, refusal } from '../../fixtures/store.ts'
import { hashOf, missing, type Network, type Node, openNetwork } from '../store/network.ts'
import { deskOf } from './desk.ts'

let network: Network
let a: Node
let b: Node
let opd: string
let form: string
beforeAll(() => {
  network = openNetwork({ devices: 2, rules: [formLock] }, ['verifikator'])
  ;[a, b] = network.nodes as [Node, Node]
  opd = must(
    a.store.commit(a.actor, 'OPD', (tx) => tx.create('opd', { code: '1', name: 'Dinas Kesehatan' })),
  ).value
  form = must(
    a.store.commit(a.actor, 'Formulir', (tx) =>
      tx.create('budgetForm', { opd, year: 2027, version: 1, current: true, ...received }),
    ),
  ).value
  exchange()
})
afterAll(() => network.close())

const received = { status: 'diterima', statusBy: null, statusAt: null, statusNote: null } as const
const exchange = (): void => {
  must(b.store.receive(missing(a.store, b.store)))
  must(a.store.receive(missing(b.store, a.store)))
}
const row = (amount: number): string => {
  const { value } = must(
    a.store.commit(a.actor, 'Baris', (tx) =>
      tx.create('budgetRow', {
        form,
        opd,
        position: 1024,
        stage: 'Pengodean',
        resources: `APBD : ${amount}`,
        usulanAmount: amount,
        usulanSource: 'APBD',
      }),
    ),
  )
  exchange()
  return value
}
const write = (node: Node, id: string, values: Record<string, unknown>, reason = 'ubah') =>
  must(node.store.commit(node.actor, reason, (tx) => tx.update('budgetRow', id, values)))
const opened = (node: Node, id: string) => {
  const { dispute, seen, may } = must(openDispute(deskOf(node).query, { id }))
  if (dispute === null) throw new Error('nothing is disputed')
  return { dispute, seen, may }
}
const listed = (node: Node) => must(listDisputes(deskOf(node).query)).disputes

describe('a record that one officer deleted while another changed it', () => {
  it('stays deleted and is asked about; brought back, it holds what was changed', () => {
    const id = row(70)
    must(a.store.commit(a.actor, 'salah ketik', (tx) => tx.remove('budgetRow', id)))
    write(b, id, { note: 'sudah dibahas' }, 'dibahas')
    exchange()
    expect([hashOf(a.store), a.store.reader.find('budgetRow', id)]).toEqual([hashOf(b.store), null])
    const { dispute, seen } = opened(a, id)
    expect(listed(a).map((one) => one.id)).toContain(id)
    const [unit] = dispute.units
    const choice = unit?.proposals.find(({ reason }) => reason === 'dibahas')?.commit ?? ''
    const input = { id, unit: unit?.unit ?? '', choice, reason: 'dipakai', seen }
    must(decide(deskOf(a).command, input))
    exchange()
    for (const { store } of [a, b])
      expect(store.reader.find('budgetRow', id)).toMatchObject({ note: 'sudah dibahas', usulanAmount: 70 })
    expect([...listed(a), ...listed(b)].map((one) => one.id)).not.toContain(id)
  })

  it('is not asked about where whoever deleted it knew the change', () => {
    const id = row(71)
    write(b, id, { note: 'a' })
    exchange()
    must(a.store.commit(a.actor, 'hapus', (tx) => tx.remove('budgetRow', id)))
    exchange()
    expect([...listed(a), ...listed(b)].map((one) => one.id)).not.toContain(id)
  })
})

it('a lock that met an older word about the form is chosen by whoever may lock', () => {
  const other = must(
    a.store.commit(a.actor, 'Formulir', (tx) =>
      tx.create('budgetForm', { opd, year: 2031, version: 1, current: true, ...received }),
    ),
  ).value
  exchange()
  const word = (node: Node, status: 'diperiksa' | 'direkomendasikan' | 'dikunci') =>
    must(
      node.store.commit(node.actor, 'Keadaan', (tx) =>
        tx.update('budgetForm', other, {
          status,
          statusBy: node.actor.officer,
          statusAt: '2026-11-21T07:05:00.000Z',
          statusNote: null,
        }),
      ),
    )
  word(a, 'direkomendasikan')
  word(a, 'dikunci')
  word(b, 'diperiksa')
  exchange()
  const { dispute, seen } = opened(a, other)
  const [unit] = dispute.units
  const locked = unit?.proposals.find(({ values }) => values.some(({ words }) => /dikunci/i.test(words)))
  const input = { id: other, unit: unit?.unit ?? '', choice: locked?.commit ?? '', reason: 'benar', seen }
  must(decide(deskOf(a).command, input))
  exchange()
  for (const { store } of [a, b]) expect(store.reader.find('budgetForm', other)?.status).toBe('dikunci')
})

it('a decision is not undone: one of the values would stand as if nobody had doubted it', () => {
  const id = row(50)
  write(a, id, { usulanAmount: 60, resources: 'APBD : 60' })
  write(b, id, { usulanAmount: 45, resources: 'APBD : 45' })
  exchange()
  const { dispute, seen } = opened(a, id)
  const [unit] = dispute.units
  const choice = unit?.proposals[1]?.commit ?? ''
  const input = { id, unit: unit?.unit ?? '', choice, reason: 'sesuai berita acara', seen }
  const done = must(decide(deskOf(a).command, input))
  const refused = refusal(undo(a.store, a.actor, done.commit))
  expect(refused.type).toBe('NoUndo')
  expect(refused.message).toContain('memutuskan isian yang berbeda pada Baris anggaran')
  const decided = a.store.reader.find('budgetRow', id)?.usulanAmount
  must(undo(a.store, a.actor, write(a, id, { usulanAmount: 70 }).commit))
  expect(a.store.reader.find('budgetRow', id)?.usulanAmount).toBe(decided)
})

describe('two officers who wrote an amount without knowing of each other', () => {
  it('are both shown, with what was agreed before and who they are, and one of them is chosen for everybody', () => {
    const id = row(50)
    write(a, id, { usulanAmount: 60, resources: 'APBD : 60' }, 'Koreksi kantor')
    b.clock += 60_000
    write(b, id, { usulanAmount: 45, resources: 'APBD : 45' }, 'Koreksi lapangan')
    exchange()
    const [found] = listed(a)
    expect(found).toMatchObject({
      id,
      kind: 'Baris anggaran',
      opd: 'Dinas Kesehatan',
      values: 2,
      amounts: { least: 45, greatest: 60 },
    })
    const { dispute, seen, may } = opened(a, id)
    expect(may).toBe(true)
    const [unit] = dispute.units
    expect(unit).toMatchObject({
      unit: 'pendanaan',
      labels: ['Sumber daya yang digunakan', 'Jumlah usulan (Rp)'],
      agreed: { officer: 'Siti', values: [{ words: 'APBD : 50' }, { words: 'Rp50' }] },
      proposals: [
        { officer: 'Petugas 0', computer: 'laptop 0', reason: 'Koreksi lapangan', isShown: true },
        { officer: 'Siti', computer: 'pertama', reason: 'Koreksi kantor', isShown: false },
      ],
    })
    const kantor = unit?.proposals[1]?.commit ?? ''
    const input = { id, unit: 'pendanaan', choice: kantor, reason: 'Sesuai nota dinas', seen }
    must(decide(deskOf(a).command, input))
    exchange()
    for (const { store } of [a, b]) {
      expect(store.reader.find('budgetRow', id)).toMatchObject({ usulanAmount: 60, resources: 'APBD : 60' })
      expect(listed(a)).toEqual([])
      const reasons = history(store.reader, id).map(({ reason }) => reason)
      expect(reasons).toEqual([
        'Baris',
        'Koreksi kantor',
        'Koreksi lapangan',
        expect.stringMatching(/Pengodean.*APBD : 60, Rp60\. Alasan: Sesuai nota dinas$/),
      ])
    }
    expect(hashOf(a.store)).toBe(hashOf(b.store))
  })

  it('the value that is shown anyway can be confirmed', () => {
    const id = row(10)
    write(a, id, { stage: 'Analisis' })
    b.clock += 60_000
    write(b, id, { stage: 'Analisa' })
    exchange()
    const { dispute, seen } = opened(b, id)
    const choice = dispute.units[0]?.proposals.find(({ isShown }) => isShown)?.commit ?? ''
    must(decide(deskOf(b).command, { id, unit: 'stage', choice, reason: 'Begitu tertulis', seen }))
    exchange()
    expect(a.store.reader.find('budgetRow', id)?.stage).toBe('Analisa')
    expect([...listed(a), ...listed(b)]).toEqual([])
    expect(hashOf(a.store)).toBe(hashOf(b.store))
  })

  it('who wrote the same leave nothing to decide', () => {
    const id = row(11)
    write(a, id, { stage: 'Rapat' })
    write(b, id, { stage: 'Rapat' })
    exchange()
    expect(listed(a)).toEqual([])
    expect(must(openDispute(deskOf(a).query, { id })).dispute).toBeNull()
  })

  it('two decisions that did not know of each other are a dispute again', () => {
    const id = row(12)
    write(a, id, { stage: 'A' })
    write(b, id, { stage: 'B' })
    exchange()
    for (const [node, at] of [
      [a, 0],
      [b, 1],
    ] as const) {
      const { dispute, seen } = opened(node, id)
      const choice = dispute.units[0]?.proposals[at]?.commit ?? ''
      must(decide(deskOf(node).command, { id, unit: 'stage', choice, reason: 'pilihan', seen }))
    }
    exchange()
    const { dispute, seen } = opened(a, id)
    expect(dispute.units[0]?.proposals).toHaveLength(2)
    const choice = dispute.units[0]?.proposals[0]?.commit ?? ''
    must(decide(deskOf(a).command, { id, unit: 'stage', choice, reason: 'akhir', seen }))
    exchange()
    expect(listed(b)).toEqual([])
  })
})

describe('a decision', () => {
  let id: string
  beforeAll(() => {
    id = row(20)
    write(a, id, { method: 'Laravel' })
    write(b, id, { method: 'Django' })
    exchange()
  })
  const inputOf = (node: Node) => {
    const { dispute, seen } = opened(node, id)
    return {
      id,
      unit: 'method',
      choice: dispute.units[0]?.proposals[0]?.commit ?? '',
      reason: 'sesuai',
      seen,
    }
  }

  it('needs its reason, a value that is there, and a dispute', () => {
    const input = inputOf(a)
    const { command } = deskOf(a)
    expect(refusal(decide(command, { ...input, reason: '  ' })).type).toBe('ReasonMissing')
    expect(refusal(decide(command, { ...input, choice: 'aaaaaaaaaa.9' })).type).toBe('NotFound')
    expect(refusal(decide(command, { ...input, unit: 'stage' })).type).toBe('Decided')
  })

  it('of an officer of another OPD, or of a role that only looks, is refused; what is not theirs is not shown', () => {
    const input = inputOf(a)
    const other = deskOf(a, ['verifikator', form])
    expect(must(listDisputes(other.query)).disputes).toEqual([])
    expect(refusal(decide(other.command, input)).type).toBe('Decided')
    const looks = deskOf(a, ['hanya_lihat', null])
    expect(must(openDispute(looks.query, { id })).may).toBe(false)
    expect(refusal(decide(looks.command, input)).type).toBe('Forbidden')
    const own = deskOf(a, ['verifikator', opd])
    expect(must(openDispute(own.query, { id })).may).toBe(true)
  })

  it('from a screen that had not loaded all values is refused, and nothing changes', () => {
    const input = inputOf(a)
    const { device, seq } = b.store.head()
    const seen = { ...input.seen, [device]: seq - 1 }
    expect(refusal(decide(deskOf(a).command, { ...input, seen })).type).toBe('Stale')
    expect(opened(a, id).dispute.units[0]?.proposals).toHaveLength(2)
  })
})

describe('a state that nobody wins', () => {
  it('stays as it was agreed, and the officer who decides says it as an own word', () => {
    const setStatus = (node: Node, status: 'direkomendasikan' | 'dikembalikan', note: string) =>
      must(
        node.store.commit(node.actor, status, (tx) =>
          tx.update('budgetForm', form, {
            status,
            statusBy: node.actor.officer,
            statusAt: new Date(node.clock).toISOString(),
            statusNote: note,
          }),
        ),
      )
    setStatus(a, 'direkomendasikan', 'lengkap')
    setStatus(b, 'dikembalikan', 'kurang lampiran')
    exchange()
    expect(a.store.reader.find('budgetForm', form)?.status).toBe('diterima')
    const { dispute, seen } = opened(b, form)
    const [unit] = dispute.units
    expect(unit).toMatchObject({ unit: 'keadaan', isDecided: true, agreed: { isShown: true } })
    const choice = unit?.proposals.find(({ officer }) => officer === 'Siti')?.commit ?? ''
    b.clock += 1000
    must(decide(deskOf(b).command, { id: form, unit: 'keadaan', choice, reason: 'Lampiran menyusul', seen }))
    exchange()
    expect(a.store.reader.find('budgetForm', form)).toMatchObject({
      status: 'direkomendasikan',
      statusBy: b.actor.officer,
      statusNote: 'lengkap',
    })
    expect(hashOf(a.store)).toBe(hashOf(b.store))
  })

  it('keeps a form that was recommended from having its rows decided, and says why', () => {
    // Written before either knew of the recommendation.
    expect(listed(a).every(({ type }) => type === 'budgetRow')).toBe(true)
    const [left] = listed(a)
    if (left === undefined) throw new Error('nothing is left')
    const { dispute, seen } = opened(a, left.id)
    const [unit] = dispute.units
    const input = {
      id: dispute.id,
      unit: unit?.unit ?? '',
      choice: unit?.proposals[0]?.commit ?? '',
      reason: 'x',
      seen,
    }
    expect(refusal(decide(deskOf(a).command, input)).type).toBe('Locked')
  })
})

describe('a change that did not know that its form was recommended', () => {
  it('stands beside what the recommendation kept, named with who recommended; it is decided once the form is open again', () => {
    const made = must(
      a.store.commit(a.actor, 'Formulir', (tx) => {
        const own = tx.create('budgetForm', {
          opd,
          year: 2028,
          version: 1,
          current: true,
          ...received,
          status: 'diperiksa',
        })
        return { own, row: tx.create('budgetRow', { form: own, opd, stage: 'Analisis', usulanAmount: 7 }) }
      }),
    ).value
    exchange()
    const set = (status: 'direkomendasikan' | 'diperiksa') =>
      must(
        a.store.commit(a.actor, `Menjadi ${status}`, (tx) =>
          tx.update('budgetForm', made.own, {
            status,
            statusBy: a.actor.officer,
            statusAt: new Date(a.clock).toISOString(),
          }),
        ),
      )
    set('direkomendasikan')
    write(b, made.row, { stage: 'Kajian' }, 'Dari lapangan')
    exchange()
    const { dispute, seen } = opened(b, made.row)
    const [unit] = dispute.units
    expect(
      unit?.proposals.map(({ officer, values, isShown }) => [officer, values[0]?.words, isShown]),
    ).toEqual(
      expect.arrayContaining([
        ['Siti', 'Analisis', true],
        ['Petugas 0', 'Kajian', false],
      ]),
    )
    const choice = unit?.proposals.find(({ officer }) => officer === 'Petugas 0')?.commit ?? ''
    const input = { id: made.row, unit: 'stage', choice, reason: 'Benar dari lapangan' }
    expect(refusal(decide(deskOf(b).command, { ...input, seen })).type).toBe('Locked')
    set('diperiksa')
    exchange()
    must(decide(deskOf(b).command, { ...input, seen: opened(b, made.row).seen }))
    exchange()
    for (const { store } of [a, b]) expect(store.reader.find('budgetRow', made.row)?.stage).toBe('Kajian')
    expect(must(openDispute(deskOf(a).query, { id: made.row })).dispute).toBeNull()
    expect(hashOf(a.store)).toBe(hashOf(b.store))
  })
})
