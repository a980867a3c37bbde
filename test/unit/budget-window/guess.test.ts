import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contradiction, guessOpd, type KnownOpd, type Named } from '../../../renderer/budget/guessOpd.ts'
import { suggestedName } from '../../../renderer/budget/suggestName.ts'

const opds = (JSON.parse(readFileSync('resources/samples/opd.json', 'utf8')) as Omit<KnownOpd, 'id'>[]).map(
  (opd) => ({ ...opd, id: opd.code }),
)
const named = (file: string, heading: readonly string[] = [], titles: readonly string[] = []): Named => ({
  file,
  heading,
  titles,
})
const [health, hospital, works] = ['1.02.01', '1.02.02', '1.03.01'].map((code) =>
  opds.find((opd) => opd.code === code),
) as [KnownOpd, KnownOpd, KnownOpd]
const codeOf = (...of: Parameters<typeof named>) => guessOpd(named(...of), opds).opd?.code ?? null
const asked = (...of: Parameters<typeof named>) => guessOpd(named(...of), opds).maybe.map(({ code }) => code)

describe('the OPD of a file', () => {
  test.each([
    ['dinas-kesehatan.docx', '1.02.01'],
    ['Form Anggaran TIK RSUD 2027.csv', '1.02.02'],
    ['satpol-pp.docx', '1.05.01'],
    ['usulan_bkpsdm_final(2).xlsx', '5.03.01'],
    ['2.12.01 formulir.docx', '2.12.01'],
    ['Badan Pengelolaan Keuangan & Aset Daerah.xlsx', '5.02.01'],
  ])('is found in the name %s', (file, code) => {
    expect(codeOf(file)).toBe(code)
  })

  test.each([
    ['DINAS SOSIAL', '1.06.01'],
    ['Nama OPD : Dinas PUPR', '1.03.01'],
    ['DINAS PEKERJAAN UMUM & PENATAAN RUANG KOTA PRABUMULIH', '1.03.01'],
  ])('is found in the heading “%s” where the name tells nothing', (line, code) => {
    expect(codeOf('formulir.docx', ['PEMERINTAH KOTA PRABUMULIH', line])).toBe(code)
  })

  test('is left to the officer where nothing or too little fits', () => {
    expect(guessOpd(named('formulir anggaran tik.docx'), opds)).toEqual({ opd: null, maybe: [] })
    expect(guessOpd(named('Dinas.docx', ['Pemerintah Kota']), opds)).toEqual({ opd: null, maybe: [] })
  })

  test('is asked for where two fit equally, or only some words do', () => {
    const twins = ['a', 'b'].map((id) => ({ id, code: '', name: 'Dinas Kesehatan', short: '' }))
    expect(guessOpd(named('dinas kesehatan.docx'), twins)).toEqual({ opd: null, maybe: twins })
    expect([codeOf('usulan kesehatan.xlsx'), asked('usulan kesehatan.xlsx')]).toEqual([null, ['1.02.01']])
  })

  test('is asked for where heading and name of the file differ', () => {
    expect(asked('rsud.xlsx', ['DINAS KESEHATAN'])).toEqual(['1.02.01', '1.02.02'])
    expect(codeOf('rsud.xlsx', ['DINAS KESEHATAN'])).toBeNull()
  })

  test('is not taken from an output that speaks of another OPD, nor from whom a letter goes to', () => {
    expect(codeOf('formulir.xlsx', [], ['Pengembangan SIM RSUD'])).toBeNull()
    expect(asked('formulir.xlsx', [], ['Pengembangan SIM RSUD'])).toEqual(['1.02.02'])
  })
})

describe('a file that names another OPD than the one chosen', () => {
  const choice = ({ id, code, name, short }: KnownOpd) => ({ id, code, name, short })
  test('is noticed by its heading, else by its name', () => {
    const mention = contradiction(named('formulir.xlsx', ['DINAS KESEHATAN']), choice(works), opds)
    expect([mention?.where, mention?.opd]).toEqual(['heading', health])
    expect(contradiction(named('rsud.csv'), choice(works), opds)?.opd).toBe(hospital)
  })
  test('is noticed too where the register does not know the OPD of the heading', () => {
    const mention = contradiction(named('a.xlsx', ['DINAS PARIWISATA BAHARI']), choice(works), opds)
    expect([mention?.said, mention?.opd]).toEqual(['DINAS PARIWISATA BAHARI', null])
  })
  test.each([
    ['the same OPD', named('rsud.csv', ['DINAS PUPR'])],
    ['one that it may be', named('a.xlsx', ['DINAS PEKERJAAN UMUM'])],
    ['nobody', named('formulir.xlsx')],
    ['the words of the chosen one', named('usulan kesehatan.xlsx')],
  ])('is not one that names %s', (_what, file) => {
    expect(contradiction(file, choice(file.file.includes('kesehatan') ? hospital : works), opds)).toBeNull()
  })
  test('is no new OPD that is called as the heading says', () => {
    const fresh = { id: null, code: '9.9', name: 'Dinas Pariwisata Bahari', short: '' }
    expect(contradiction(named('a.xlsx', ['DINAS PARIWISATA BAHARI']), fresh, opds)).toBeNull()
  })
})

describe('the name of an OPD that is not in the register', () => {
  test('comes from the heading, in words', () => {
    const lines = ['PEMERINTAH KOTA PRABUMULIH', 'DINAS PEKERJAAN UMUM DAN PENATAAN RUANG']
    expect(suggestedName('formulir.xlsx', lines)).toBe('Dinas Pekerjaan Umum dan Penataan Ruang')
  })

  test('comes from the file where there is no heading, and from nowhere else', () => {
    expect(suggestedName('badan-perencanaan_daerah.xlsx', [])).toBe('Badan Perencanaan Daerah')
    expect(suggestedName('anggaran 2027.xlsx', ['Jumlah DINAS'])).toBeNull()
    expect(suggestedName('anggaran 2027.xlsx', [])).toBeNull()
  })
})
