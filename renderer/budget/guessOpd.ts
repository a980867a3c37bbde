import { findIn, type KnownOpd, matchName } from '../../shared/rules/opd/match.ts'
import { importTexts } from '../../shared/texts/import.ts'
import type { OpdChoice, ReadFile } from './importModel.ts'
import { isOpdName, nameOfLine } from './suggestName.ts'

export type { KnownOpd }

/** Where a file may name its OPD. */
export type Named = {
  readonly file: string
  /** Lines above its tables. */
  readonly heading: readonly string[]
  /** Titles of its outputs. */
  readonly titles: readonly string[]
}

const aboveTable = importTexts.leftOut.aboveTable('')
/** To whom a letter goes is not who wrote it. */
const isAddress = (line: string): boolean => /\b(?:kepada|yth|tembusan|u\.?p\.?)\b/i.test(line)

export const namedOf = ({ file, leftOut, outputs }: ReadFile): Named => ({
  file,
  heading: leftOut
    .flatMap(({ reason }) => (reason.startsWith(aboveTable) ? [reason.slice(aboveTable.length)] : []))
    .filter((line) => !isAddress(line)),
  titles: outputs.map(({ title }) => title),
})

/** Whom a file names: `said` as it stands there, the OPD of the register where that is sure, else those it may be. */
export type Mention = {
  readonly where: 'heading' | 'file'
  readonly said: string
  readonly opd: KnownOpd | null
  readonly maybe: readonly KnownOpd[]
}

const inLine = (line: string, opds: readonly KnownOpd[]): Mention | null => {
  const said = nameOfLine(line)
  const { sure, maybe } = matchName(said, opds)
  if (sure !== null) return { where: 'heading', said: sure.name, opd: sure, maybe: [] }
  return isOpdName(said) ? { where: 'heading', said, opd: null, maybe } : null
}

const inHeading = (lines: readonly string[], opds: readonly KnownOpd[]): Mention | null => {
  const found = lines.flatMap((line) => inLine(line, opds) ?? [])
  return found.find(({ opd }) => opd !== null) ?? found[0] ?? null
}

const inName = (file: string, opds: readonly KnownOpd[]): Mention | null => {
  const { sure, maybe } = findIn(file, opds)
  if (sure === null && maybe.length === 0) return null
  return { where: 'file', said: sure?.name ?? file, opd: sure, maybe }
}

type Mentions = { readonly heading: Mention | null; readonly file: Mention | null }
const known = new WeakMap<Named, { readonly opds: readonly KnownOpd[]; readonly found: Mentions }>()

const mentionsIn = (named: Named, opds: readonly KnownOpd[]): Mentions => {
  const kept = known.get(named)
  if (kept?.opds === opds) return kept.found
  const found = { heading: inHeading(named.heading, opds), file: inName(named.file, opds) }
  known.set(named, { opds, found })
  return found
}

export type Guess = { readonly opd: KnownOpd | null; readonly maybe: readonly KnownOpd[] }

const distinct = (opds: readonly (KnownOpd | null | undefined)[]): readonly KnownOpd[] => [
  ...new Set(opds.filter((opd) => opd !== null && opd !== undefined)),
]

/** Which OPD sent a file. Taken only where heading and name of the file leave no doubt; else the officer is asked which of `maybe`. */
export const guessOpd = (named: Named, opds: readonly KnownOpd[]): Guess => {
  const { heading, file } = mentionsIn(named, opds)
  const sure = distinct([heading?.opd, file?.opd])
  const [only] = sure
  if (sure.length > 1) return { opd: null, maybe: sure }
  if (only !== undefined && (heading === null || heading.opd !== null)) return { opd: only, maybe: [] }
  if (heading !== null) return { opd: null, maybe: distinct([...heading.maybe, only]) }
  const inTitles = named.titles.flatMap((title) => findIn(title, opds).sure ?? [])
  return { opd: null, maybe: distinct([...(file?.maybe ?? []), ...inTitles]).slice(0, 3) }
}

const asKnown = ({ id, code, name, short }: OpdChoice): KnownOpd => ({ id: id ?? '', code, name, short })

const fits = ({ said, opd, maybe }: Mention, chosen: OpdChoice): boolean => {
  if (chosen.id !== null && (opd?.id === chosen.id || maybe.some(({ id }) => id === chosen.id))) return true
  if (opd !== null) return false
  const found = matchName(said, [asKnown(chosen)])
  return found.sure !== null || found.maybe.length > 0
}

/** What the file itself says where that is another OPD than the one chosen; null: nothing against it. */
export const contradiction = (
  named: Named,
  chosen: OpdChoice | null,
  opds: readonly KnownOpd[],
): Mention | null => {
  if (chosen === null || (chosen.id === null && chosen.name.trim() === '')) return null
  const { heading, file } = mentionsIn(named, opds)
  const mention = heading ?? (file?.opd ? file : null)
  return mention === null || fits(mention, chosen) ? null : mention
}
