import { describe, expect, it } from 'vitest'
import { alikeAmong } from '../../../shared/compliance/alike.ts'

const dataset = (id: string, opd: string, name: string, columns = '', keywords = '') => ({
  id,
  opd,
  name,
  columns,
  keywords,
})

describe('datasets that look alike', () => {
  it('are told with the reason: names, columns, keywords', () => {
    const found = alikeAmong([
      dataset('a', 'dinkes', 'Data Fasilitas Kesehatan', 'nama, alamat, jenis, kecamatan', 'puskesmas'),
      dataset(
        'b',
        'bappeda',
        'Daftar fasilitas kesehatan per kecamatan',
        'Nama, Alamat, Jenis, Kapasitas',
        'puskesmas, klinik',
      ),
      dataset('c', 'dinsos', 'Penerima bantuan', 'nik, nama, alamat'),
    ])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ first: 'a', second: 'b' })
    expect(found[0]?.why).toMatch(/fasilitas, kesehatan/)
    expect(found[0]?.why).toMatch(/3 isian sama: nama, alamat, jenis/)
    expect(found[0]?.why).toMatch(/puskesmas/)
  })

  it('are of two OPDs, and share more than words that every register has', () => {
    expect(
      alikeAmong([dataset('a', 'x', 'Data jumlah pegawai'), dataset('b', 'x', 'Data jumlah pegawai')]),
    ).toEqual([])
    expect(
      alikeAmong([dataset('a', 'x', 'Data tahun 2024'), dataset('b', 'y', 'Daftar laporan tahun')]),
    ).toEqual([])
    expect(alikeAmong([dataset('a', 'x', '', ''), dataset('b', 'y', '', '')])).toEqual([])
  })

  it('come with the likest first, each pair once', () => {
    const found = alikeAmong([
      dataset('a', 'x', 'Aset tanah pemerintah'),
      dataset('b', 'y', 'Aset tanah pemerintah'),
      dataset('c', 'z', 'Aset tanah pemerintah kota lama'),
    ])
    expect(found.map(({ first, second }) => `${first}${second}`)).toEqual(['ab', 'ac', 'bc'])
  })
})
