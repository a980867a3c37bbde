const units: Readonly<Record<string, number>> = {
  nol: 0,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
  seratus: 100,
  seribu: 1_000,
  sejuta: 1_000_000,
  setengah: 0.5,
}
const scales: Readonly<Record<string, number>> = {
  ribu: 1_000,
  juta: 1_000_000,
  miliar: 1_000_000_000,
  milyar: 1_000_000_000,
  triliun: 1_000_000_000_000,
}

type Count = { readonly sum: number; readonly group: number }
const step = (count: Count, word: string): Count | null => {
  const { sum, group } = count
  if (word === 'seribu' || word === 'sejuta') return { sum: sum + (units[word] ?? 0), group }
  const unit = units[word]
  if (unit !== undefined) return { sum, group: group + unit }
  if (word === 'belas') return { sum, group: group + 10 }
  if (word === 'puluh') return { sum, group: group - (group % 10) + (group % 10) * 10 }
  if (word === 'ratus') return { sum, group: group * 100 }
  const scale = scales[word]
  return scale === undefined ? null : { sum: sum + group * scale, group: 0 }
}

/** "seratus delapan puluh enam juta" = 186_000_000; null where any word is not part of a number. */
export const readSpelled = (text: string): number | null => {
  if (/\d/.test(text)) return null
  const words = text
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.filter((word) => word !== 'rupiah')
  if (words === undefined || words.length === 0) return null
  let count: Count | null = { sum: 0, group: 0 }
  for (const word of words) {
    count = step(count, word)
    if (count === null) return null
  }
  return count.sum + count.group
}
