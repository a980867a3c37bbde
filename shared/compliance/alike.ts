import type { Records } from '../records/index.ts'
import { complianceTexts } from '../texts/compliance.ts'

const texts = complianceTexts.alike

type Dataset = Pick<Records['dataset'], 'id' | 'name' | 'keywords' | 'columns' | 'opd'>

/** Two datasets of different OPDs that look alike, and why; a guess, never a finding. */
export type Alike = {
  readonly first: string
  readonly second: string
  /** One sentence for each likeness. */
  readonly why: string
  /** 0 to 1. */
  readonly likeness: number
}

/** Words that every register has. */
const common: ReadonlySet<string> = new Set(
  'data dataset daftar jumlah rekap rekapitulasi laporan dan atau dari per menurut tahun bulan kota dinas opd pd di ke yang'.split(
    ' ',
  ),
)
const wordsOf = (text: string | null): ReadonlySet<string> =>
  new Set(
    (text ?? '')
      .toLocaleLowerCase('id')
      .match(/[\p{L}\p{N}]{2,}/gu)
      ?.filter((word) => !common.has(word)) ?? [],
  )
const columnsOf = (text: string | null): ReadonlySet<string> =>
  new Set(
    (text ?? '')
      .toLocaleLowerCase('id')
      .split(/[,;\n]/)
      .map((column) => column.trim())
      .filter((column) => column !== ''),
  )

type Read = {
  readonly row: Dataset
  readonly name: ReadonlySet<string>
  readonly keywords: ReadonlySet<string>
  readonly columns: ReadonlySet<string>
}
const read = (row: Dataset): Read => ({
  row,
  name: wordsOf(row.name),
  keywords: wordsOf(row.keywords),
  columns: columnsOf(row.columns),
})

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
  [...a].filter((one) => b.has(one))
const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size === 0 || b.size === 0 ? 0 : shared(a, b).length / (a.size + b.size - shared(a, b).length)

const leastName = 0.6
const leastColumns = 0.6
const leastCount = 3

const compare = (a: Read, b: Read): Alike | null => {
  const name = share(a.name, b.name)
  const both = shared(a.columns, b.columns)
  const columns = both.length >= leastCount ? both.length / Math.min(a.columns.size, b.columns.size) : 0
  const keywords = share(a.keywords, b.keywords)
  if (name < leastName && columns < leastColumns) return null
  const why = [
    name >= leastName ? texts.name(shared(a.name, b.name).join(', ')) : '',
    columns >= leastColumns ? texts.columns(both.length, both.slice(0, 6).join(', ')) : '',
    keywords > 0 ? texts.keywords(shared(a.keywords, b.keywords).join(', ')) : '',
  ]
  return {
    first: a.row.id,
    second: b.row.id,
    why: why.filter((words) => words !== '').join(' '),
    likeness: Math.max(name, columns),
  }
}

/** Rows by each word of their name and each column: only those that share one are compared. */
const byMark = (all: readonly Read[]): ReadonlyMap<string, readonly number[]> => {
  const marks = new Map<string, number[]>()
  for (const [n, { name, columns }] of all.entries())
    for (const mark of [...name, ...[...columns].map((column) => `,${column}`)]) {
      const known = marks.get(mark)
      if (known === undefined) marks.set(mark, [n])
      else known.push(n)
    }
  return marks
}

/** A mark that this many share says nothing: “nama”, “alamat”. */
const mostSharing = 60

/** The likest pairs first. Of a city of thousands only what shares a rare word or column is compared. */
export const alikeAmong = (rows: readonly Dataset[]): Alike[] => {
  const all = rows.map(read)
  const seen = new Set<number>()
  const found: Alike[] = []
  for (const sharing of byMark(all).values()) {
    if (sharing.length > mostSharing) continue
    for (const [at, n] of sharing.entries())
      for (const m of sharing.slice(at + 1)) {
        const [a, b] = [all[n] as Read, all[m] as Read]
        const pair = n * all.length + m
        if (a.row.opd === b.row.opd || seen.has(pair)) continue
        seen.add(pair)
        const likeness = compare(a, b)
        if (likeness !== null) found.push(likeness)
      }
  }
  return found.sort((a, b) => b.likeness - a.likeness || (a.first < b.first ? -1 : 1))
}
