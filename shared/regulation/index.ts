import prabumulih from '../../resources/regulations/prabumulih-64-2017.json' with { type: 'json' }
import singkawang from '../../resources/regulations/singkawang-27-2019.json' with { type: 'json' }
import { citeOf, unitKeysOf } from './cite.ts'
import { readText } from './read.ts'
import { allUnits, plainText, type Unit } from './unit.ts'

/** What a city's regulation gives the program: its words for the offices, and its text, whole and as printed. */
export type Regulation = {
  readonly id: string
  /** Start of the keys of its units, as “PBM” in “PBM-6(4)”. */
  readonly prefix: string
  readonly title: string
  readonly short: string
  /** ISO dates: ditetapkan, diundangkan. */
  readonly enacted: string
  readonly promulgated: string
  readonly terms: {
    readonly opd: string
    readonly opdLong: string
    readonly diskominfo: string
    readonly masterplan: string
  }
  /** Key of the unit that asks for the consolidation. */
  readonly consolidation: string
  /** As printed; “> ” begins a remark of Selaras on what stands above it. */
  readonly lines: readonly string[]
}

/** A city with a regulation of its own adds a file here, not code. */
export const regulations: readonly Regulation[] = [prabumulih, singkawang]

export const regulationOf = (id: string | null): Regulation =>
  regulations.find((regulation) => regulation.id === id) ?? (regulations[0] as Regulation)

/** The regulation that a key belongs to. */
export const regulationOfKey = (key: string): Regulation | undefined =>
  regulations.find(({ prefix }) => key.startsWith(`${prefix}-`))

type Read = { readonly units: readonly Unit[]; readonly byKey: ReadonlyMap<string, Unit> }
const read = new WeakMap<Regulation, Read>()
const readOf = (regulation: Regulation): Read => {
  const before = read.get(regulation)
  if (before !== undefined) return before
  const { units } = readText(regulation.prefix, regulation.lines)
  const made = { units, byKey: new Map(allUnits(units).map((unit) => [unit.key, unit])) }
  read.set(regulation, made)
  return made
}

export const unitsOf = (regulation: Regulation): readonly Unit[] => readOf(regulation).units

export const unitOf = (key: string): Unit | undefined => {
  const regulation = regulationOfKey(key)
  return regulation === undefined ? undefined : readOf(regulation).byKey.get(key)
}

export type CitedArticle = {
  readonly key: string
  /** Short name of the regulation. */
  readonly regulation: string
  readonly cite: string
  /** As printed, without its letters and numerals. */
  readonly text: string
  readonly notes: readonly string[]
}

/** The units that the given obligations name (“PBM-6(4)”, “PBM-9(1)a-d”), in their order and each once; what no regulation holds is left out. */
export const articlesOf = (obligations: readonly string[]): CitedArticle[] =>
  [...new Set(obligations.flatMap(unitKeysOf))].flatMap((key) => {
    const unit = unitOf(key)
    const regulation = regulationOfKey(key)?.short
    if (unit === undefined || regulation === undefined) return []
    return [{ key, regulation, cite: citeOf(key), text: plainText(unit), notes: unit.notes }]
  })

/** "Pasal 6 ayat (4) Peraturan Walikota Prabumulih Nomor 64 Tahun 2017". */
export const legalBasisOf = ({ consolidation, title }: Regulation): string =>
  `${citeOf(consolidation)} ${title.replace(/ tentang .*$/, '')}`
