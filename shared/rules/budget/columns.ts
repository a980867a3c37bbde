import { unitInHeading } from './duration.ts'
import { looksLike } from './fuzzy.ts'
import type { DurationUnit } from './parsed.ts'
import { remember } from './remember.ts'
import { sourcesIn } from './sources.ts'

export type Role =
  | 'number'
  | 'output'
  | 'subOutput'
  | 'stage'
  | 'method'
  | 'implementer'
  | 'duration'
  | 'resources'
  | 'source'
  | 'amount'
  | 'total'
  | 'extra'
export type Column = {
  readonly at: number
  readonly role: Role
  readonly heading: string
  /** Canonical source that the heading names; '' for none. */
  readonly source: string
  /** 1_000_000 for "(juta rupiah)", 1 for "(Rp)", null where the heading names no unit of money. */
  readonly scale: number | null
  readonly unit: DurationUnit | null
}

/** `!`: a whole word only. Weight decides where a heading holds words of two columns ("Waktu Pelaksanaan"). */
const keywords: readonly (readonly [Role, number, string])[] = [
  ['subOutput', 6, 'suboutput sub-output subkeluaran subluaran'],
  ['subOutput', 2.5, 'subkegiatan komponen subkomponen'],
  ['output', 3, 'output outputs keluaran luaran'],
  ['output', 2, 'hasil!'],
  ['stage', 4, 'tahap tahapan'],
  ['stage', 3, 'aktivitas aktifitas langkah'],
  ['stage', 2, 'kegiatan uraian pekerjaan proses! rincian'],
  ['stage', 1, 'pelaksanaan'],
  ['method', 4, 'metode metoda platform platfrom latfrom'],
  ['method', 3, 'teknologi teknik! pendekatan cara!'],
  ['implementer', 5, 'penanggungjawab pic! pelaku!'],
  ['implementer', 3, 'pelaksana! penyelenggara! penyedia! unitkerja pihak! instansi pengampu'],
  ['duration', 5, 'durasi'],
  ['duration', 4, 'waktu jadwal jangka lama! lamanya'],
  ['resources', 7, 'sumberdaya sumberdayayangdigunakan'],
  ['source', 6, 'sumberdana sumberanggaran sumberpendanaan sumberpembiayaan sumberbiaya asaldana'],
  ['source', 3, 'sumber!'],
  ['amount', 5, 'pagu! plafon plafond'],
  ['amount', 4, 'anggaran biaya rupiah! pembiayaan rab!'],
  ['amount', 3, 'dana! nilai! kebutuhandana rp!'],
  ['amount', 2.5, 'harga! usulan!'],
  ['total', 2.5, 'jumlah! total'],
  [
    'extra',
    8,
    'hargasatuan volume! vol! satuan! qty! kuantitas koderekening rekening kode! tahunanggaran sumberdayamanusia',
  ],
  ['extra', 5, 'keterangan ket! catatan lokasi target! indikator sasaran prioritas tahun! bukti'],
  ['extra', 3, 'program! opd! skpd! bidang!'],
]
type Keyword = { readonly role: Role; readonly weight: number; readonly text: string; readonly word: boolean }
const all: readonly Keyword[] = keywords.flatMap(([role, weight, list]) =>
  list
    .split(' ')
    .map((text) => ({ role, weight, text: text.replace(/[!-]/g, ''), word: text.endsWith('!') })),
)
const exact = new Set(all.map(({ text }) => text))

const fillers = new Set([
  'yang',
  'digunakan',
  'dan',
  'atau',
  'di',
  'untuk',
  'dari',
  'ke',
  'per',
  'dalam',
  'nama',
  'yg',
  'dibutuhkan',
  'diperlukan',
  'the',
  'perkiraan',
  'rencana',
])
const wordsOf = (heading: string): readonly string[] =>
  heading
    .toLowerCase()
    .replace(/\([^()]*\)?/g, ' ')
    .split(/[^a-z]+/)
    .filter((word) => word !== '' && !fillers.has(word))

