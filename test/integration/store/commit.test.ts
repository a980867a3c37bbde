import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stateHash } from '../../../electron/store/state-hash.ts'
import { rebuild } from '../../../electron/store/upkeep/rebuild.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { fail } from '../../../shared/contract/result.ts'
import { mostLongText, mostText } from '../../../shared/records/cell.ts'
import { definitionsVersion } from '../../../shared/records/index.ts'
import { must, openTestStore, refusal, type TestStore } from '../../fixtures/store.ts'

let at: TestStore
beforeEach(() => {
  at = openTestStore()
})
afterEach(() => at.close())

const newOpd = (values: Record<string, unknown> = { code: '1.01', name: 'Dinas Kesehatan' }): string =>
  must(at.store.commit(at.admin, 'OPD baru', (tx) => tx.create('opd', values))).value
const newRow = (values: Record<string, unknown> = {}): string =>
  must(
    at.store.commit(at.admin, 'Baris baru', (tx) => {
      const opd = tx.create('opd', { code: '1', name: 'Dinas' })
      const form = tx.create('budgetForm', {
        opd,
        year: 2027,
        version: 1,
        status: 'diterima',
        received: '2026-11-02',
      })
      return tx.create('budgetRow', {
        form,
        opd,
        resources: 'APBD : 10 Juta',
        usulanAmount: 10_000_000,
        usulanSource: 'APBD',
        ...values,
      })
    }),
  ).value
const count = (table: string): number =>
  (at.store.reader.row<{ n: number }>(`select count(*) as n from ${table}`) as { n: number }).n
const hashNow = (): string => stateHash(at.store.db, at.store.catalogue)

