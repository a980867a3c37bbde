import { describe, expect, test } from 'vitest'
import { storedOf } from '../../../renderer/budget/formModel.ts'
import { returnLetter, returnLines, returnSheet } from '../../../renderer/budget/returnLetter.ts'
import { storedRow } from './rows.ts'

const mark = {
  column: 'resources',
  found: 'sesuai DPA',
  message: 'Baris 9, kolom Sumber daya: ‘sesuai DPA’ tidak terbaca sebagai jumlah.',
  type: 'NoAmount',
}
const { sheet } = storedOf([
  storedRow('a'),
  storedRow('b', { stage: 'Pemeliharaan', marks: [mark] }),
  storedRow('c', { stage: 'Pelatihan', note: 'Sebutkan banyaknya peserta.' }),
])
const form = {
  opd: 'Dinas Kesehatan',
  year: 2027,
  version: 2,
  received: '2026-11-20',
  total: 30_000_000,
  note: 'Lengkapi baris berikut.',
  whole: ['Jumlah tertulis berbeda dengan jumlah barisnya.'],
}
const from = { city: 'Kota Prabumulih', officer: 'Rina Wulandari', day: '2026-11-22' }

describe('the letter to an OPD whose form was returned', () => {
  const letter = returnLetter(form, returnLines(sheet), from)

  test('names the rows as they are numbered on the form, the words found and what is to be done', () => {
    expect(letter).toContain(
      '- Baris 2, Pengembangan SIM PKK · Pemeliharaan (tertulis “sesuai DPA”): ‘sesuai DPA’ tidak terbaca sebagai jumlah.',
    )
    expect(letter).toContain('- Baris 3, Pengembangan SIM PKK · Pelatihan: Sebutkan banyaknya peserta.')
    expect(letter).toContain('- Jumlah tertulis berbeda dengan jumlah barisnya.')
    expect(letter).not.toContain('Baris 1')
    expect(letter).not.toContain('Baris 9')
  })

  test('begins with whom it is for and which form it is about, and ends with place, date and name', () => {
    expect(letter).toMatch(
      /^Yth\. Kepala Dinas Kesehatan\ndi tempat\n\nHal: .*TA 2027 \(versi 2, diterima 20 November 2026\)/,
    )
    expect(letter).toContain('Catatan: Lengkapi baris berikut.')
    expect(letter).toContain('Rp30.000.000')
    expect(letter).toMatch(/Prabumulih, 22 November 2026\nRina Wulandari$/)
  })

  test('is a table on paper with the same rows', () => {
    expect(returnSheet(form, returnLines(sheet)).lines.map(([number]) => number)).toEqual(['', '2', '3'])
  })
})
