import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { FormFile, FormMark, LeftRow, RowMark } from '../../shared/records/budget.ts'
import type { AcceptedOutput, AcceptedRow } from '../../shared/rules/budget/accepted.ts'
import { type ComparedRow, sameRows } from '../../shared/rules/budget/compare.ts'
import type { RefusedRow } from '../../shared/rules/budget/corrections.ts'
import type { AcceptedDoubt } from '../../shared/rules/budget/form-marks.ts'
import { joinSources } from '../../shared/rules/budget/funding.ts'
import { editableStatuses } from '../../shared/rules/budget/life.ts'
import { measuredOf } from '../../shared/rules/budget/measure.ts'
import { moneyCells } from '../../shared/rules/budget/reread.ts'
import { standingFirst } from '../../shared/rules/opd/living.ts'
import { isNamed } from '../../shared/rules/opd/match.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { CommandContext } from '../feature.ts'
import type { StoredBlob } from '../store/blobs.ts'
import type { Transaction } from '../store/transaction.ts'
import { type FormRow, shortName, usedForms, versionsOf } from './forms.ts'
import { rowsOfForm, shapeOf } from './rows.ts'

export type SourceFile = { readonly name: string; readonly bytes: Uint8Array }
export type ImportInput = {
  readonly opd: {
    readonly id: string | null
    readonly code: string
    readonly name: string
    readonly short?: string | undefined
  }
  readonly year: number
  readonly received: string
  readonly letter: string
  readonly mode: 'version' | 'append'
  /** A version with the very rows of the one in use is refused unless it is to be taken. */
  readonly same?: 'take' | 'refuse' | undefined
  readonly outputs: readonly AcceptedOutput[]
  /** Rows of the files that the officer did not take. */
  readonly refused?: readonly RefusedRow[] | undefined
  /** Doubts about the whole form. */
  readonly doubts: readonly AcceptedDoubt[]
  readonly files: readonly SourceFile[]
}
export type Imported = {
  readonly commit: string
  readonly seq: number
  readonly form: string
  readonly version: number
  readonly rows: number
  readonly total: number
  readonly opdAdded: boolean
}
type Refusal = Extract<Result<never>, { ok: false }>

/** Room between two rows for others to be put in. */
export const positionStep = 1024