describe('a commit', () => {
  it('is all or nothing: a refusal in its middle leaves no row, no log entry and no search entry', () => {
    const before = { opd: count('opd'), log: count('_log'), parts: count('_part'), hash: hashNow() }
    const refused = at.store.commit(at.admin, 'setengah', (tx) => {
      tx.create('opd', { code: '1', name: 'Setengah jalan' })
      tx.create('opd', { code: '2', head: 5 as never })
    })
    expect(refusal(refused).type).toBe('WrongKind')
    expect({ opd: count('opd'), log: count('_log'), parts: count('_part'), hash: hashNow() }).toEqual(before)
    expect(at.store.reader.rows(`select rowid from _search where _search match 'setengah'`)).toEqual([])
  })

  it('is all or nothing when the work throws, and the next commit goes on with the chain', () => {
    const head = at.store.head().seq
    expect(() =>
      at.store.commit(at.admin, 'cacat', (tx) => {
        tx.create('opd', { code: '1', name: 'X' })
        throw new TypeError('defect')
      }),
    ).toThrow('defect')
    newOpd()
    expect(at.store.head().seq).toBe(head + 1)
    expect(verifyChain(at.store.db).faults).toEqual([])
  })

  it('names what it made by device, seq and place, and one that changes nothing is none', () => {
    const id = newOpd()
    const { device, seq } = at.store.head()
    expect(id).toBe(`${device}.${seq}.1`)
    const again = at.store.commit(at.admin, 'sama', (tx) => tx.update('opd', id, { name: 'Dinas Kesehatan' }))
    expect(refusal(again).type).toBe('NothingChanged')
  })

  it.each([
    ['an unknown field', { constructor: 'x' }, 'UnknownField'],
    ['another unknown field', { warna: 'biru' }, 'UnknownField'],
    ['a wrong kind', { active: 'ya' }, 'WrongKind'],
    ['half a surrogate pair', { name: 'a\ud800' }, 'WrongKind'],
  ])('refuses %s', (_name, values, type) => {
    expect(refusal(at.store.commit(at.admin, 'x', (tx) => tx.create('opd', values as never))).type).toBe(type)
  })

  it('refuses what the roles of the officer do not cover, also within one OPD', () => {
    const mine = newOpd()
    const other = newOpd({ code: '2', name: 'Dinas Lain' })
    const perencana = at.officer('Perencana OPD', ['perencana', mine])
    const form = (opd: string) => ({
      opd,
      year: 2027,
      version: 1,
      status: 'diterima' as const,
      received: '2026-11-02',
    })
    expect(must(at.store.commit(perencana, 'x', (tx) => tx.create('budgetForm', form(mine)))).seq).toBe(
      at.store.head().seq,
    )
    expect(refusal(at.store.commit(perencana, 'x', (tx) => tx.create('budgetForm', form(other)))).type).toBe(
      'Forbidden',
    )
    expect(refusal(at.store.commit(perencana, 'x', (tx) => tx.create('opd', { code: '3' }))).type).toBe(
      'Forbidden',
    )
    const own = at.store.reader.where('budgetForm', { opd: mine })[0]?.id as string
    expect(
      refusal(at.store.commit(perencana, 'x', (tx) => tx.update('budgetForm', own, { opd: other }))).type,
    ).toBe('Forbidden')
    const viewer = at.officer('Hanya lihat', ['hanya_lihat', null])
    expect(refusal(at.store.commit(viewer, 'x', (tx) => tx.update('opd', mine, { name: 'Y' }))).type).toBe(
      'Forbidden',
    )
  })

  it('refuses a stale save with the differences, and takes one of another field', () => {
    const id = newOpd()
    const seen = at.store.log.vector()
    must(at.store.commit(at.admin, 'x', (tx) => tx.update('opd', id, { name: 'Dinas Kesehatan Kota' })))
    const stale = at.store.commit(
      at.admin,
      'x',
      (tx) => tx.update('opd', id, { name: 'Dinkes', head: 'Budi' }),
      seen,
    )
    expect(refusal(stale)).toMatchObject({
      type: 'Stale',
      record: id,
      differences: [{ field: 'name', label: 'Nama', theirs: 'Dinas Kesehatan Kota', yours: 'Dinkes' }],
    })
    must(at.store.commit(at.admin, 'x', (tx) => tx.update('opd', id, { head: 'Budi' }), seen))
    expect(at.store.reader.find('opd', id)).toMatchObject({ name: 'Dinas Kesehatan Kota', head: 'Budi' })
  })

  it('refuses a stale save of another field of the same unit: amount and source belong together', () => {
    const id = newRow()
    const seen = at.store.log.vector()
    must(at.store.commit(at.admin, 'x', (tx) => tx.update('budgetRow', id, { usulanAmount: 12_000_000 })))
    expect(
      refusal(
        at.store.commit(at.admin, 'x', (tx) => tx.update('budgetRow', id, { usulanSource: 'DAK' }), seen),
      ).type,
    ).toBe('Stale')
    must(at.store.commit(at.admin, 'x', (tx) => tx.update('budgetRow', id, { note: 'periksa' }), seen))
  })

  it('refuses to delete a record that was changed after the screen was loaded', () => {
    const id = newOpd()
    const seen = at.store.log.vector()
    must(at.store.commit(at.admin, 'x', (tx) => tx.update('opd', id, { head: 'Budi' })))
    expect(refusal(at.store.commit(at.admin, 'x', (tx) => tx.remove('opd', id), seen)).type).toBe('Stale')
    must(at.store.commit(at.admin, 'x', (tx) => tx.remove('opd', id)))
    expect(at.store.reader.find('opd', id)).toBeNull()
    expect(refusal(at.store.commit(at.admin, 'x', (tx) => tx.update('opd', id, { head: 'Ani' }))).type).toBe(
      'NotFound',
    )
  })

  it('believes no screen that claims to have seen the future or a device that is not here', () => {
    const id = newOpd()
    const { device } = at.store.head()
    const seen = { [device]: 1, zzzzzzzzzz: 9, 'bukan perangkat': 3, constructor: 1 }
    must(
      at.store.commit(at.admin, 'x', (tx) => tx.update('opd', id, { head: 'Budi' }), {
        ...seen,
        [device]: 9_999_999,
      }),
    )
    must(at.store.commit(at.admin, 'x', (tx) => tx.update('opd', id, { head: 'Ani' })))
    expect(verifyChain(at.store.db).faults).toEqual([])
  })

  it('writes a unit whole, also the fields that stay', async () => {
    const { readCommit, commitAt } = await import('../../../electron/store/log.ts')
    const id = newRow()
    must(
      at.store.commit(at.admin, 'x', (tx) => tx.update('budgetRow', id, { usulanAmount: null, note: 'a' })),
    )
    const { device, seq } = at.store.head()
    const stored = commitAt(at.store.reader.statements, device, seq)
    expect(stored && readCommit(at.store.reader.statements, stored).changes[0]?.cells).toEqual({
      resources: 'APBD : 10 Juta',
      resourcesOther: null,
      usulanAmount: null,
      usulanSource: 'APBD',
      usulanFunding: null,
      note: 'a',
    })
  })

  it('keeps a row that was made and changed in one commit as small and as equal as one made at once', () => {
    const both = must(
      at.store.commit(at.admin, 'x', (tx) => {
        const id = tx.create('opd', { code: '1', name: 'A' })
        tx.update('opd', id, { name: 'B' })
        return id
      }),
    ).value
    expect(at.store.reader.row('select _clock, name from opd where id = ?', both)).toEqual({
      _clock: null,
      name: 'B',
    })
  })

  it('tells when it is on the disk, also one that is one with facts of this device', () => {
    const told: number[] = []
    const own = at.reopen({ onWritten: (store) => told.push(store.head().seq) })
    const { seq } = own.head()
    must(own.commit(at.admin, 'satu', (tx) => tx.create('opd', { code: '91' })))
    must(
      own.atomically(() => {
        const done = own.commit(at.admin, 'dua', (tx) => tx.create('opd', { code: '92' }))
        expect(told).toEqual([seq + 1])
        return done
      }),
    )
    expect(told).toEqual([seq + 1, seq + 2])
    const failed = own.atomically(() => {
      must(own.commit(at.admin, 'tiga', (tx) => tx.create('opd', { code: '93' })))
      return fail('NotThis', 'tidak jadi')
    })
    expect([refusal(failed).type, told.length]).toEqual(['NotThis', 2])
    must(own.commit(at.admin, 'empat', (tx) => tx.create('opd', { code: '94' })))
    expect(told.at(-1)).toBe(seq + 3)
    own.close()
  })

  it('is refused where no other device would take it: more than a part may hold', () => {
    const [most, note] = ['x'.repeat(mostText), 'x'.repeat(mostLongText)]
    const texts = { output: most, subOutput: most, stage: most, method: most, resources: most }
    const make = (rows: number, values: object) =>
      at.store.commit(at.admin, 'besar', (tx) => {
        for (let n = 0; n < rows; n += 1) tx.create('budgetRow', { ...values, note })
      })
    expect(refusal(make(1, { stage: `${most}x` })).type).toBe('TooLong')
    expect(refusal(make(200, texts)).type).toBe('TooLarge')
    expect(at.store.reader.where('budgetRow', {})).toEqual([])
  })

  it('goes on after another process wrote to the same file', () => {
    newOpd()
    const beside = at.reopen()
    must(
      beside.commit(at.admin, 'baris perintah', (tx) =>
        tx.create('opd', { code: '7', name: 'Dari baris perintah' }),
      ),
    )
    newOpd({ code: '8', name: 'Dari jendela' })
    must(beside.commit(at.admin, 'lagi', (tx) => tx.create('opd', { code: '9', name: 'Sekali lagi' })))
    beside.close()
    expect(count('opd')).toBe(4)
    expect(verifyChain(at.store.db)).toMatchObject({ faults: [], commits: count('_log') })
  })

  it('keeps counting when the clock of the machine jumps back or is broken', () => {
    let now = Date.parse('2036-01-01T00:00:00Z')
    const odd = openTestStore({ now: () => now })
    for (const moment of [
      '2016-01-01T00:00:00Z',
      '2036-06-01T00:00:00Z',
      '2290-01-01T00:00:00Z',
      '1960-01-01T00:00:00Z',
      '2027-01-01T00:00:00Z',
    ]) {
      now = Date.parse(moment)
      must(odd.store.commit(odd.admin, moment, (tx) => tx.create('opd', { code: moment })))
    }
    const clocks = odd.store.reader
      .rows<{ hlc: number }>('select hlc from _log order by seq')
      .map(({ hlc }) => hlc)
    expect(clocks).toEqual([...new Set(clocks)].sort((a, b) => a - b))
    expect(verifyChain(odd.store.db).faults).toEqual([])
    odd.close()
  })
})

