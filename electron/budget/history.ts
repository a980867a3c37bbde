import { deletedKey, type RowChange } from '../../shared/commit/part.ts'
import type { FormStep } from '../../shared/contract/budget.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { CorrectedCell, FormMark, LeftRow, SettledMark } from '../../shared/records/budget.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Cell, Field } from '../../shared/records/field.ts'
import { budgetTexts } from '../../shared/texts/budget.ts'
import type { QueryContext } from '../feature.ts'
import { officerName, shownCell, timeOf } from '../records/index.ts'
import type { StoredCommit } from '../store/log.ts'
import { commitName } from '../store/log.ts'
import { CommitCache, commitsOfAll } from '../store/past.ts'
import type { Reader } from '../store/reader.ts'
import { formById } from './forms.ts'
import { rowsOfForm } from './rows.ts'

type Change = FormStep['changes'][number]
type Known = Map<string, Cell>
const words = budgetTexts.history

/** An import of thousands of rows is one line; more lines than these in one change nobody reads. */
const listedAtMost = 200
const rowsListedAtMost = 5

/** Read from other cells of the row, where the row belongs, or what the step itself says: who and when. */
const quiet: ReadonlySet<string> = new Set(['form', 'opd', 'resourcesOther', 'statusBy', 'statusAt'])
const labels: Readonly<Record<string, string>> = words.fields

const listOf = <T>(cell: Cell | undefined): readonly T[] =>
  typeof cell === 'string' ? (JSON.parse(cell) as readonly T[]) : []

const columnLabel = (definition: AnyDefinition, column: string): string =>
  (words.columns as Readonly<Record<string, string>>)[column] ??
  (definition.fields[column] as Field | undefined)?.facts.label ??
  ''

type Place = Pick<Change, 'row' | 'number'>

const settledIn = (
  definition: AnyDefinition,
  cells: RowChange['cells'],
  known: Known,
  at: Place,
): Change[] => {
  if (definition.type === 'budgetRow') {
    const before = new Set(listOf<SettledMark>(known.get('settled')).map((mark) => JSON.stringify(mark)))
    return listOf<SettledMark>(cells['settled'])
      .filter((mark) => !before.has(JSON.stringify(mark)))
      .map(({ column, found }) => settledChange(at, columnLabel(definition, column), found))
  }
  const open = listOf<FormMark>(known.get('marks')).map(({ settledBy }) => settledBy === null)
  return listOf<FormMark>(cells['marks'])
    .filter(({ settledBy }, index) => settledBy !== null && open[index] !== false)
    .map(({ found }) => settledChange(at, '', found))
}

const settledChange = (at: Place, label: string, found: string): Change => ({
  ...at,
  kind: 'settled',
  label,
  before: found.replaceAll(' | ', ' '),
  after: '',
})

/** What an officer made of the file before saving: cells corrected, rows of her own, rows not taken. */
const importedOtherwise = (
  definition: AnyDefinition,
  cells: RowChange['cells'],
  known: Known,
  at: Place,
): Change[] => {
  if (definition.type === 'budgetRow')
    return listOf<CorrectedCell>(cells['corrected']).map(({ column, before, after }) => ({
      ...at,
      kind: 'corrected' as const,
      label: columnLabel(definition, column),
      before,
      after,
    }))
  const left = listOf<LeftRow>(cells['refused']).slice(listOf<LeftRow>(known.get('refused')).length)
  return left.map(({ row, title, amount }) => ({
    ...at,
    kind: 'refused' as const,
    label: '',
    before: words.refused(row, title, amount),
    after: '',
  }))
}

const cellChanges = (
  reader: Reader,
  definition: AnyDefinition,
  cells: RowChange['cells'],
  known: Known,
  at: Place,
): Change[] =>
  Object.entries(cells).flatMap(([key, after]) => {
    const field = definition.fields[key] as Field | undefined
    if (field === undefined || field.facts.isHidden || quiet.has(key)) return []
    const [was, is] = [shownCell(reader, field, known.get(key) ?? null), shownCell(reader, field, after)]
    if (was === is) return []
    return [
      { ...at, kind: 'changed' as const, label: labels[key] ?? field.facts.label, before: was, after: is },
    ]
  })

