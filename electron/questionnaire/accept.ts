import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { DeclaredRegister } from '../../shared/compliance/facts.ts'
import type { questionnaireAccept } from '../../shared/contract/questionnaire.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { longDate } from '../../shared/format/date.ts'
import { decisionKeys } from '../../shared/records/common.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Records } from '../../shared/records/index.ts'
import { declaredRegisters } from '../../shared/records/organisation.ts'
import { askedFields } from '../../shared/rules/questionnaire/asked.ts'
import { questionnaireTexts } from '../../shared/texts/questionnaire.ts'
import type { CommandContext } from '../feature.ts'
import { rowsOfOpd, settleRows, storedPaper, writeRows } from '../records/index.ts'
import type { Transaction } from '../store/transaction.ts'
import { askedDefinitions } from './book.ts'
import type { Staged } from './read.ts'

type Input = z.output<typeof questionnaireAccept.input>
type Accepted = z.input<typeof questionnaireAccept.output>
type Row = Input['sheets'][number]['rows'][number]
type Values = Readonly<Record<string, unknown>>
type Sheet = { readonly definition: AnyDefinition; readonly rows: readonly Row[] }

const { refusal, commit: words } = questionnaireTexts

const isDecided = ({ fields }: AnyDefinition): boolean =>
  decisionKeys.every((key) => Object.hasOwn(fields, key))
const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

const decisionOf = ({ by, on, paper }: Input['source']) => ({
  decidedBy: by || null,
  decidedOn: on,
  decidedIn: paper || null,
})

/** What the OPD states it states by whoever answers, where nobody else is named. */
const decisionIn = (
  definition: AnyDefinition,
  values: Values,
  before: Values,
  { by, on, paper }: Input['source'],
): Values => {
  const isNamed = decisionKeys.some((key) => !isEmpty(values[key]) || !isEmpty(before[key]))
  return !isDecided(definition) || isNamed || (by === '' && paper === '') ? {} : decisionOf({ by, on, paper })
}

/** Fields that an OPD is asked for and nothing else; whose the record is, the file says. */
const rowFor = (
  definition: AnyDefinition,
  row: Row,
  opd: string,
  before: ReadonlyMap<string, Values>,
  source: Input['source'],
): Row => {
  const asked = new Set(askedFields(definition).map(({ key }) => key))
  const given = Object.fromEntries(Object.entries(row.values).filter(([key]) => asked.has(key)))
  const known = row.id === null ? {} : (before.get(row.id) ?? {})
  const values = { ...given, ...decisionIn(definition, given, known, source) }
  return row.id === null
    ? { id: null, values: { ...values, [definition.scope ?? '']: opd } }
    : { ...row, values }
}

/** Error: `Elsewhere` where a row is of no record of the OPD. */
const sheetsFor = (
  { store }: CommandContext,
  { sheets, source }: Input,
  opd: string,
): Result<readonly Sheet[]> => {
  const found = askedDefinitions(
    store.reader,
    sheets.map(({ type }) => type),
  )
  if (!found.ok) return found
  const made: Sheet[] = []
  for (const [at, definition] of found.value.entries()) {
    const rows = sheets[at]?.rows ?? []
    const before = new Map<string, Values>(
      rowsOfOpd(store.reader, definition, opd).map((row) => [row.id, row] as const),
    )
    const other = rows.find(({ id }) => id !== null && !before.has(id))
    if (other !== undefined) return fail('Elsewhere', refusal.elsewhere, { record: other.id ?? '' })
    made.push({ definition, rows: rows.map((row) => rowFor(definition, row, opd, before, source)) })
  }
  return ok(made)
}

const declarationsIn = ({ sheets }: Input) =>
  sheets.flatMap(({ type, declared }) =>
    declared === null || !Object.hasOwn(declaredRegisters, type)
      ? []
      : [{ register: type as DeclaredRegister, state: declared }],
  )

const reasonOf = (input: Input, sheets: readonly Sheet[], agency: string, file: string): string => {
  const { by, on, paper } = input.source
  const parts = sheets.flatMap(({ definition, rows }) => {
    const created = rows.filter(({ id }) => id === null).length
    return rows.length === 0 ? [] : [words.register(definition.plural, created, rows.length - created)]
  })
  const declared = declarationsIn(input).length
  const what = [...parts, ...(declared === 0 ? [] : [words.declared(declared)])]
  const source = words.by(by, on === null ? '' : longDate(on), paper === '' ? words.noPaper : paper)
  return words.reason(agency, file, source, what.length === 0 ? words.received : what.join('; '))
}

type Paper = Partial<Omit<Records['attachment'], 'id'>>
/** The file stays with the record that it left by; one that nobody knows here with its OPD. The same file is kept once. */
const paperFor = (
  context: CommandContext,
  { file, opd, questionnaire }: Staged,
  { on, paper }: Input['source'],
): Paper | null => {
  const owner = questionnaire ?? opd
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  const isKept = context.store.reader.where('attachment', { owner }).some((one) => one.digest === digest)
  const said = { number: paper || null, effective: on }
  return isKept ? null : { ...storedPaper(context, owner, opd, file), ...said }
}

/** Declarations, the file, and that it came; how many declarations. */
const writeBeside = (
  tx: Transaction,
  { session }: CommandContext,
  input: Input,
  { opd, questionnaire }: Staged,
  paper: Paper | null,
): number => {
  const { today } = session
  const decision = decisionOf(input.source)
  const declarations = declarationsIn(input)
  for (const one of declarations)
    tx.create('declaration', { opd, ...one, asOf: input.source.on ?? today, ...decision })
  const decidedFile = paper === null ? null : tx.create('attachment', paper)
  if (questionnaire !== null) {
    const kept = decidedFile === null ? {} : { decidedFile }
    tx.update('questionnaire', questionnaire, { returned: today, ...decision, ...kept })
  }
  return declarations.length
}

/** What the officer takes of a file, as one commit. Errors: `Gone`, `NotAsked`, `Elsewhere`, and those of records. */
export const acceptQuestionnaire = (context: CommandContext, input: Input): Result<Accepted> => {
  const { store, actor } = context
  const staged = context.staged<Staged>(input.token)
  if (staged === null) return fail('Gone', refusal.gone)
  const { opd, file } = staged
  const sheets = sheetsFor(context, input, opd)
  if (!sheets.ok) return sheets
  const agency = store.reader.find('opd', opd)?.name ?? ''
  const paper = paperFor(context, staged, input.source)
  const done = store.commit(
    actor,
    reasonOf(input, sheets.value, agency, file.name),
    (tx) => {
      const refused = sheets.value.flatMap(({ definition, rows }) => writeRows(context, tx, definition, rows))
      const counts = settleRows(tx, refused)
      return { ...counts, declared: writeBeside(tx, context, input, staged, paper) }
    },
    input.seen,
  )
  if (!done.ok) return done
  context.unstage(input.token)
  return ok({ commit: done.value.commit, seq: done.value.seq, ...done.value.value })
}
