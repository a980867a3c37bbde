import type { AnyDefinition } from '../../records/define.ts'
import { questionnaireTexts } from '../../texts/questionnaire.ts'
import { recordsSheetTexts } from '../../texts/records-sheet.ts'
import { isYear, type ShownField } from '../records/fields.ts'
import { type WrittenCell, writtenCell } from '../records/written.ts'
import { askedFields, citesOf, isWaitedFor } from './asked.ts'

/** How the cells of a column look; `typed`: kept as it is typed, so that no program makes another value of it. */
export type AskedLook = 'typed' | 'long' | 'number' | 'grouped' | 'day'
export type AskedColumn = {
  readonly key: string
  readonly label: string
  readonly section: string
  /** The pasal that ask for it, and the kind of answer. */
  readonly hint: string
  readonly look: AskedLook
  /** What a cell offers; empty: anything. */
  readonly choices: readonly string[]
  /** Nothing but the choices can be written. */
  readonly isStrict: boolean
  /** Marked softly while it is empty. */
  readonly waits: boolean
  readonly note: string
}
export type AskedSheet = {
  readonly name: string
  readonly marker: string
  /** Whether it asks if the register is whole. */
  readonly declares: boolean
  readonly columns: readonly AskedColumn[]
  /** The id of the record first. */
  readonly rows: readonly (readonly WrittenCell[])[]
  /** Columns of each row that do not concern its record: nobody waits for them. */
  readonly unconcerned: readonly (readonly string[])[]
}
/** One file for one OPD. */
export type AskedBook = {
  readonly file: string
  readonly marker: string
  readonly agency: string
  readonly city: string
  /** In words. */
  readonly moment: string
  /** Label and words of the instructions. */
  readonly facts: readonly (readonly [string, string])[]
  readonly sheets: readonly AskedSheet[]
  /** ISO moment. */
  readonly created: string
  readonly paper: 'A4' | 'F4'
}

const lookOf = (field: ShownField): AskedLook => {
  switch (field.facts.kind) {
    case 'money':
      return 'grouped'
    case 'integer':
      return isYear(field) ? 'number' : 'grouped'
    case 'date':
      return 'day'
    case 'longText':
      return 'long'
    default:
      return 'typed'
  }
}

const { yes, no } = recordsSheetTexts.values
const kindWords: Readonly<Record<string, string>> = questionnaireTexts.kinds

const choicesOf = ({ facts }: ShownField, titles: readonly string[]): readonly string[] => {
  if (facts.kind === 'choice') return Object.values(facts.choices)
  if (facts.kind === 'boolean') return [yes, no]
  return facts.kind === 'reference' ? titles : []
}

/** Columns of a register as the city's own regulation asks for them. `titlesOf`: of records that a reference may name. */
export const askedColumns = (
  definition: AnyDefinition,
  prefix: string,
  titlesOf: (target: string) => readonly string[],
): readonly AskedColumn[] =>
  askedFields(definition).map((field) => {
    const { key, section, facts } = field
    return {
      key,
      label: facts.label,
      section,
      hint: [citesOf(field, prefix), kindWords[facts.kind] ?? ''].filter((words) => words !== '').join('\n'),
      look: lookOf(field),
      choices: choicesOf(field, titlesOf(facts.target)),
      isStrict: facts.kind === 'choice' || facts.kind === 'boolean',
      waits: isWaitedFor(field, prefix),
      note: facts.note,
    }
  })

/** As it is typed: a day among years and months is no number of a spreadsheet. */
const typedCell = (cell: WrittenCell): WrittenCell =>
  typeof cell === 'object' && cell !== null ? cell.day.split('-').reverse().join('-') : cell

/** A record as a row, its id first. */
export const askedRow = (
  definition: AnyDefinition,
  record: {
    readonly id: string
    readonly values: Readonly<Record<string, unknown>>
    readonly titles: Readonly<Record<string, string>>
  },
): readonly WrittenCell[] => [
  record.id,
  ...askedFields(definition).map((field) => {
    const cell = writtenCell(field, record.values[field.key], record.titles[field.key])
    return field.facts.kind === 'when' ? typedCell(cell) : cell
  }),
]