type Work = {
  readonly reader: Reader
  readonly numbers: ReadonlyMap<string, number>
  readonly known: Map<string, Known>
}

const titleOf = (definition: AnyDefinition, cells: Known): string =>
  definition.title({
    ...Object.fromEntries(Object.keys(definition.fields).map((key) => [key, cells.get(key) ?? null])),
  } as { id: string })

const changesOf = ({ reader, numbers, known }: Work, change: RowChange): Change[] => {
  const definition = reader.definition(change.type)
  const before = known.get(change.id) ?? new Map<string, Cell>()
  const isRow = change.type === 'budgetRow'
  const at = { row: isRow ? change.id : null, number: numbers.get(change.id) ?? null }
  const settled = [
    ...settledIn(definition, change.cells, before, at),
    ...importedOtherwise(definition, change.cells, before, at),
  ]
  const own = change.operation === 'create' ? [] : cellChanges(reader, definition, change.cells, before, at)
  const now = new Map([...before, ...Object.entries(change.cells)])
  known.set(change.id, now)
  if (!isRow) return [...own, ...settled]
  const title = titleOf(definition, now)
  const gone = change.cells[deletedKey]
  if (change.operation === 'create' || gone === 0)
    return [{ ...at, kind: 'added', label: '', before: '', after: title }, ...settled]
  return gone === 1 ? [{ ...at, kind: 'removed', label: '', before: title, after: '' }] : [...own, ...settled]
}

/** Many rows that came or went together are told as one. */
const gathered = (changes: readonly Change[]): Change[] => {
  const many = (['added', 'removed'] as const).filter(
    (kind) => changes.filter((change) => change.kind === kind).length > rowsListedAtMost,
  )
  const sums = many.map((kind): Change => {
    const count = words.rows(changes.filter((change) => change.kind === kind).length)
    const of = { row: null, number: null, kind, label: '' }
    return kind === 'added' ? { ...of, before: '', after: count } : { ...of, before: count, after: '' }
  })
  return [...sums, ...changes.filter(({ kind }) => !many.some((each) => each === kind))]
}

const stepOf = (reader: Reader, stored: StoredCommit, all: readonly Change[]): FormStep => {
  const changes = gathered(all)
  return {
    commit: commitName(stored),
    time: timeOf(stored.hlc),
    officer: officerName(reader, stored.officer),
    capacity: stored.capacity,
    reason: stored.reason,
    changes: changes.slice(0, listedAtMost),
    more: Math.max(0, changes.length - listedAtMost),
  }
}

const rowsEver = (reader: Reader, form: string): string[] =>
  reader.rows<{ id: string }>('select id from budgetRow where form = ?', form).map(({ id }) => id)

/** Every change of a form and of its rows, also of rows that are gone, newest first. */
export const formHistory = (
  { reader, session }: QueryContext,
  { form, row }: { readonly form: string; readonly row: string | null },
): Result<{ steps: FormStep[] }> => {
  if (formById(reader, session, form) === null)
    return fail('NotFound', budgetTexts.refusal.formNotFound, { record: form })
  const ever = rowsEver(reader, form)
  const ids = row === null ? [form, ...ever] : ever.filter((id) => id === row)
  const wanted = new Set(ids)
  const commits = new CommitCache(reader)
  const numbers = new Map(rowsOfForm(reader, form).map(({ id }, at) => [id, at + 1]))
  const work: Work = { reader, numbers, known: new Map() }
  const steps = commitsOfAll(reader, ids).map((stored) =>
    stepOf(
      reader,
      stored,
      commits.read(stored).changes.flatMap((each) => (wanted.has(each.id) ? changesOf(work, each) : [])),
    ),
  )
  return ok({ steps: steps.reverse() })
}
