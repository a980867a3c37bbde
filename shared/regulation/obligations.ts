import rows from '../../resources/obligations.json' with { type: 'json' }
import { unitKeysOf } from './cite.ts'

/** W wajib/harus, L larangan, H hak/boleh, K kewenangan, D definisi/rujukan, T tujuan/lingkup, S sanksi, P peralihan/penutup. */
export type ObligationKind = 'W' | 'L' | 'H' | 'K' | 'D' | 'T' | 'S' | 'P'

/** One norm of a regulation. Words marked “bawaan” or “pengaturan” are the program's suggestion, not the regulation's. */
export type Obligation = {
  readonly id: string
  readonly kind: ObligationKind
  /** Whom it binds, in the regulation's words; “-” where nobody. */
  readonly actor: string
  readonly what: string
  readonly deadline: string
  readonly data: string
  readonly rule: string
  readonly screen: string
}

const short: Readonly<Record<string, string>> = {
  kpd: 'kepada',
  utk: 'untuk',
  dgn: 'dengan',
  yg: 'yang',
  tgl: 'tanggal',
  sbg: 'sebagai',
  thd: 'terhadap',
  krn: 'karena',
  dok: 'dokumen',
  bln: 'bulan',
  th: 'tahun',
  dll: 'dan lain-lain',
}
const spelledOut = (words: string): string =>
  words.replace(
    /\b(kpd|utk|dgn|yg|tgl|sbg|thd|krn|dok|bln|th|dll)\b\.?/g,
    (_all, word: string) => short[word] ?? word,
  )

export const obligations: readonly Obligation[] = (rows as readonly Obligation[]).map((row) => ({
  ...row,
  actor: spelledOut(row.actor),
  what: spelledOut(row.what),
  deadline: spelledOut(row.deadline),
}))

const byUnit = new Map<string, Obligation[]>()
for (const obligation of obligations)
  for (const key of unitKeysOf(obligation.id)) byUnit.set(key, [...(byUnit.get(key) ?? []), obligation])

/** What a unit of a regulation asks, forbids, allows or defines. */
export const obligationsOfUnit = (key: string): readonly Obligation[] => byUnit.get(key) ?? []