const mimes: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  html: 'text/html',
  txt: 'text/plain',
}
const mimeOf = (name: string): string =>
  mimes[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream'

type Opd = {
  readonly id: string | null
  readonly code: string
  readonly name: string
  readonly label: string
}

const sameText = (one: string | null, other: string): boolean =>
  (one ?? '').trim().toLowerCase() === other.trim().toLowerCase()

/** No name was given, or it is this OPD's: a mistyped code must not put a form under another OPD. */
const isCalled = ({ name, short }: { name: string | null; short: string | null }, given: string): boolean =>
  given.trim() === '' || isNamed(given, { name: name ?? '', short: short ?? '' })

/** By id, else by code, else by name; else it is new, with or without a code. Errors: `CodeTaken` where the code is another OPD's; `OpdMissing` where the name is that of several. */
const findOpd = ({ reader }: CommandContext, { id, code, name }: ImportInput['opd']): Opd | Refusal => {
  if (id !== null) {
    const found = reader.find('opd', id)
    return found === null
      ? fail('OpdNotFound', budgetTexts.refusal.opdNotFound)
      : { id, code, name, label: shortName(found) }
  }
  if (code.trim() === '' && name.trim() === '') return fail('OpdMissing', budgetTexts.refusal.opdMissing)
  const all = standingFirst(reader.where('opd', {}))
  const holders = all.filter((opd) => code.trim() !== '' && sameText(opd.code, code))
  const holder = holders.find((opd) => isCalled(opd, name)) ?? holders[0]
  if (holder !== undefined && !isCalled(holder, name))
    return fail('CodeTaken', budgetTexts.refusal.codeTaken(code.trim(), holder.name ?? ''), {
      opd: holder.id,
    })
  const named = all.filter((opd) => name.trim() !== '' && isCalled(opd, name))
  const known = holder ?? (named.length === 1 ? named[0] : named.find((opd) => sameText(opd.name, name)))
  if (known !== undefined) return { id: known.id, code, name, label: shortName(known) }
  return code.trim() === '' && named.length > 0
    ? fail('OpdMissing', budgetTexts.refusal.opdMissing)
    : { id: null, code: code.trim(), name: name.trim(), label: name.trim() || code.trim() }
}

const isRefusal = (value: object): value is Refusal => 'error' in value

type Target = { readonly used: FormRow | null; readonly version: number }

/** The version in use must not be locked; rows are only added to one that may still be edited. */
const targetOf = ({ reader }: CommandContext, opd: Opd, { year, mode }: ImportInput): Target | Refusal => {
  const versions = opd.id === null ? [] : versionsOf(reader, { opd: opd.id, year })
  const used = usedForms(versions)[0] ?? null
  if (versions.some(({ status, current }) => status === 'dikunci' && current === 1))
    return fail('Locked', budgetTexts.refusal.locked)
  if (mode === 'version') return { used, version: Math.max(0, ...versions.map(({ version }) => version)) + 1 }
  if (used === null) return fail('NoFormToAppend', budgetTexts.refusal.noFormToAppend)
  if (!editableStatuses.includes(used.status)) return fail('Locked', budgetTexts.refusal.recommended)
  return { used, version: used.version }
}

/** Doubts that the officer found right before saving are kept with who did, as after saving. */
const settledCell = ({ session, now }: CommandContext, { settled = [] }: AcceptedRow) => {
  const [by, at] = [session.officer, new Date(now()).toISOString()]
  return settled.length === 0 ? null : settled.map((mark) => ({ ...mark, by, at }))
}

/** Who corrected what before saving stays with the row. */
const correctedCell = ({ session, now }: CommandContext, { corrected = [] }: AcceptedRow) => {
  const [by, at] = [session.officer, new Date(now()).toISOString()]
  return corrected.length === 0 ? null : corrected.map((cell) => ({ ...cell, by, at }))
}

const leftRows = ({ session, now }: CommandContext, refused: readonly RefusedRow[]): LeftRow[] =>
  refused.map((row) => ({ ...row, by: session.officer, at: new Date(now()).toISOString() }))

const marksCell = (marks: readonly RowMark[]): RowMark[] | null => (marks.length === 0 ? null : [...marks])

/** Cells of a new row as the officer accepted it. Empty structures are not stored at all. */
export const cellsOf = (output: string, row: AcceptedRow) => {
  const { volume, measure, unitPrice } = measuredOf(row.extra)
  return {
    output,
    subOutput: row.subOutput,
    stage: row.stage,
    method: row.method,
    implementer: row.implementer,
    duration: row.duration,
    durationValue: row.durationValue,
    ...moneyCells(row.resources, row.amount),
    volume,
    measure: measure === '' ? null : measure,
    unitPrice,
    extra: Object.keys(row.extra).length === 0 ? null : row.extra,
    marks: marksCell(row.marks),
  }
}

const comparedOf = (title: string, row: AcceptedRow): ComparedRow => {
  const { volume, measure, unitPrice } = measuredOf(row.extra)
  return {
    ...row,
    output: title,
    resources: row.resources.asPrinted,
    source: joinSources(row.resources.funding) ?? '',
    volume,
    measure,
    unitPrice,
  }
}

/** The file says again what the version in use says. */
const isSame = ({ reader }: CommandContext, { outputs, mode }: ImportInput, { used }: Target): boolean =>
  mode === 'version' &&
  used !== null &&
  sameRows(
    rowsOfForm(reader, used.id).map((row) => shapeOf(row)),
    outputs.flatMap(({ title, rows }) => rows.map((row) => comparedOf(title, row))),
  )

type StoredFile = StoredBlob & { readonly name: string }

const attach = (tx: Transaction, form: string, opd: string, files: readonly StoredFile[]): FormFile[] =>
  files.map(({ name, blob, digest, size }) => ({
    name,
    attachment: tx.create('attachment', { owner: form, opd, name, mime: mimeOf(name), size, digest, blob }),
  }))

const newForm = (
  tx: Transaction,
  opd: string,
  { year, received, letter }: ImportInput,
  { used, version }: Target,
): string => {
  if (used !== null) tx.update('budgetForm', used.id, { current: false })
  return tx.create('budgetForm', { opd, year, version, current: true, status: 'diterima', received, letter })
}

/** Who found a doubt right before saving is kept with it, as after saving. */
const formMarks = ({ session, now }: CommandContext, doubts: readonly AcceptedDoubt[]): FormMark[] =>
  doubts.map(({ settled, ...mark }) => ({
    ...mark,
    settledBy: settled ? session.officer : null,
    settledAt: settled ? new Date(now()).toISOString() : null,
  }))

const write = (
  tx: Transaction,
  opd: Opd,
  input: ImportInput,
  target: Target,
  files: readonly StoredFile[],
  context: CommandContext,
): string => {
  const opdId =
    opd.id ??
    tx.create('opd', {
      code: opd.code || null,
      name: opd.name || opd.code,
      short: input.opd.short?.trim() || null,
      active: true,
    })
  const appending = input.mode === 'append' && target.used !== null
  const form = appending ? (target.used as FormRow).id : newForm(tx, opdId, input, target)
  const earlier = appending ? tx.read.find('budgetForm', form) : null
  const marks = [...(earlier?.marks ?? []), ...formMarks(context, input.doubts)]
  const left = [...(earlier?.refused ?? []), ...leftRows(context, input.refused ?? [])]
  tx.update('budgetForm', form, {
    files: [...(earlier?.files ?? []), ...attach(tx, form, opdId, files)],
    marks: marks.length === 0 ? null : marks,
    refused: left.length === 0 ? null : left,
  })
  let position = appending ? Math.max(0, ...rowsOfForm(tx.read, form).map((row) => row.position ?? 0)) : 0
  for (const { title, rows } of input.outputs) {
    for (const row of rows) {
      position += positionStep
      const settled = settledCell(context, row)
      const corrected = correctedCell(context, row)
      tx.create('budgetRow', { form, opd: opdId, position, ...cellsOf(title, row), settled, corrected })
    }
  }
  return form
}

const reasonOf = (opd: Opd, input: ImportInput, version: number): string => {
  const files = input.files.map(({ name }) => name).join(', ')
  const { appended, imported, opdAdded } = budgetTexts.reason
  const text = (input.mode === 'append' ? appended : imported)(opd.label, input.year, version, files)
  return opd.id === null ? text + opdAdded(opd.code, opd.name) : text
}

/** One commit: OPD if new, form, rows, attachments. The files are on the disk, encrypted, before the commit that names them. */
export const importForm = (context: CommandContext, input: ImportInput): Result<Imported> => {
  const opd = findOpd(context, input.opd)
  if (isRefusal(opd)) return opd
  const { opds } = context.session
  if (opds !== null && (opd.id === null || !opds.includes(opd.id)))
    return fail('Forbidden', budgetTexts.refusal.opdForbidden)
  const target = targetOf(context, opd, input)
  if (isRefusal(target)) return target
  if (input.same === 'refuse' && isSame(context, input, target))
    return fail('SameAsPresent', budgetTexts.refusal.sameAsPresent(target.used?.version ?? 1))
  const files = input.files.map(({ name, bytes }) => ({ name, ...context.blobs.put(bytes) }))
  const done = context.store.commit(context.actor, reasonOf(opd, input, target.version), (tx) =>
    write(tx, opd, input, target, files, context),
  )
  if (!done.ok) return done
  const rows = input.outputs.flatMap((output) => output.rows)
  return ok({
    commit: done.value.commit,
    seq: done.value.seq,
    form: done.value.value,
    version: target.version,
    rows: rows.length,
    total: rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    opdAdded: opd.id === null,
  })
}
