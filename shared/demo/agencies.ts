export type AgencyKind =
  | 'dinas'
  | 'badan'
  | 'sekretariat'
  | 'inspektorat'
  | 'rumah_sakit'
  | 'kecamatan'
  | 'unit'
export type Agency = {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly short: string
  readonly kind: AgencyKind
}
const agency = (key: string, kind: AgencyKind, code: string, name: string, short: string): Agency => ({
  key,
  code,
  name,
  short,
  kind,
})

/** The OPDs of an imaginary city; the twelve that send the sample forms are among them. */
export const agencies: readonly Agency[] = [
  agency('disdikbud', 'dinas', '1.01.01', 'Dinas Pendidikan dan Kebudayaan', 'Disdikbud'),
  agency('dinkes', 'dinas', '1.02.01', 'Dinas Kesehatan', 'Dinkes'),
  agency('rsud', 'rumah_sakit', '1.02.02', 'Rumah Sakit Umum Daerah', 'RSUD'),
  agency('pupr', 'dinas', '1.03.01', 'Dinas Pekerjaan Umum dan Penataan Ruang', 'Dinas PUPR'),
  agency('perkim', 'dinas', '1.04.01', 'Dinas Perumahan dan Kawasan Permukiman', 'Dinas Perkim'),
  agency('satpolpp', 'dinas', '1.05.01', 'Satuan Polisi Pamong Praja', 'Satpol PP'),
  agency('bpbd', 'badan', '1.05.02', 'Badan Penanggulangan Bencana Daerah', 'BPBD'),
  agency('dinsos', 'dinas', '1.06.01', 'Dinas Sosial', 'Dinsos'),
  agency('disnaker', 'dinas', '2.07.01', 'Dinas Tenaga Kerja', 'Disnaker'),
  agency(
    'dppkbpppa',
    'dinas',
    '2.08.01',
    'Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak',
    'DPPKBPPPA',
  ),
  agency('dkp', 'dinas', '2.09.01', 'Dinas Ketahanan Pangan', 'DKP'),
  agency('dlh', 'dinas', '2.11.01', 'Dinas Lingkungan Hidup', 'DLH'),
  agency('disdukcapil', 'dinas', '2.12.01', 'Dinas Kependudukan dan Pencatatan Sipil', 'Disdukcapil'),
  agency('dishub', 'dinas', '2.15.01', 'Dinas Perhubungan', 'Dishub'),
  agency('kominfo', 'dinas', '2.16.01', 'Dinas Komunikasi dan Informatika', 'Diskominfo'),
  agency('diskop', 'dinas', '2.17.01', 'Dinas Koperasi, Usaha Kecil dan Menengah', 'Diskop UKM'),
  agency('dpmptsp', 'dinas', '2.18.01', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'DPMPTSP'),
  agency('disporapar', 'dinas', '2.19.01', 'Dinas Kepemudaan, Olahraga dan Pariwisata', 'Disporapar'),
  agency('dispusip', 'dinas', '2.23.01', 'Dinas Perpustakaan dan Kearsipan', 'Dispusip'),
  agency('distan', 'dinas', '3.27.01', 'Dinas Pertanian', 'Distan'),
  agency('disperindag', 'dinas', '3.30.01', 'Dinas Perdagangan dan Perindustrian', 'Disperindag'),
  agency('setda', 'sekretariat', '4.01.01', 'Sekretariat Daerah', 'Setda'),
  agency('setwan', 'sekretariat', '4.02.01', 'Sekretariat Dewan Perwakilan Rakyat Daerah', 'Setwan'),
  agency('bappeda', 'badan', '5.01.01', 'Badan Perencanaan Pembangunan Daerah', 'Bappeda'),
  agency('bpkad', 'badan', '5.02.01', 'Badan Pengelolaan Keuangan dan Aset Daerah', 'BPKAD'),
  agency('bapenda', 'badan', '5.02.02', 'Badan Pendapatan Daerah', 'Bapenda'),
  agency('bkpsdm', 'badan', '5.03.01', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'BKPSDM'),
  agency('inspektorat', 'inspektorat', '6.01.01', 'Inspektorat Daerah', 'Inspektorat'),
  agency('timur', 'kecamatan', '7.01.01', 'Kecamatan Prabumulih Timur', 'Kec. Timur'),
  agency('kesbangpol', 'badan', '8.01.01', 'Badan Kesatuan Bangsa dan Politik', 'Kesbangpol'),
]

const districts = ['Barat', 'Utara', 'Selatan', 'Cambai', 'Rambang Kapak Tengah']
const places = ['Sukajadi', 'Karang Raja', 'Gunung Ibul', 'Muara Dua', 'Pasar', 'Mangga Besar', 'Sindur']

/** Further districts and kelurahan, for a city that is to be greater. */
const further = (n: number): Agency => {
  const district = districts[n]
  if (district !== undefined)
    return agency(
      `kecamatan-${n + 1}`,
      'kecamatan',
      `7.01.${String(n + 2).padStart(2, '0')}`,
      n < 3 ? `Kecamatan Prabumulih ${district}` : `Kecamatan ${district}`,
      `Kec. ${district}`,
    )
  const at = n - districts.length
  const round = Math.floor(at / places.length)
  const place = `${places[at % places.length]}${round === 0 ? '' : ` ${round + 1}`}`
  return agency(
    `kelurahan-${at + 1}`,
    'unit',
    `7.02.${String(at + 1).padStart(2, '0')}`,
    `Kelurahan ${place}`,
    `Kel. ${place}`,
  )
}

/** As many OPDs as asked for, never fewer than those that are named above. */
export const agenciesOf = (count: number): readonly Agency[] => [
  ...agencies,
  ...Array.from({ length: Math.max(0, count - agencies.length) }, (_unused, n) => further(n)),
]
