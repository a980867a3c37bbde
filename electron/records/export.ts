import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { recordExport } from '../../shared/contract/sheet.ts'
import { dayInWib, longDateTime } from '../../shared/format/date.ts'
import { thousands } from '../../shared/format/money.ts'
import { isYear, type ShownField } from '../../shared/rules/records/fields.ts'
import { longestWritten } from '../../shared/rules/records/written.ts'
import { jobTexts } from '../../shared/texts/job.ts'
import { recordsSheetTexts } from '../../shared/texts/records-sheet.ts'
import {
  type DocumentOrder,
  documentJob,
  type ListSheet,
  type Taken,
  takenName,
  type Written,
} from '../document/index.ts'
import type { TaskContext } from '../feature.ts'
import { recordSheet, type SheetPage } from './sheet.ts'

type Input = z.output<typeof recordExport.input>
type Exported = z.input<typeof recordExport.output>
type Gathered = Omit<SheetPage, 'next'>

const mimes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const
const limits = { timeoutMs: 10 * 60 * 1000, limitMegabytes: 800 }
const { about: words, step } = recordsSheetTexts

/** Rows at a time, so that lists are answered in between; at last all at once, so that no change comes between. */
const pageSizes = [2_000, 2_000, 10_000_000] as const

/** Null where something was written between two pages: a file shows one state. */
const pagesOf = async (
  { ask, signal, progress }: TaskContext,
  { format: _format, ...wanted }: Input,
  limit: number,
): Promise<Result<Gathered | null>> => {
  const rows: SheetPage['rows'][number][] = []
  let after: SheetPage['next'] = null
  let first: SheetPage | null = null
  for (;;) {
    const asked: Result<SheetPage> = await ask(recordSheet, { ...wanted, after, limit })
    if (signal.aborted) return fail('Cancelled', jobTexts.cancelled)
    if (!asked.ok) return asked
    first ??= asked.value
    if (asked.value.head.hash !== first.head.hash) return ok(null)
    for (const row of asked.value.rows) rows.push(row)
    progress(rows.length, null, step.gathering)
    after = asked.value.next
    if (after === null) return ok({ ...first, rows })
  }
}

const gather = async (context: TaskContext, input: Input): Promise<Result<Gathered>> => {
  for (const size of pageSizes) {
    const gathered = await pagesOf(context, input, size)
    if (!gathered.ok) return gathered
    if (gathered.value !== null) return ok(gathered.value)
  }
  throw new Error('one page holds one state')
}

const lookOf = (field: ShownField): ListSheet['columns'][number]['look'] => {
  switch (field.facts.kind) {
    case 'money':
      return 'grouped'
    case 'integer':
      return isYear(field) ? 'number' : 'grouped'
    case 'date':
    case 'when':
      return 'day'
    case 'longText':
      return 'long'
    default:
      return 'text'
  }
}

const clippedIn = ({ rows }: Gathered): number =>
  rows.reduce(
    (sum, row) =>
      sum +
      row.filter((cell) => typeof cell === 'string' && cell.length >= longestWritten && cell.endsWith('…'))
        .length,
    0,
  )

const sheetOf = (
  { plural, city, fields, rows, narrowed, head }: Gathered,
  { session, now }: TaskContext,
  clipped: number,
): ListSheet => {
  const created = new Date(now()).toISOString()
  const taken = words.takenBy(longDateTime(created), session?.name ?? '')
  return {
    name: plural,
    columns: [
      { title: recordsSheetTexts.id, look: 'text' },
      ...fields.map((field) => ({ title: field.facts.label, look: lookOf(field) })),
    ],
    rows,
    about: {
      name: words.sheet,
      columns: [words.columns[0], words.columns[1]],
      rows: [
        [words.register, plural],
        [words.city, city],
        [words.rows, thousands(rows.length)],
        ...narrowed,
        ...(clipped === 0 ? [] : [[words.clipped, words.clippedAbout(thousands(clipped))] as const]),
        [words.taken, taken],
        [words.head, words.headOf(head.device, head.seq, head.hash)],
        [words.back, words.backAbout],
      ],
    },
    created,
  }
}

/** A list as a file, written in a process of its own. Who took it is an entry of the log. Errors: `SealedStays`, `Empty`, `Cancelled`, those of the list. */
export const exportList = async (context: TaskContext, input: Input): Promise<Result<Exported>> => {
  const { jobs, signal, progress, write, downloads, now } = context
  const { format } = input
  progress(0, null, step.gathering)
  const gathered = await gather(context, input)
  if (!gathered.ok) return gathered
  const { plural, rows, head } = gathered.value
  if (rows.length === 0) return fail('Empty', recordsSheetTexts.refusal.nothing)
  const clipped = clippedIn(gathered.value)
  const order: DocumentOrder = { kind: 'list', format, list: sheetOf(gathered.value, context, clipped) }
  const onProgress = (done: number, total: number | null): void => progress(done, total, step.writing)
  const made = await jobs.run<Written>(documentJob, order, { ...limits, signal, onProgress })
  if (!made.ok) return made
  const { bytes, digest } = made.value
  const title = recordsSheetTexts.title(plural, thousands(rows.length))
  const taken: Taken = { format, paper: null, title, digest, certificate: null, head }
  // What nobody could see afterwards is not handed out.
  const told = await write(takenName, taken)
  if (!told.ok) return told
  const name = recordsSheetTexts.fileName(plural, dayInWib(now()), format)
  return ok({ ...downloads.offer(name, mimes[format], bytes), rows: rows.length, clipped })
}
