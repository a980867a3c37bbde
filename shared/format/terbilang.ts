const small = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const

const steps = [
  [1_000_000_000_000, 'triliun'],
  [1_000_000_000, 'miliar'],
  [1_000_000, 'juta'],
  [1_000, 'ribu'],
  [100, 'ratus'],
] as const

const join = (...words: string[]): string => words.filter((word) => word !== '').join(' ')

const below100 = (value: number): string => {
  if (value < 12) return small[value] ?? ''
  if (value < 20) return `${small[value - 10]} belas`
  return join(`${small[Math.floor(value / 10)]} puluh`, small[value % 10] ?? '')
}

const positive = (value: number): string => {
  for (const [size, word] of steps) {
    if (value < size) continue
    const count = Math.floor(value / size)
    const rest = value % size
    const head = count === 1 && (size === 100 || size === 1_000) ? `se${word}` : `${positive(count)} ${word}`
    return join(head, rest === 0 ? '' : positive(rest))
  }
  return below100(value)
}

/** Whole number in words: 186000000 → "seratus delapan puluh enam juta". Up to 999 quadrillion (ribu triliun). */
export const terbilang = (value: number): string => {
  const whole = Math.abs(Math.round(value))
  if (whole === 0) return 'nol'
  return value < 0 ? `minus ${positive(whole)}` : positive(whole)
}

/** 186000000 → "seratus delapan puluh enam juta rupiah". */
export const terbilangRupiah = (value: number): string => `${terbilang(value)} rupiah`
