import { questionnaireTexts } from '../../texts/questionnaire.ts'
import {
  type PlannedCell,
  type PlannedRow,
  type PresentRecord,
  planCell,
  planRows,
  shownBefore,
} from '../records/plan.ts'
import type { SheetLine } from '../records/table.ts'
import { loose, spaced } from '../records/words.ts'
import type { AskedField } from './asked.ts'
import type { Compared, ComparedCell, ComparedRow } from './compared.ts'
import type { ReturnedSheet } from './returned.ts'

const words = questionnaireTexts.row

const refused = (line: SheetLine, known: Compared, fault: string): ComparedRow => {
  const first = known.fields.find(({ key }) => line.cells[key] !== undefined)
  const title = (first === undefined ? undefined : line.cells[first.key])?.text.trim() ?? ''
  return {
    line: line.line,
    state: 'unread',
    id: null,
    title,
    cells: [],
    fault,
    remark: '',
    isDoubted: true,
  }
}

const missing = ({ id, title }: PresentRecord, line: number | null, remark: string): ComparedRow => ({
  line,
  state: 'missing',
  id,
  title,
  cells: [],
  fault: '',
  remark,
  isDoubted: true,
})

/** What a cell does beside what the file showed before it left. Null: the OPD let it stand. */
const comparedCell = (
  cell: PlannedCell,
  line: SheetLine,
  field: AskedField,
  base: PresentRecord | undefined,
  { find }: Compared,
): ComparedCell | null => {
  const said = line.cells[cell.key]
  if (said === undefined) return null
  if (base !== undefined && planCell(field, said, base, find) === null) return null
  const then = base === undefined ? cell.before : shownBefore(field, base)
  const kind = cell.fault !== '' ? 'unread' : then === cell.before ? 'changed' : 'differs'
  return { ...cell, kind, base: then === cell.before ? null : then }
}

/** A text of blanks alone is no more than an empty cell. */
const isSaid = (text: string): boolean => spaced(text) !== ''

const emptiedCells = (
  line: SheetLine,
  record: PresentRecord,
  base: PresentRecord | undefined,
  known: Compared,
  { keys }: ReturnedSheet,
): ComparedCell[] =>
  known.fields.flatMap((field) => {
    const { key, facts } = field
    if (!keys.has(key) || line.cells[key] !== undefined || facts.isFixed) return []
    const [now, then] = [shownBefore(field, record), shownBefore(field, base ?? record)]
    if (!isSaid(now) || !isSaid(then)) return []
    return [
      {
        key,
        text: '',
        before: now,
        value: null,
        fault: '',
        kind: 'emptied',
        base: then === now ? null : then,
      },
    ]
  })

const stateOf = (cells: readonly ComparedCell[]): ComparedRow['state'] => {
  if (cells.some(({ kind }) => kind === 'unread')) return 'unread'
  if (cells.some(({ kind }) => kind === 'differs')) return 'differs'
  return cells.length === 0 ? 'same' : 'changed'
}

const comparedKnown = (
  row: PlannedRow,
  line: SheetLine,
  record: PresentRecord,
  known: Compared,
  sheet: ReturnedSheet,
): ComparedRow => {
  const base = known.base?.get(record.id)
  const fieldOf = new Map(known.fields.map((field) => [field.key, field]))
  const cells = [
    ...row.cells.flatMap((cell) => {
      const field = fieldOf.get(cell.key)
      return field === undefined ? [] : (comparedCell(cell, line, field, base, known) ?? [])
    }),
    ...emptiedCells(line, record, base, known, sheet),
  ]
  return {
    line: line.line,
    state: stateOf(cells),
    id: record.id,
    title: record.title,
    cells,
    fault: '',
    remark: '',
    isDoubted: known.base === null,
  }
}

type Asked = { readonly line: SheetLine; readonly remark: string }

