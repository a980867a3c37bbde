import { describe, expect, test } from 'vitest'
import { addresseeOf } from '../../../shared/rules/budget/addressee.ts'

describe('to whom a letter to an OPD goes', () => {
  test.each([
    ['Dinas Kesehatan', 'Kepala Dinas Kesehatan'],
    ['Badan Perencanaan Pembangunan Daerah', 'Kepala Badan Perencanaan Pembangunan Daerah'],
    ['Kantor Kesatuan Bangsa dan Politik', 'Kepala Kantor Kesatuan Bangsa dan Politik'],
    ['Sekretariat Daerah', 'Sekretaris Daerah'],
    ['Sekretariat Daerah Kota Prabumulih', 'Sekretaris Daerah Kota Prabumulih'],
    ['Sekretariat DPRD', 'Sekretaris DPRD'],
    ['Sekretariat Dewan Perwakilan Rakyat Daerah', 'Sekretaris Dewan Perwakilan Rakyat Daerah'],
    ['Inspektorat', 'Inspektur'],
    ['Inspektorat Daerah', 'Inspektur Daerah'],
    ['RSUD', 'Direktur RSUD'],
    ['Rumah Sakit Umum Daerah', 'Direktur Rumah Sakit Umum Daerah'],
    ['Kecamatan Prabumulih Timur', 'Camat Prabumulih Timur'],
    ['Kelurahan Sukajadi', 'Lurah Sukajadi'],
    ['Satuan Polisi Pamong Praja', 'Kepala Satuan Polisi Pamong Praja'],
    ['Satpol PP', 'Kepala Satpol PP'],
    ['Badan Penanggulangan Bencana Daerah', 'Kepala Pelaksana Badan Penanggulangan Bencana Daerah'],
    ['Bagian Umum', 'Kepala Bagian Umum'],
    ['  Dinas   Sosial ', 'Kepala Dinas Sosial'],
    ['', ''],
  ])('%s: %s', (opd, addressee) => {
    expect(addresseeOf(opd)).toBe(addressee)
  })
})
