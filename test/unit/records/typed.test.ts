import { describe, expect, it } from 'vitest'
import { defineRecord } from '../../../shared/records/define.ts'
import {
  boolean,
  choice,
  date,
  integer,
  longText,
  money,
  reference,
  text,
  time,
  when,
} from '../../../shared/records/field.ts'
import { shownFields } from '../../../shared/rules/records/fields.ts'
import { matchHeadings } from '../../../shared/rules/records/headings.ts'
import { namesOf } from '../../../shared/rules/records/named.ts'
import { readTyped } from '../../../shared/rules/records/typed.ts'

const site = defineRecord('site', {
  label: 'Situs',
  articles: [],
  writers: ['admin'],
  fields: {
    address: text('Alamat').required().unique(),
    code: text('Kode OPD'),
    nip: text('NIP'),
    notes: longText('Catatan'),
    kind: choice('Jenis', { situs: 'Situs web', medsos: 'Media sosial' }),
    owner: reference('opd', 'Pengelola'),
    rent: money('Sewa (Rp)'),
    year: integer('Tahun'),
    ends: date('Sewa berakhir'),
    since: when('Sejak'),
    live: boolean('Masih tayang'),
    checked: time('Diperiksa'),
  },
  title: (row) => row.address ?? '',
})
const fields = shownFields(site)
const find = namesOf(site, [
  { id: 'aaaaaaaaaa.1.1', title: 'Dinas Kesehatan', values: { address: 'a', code: '1.02' } },
  { id: 'aaaaaaaaaa.1.2', title: 'Dinas Sosial', values: { address: 'b', code: '1.06' } },
  { id: 'aaaaaaaaaa.1.3', title: 'dinas  sosial', values: { address: 'c', code: '1.07' } },
])
const read = (key: string, words: string, number: number | null = null) => {
  const field = fields.find((each) => each.key === key)
  if (field === undefined) throw new Error(key)
  return readTyped(field, { text: words, number }, (_type, name) => find(name))
}

describe('a cell of a sheet as the value of its field', () => {
  it.each([
    ['address', ' a.go.id ', null, 'a.go.id'],
    ['nip', '19880412 201001 2 003', null, '198804122010012003'],
    ['kind', 'MEDIA  sosial', null, 'medsos'],
    ['kind', 'situs', null, 'situs'],
    ['rent', 'Rp 12.500.000,-', null, 12_500_000],
    ['rent', '12,5 juta', null, 12_500_000],
    ['rent', '12.500.000', 12_500_000, 12_500_000],
    ['rent', '-3', null, -3],
    ['year', '2027', null, 2027],
    ['year', '1.234', null, 1234],
    ['ends', '28/02/2027', 46_446, '2027-02-28'],
    ['ends', '2027-02-28', null, '2027-02-28'],
    ['ends', '28 Februari 2027', null, '2027-02-28'],
    ['since', 'Mei 2019', null, '2019-05'],
    ['since', '2019', 2019, '2019'],
    ['since', '05-2019', null, '2019-05'],
    ['since', '21-05-2019', null, '2019-05-21'],
    ['live', 'YA', null, true],
    ['live', 'SALAH', null, false],
    ['owner', 'dinas kesehatan', null, 'aaaaaaaaaa.1.1'],
    ['owner', '1.07', null, 'aaaaaaaaaa.1.3'],
    ['owner', 'aaaaaaaaaa.1.2', null, 'aaaaaaaaaa.1.2'],
  ])('%s: %j is %j (%j)', (key, words, number, value) => {
    expect(read(key, words, number)).toEqual({ value })
  })

  it.each([
    ['nip', '198.804.122.010.012.000', 198_804_122_010_012_000, /dibulatkan Excel/],
    ['kind', 'Aplikasi', null, /bukan salah satu dari: Situs web, Media sosial/],
    ['rent', 'sesuai DPA', null, /tidak terbaca sebagai jumlah rupiah/],
    ['rent', '0,5', 0.5, /tidak terbaca sebagai jumlah rupiah/],
    ['rent', 'APBD 5 juta', null, /tidak terbaca sebagai jumlah rupiah/],
    ['year', 'dua ribu', null, /bilangan bulat/],
    ['ends', '30-02-2027', null, /tidak terbaca sebagai tanggal/],
    ['ends', '2027-02-30', null, /tidak terbaca sebagai tanggal/],
    ['ends', '46446', 46_446, /tidak terbaca sebagai tanggal/],
    ['since', 'tahun lalu', null, /tidak terbaca sebagai tahun/],
    ['live', 'mungkin', null, /bukan Ya atau Tidak/],
    ['owner', 'Dinas Perhubungan', null, /‘Dinas Perhubungan’ tidak ditemukan/],
    ['owner', 'Dinas Sosial', null, /beberapa data: Dinas Sosial, dinas {2}sosial/],
  ])('%s: %j is not read, and says so in one sentence', (key, words, number, sentence) => {
    const typed = read(key, words, number)
    expect('fault' in typed ? typed.fault : typed).toMatch(sentence)
  })
})

describe('headings of a sheet', () => {
  const keys = (...headings: string[]) => matchHeadings(fields, headings).map(({ key }) => key)

  it('are met by the words of the fields, whatever their capitals, marks and order', () => {
    expect(keys('SEWA (RP)', 'id', 'Alamat *', 'sewa  berakhir')).toEqual(['rent', 'id', 'address', 'ends'])
  })
  it('are met without what stands in brackets, and with a slip of the pen', () => {
    expect(keys('Sewa', 'Pengelolah', 'Jenis')).toEqual(['rent', 'owner', 'kind'])
  })
  it('are named where they are not known, are there twice, or are written by the program', () => {
    expect(
      matchHeadings(fields, ['Warna', 'Alamat', 'Alamat', 'Diperiksa']).map(({ key, remark }) => [
        key,
        remark,
      ]),
    ).toEqual([
      [null, 'tidak dikenal'],
      ['address', ''],
      [null, 'sudah ada kolom lain untuk isian ini'],
      [null, 'dicatat Selaras sendiri'],
    ])
  })
  it('never take the place of one that is written out', () => {
    expect(keys('Kode OPDD', 'Kode OPD')).toEqual([null, 'code'])
  })
})
