import { describe, expect, test } from 'vitest'
import { storedOf } from '../../../renderer/budget/formModel.ts'
import { letterOf, letterText, remarksOf } from '../../../renderer/budget/returnLetter.ts'
import { budgetReturnTexts } from '../../../shared/texts/budget-return.ts'
import { importTexts } from '../../../shared/texts/import.ts'
import { storedRow } from './rows.ts'

const mark = {
  column: 'resources',
  found: 'sesuai DPA',
  message: 'Baris 9, kolom Sumber daya: ‘sesuai DPA’ tidak terbaca sebagai jumlah. Teks aslinya disimpan.',
  type: 'NotAmount',
}
const { sheet } = storedOf([
  storedRow('a'),
  storedRow('b', { stage: 'Pemeliharaan', marks: [mark] }),
  storedRow('c', {
    stage: 'Pelatihan',
    note: 'Sebutkan banyaknya peserta.',
    marks: [{ ...mark, type: 'DurationRange', found: '2-3 bulan' }],
  }),
])
const form = {
  opd: 'Dinas Kesehatan',
  year: 2027,
  received: '2026-11-20',
  letter: '900/12/Dinkes',
  total: 30_000_000,
  note: 'Lengkapi baris berikut.',
  whole: [{ type: 'TotalMismatch', found: 'Jumlah | 31.000.000', stated: 31_000_000, counted: 30_000_000 }],
}
const office = {
  profile: { city: 'Kota Prabumulih', agency: 'Dinas Komunikasi dan Informatika', address: 'Jalan Sudirman' },
  basis: 'Pasal 6 ayat (4) Peraturan Walikota Prabumulih Nomor 64 Tahun 2017',
}
const choices = {
  to: 'Kepala Dinas Kesehatan',
  number: '555/7/Diskominfo',
  signer: {
    place: 'Prabumulih',
    date: '2026-11-22',
    position: 'Kepala Dinas Komunikasi dan Informatika',
    name: 'Rina Wulandari, S.Kom., M.T.',
    rank: 'Pembina (IV/a)',
    nip: '198703122010012004',
  },
}
const remarks = remarksOf(sheet, form.whole)
const letter = letterOf(form, remarks.slice(0, 2), office, choices)
const text = letterText(letter)
const long = letterOf(form, remarks, office, choices)

describe('the letter to an OPD whose form was returned', () => {
  test('names the rows as they are numbered on the form, the words found and what is to be done', () => {
    expect(text).toContain(
      '- Baris 2, Pengembangan SIM PKK, Pemeliharaan (tertulis “sesuai DPA”): Besar biaya belum jelas.',
    )
    expect(letterText(long)).toContain(
      '- Baris 3, Pengembangan SIM PKK, Pelatihan: Sebutkan banyaknya peserta.',
    )
    expect(letterText(long)).toContain('\n  (tertulis “2-3 bulan”): Lama pelaksanaan berupa kisaran.')
    expect(text).toContain(
      '- Seluruh formulir (tertulis “Jumlah 31.000.000”): Jumlah yang tertulis Rp31.000.000,00 tidak sama dengan jumlah rinciannya Rp30.000.000,00.',
    )
    expect(text).not.toContain('Baris 1')
    expect(text).not.toContain('Baris 9')
  })

  test('asks for every doubt of the import in the words of an office, not of a program', () => {
    for (const type of Object.keys(importTexts.doubt)) {
      expect(budgetReturnTexts.mend(type), type).not.toBe(budgetReturnTexts.mend('?'))
      expect(budgetReturnTexts.mend(type), type).toMatch(/Mohon /)
      expect(budgetReturnTexts.mend(type), type).not.toMatch(
        /terbaca|disimpan|dihitung|\bsel\b|ditandai|bertanda|dibaca|berkas|impor|Excel/,
      )
    }
  })

  test('has the parts of an official letter: kop, number to subject, address, date and signature block', () => {
    expect(letter.letterhead).toEqual({
      government: 'Pemerintah Kota Prabumulih',
      agency: 'Dinas Komunikasi dan Informatika',
      address: 'Jalan Sudirman',
      contact: '',
    })
    expect(text).toMatch(/^Prabumulih, 22 November 2026\n\nNomor {4}: 555\/7\/Diskominfo\nSifat {4}: Biasa\n/)
    expect(text).toContain('Yth. Kepala Dinas Kesehatan\ndi Prabumulih')
    expect(text).toContain(
      '20 November 2026 dengan surat Nomor 900/12/Dinkes, dengan jumlah usulan Rp30.000.000,00',
    )
    expect(text).toContain(office.basis)
    expect(text).toMatch(
      /Kepala Dinas Komunikasi dan Informatika,\n\n\nRina Wulandari, S\.Kom\., M\.T\.\nPembina \(IV\/a\)\nNIP 19870312 201001 2 004$/,
    )
  })

  test('puts many remarks into an annex of its own, and few into the letter', () => {
    expect(letter.annex).toBeNull()
    expect(letter.head.map(({ words }) => words)).toContain('-')
    expect(long.annex?.of).toBe('Lampiran surat Nomor 555/7/Diskominfo, tanggal 22 November 2026')
    expect(long.head.map(({ words }) => words)).toContain('1 (satu) berkas')
    expect(letterText(long)).toMatch(/Rina Wulandari[\s\S]+Lampiran surat[\s\S]+- Baris 2/)
  })

  test('leaves no hole where nothing was recorded', () => {
    const blank = { place: '', date: '2026-11-22', position: 'Kepala', name: '', rank: '', nip: '' }
    const bare = letterText(
      letterOf(
        { ...form, letter: '', note: '' },
        [],
        { ...office, profile: {} },
        { to: 'Kepala', number: '', signer: blank },
      ),
    )
    expect(bare).toMatch(/^22 November 2026\n\nNomor {4}:\n/)
    expect(bare).toContain('di Tempat')
    expect(bare).not.toMatch(/undefined|dengan surat|perlu diperbaiki sebagai/)
  })
})
