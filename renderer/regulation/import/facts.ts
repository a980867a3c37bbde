import type { InstrumentFacts } from '../../../shared/contract/regulation.ts'
import { regulations } from '../../../shared/regulation/index.ts'
import { type LibraryText, textOfRegulation } from '../../../shared/regulation/library.ts'
import { seriesNames } from '../../../shared/regulation/version.ts'
import { regulationImportTexts } from '../../../shared/texts/regulation-import.ts'
import type { Field, FieldValue, FormValues } from '../../ui/index.ts'
import type { Brought } from '../useLibrary.ts'
import type { Read } from './TakePage.tsx'

const { fields: labels, standing } = regulationImportTexts.page

export type Kind = Read['read']['content']['kind']

const named: readonly (readonly Field[])[] = [
  [{ name: 'short', label: labels.short, kind: 'text', required: true, hint: labels.shortHint }],
  [{ name: 'title', label: labels.title, kind: 'longText', required: true }],
]
const version: Field = { name: 'version', label: labels.version, kind: 'text' }
const ofRegulation: readonly (readonly Field[])[] = [
  [
    { name: 'number', label: labels.number, kind: 'text' },
    { name: 'year', label: labels.year, kind: 'integer', plain: true },
  ],
  [
    { name: 'enacted', label: labels.enacted, kind: 'date' },
    { name: 'promulgated', label: labels.promulgated, kind: 'date' },
  ],
]

/** What an officer may say otherwise before it is kept, line by line of the form. */
export const fieldsOf = (kind: Kind): readonly (readonly Field[])[] =>
  kind === 'peraturan'
    ? [...named, ...ofRegulation, [{ ...version, hint: labels.versionHint }]]
    : [...named, [version]]

export const valuesOf = (facts: InstrumentFacts): FormValues =>
  Object.fromEntries(
    Object.entries(facts).map(([key, value]): [string, FieldValue] => [key, value === '' ? null : value]),
  )

export const factsOf = (values: FormValues): InstrumentFacts => {
  const said = (key: string): string => String(values[key] ?? '').slice(0, 2000)
  const year = values['year']
  return {
    short: said('short'),
    title: said('title'),
    version: said('version'),
    number: said('number'),
    year: typeof year === 'number' && Number.isSafeInteger(year) ? year : null,
    enacted: said('enacted'),
    promulgated: said('promulgated'),
  }
}

/** What is there already of the same text: a regulation that is built in, or versions that the city brought, the newest last. */
export type Present = { readonly builtIn: LibraryText | null; readonly versions: readonly Brought[] }

export const presentOf = ({ read }: Read, facts: InstrumentFacts, library: readonly Brought[]): Present => {
  const names = seriesNames(read.publication.series, facts.short, read.facts.short)
  const same = regulations.find(({ short }) => names.includes(short.toLowerCase()))
  return {
    builtIn: same === undefined ? null : textOfRegulation(same),
    versions: library.filter(({ series }) => names.includes(series)),
  }
}

const isLower = (one: string, other: string): boolean =>
  /^\d+$/.test(one) && /^\d+$/.test(other) && Number(one) < Number(other)

/** What an officer should know before keeping it, as sentences. */
export const standingOf = (
  { digest }: Read,
  { version }: InstrumentFacts,
  { builtIn, versions }: Present,
): string[] => {
  const twin = versions.find((text) => text.digest === digest)
  const named = versions.find((text) => text.version === version.trim())
  const newer = versions.findLast((text) => isLower(version.trim(), text.version))
  return [
    builtIn === null ? '' : standing.builtIn(builtIn.short),
    twin === undefined ? '' : standing.twin(twin.name),
    twin === undefined && named !== undefined ? standing.sameVersion(named.name) : '',
    twin === undefined && named === undefined && newer !== undefined ? standing.older(newer.name) : '',
  ].filter(Boolean)
}
