import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findIn, isNamed, type KnownOpd, matchName, searchOpds } from '../../../shared/rules/opd/match.ts'

const opds = (JSON.parse(readFileSync('resources/samples/opd.json', 'utf8')) as Omit<KnownOpd, 'id'>[]).map(
  (opd) => ({ ...opd, id: opd.code }),
)
const bareOpds = opds.map((opd) => ({ ...opd, short: '' }))
const pupr = '1.03.01'

describe('an OPD by a written name', () => {
  it.each([
    ['DINAS PEKERJAAN UMUM DAN PENATAAN RUANG', pupr],
    ['Dinas Pekerjaan Umum & Penataan Ruang', pupr],
    ['Dinas Pekerjaan Umum dan Penataan Ruang Kota Prabumulih', pupr],
    ['PEMERINTAH KOTA PRABUMULIH – DINAS PEKERJAAN UMUM DAN PENATAAN RUANG', pupr],
    ['dinas pupr', pupr],
    ['PUPR', pupr],
    [
      'Dinas Pengendalian Penduduk Keluarga Berencana Pemberdayaan Perempuan dan Perlindungan Anak',
      '2.08.01',
    ],
  ])('is sure of “%s”', (written, code) => {
    expect(matchName(written, opds).sure?.code).toBe(code)
  })
  it.each([
    ['Dinas PUPR', pupr],
    ['DPUPR', pupr],
    ['Dinas Pekerjaan Umum', pupr],
    ['Dinas Kesehaatn', '1.02.01'],
    ['Dinas Pekerjan Umum dan Penataan Ruang', pupr],
  ])('only asks about “%s” where the register has no short name', (written, code) => {
    const { sure, maybe } = matchName(written, bareOpds)
    expect([sure, maybe[0]?.code]).toEqual([null, code])
  })
  it.each(['Dinas Pariwisata Bahari', 'Badan Sosial', 'Dinas', 'Kota Prabumulih', ''])(
    'is of nobody: “%s”',
    (written) => {
      expect(matchName(written, opds)).toEqual({ sure: null, maybe: [] })
    },
  )
  it('asks where two of the register have the name', () => {
    const twins = ['a', 'b'].map((id) => ({ id, code: '', name: 'Dinas Kesehatan', short: '' }))
    expect(matchName('dinas kesehatan', twins)).toEqual({ sure: null, maybe: twins })
  })

  const opd = fc.constantFrom(...opds)
  const dressed = opd.chain((own) =>
    fc
      .record({
        upper: fc.constantFrom(0, 1, 2),
        amp: fc.boolean(),
        comma: fc.boolean(),
        gap: fc.constantFrom(' ', '  ', ' \t', '\u00a0'),
        city: fc.constantFrom('', ' Kota Prabumulih', ' Kabupaten Ogan Ilir', ', KOTA LUBUK LINGGAU'),
        dot: fc.constantFrom('', '.', ' –', ':'),
      })
      .map(({ upper, amp, comma, gap, city, dot }) => {
        const name = amp ? own.name.replaceAll(' dan ', ' & ') : own.name
        const text =
          `${comma ? name.replaceAll(',', ' ,') : name.replaceAll(',', '')}${city}${dot}`.replaceAll(' ', gap)
        const written = upper === 0 ? text : upper === 1 ? text.toUpperCase() : text.toLowerCase()
        return { own, written }
      }),
  )
  it('knows every name of the register again however it is dressed', () => {
    fc.assert(
      fc.property(dressed, ({ own, written }) => {
        expect(matchName(written, opds).sure).toBe(own)
      }),
    )
  })
  it('is sure of one exactly where that one alone is so named, and never sure and asking at once', () => {
    const words = fc.constantFrom(
      'Dinas',
      'Badan',
      'Umum',
      'Kesehatan',
      'Sosial',
      'Daerah',
      'PUPR',
      'Keuangan',
      'Aset',
    )
    const text = fc.array(words, { maxLength: 5 }).map((all) => all.join(' '))
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), fc.subarray(opds), (written, register) => {
        const { sure, maybe } = matchName(written, register)
        const named = register.filter((each) => isNamed(written, each))
        expect(sure).toBe(named.length === 1 ? named[0] : null)
        if (sure !== null) expect(maybe).toEqual([])
        for (const each of maybe) expect(register).toContain(each)
      }),
    )
  })
})

describe('an OPD within a text', () => {
  it.each([
    ['Form Anggaran TIK RSUD 2027.csv', '1.02.02'],
    ['usulan_bkpsdm_final(2).xlsx', '5.03.01'],
    ['dinas-pupr.xlsx', pupr],
    ['2.12.01 formulir.docx', '2.12.01'],
    ['Badan Pengelolaan Keuangan & Aset Daerah.xlsx', '5.02.01'],
  ])('is sure of “%s”', (text, code) => {
    expect(findIn(text, opds).sure?.code).toBe(code)
  })
  it('asks where two are spoken of, and where only some words fit', () => {
    expect(findIn('Dinas Kesehatan dan RSUD.xlsx', opds).maybe.map(({ code }) => code)).toEqual([
      '1.02.01',
      '1.02.02',
    ])
    const { sure, maybe } = findIn('usulan kesehatan.xlsx', opds)
    expect([sure, maybe[0]?.code]).toEqual([null, '1.02.01'])
  })
  it('does not take a name within a longer one', () => {
    const both = [...opds, { id: 'x', code: '', name: 'Rumah Sakit Umum Daerah Gunung Ibul', short: '' }]
    expect(findIn('rumah sakit umum daerah gunung ibul.csv', both).sure?.id).toBe('x')
  })
  it('is of nobody where nothing is said', () => {
    expect(findIn('formulir anggaran tik 2027.docx', opds)).toEqual({ sure: null, maybe: [] })
  })
})

describe('the OPD that is typed for', () => {
  it.each([
    ['dinkes', '1.02.01'],
    ['pupr', pupr],
    ['1.06', '1.06.01'],
    ['sosial', '1.06.01'],
    ['dinas kes', '1.02.01'],
    ['inspektorat', '6.01.01'],
  ])('comes first for “%s”', (typed, code) => {
    expect(searchOpds(typed, opds)[0]?.code).toBe(code)
  })
  it('is found by first letters that the register does not have', () => {
    expect(searchOpds('pupr', bareOpds).map(({ code }) => code)).toEqual([pupr])
  })
  it('leaves all in their order while nothing is typed', () => {
    expect(searchOpds(' ', opds)).toEqual(opds)
  })
})
