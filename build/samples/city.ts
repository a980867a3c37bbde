/** The OPDs and the price standards of an imaginary city. */
const opd = (code: string, name: string, short: string) => ({ code, name, short })

export const opds = [
  opd('1.01.01', 'Dinas Pendidikan dan Kebudayaan', 'Disdikbud'),
  opd('1.02.01', 'Dinas Kesehatan', 'Dinkes'),
  opd('1.02.02', 'Rumah Sakit Umum Daerah', 'RSUD'),
  opd('1.03.01', 'Dinas Pekerjaan Umum dan Penataan Ruang', 'Dinas PUPR'),
  opd('1.04.01', 'Dinas Perumahan dan Kawasan Permukiman', 'Dinas Perkim'),
  opd('1.05.01', 'Satuan Polisi Pamong Praja', 'Satpol PP'),
  opd('1.05.02', 'Badan Penanggulangan Bencana Daerah', 'BPBD'),
  opd('1.06.01', 'Dinas Sosial', 'Dinsos'),
  opd('2.07.01', 'Dinas Tenaga Kerja', 'Disnaker'),
  opd(
    '2.08.01',
    'Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak',
    'DPPKBPPPA',
  ),
  opd('2.09.01', 'Dinas Ketahanan Pangan', 'DKP'),
  opd('2.11.01', 'Dinas Lingkungan Hidup', 'DLH'),
  opd('2.12.01', 'Dinas Kependudukan dan Pencatatan Sipil', 'Disdukcapil'),
  opd('2.15.01', 'Dinas Perhubungan', 'Dishub'),
  opd('2.16.01', 'Dinas Komunikasi dan Informatika', 'Diskominfo'),
  opd('2.17.01', 'Dinas Koperasi, Usaha Kecil dan Menengah', 'Diskop UKM'),
  opd('2.18.01', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'DPMPTSP'),
  opd('2.19.01', 'Dinas Kepemudaan, Olahraga dan Pariwisata', 'Disporapar'),
  opd('2.23.01', 'Dinas Perpustakaan dan Kearsipan', 'Dispusip'),
  opd('3.27.01', 'Dinas Pertanian', 'Distan'),
  opd('3.30.01', 'Dinas Perdagangan dan Perindustrian', 'Disperindag'),
  opd('4.01.01', 'Sekretariat Daerah', 'Setda'),
  opd('4.02.01', 'Sekretariat Dewan Perwakilan Rakyat Daerah', 'Setwan'),
  opd('5.01.01', 'Badan Perencanaan Pembangunan Daerah', 'Bappeda'),
  opd('5.02.01', 'Badan Pengelolaan Keuangan dan Aset Daerah', 'BPKAD'),
  opd('5.02.02', 'Badan Pendapatan Daerah', 'Bapenda'),
  opd('5.03.01', 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', 'BKPSDM'),
  opd('6.01.01', 'Inspektorat Daerah', 'Inspektorat'),
]

export const opdOf = (code: string): { code: string; name: string } => {
  const found = opds.find((opd) => opd.code === code)
  if (found === undefined) throw new Error(`unknown OPD ${code}`)
  return { code, name: found.name }
}

const standard = (item: string, unit: string, price: number) => ({
  item,
  unit,
  price,
  year: 2027,
  basis: 'Contoh standar harga untuk peragaan, bukan ketetapan Walikota',
})

/** Price in whole rupiah for one unit. */
export const priceStandards = [
  standard('Laptop', 'Unit', 17_500_000),
  standard('Komputer PC', 'Unit', 13_500_000),
  standard('Workstation', 'Unit', 40_000_000),
  standard('Server rack', 'Unit', 120_000_000),
  standard('Printer multifungsi', 'Unit', 6_000_000),
  standard('Printer kartu', 'Unit', 40_000_000),
  standard('UPS 3 kVA', 'Unit', 15_000_000),
  standard('Switch 24 port', 'Unit', 9_000_000),
  standard('Titik akses nirkabel', 'Unit', 3_500_000),
  standard('Kamera pengawas', 'Unit', 6_500_000),
  standard('Tablet', 'Unit', 5_000_000),
  standard('Lisensi antivirus', 'Lisensi', 450_000),
  standard('Internet dedicated 100 Mbps', 'Bulan', 8_500_000),
]