/** Keywords that a word resembles, kept by word: forms say the same few hundred words over and over. */
const resembled = new Map<string, ReadonlySet<string>>()
const remembered = 20_000
const resembles = (word: string): ReadonlySet<string> => {
  const known = resembled.get(word)
  if (known !== undefined) return known
  const found = new Set(all.filter(({ text }) => looksLike(word, text)).map(({ text }) => text))
  if (resembled.size >= remembered) resembled.clear()
  resembled.set(word, found)
  return found
}

/** Counts inside of longer words and across their blanks: "p latfrom". */
const mayBeInside = ({ text, word }: Keyword): boolean =>
  text.length >= 5 && (!word || text === 'pelaksana' || text === 'penyelenggara')
const anyInside = new RegExp(
  all
    .filter(mayBeInside)
    .map(({ text }) => text)
    .join('|'),
)
const names = (words: readonly string[], compact: string): boolean =>
  words.some((word) => exact.has(word) || resembles(word).size > 0) || anyInside.test(compact)

const matches = (keyword: Keyword, words: readonly string[], compact: string): number => {
  if (words.includes(keyword.text)) return 1
  const at = mayBeInside(keyword) ? compact.indexOf(keyword.text) : -1
  if (at !== -1 && !(keyword.word && compact.startsWith('an', at + keyword.text.length))) return 1
  return words.some((word) => !exact.has(word) && resembles(word).has(keyword.text)) ? 0.8 : 0
}

export type Guess = {
  readonly role: Role
  readonly score: number /** Share of the heading's letters that are known words. */
  readonly cover: number
}

const bestOf = (scores: ReadonlyMap<Role, number>): readonly [Role, number] =>
  [...scores].reduce<readonly [Role, number]>(
    (best, entry) => (entry[1] > best[1] ? entry : best),
    ['extra', 0],
  )

