import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { history } from '../../../electron/store/history.ts'
import { stateHash } from '../../../electron/store/state-hash.ts'
import type { Guard } from '../../../electron/store/transaction.ts'
import { undo } from '../../../electron/store/undo.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { fail } from '../../../shared/contract/result.ts'
import { must, openTestStore, refusal, type TestStore } from '../../fixtures/store.ts'

const lock: Guard = ({ definition, row }) =>
  definition.type === 'opd' && row?.['head'] === 'TERKUNCI' ? fail('Locked', 'terkunci').error : null

let at: TestStore
beforeEach(() => {
  at = openTestStore({ guards: [lock] })
})
afterEach(() => at.close())

const create = (values: Record<string, unknown> = { code: '1', name: 'Dinas' }) =>
  must(at.store.commit(at.admin, 'OPD baru', (tx) => tx.create('opd', values)))
const change = (id: string, values: Record<string, unknown>) =>
  must(at.store.commit(at.admin, 'Ubah', (tx) => tx.update('opd', id, values)))
const back = (commit: string, actor = at.admin) => undo(at.store, actor, commit)
const opd = (id: string) => at.store.reader.find('opd', id)

describe('undo', () => {
  it('takes back a change, and the undo of the undo brings it again', () => {
    const { value: id } = create()
    const changed = change(id, { name: 'Dinas Baru', head: 'Budi', active: true })
    const undone = must(back(changed.commit))
    expect(opd(id)).toMatchObject({ name: 'Dinas', head: null, active: null })
    const again = must(back(undone.commit))
    expect(opd(id)).toMatchObject({ name: 'Dinas Baru', head: 'Budi', active: true })
    must(back(again.commit))
    expect(opd(id)).toMatchObject({ name: 'Dinas', head: null })
    expect(history(at.store.reader, id).map(({ operation }) => operation)).toEqual([
      'create',
      'update',
      'update',
      'update',
      'update',
    ])
    expect(verifyChain(at.store.db).faults).toEqual([])
  })

  it('names what the undo of an undo brings back, however often', () => {
    const { value: id } = create()
    const first = must(back(change(id, { name: 'Dinas Baru' }).commit))
    const second = must(back(first.commit))
    must(back(second.commit))
    expect(history(at.store.reader, id).map(({ reason }) => reason)).toEqual([
      'OPD baru',
      'Ubah',
      'Urungkan: Ubah',
      'Kembalikan lagi: Ubah',
      'Urungkan: Ubah',
    ])
  })

  it('takes back a new record and a deletion, from search too', () => {
    const { value: id, commit } = create({ code: '1', name: 'Perpustakaan' })
    const found = () =>
      at.store.reader.rows(`select rowid from _search where _search match 'perpustakaan'`).length
    const undone = must(back(commit))
    expect([opd(id), found()]).toEqual([null, 0])
    must(back(undone.commit))
    expect([opd(id)?.name, found()]).toEqual(['Perpustakaan', 1])
    const removed = must(at.store.commit(at.admin, 'hapus', (tx) => tx.remove('opd', id)))
    expect(found()).toBe(0)
    must(back(removed.commit))
    expect([opd(id)?.name, found()]).toEqual(['Perpustakaan', 1])
  })

  it('refuses an officer without the right before it names any record', () => {
    const { value: id, commit } = create({ code: '1', name: 'Dinas Rahasia' })
    change(id, { head: 'Budi' })
    const looking = {
      ...at.admin,
      grants: [{ role: 'hanya_lihat' as const, opd: null, from: null, until: null }],
    }
    const refused = refusal(back(commit, looking))
    expect(refused.type).toBe('Forbidden')
    expect(JSON.stringify(refused)).not.toContain('Dinas Rahasia')
  })

  it('says in the signed header which commit it undoes', async () => {
    const { decodeHeader } = await import('../../../shared/commit/header.ts')
    const { commit } = create()
    must(back(commit))
    const { header } = at.store.reader.row<{ header: Buffer }>(
      'select header from _log order by seq desc',
    ) as { header: Buffer }
    expect(decodeHeader(header).facts).toEqual({ undoes: commit })
  })

  it('is refused whole where a later commit touched one of the cells, and names the record', () => {
    const { value: first } = create({ code: '1', name: 'Dinas Satu' })
    const { value: second } = create({ code: '2', name: 'Dinas Dua' })
    const both = must(
      at.store.commit(at.admin, 'Ubah dua', (tx) => {
        tx.update('opd', first, { head: 'A' })
        tx.update('opd', second, { head: 'B' })
      }),
    )
    change(second, { head: 'C' })
    expect(refusal(back(both.commit))).toMatchObject({ type: 'ChangedLater', records: [second] })
    expect(refusal(back(both.commit)).message).toContain('Dinas Dua')
    expect(opd(first)?.head).toBe('A')
  })

  it('leaves later changes of other cells alone', () => {
    const { value: id } = create()
    const changed = change(id, { head: 'Budi' })
    change(id, { name: 'Dinas Lain' })
    must(back(changed.commit))
    expect(opd(id)).toMatchObject({ head: null, name: 'Dinas Lain' })
  })

  it('is refused for a new record that was changed since, and the second time', () => {
    const { value: id, commit } = create()
    const changed = change(id, { head: 'Budi' })
    expect(refusal(back(commit)).type).toBe('ChangedLater')
    must(back(changed.commit))
    expect(refusal(back(commit)).type).toBe('ChangedLater')
    expect(refusal(back(changed.commit)).type).toBe('ChangedLater')
  })

  it('is refused where a record outside of the commit points at one that would go', () => {
    const { value: id, commit } = create()
    must(
      at.store.commit(at.admin, 'formulir', (tx) =>
        tx.create('budgetForm', {
          opd: id,
          year: 2027,
          version: 1,
          status: 'diterima',
          received: '2026-11-02',
        }),
      ),
    )
    expect(refusal(back(commit))).toMatchObject({
      type: 'StillReferenced',
      records: ['Formulir anggaran “Formulir TA 2027 versi 1”'],
    })
  })

  it('takes back a new record that the same commit made others point at, but not one that a later commit pointed at it', () => {
    const { value: id } = create()
    const unit = create({ code: '2', name: 'Unit' }).value
    const founded = () =>
      must(
        at.store.commit(at.admin, 'Digabung', (tx) => {
          const parent = tx.create('opd', { code: '3', name: 'Induk' })
          tx.update('opd', unit, { parent })
          return parent
        }),
      )
    const first = founded()
    must(back(first.commit))
    expect([opd(unit)?.parent, opd(first.value)]).toEqual([null, null])
    const second = founded()
    change(id, { parent: second.value })
    expect(refusal(back(second.commit))).toMatchObject({
      type: 'StillReferenced',
      records: ['Perangkat daerah “Dinas”'],
    })
  })

  it('is refused where a rule of a feature forbids the change', () => {
    const { value: id } = create()
    change(id, { head: 'TERKUNCI' })
    const { commit } = must(
      at.store.commit(at.admin, 'x', (tx) => tx.create('opd', { code: '5', name: 'Dinas Lima' })),
    )
    must(back(commit))
    const seq = at.store.head().seq
    expect(refusal(back(`${at.store.head().device}.${seq - 2}`)).type).toBe('Locked')
  })

  it('is refused to an officer whose roles do not cover the change', () => {
    const { commit } = create()
    expect(refusal(back(commit, at.officer('Petugas monev', ['petugas_monev', null]))).type).toBe('Forbidden')
  })

  it('is refused for accounts, for the beginning, and for commits that do not exist', () => {
    const officer = at.officer('Baru', ['perencana', null])
    expect(refusal(back(officer.officer.split('.').slice(0, 2).join('.'))).type).toBe('NoUndo')
    expect(refusal(back(`${at.store.head().device}.1`)).type).toBe('NoUndo')
    for (const commit of ['', 'x', 'aaaaaaaaaa.99', `${at.store.head().device}.0`, '..'])
      expect(refusal(back(commit)).type).toBe('CommitNotFound')
  })

  it('takes back a commit that made and changed a record at once', () => {
    const done = must(
      at.store.commit(at.admin, 'x', (tx) => {
        const id = tx.create('opd', { code: '1', name: 'A' })
        tx.update('opd', id, { name: 'B' })
        return id
      }),
    )
    const undone = must(back(done.commit))
    expect([opd(done.value), undone.value]).toEqual([null, 1])
    must(back(undone.commit))
    expect(opd(done.value)?.name).toBe('B')
  })

  it('takes back a whole unit, also the fields of it that the commit only carried along', () => {
    const row = must(
      at.store.commit(at.admin, 'baris', (tx) => {
        const made = tx.create('opd', { code: '1', name: 'Dinas' })
        const form = tx.create('budgetForm', {
          opd: made,
          year: 2027,
          version: 1,
          status: 'diterima',
          received: '2026-11-02',
        })
        return tx.create('budgetRow', {
          form,
          opd: made,
          resources: 'APBD : 1 Juta',
          usulanAmount: 1_000_000,
          usulanSource: 'APBD',
        })
      }),
    ).value
    const before = stateHashOf('budgetRow', row)
    const edited = must(
      at.store.commit(at.admin, 'x', (tx) =>
        tx.update('budgetRow', row, { usulanAmount: 2_000_000, usulanSource: 'DAK' }),
      ),
    )
    must(back(edited.commit))
    expect(stateHashOf('budgetRow', row)).toEqual(before)
  })

  it('takes back an import of thousands of rows, and a change of them all, in about the time they took', () => {
    const rows = 3000
    const started = performance.now()
    const imported = must(
      at.store.commit(at.admin, 'impor', (tx) =>
        Array.from({ length: rows }, (_unused, n) =>
          tx.create('priceStandard', { item: `Barang ${n}`, price: n, year: 2027 }),
        ),
      ),
    )
    const took = performance.now() - started
    const changed = must(
      at.store.commit(at.admin, 'naik', (tx) =>
        imported.value.forEach((id, n) => void tx.update('priceStandard', id, { price: n + 1 })),
      ),
    )
    const before = performance.now()
    expect(must(back(changed.commit)).value).toBe(rows)
    expect(performance.now() - before).toBeLessThan(20 * took + 2000)
    expect(at.store.reader.find('priceStandard', imported.value[7] ?? '')?.price).toBe(7)
    const again = at.store.commit(at.admin, 'turun', (tx) =>
      imported.value.slice(0, 9).forEach((id) => void tx.update('priceStandard', id, { price: 0 })),
    )
    expect(refusal(back(imported.commit)).type).toBe('ChangedLater')
    must(back(must(again).commit))
    const clean = must(
      at.store.commit(at.admin, 'impor', (tx) =>
        Array.from({ length: rows }, (_unused, n) => tx.create('priceStandard', { item: `Jasa ${n}` })),
      ),
    )
    const hash = stateHash(at.store.db, at.store.catalogue)
    const undone = must(back(clean.commit))
    expect(at.store.reader.where('priceStandard', {}).length).toBe(rows)
    must(back(undone.commit))
    expect(at.store.reader.where('priceStandard', {}).length).toBe(2 * rows)
    expect(hash).not.toBe(stateHash(at.store.db, at.store.catalogue))
  })
})

const stateHashOf = (type: string, id: string): unknown => {
  const { _clock, ...row } = at.store.reader.row(`select * from "${type}" where id = ?`, id) as Record<
    string,
    unknown
  >
  return row
}

describe('history', () => {
  it('tells every change of a record, oldest first, with the value before and after', () => {
    const { value: id } = create({ code: '1', name: 'Dinas', active: true })
    change(id, { name: 'Dinas Baru' })
    must(at.store.commit(at.admin, 'hapus', (tx) => tx.remove('opd', id)))
    expect(history(at.store.reader, id).map(({ reason, cells }) => [reason, cells])).toEqual([
      [
        'OPD baru',
        [
          { field: 'code', before: null, after: '1' },
          { field: 'name', before: null, after: 'Dinas' },
          { field: 'active', before: null, after: 1 },
        ],
      ],
      ['Ubah', [{ field: 'name', before: 'Dinas', after: 'Dinas Baru' }]],
      ['hapus', [{ field: '$deleted', before: null, after: 1 }]],
    ])
    expect(history(at.store.reader, 'aaaaaaaaaa.1.1')).toEqual([])
    expect(history(at.store.reader, 'bukan kode')).toEqual([])
  })
})
