import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchRecords } from '../../../electron/store/search/search.ts'
import { defineRecord } from '../../../shared/records/define.ts'
import { longText, reference, text } from '../../../shared/records/field.ts'
import { definitions } from '../../../shared/records/index.ts'
import { inItsTurn, isPlanted, must, openTestStore, type TestStore, times } from '../../fixtures/store.ts'

const letter = defineRecord('letter', {
  label: 'Surat',
  articles: [],
  writers: ['admin', 'perencana'],
  scope: 'opd',
  fields: {
    opd: reference('opd', 'OPD'),
    subject: text('Perihal').searchable(),
    body: longText('Isi').searchable(),
    secret: text('Rahasia').confidential().searchable(),
    plain: text('Biasa'),
  },
  title: (row) => row.subject ?? '',
})

let at: TestStore
beforeAll(() => {
  at = openTestStore({ definitions: [...definitions, letter] })
})
afterAll(() => at.close())

const write = (values: Record<string, unknown>): string =>
  must(at.store.commit(at.admin, 'surat', (tx) => tx.create('letter', values))).value
const titles = (words: string, limit = 30, opds: readonly string[] | null = null): string[] =>
  searchRecords(at.store.reader, words, limit, opds).map(({ title }) => title)

describe('search', () => {
  it('finds every word in any field that is searchable, with the last one unfinished, whatever its case and accents', () => {
    write({ subject: 'Permohonan domain', body: 'Dinas Kesehatan meminta laman baru; café' })
    expect(titles('kesehatan domain')).toEqual(['Permohonan domain'])
    expect(titles('PERMOHONAN dom')).toEqual(['Permohonan domain'])
    expect(titles('cafe lam')).toEqual(['Permohonan domain'])
    expect(titles('dom permohonan')).toEqual([])
    expect(titles('kesehatan sekolah')).toEqual([])
  })

  it('takes any input as words, never as a language of its own', () => {
    write({ subject: 'NEAR(a b) "kutip" OR tidak* ^x:y', body: '' })
    for (const typed of [
      '"',
      'NEAR(',
      'a OR',
      '*',
      ')',
      "'; drop table opd; --",
      'subject:x',
      '\u0000',
      '^',
      'a AND NOT b',
      '{a b}',
      '😀',
    ])
      expect(() => titles(typed), typed).not.toThrow()
    expect(titles('kutip OR tidak')).toEqual(['NEAR(a b) "kutip" OR tidak* ^x:y'])
    expect(titles(' .,; ')).toEqual([])
  })

  it('never finds a confidential field or one that is not searchable', () => {
    write({ subject: 'Sanksi', secret: 'namaterlapor', plain: 'takdicari' })
    expect([titles('namaterlapor'), titles('takdicari')]).toEqual([[], []])
    const { n } = at.store.reader.row<{ n: number }>(
      `select count(*) as n from _search where _search match 'namaterlapor OR takdicari'`,
    ) as { n: number }
    expect(n).toBe(0)
  })

  it('follows an edit, forgets a deleted record and finds it again when it is restored', () => {
    const id = write({ subject: 'Surat lama', body: 'kataawal' })
    must(at.store.commit(at.admin, 'ubah', (tx) => tx.update('letter', id, { body: 'kataakhir' })))
    expect([titles('kataawal'), titles('kataakhir')]).toEqual([[], ['Surat lama']])
    must(at.store.commit(at.admin, 'hapus', (tx) => tx.remove('letter', id)))
    expect(titles('kataakhir')).toEqual([])
    must(at.store.commit(at.admin, 'pulih', (tx) => tx.restore('letter', id, { $deleted: 0 })))
    expect(titles('kataakhir')).toEqual(['Surat lama'])
    const gone = at.store.commit(at.admin, 'x', (tx) => {
      tx.remove('letter', tx.create('letter', { subject: 'sekejap' }))
    })
    expect([gone.ok, titles('sekejap')]).toEqual([true, []])
  })

  it('puts the better match first, and at equal worth the newer', () => {
    write({ subject: 'Server', body: `ruang ${'lain '.repeat(60)} server` })
    write({ subject: 'Server server server', body: '' })
    write({ subject: 'Ruang server', body: '' })
    write({ subject: 'Ruang server', body: '' })
    expect(titles('server')[0]).toBe('Server server server')
    expect(titles('server').at(-1)).toBe('Server')
    const ids = searchRecords(at.store.reader, 'ruang server', 30, null)
      .filter(({ title }) => title === 'Ruang server')
      .map(({ id }) => id)
    expect(ids).toEqual([...ids].sort((a, b) => Number(b.split('.')[1]) - Number(a.split('.')[1])))
  })

  it('ranks only the newest 300 of a common word, and finds within the OPDs of the officer however many others match', () => {
    const [mine, other] = must(
      at.store.commit(at.admin, 'x', (tx) => [
        tx.create('opd', { code: '1', name: 'Satu' }),
        tx.create('opd', { code: '2', name: 'Dua' }),
      ]),
    ).value
    write({ subject: 'Milik satu', body: 'jaringan', opd: mine })
    must(
      at.store.commit(at.admin, 'banyak', (tx) =>
        Array.from({ length: 700 }, (_unused, n) =>
          tx.create('letter', { subject: `Milik dua ${n}`, body: 'jaringan', opd: other }),
        ),
      ),
    )
    expect(titles('jaringan', 30)).toHaveLength(30)
    expect(titles('jaringan', 30, [mine as string])).toEqual(['Milik satu'])
    expect(titles('jaringan', 1000)).toHaveLength(300)
  })

  it('finds the one OPD of a name beside hundreds of newer records that mention it', () => {
    must(at.store.commit(at.admin, 'opd', (tx) => tx.create('opd', { code: '7', name: 'Dinas Kebudayaan' })))
    must(
      at.store.commit(at.admin, 'banyak', (tx) => {
        for (let n = 0; n < 400; n += 1)
          tx.create('letter', { subject: `Kebudayaan ${n}`, body: 'Untuk dinas' })
      }),
    )
    expect(titles('kebudayaan', 500)).toContain('Dinas Kebudayaan')
    expect(titles('dinas kebuday', 500)).toContain('Dinas Kebudayaan')
  })

  it('finds a record by the beginning of a word however many words begin so, from three letters on', () => {
    must(
      at.store.commit(at.admin, 'banyak', (tx) => {
        for (let n = 0; n < 350; n += 1)
          tx.create('letter', { subject: `Nomor qqq${String(n).padStart(3, '0')}` })
      }),
    )
    expect(titles('qqq349')).toEqual(['Nomor qqq349'])
    expect(titles('qqq', 1000)).toHaveLength(300)
    expect(titles('nomor qqq34')).toHaveLength(10)
    expect(titles('nomor qq')).toHaveLength(30)
  })
})

