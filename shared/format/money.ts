/** 186000000 → "186.000.000"; for tables, where the unit stands in the heading. Whole numbers only: others are rounded. */
export const thousands = (value: number): string => {
  const digits = Math.abs(Math.round(value)).toString()
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, '.')
  return value < 0 && grouped !== '0' ? `-${grouped}` : grouped
}

const withUnit = (value: number, tail: string): string => {
  const grouped = thousands(value)
  return grouped.startsWith('-') ? `-Rp${grouped.slice(1)}${tail}` : `Rp${grouped}${tail}`
}

/** 186000000 → "Rp186.000.000": no dot and no space after “Rp”. */
export const rupiah = (value: number): string => withUnit(value, '')

/** 186000000 → "Rp186.000.000,00", as letters and Berita Acara write it. */
export const rupiahInLetter = (value: number): string => withUnit(value, ',00')