const guess = (heading: string): Guess => {
  if (/^\s*(?:no|nomor|nomer|nmr|no\s*urut|#)\s*\.?\s*$/i.test(heading))
    return { role: 'number', score: 9, cover: 1 }
  const words = wordsOf(heading)
  const compact = words.join('')
  const money = /\(\s*(?:dalam\s+)?(?:jutaan|ribuan|juta|ribu|rp|rupiah)/i.test(heading)
  const scores = new Map<Role, number>(money ? [['amount', 0.5]] : [])
  let covered = 0
  for (const keyword of names(words, compact) ? all : []) {
    const match = matches(keyword, words, compact)
    if (match === 0) continue
    covered += keyword.text.length
    scores.set(keyword.role, Math.max(scores.get(keyword.role) ?? 0, keyword.weight * match) + 0.1)
  }
  const [role, score] = bestOf(scores)
  const maySource = role !== 'resources' && role !== 'source' && compact.length <= 30
  if (maySource && sourcesIn(heading).length === 1) return { role: 'amount', score: 6, cover: 1 }
  return { role, score, cover: compact === '' ? (money ? 1 : 0) : Math.min(1, covered / compact.length) }
}

/** The column that a heading means: "Metode/ Teknologi/p latfrom" = method. Score 0 where nothing is recognised. */
export const guessColumn = remember(guess)

const scaleWords: readonly (readonly [RegExp, number])[] = [
  [/(?:miliar|milyar|miliaran|milyaran)/i, 1_000_000_000],
  [/\b(?:juta|jutaan|jt)\b|x\s*1\.?000\.?000\b|000\.?000\s*\)/i, 1_000_000],
  [/\b(?:ribu|ribuan|rb)\b|x\s*1\.?000\b|rp\.?\s*\.?000\b|000\s*\)/i, 1_000],
  [/\brp\b\.?|rupiah/i, 1],
]
/** "Sumber daya (juta rupiah)" = 1_000_000; "(Rp)" = 1; null where no unit of money is named. */
export const scaleInHeading = (heading: string): number | null =>
  scaleWords.find(([pattern]) => pattern.test(heading))?.[1] ?? null

const column = (at: number, role: Role, heading: string): Column => {
  const sources = sourcesIn(heading)
  return {
    at,
    role,
    heading,
    source: sources.length === 1 ? (sources[0] ?? '') : '',
    scale: scaleInHeading(heading),
    unit: unitInHeading(heading),
  }
}

const single: ReadonlySet<Role> = new Set([
  'number',
  'output',
  'subOutput',
  'stage',
  'method',
  'implementer',
  'duration',
  'source',
  'total',
])

const withoutRivals = (found: readonly (Column & { score: number })[]): readonly Column[] =>
  found.map(({ score, ...one }) => {
    const rival =
      single.has(one.role) &&
      found.some(
        (other) =>
          other.role === one.role &&
          other.at !== one.at &&
          (other.score > score || (other.score === score && other.at < one.at)),
      )
    return rival ? { ...one, role: 'extra' as const } : one
  })

const has = (columns: readonly Column[], role: Role): boolean => columns.some((one) => one.role === role)
const turn = (columns: readonly Column[], pick: (one: Column) => boolean, role: Role): readonly Column[] => {
  const target = columns.find(pick)
  return target === undefined ? columns : columns.map((one) => (one === target ? { ...one, role } : one))
}

/** Fills the roles that a form must have from the columns that may stand for them. */
const settle = (found: readonly Column[]): readonly Column[] => {
  let columns = found
  if (!has(columns, 'subOutput') && has(columns, 'output'))
    columns = turn(columns, (one) => one.role === 'output', 'subOutput')
  const stageAt = columns.find((one) => one.role === 'stage')?.at ?? 0
  const general = (one: Column): boolean =>
    one.role === 'extra' &&
    one.at < stageAt &&
    ['stage', 'output', 'subOutput'].includes(guessColumn(one.heading).role)
  if (!has(columns, 'subOutput')) columns = turn(columns, general, 'subOutput')
  if (!has(columns, 'stage'))
    columns = turn(
      columns,
      (one) => one.role === 'extra' && guessColumn(one.heading).role === 'stage',
      'stage',
    )
  const money = has(columns, 'resources') || has(columns, 'amount')
  if (has(columns, 'total') && !columns.some((one) => one.role === 'amount' && one.source !== '')) {
    columns = turn(columns, (one) => one.role === 'total', has(columns, 'amount') ? 'total' : 'amount')
  }
  if (!money && !has(columns, 'amount')) columns = turn(columns, (one) => one.role === 'source', 'resources')
  return columns
}

const yearOf = (heading: string): number => Number(/\b(20\d\d)\b/.exec(heading)?.[1] ?? 0)
/** "Pagu 2026" beside "Usulan 2027": only the later year is asked for; the other stays as a column of its own. */
const latestYear = (columns: readonly Column[]): readonly Column[] => {
  const latest = Math.max(
    0,
    ...columns.filter(({ role }) => role === 'amount').map(({ heading }) => yearOf(heading)),
  )
  return columns.map((one) =>
    one.role === 'amount' && yearOf(one.heading) !== 0 && yearOf(one.heading) < latest
      ? { ...one, role: 'extra' }
      : one,
  )
}

/** Assigns a role to each heading; `headings` by column, absent where blank. */
export const assignColumns = (headings: readonly (string | undefined)[]): readonly Column[] => {
  const found = headings.flatMap((heading, at) => {
    if (heading === undefined || heading === '') return []
    const guess = guessColumn(heading)
    const role = guess.cover < 0.5 && guess.score < 6 ? 'extra' : guess.role
    return [{ ...column(at, role, heading), score: guess.score }]
  })
  return settle(latestYear(withoutRivals(found)))
}

const core: ReadonlySet<Role> = new Set([
  'output',
  'subOutput',
  'stage',
  'method',
  'implementer',
  'duration',
  'resources',
  'source',
  'amount',
])
/** How many different columns of the form a row of headings names; money counts once. */
export const knownRoles = (columns: readonly Column[]): number =>
  new Set(
    columns
      .filter(({ role }) => core.has(role))
      .map(({ role }) => (role === 'amount' || role === 'source' ? 'resources' : role)),
  ).size

/** The order of the form in the Penjelasan, for a table that comes without its headings. */
export const formOrder: readonly Role[] = [
  'subOutput',
  'stage',
  'method',
  'implementer',
  'duration',
  'resources',
]
export const columnsInFormOrder = (first: number): readonly Column[] =>
  formOrder.map((role, at) => ({ at: first + at, role, heading: '', source: '', scale: null, unit: null }))