const words = ['amanah', 'berkas', 'cermat', 'dinas', 'elok'] as const
const act = fc.record({
  do: fc.constantFrom('make' as const, 'change' as const, 'remove' as const, 'restore' as const),
  at: fc.nat(30),
  text: fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((list) => list.join(' ')),
})
const commitOf = fc.record({
  acts: fc.array(act, { minLength: 1, maxLength: 6 }),
  end: fc.constantFrom('kept' as const, 'kept' as const, 'refused' as const, 'rolled back' as const),
})

it('finds what the tables say, whatever was made, changed, deleted and restored in one commit, refused or rolled back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(commitOf, { minLength: 5, maxLength: 25 }),
      inItsTurn((commits) => {
        const { store, admin, close } = openTestStore({ definitions: [...definitions, letter] })
        try {
          const made: string[] = []
          const run = ({ acts, end }: (typeof commits)[number]): void => {
            const fresh: string[] = []
            const done = store.commit(admin, 'surat', (tx) => {
              for (const one of acts) {
                const id = [...made, ...fresh][one.at % Math.max(1, made.length + fresh.length)]
                const values = { subject: one.text }
                if (one.do === 'make' || id === undefined) fresh.push(tx.create('letter', values))
                else if (one.do === 'restore') tx.restore('letter', id, { $deleted: 0 })
                else if (store.reader.find('letter', id) === null) continue
                else if (one.do === 'change') tx.update('letter', id, values)
                else tx.remove('letter', id)
              }
              if (end === 'refused') tx.refuse({ type: 'X', message: '' })
            })
            if (done.ok && end === 'kept') made.push(...fresh)
          }
          for (const one of commits) {
            if (one.end !== 'rolled back') run(one)
            else
              expect(() =>
                store.db.transaction(() => {
                  run(one)
                  throw new Error('rolled back')
                })(),
              ).toThrow('rolled back')
          }
          for (const word of words) {
            const there = store.reader
              .where('letter', {})
              .filter(({ subject }) => String(subject).includes(word))
            const found = searchRecords(store.reader, `${word} `, 1000, null).filter(
              ({ type }) => type === 'letter',
            )
            expect(found.map(({ id }) => id).sort()).toEqual(there.map(({ id }) => id).sort())
          }
          expect(() =>
            store.db.exec(`insert into _search (_search) values ('integrity-check')`),
          ).not.toThrow()
        } finally {
          close()
        }
      }),
    ),
    { numRuns: times(40, 3000), endOnFailure: isPlanted },
  )
}, 3_600_000)