describe('a rebuild', () => {
  const busy = (): void => {
    const opds = Array.from({ length: 5 }, (_unused, n) =>
      newOpd({ code: `${n}`, name: `Dinas ${n}`, active: n % 2 === 0 }),
    )
    const row = newRow({ extra: { Kolom: 'teks\u0000dengan nol' }, note: 'bendera 🇮🇩' })
    must(
      at.store.commit(at.admin, 'x', (tx) =>
        opds.forEach(
          (id, n) => void (n > 2 ? tx.remove('opd', id) : tx.update('opd', id, { head: `Kepala ${n}` })),
        ),
      ),
    )
    must(
      at.store.commit(at.admin, 'x', (tx) =>
        tx.update('budgetRow', row, { usulanAmount: -5, usulanFunding: [{ source: 'APBD', amount: -5 }] }),
      ),
    )
    must(
      at.store.commit(at.admin, 'x', (tx) =>
        Array.from({ length: 450 }, (_unused, n) =>
          tx.create('priceStandard', { item: `Barang ${n}`, price: n }),
        ),
      ),
    )
  }

  it('gives the very state that stood there, and the search index with it', () => {
    busy()
    const before = hashNow()
    at.store.close()
    const report = rebuild({
      path: at.path,
      key: at.key,
      definitions: at.options.definitions,
      definitionsVersion,
    })
    expect(report).toMatchObject({ equal: true, search: true, before, after: before })
    at.store = at.reopen()
    expect(at.store.reader.rows(`select rowid from _search where _search match 'barang'`)).toHaveLength(450)
    expect(
      at.store.reader.find('opd', at.store.reader.where('opd', { code: '0' })[0]?.id ?? ''),
    ).toMatchObject({ head: 'Kepala 0' })
    newOpd({ code: 'n', name: 'Sesudah' })
    expect(verifyChain(at.store.db).faults).toEqual([])
  })

  it('notices a table that was edited by hand, and puts right what the log says', () => {
    busy()
    const before = hashNow()
    const planted = [
      `update opd set name = 'Dinas Palsu' where code = '1'`,
      `update opd set _deleted = 1 where code = '0'`,
      `delete from priceStandard where item = 'Barang 7'`,
      `update opd set _clock = null where code = '1'`,
    ]
    for (const sql of planted) {
      at.store.db.exec(sql)
      expect(hashNow(), sql).not.toBe(before)
      at.store.close()
      expect(
        rebuild({ path: at.path, key: at.key, definitions: at.options.definitions, definitionsVersion }),
      ).toMatchObject({ equal: false, after: before })
      at.store = at.reopen()
      expect(hashNow()).toBe(before)
    }
  })

  it("leaves this device's own tables as they were", () => {
    at.store.db.exec(`insert into _localDraft values ('o', 'p', 'ketikan', '2026')`)
    at.store.close()
    rebuild({ path: at.path, key: at.key, definitions: at.options.definitions, definitionsVersion })
    at.store = at.reopen()
    expect(at.store.reader.rows('select value from _localDraft')).toEqual([{ value: 'ketikan' }])
  })
})