const comparedNew = (
  row: PlannedRow,
  { line, remark }: Asked,
  known: Compared,
  sheet: ReturnedSheet,
  free: ReadonlySet<string>,
): ComparedRow => {
  const isThere = known.fields.find(
    ({ key, facts }) =>
      facts.isUnique &&
      row.cells.some((cell) => cell.key === key && cell.fault === '' && known.isElsewhere(key, cell.value)),
  )
  if (isThere !== undefined)
    return refused(
      line,
      known,
      words.uniqueElsewhere(isThere.facts.label, line.cells[isThere.key]?.text.trim() ?? ''),
    )
  const doubt = [
    remark,
    free.has(loose(row.title)) ? words.sameName : '',
    !sheet.keys.has('id') && known.present.length > 0 ? words.noId : '',
  ].find((said) => said !== '')
  return {
    line: line.line,
    state: row.state === 'unread' ? 'unread' : 'new',
    id: null,
    title: row.title,
    cells: row.cells.map((cell) => ({ ...cell, kind: cell.fault === '' ? 'changed' : 'unread', base: null })),
    fault: row.fault,
    remark: doubt ?? '',
    isDoubted: doubt !== undefined || known.base === null,
  }
}

type Sorted = {
  readonly asked: readonly Asked[]
  readonly refused: readonly ComparedRow[]
  readonly emptied: ReadonlyMap<string, number>
}

/** Lines whose id says what they are about; an id that comes twice counts once, one of nobody here counts not at all. */
const sortLines = (sheet: ReturnedSheet, known: Compared): Sorted => {
  const here = new Map(known.present.map((record) => [record.id, record]))
  const wasFilled = (record: PresentRecord): boolean =>
    known.fields.some((field) => isSaid(shownBefore(field, known.base?.get(record.id) ?? record)))
  const lineOfId = new Map<string, number>()
  const asked: Asked[] = []
  const out: ComparedRow[] = []
  const emptied = new Map<string, number>()
  for (const line of sheet.lines) {
    const id = line.cells['id']?.text.trim()
    const { id: _id, ...cells } = line.cells
    const isBare = Object.keys(cells).length === 0
    const before = id === undefined ? undefined : lineOfId.get(id)
    const record = id === undefined ? undefined : here.get(id)
    if (id === undefined) asked.push({ line, remark: '' })
    else if (before !== undefined) {
      if (!isBare) asked.push({ line: { line: line.line, cells }, remark: words.copied(before) })
    } else if (record === undefined) {
      const lost = known.lost(id)
      out.push(refused(line, known, lost === null ? words.foreign(id) : words[lost]))
    } else {
      lineOfId.set(id, line.line)
      if (isBare && wasFilled(record)) emptied.set(id, line.line)
      else asked.push({ line, remark: '' })
    }
  }
  return { asked, refused: out, emptied }
}

/** What a returned register says beside what is recorded of the OPD, row by row; what the file no longer holds at the end. */
export const compareSheet = (sheet: ReturnedSheet, known: Compared): readonly ComparedRow[] => {
  const { asked, refused: out, emptied } = sortLines(sheet, known)
  const columns = [...sheet.keys].map((key) => ({ heading: key, key, remark: '' }))
  const planned = planRows(
    { columns, lines: asked.map(({ line }) => line), leftOut: [] },
    { fields: known.fields, records: known.present, find: known.find, title: known.title },
  )
  const byId = new Map(known.present.map((record) => [record.id, record]))
  const claimed = new Set([...planned.flatMap(({ id }) => id ?? []), ...emptied.keys()])
  const unclaimed = known.present.filter(({ id }) => !claimed.has(id))
  const free = new Set(unclaimed.map(({ title }) => loose(title)))
  const rows = planned.map((row, at): ComparedRow => {
    const one = asked[at] as Asked
    const record = row.id === null ? undefined : byId.get(row.id)
    if (row.fault !== '') return refused(one.line, known, row.fault)
    return record === undefined
      ? comparedNew(row, one, known, sheet, free)
      : comparedKnown(row, one.line, record, known, sheet)
  })
  const wasShown = ({ id }: PresentRecord): boolean => known.base === null || known.base.has(id)
  return [
    ...[...rows, ...out].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    ...known.present.flatMap((record) => {
      const line = emptied.get(record.id)
      return line === undefined ? [] : [missing(record, line, words.emptied)]
    }),
    ...unclaimed.filter(wasShown).map((record) => missing(record, null, words.missing)),
  ]
}
