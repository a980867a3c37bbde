import { citeOf } from './cite.ts'
import type { InstrumentContent } from './content.ts'
import { readFramework } from './framework.ts'
import { type Regulation, unitsOf } from './index.ts'
import { readText } from './read.ts'
import { allUnits, type Unit, type UnitKind, withoutMarks } from './unit.ts'
import { versioned } from './version.ts'

/** What is read in the library: a regulation that is built in, or a text that the city brought. */
export type LibraryText = {
  /** Of the regulation, or of the record that holds it. */
  readonly id: string
  readonly isBuiltIn: boolean
  /** With its version, where it has one. */
  readonly short: string
  /** As a citation names it. */
  readonly cited: string
  /** Language of the words. */
  readonly lang: string
  /** Whether `*…*` is emphasis; in a framework an asterisk is an asterisk. */
  readonly isMarked: boolean
  readonly units: readonly Unit[]
  readonly byKey: ReadonlyMap<string, Unit>
}

/** Begins the keys of a regulation that the city brought; no built-in one has it. */
const broughtPrefix = 'X'

const byKey = (units: readonly Unit[]): ReadonlyMap<string, Unit> =>
  new Map(allUnits(units).map((unit) => [unit.key, unit]))

const builtIn = new WeakMap<Regulation, LibraryText>()

export const textOfRegulation = (regulation: Regulation): LibraryText => {
  const before = builtIn.get(regulation)
  if (before !== undefined) return before
  const units = unitsOf(regulation)
  const made: LibraryText = {
    id: regulation.id,
    isBuiltIn: true,
    short: regulation.short,
    cited: regulation.title.replace(/ tentang .*$/, ''),
    lang: 'id',
    isMarked: true,
    units,
    byKey: byKey(units),
  }
  builtIn.set(regulation, made)
  return made
}

export const unitsOfContent = (content: InstrumentContent): readonly Unit[] =>
  content.kind === 'peraturan'
    ? readText(broughtPrefix, content.lines).units
    : readFramework(content.nodes).units

type Named = { readonly id: string; readonly short: string; readonly title: string; readonly version: string }

/** A text that the city brought. */
export const textOfInstrument = (
  { id, short, title, version }: Named,
  content: InstrumentContent,
): LibraryText => {
  const units = unitsOfContent(content)
  const isPrinted = content.kind === 'peraturan'
  return {
    id,
    isBuiltIn: false,
    short: versioned(short, version),
    cited: versioned(isPrinted ? title.replace(/ tentang .*$/, '') : title, isPrinted ? '' : version),
    lang: isPrinted ? 'id' : content.locale,
    isMarked: isPrinted,
    units,
    byKey: byKey(units),
  }
}

const divisions: ReadonlySet<UnitKind> = new Set(['bab', 'bagian', 'paragraf', 'kelompok', 'butir'])

/** How a unit is called: “Pasal 6 ayat (2)”, “BAB I KETENTUAN UMUM”, “A.1 Kebijakan”. */
export const nameOfUnit = ({ key, kind, label, title, text }: Unit): string =>
  divisions.has(kind)
    ? [label, withoutMarks(title.join(' '))].filter(Boolean).join(' ') || (text[0] ?? '').slice(0, 80)
    : citeOf(key)

/** Words of a line as they are shown, without the marks of emphasis where the text has such. */
export const shownLine = ({ isMarked }: LibraryText, line: string): string =>
  isMarked ? withoutMarks(line) : line

/** What a unit says, with the marks that stand before what is in it. */
export const quotedOf = (text: LibraryText, unit: Unit): string => {
  const own = (one: Unit): string => one.text.map((line) => shownLine(text, line)).join('\n')
  return [own(unit), ...unit.units.map((one) => `${one.label} ${own(one)}`)].join('\n').trim()
}
