import { agencies } from '../../shared/demo/agencies.ts'

/** The OPDs of the demonstration city, as a city's list of them has it, and its price standards. */
export const opds = agencies.map(({ code, name, short }) => ({ code, name, short }))

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
