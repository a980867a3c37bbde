import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { guessOpd, type KnownOpd } from '../../../renderer/budget/guessOpd.ts'
import { suggestedName } from '../../../renderer/budget/suggestName.ts'

const opds = (JSON.parse(readFileSync('resources/samples/opd.json', 'utf8')) as Omit<KnownOpd, 'id'>[]).map(
  (opd) => ({ ...opd, id: opd.code }),
)
const codeOf = (...texts: string[]) => guessOpd(texts, opds)?.code ?? null

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

  test('is found in the kop where the name tells nothing', () => {
    expect(codeOf('formulir.docx', 'PEMERINTAH KOTA PRABUMULIH \n DINAS SOSIAL')).toBe('1.06.01')
  })

  test('is left to the officer where nothing or too little fits', () => {
    expect(codeOf('formulir anggaran tik.docx')).toBeNull()
    expect(codeOf('Dinas.docx', 'Pemerintah Kota')).toBeNull()
  })

  test('is left to the officer where two fit equally', () => {
    const twins = ['a', 'b'].map((id) => ({ id, code: '', name: 'Dinas Kesehatan', short: '' }))
    expect(guessOpd(['dinas kesehatan.docx'], twins)).toBeNull()
  })
})

describe('the name of an OPD that is not in the register', () => {
  test('comes from the kop, in words', () => {
    const lines = [
      'Teks di atas tabel, tidak dibaca sebagai baris: PEMERINTAH KOTA PRABUMULIH',
      'Teks di atas tabel, tidak dibaca sebagai baris: DINAS PEKERJAAN UMUM DAN PENATAAN RUANG',
    ]
    expect(suggestedName('formulir.xlsx', lines)).toBe('Dinas Pekerjaan Umum dan Penataan Ruang')
  })

  test('comes from the file where there is no kop, and from nowhere else', () => {
    expect(suggestedName('badan-perencanaan_daerah.xlsx', [])).toBe('Badan Perencanaan Daerah')
    expect(suggestedName('anggaran 2027.xlsx', ['Baris jumlah: DINAS'])).toBeNull()
    expect(suggestedName('anggaran 2027.xlsx', [])).toBeNull()
  })
})
