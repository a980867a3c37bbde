import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import type { questionnaireMake } from '../../shared/contract/questionnaire.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { dayInWib } from '../../shared/format/date.ts'
import { thousands } from '../../shared/format/money.ts'
import { codeFrom, codeLength, codeLetters } from '../../shared/rules/questionnaire/marker.ts'
import { jobTexts } from '../../shared/texts/job.ts'
import { questionnaireTexts } from '../../shared/texts/questionnaire.ts'
import { type DocumentOrder, documentJob, type Written } from '../document/index.ts'
import type { TaskContext } from '../feature.ts'
import { type MadeBook, questionnaireAgencies, questionnaireBook } from './book.ts'
import { type Sent, sentName } from './sent.ts'

type Input = z.output<typeof questionnaireMake.input>
type Made = z.input<typeof questionnaireMake.output>
type Gathered = MadeBook & { readonly opd: string; readonly code: string }

const texts = questionnaireTexts
const limits = { timeoutMs: 10 * 60 * 1000, limitMegabytes: 800 }
const mimes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const

const newCode = (): string =>
  codeFrom(Array.from({ length: codeLength }, () => randomInt(codeLetters.length)))

const opdsOf = async ({ ask }: TaskContext, { opds }: Input): Promise<Result<readonly string[]>> => {
  if (opds !== null) return ok([...new Set(opds)])
  const found = await ask(questionnaireAgencies, {})
  return found.ok ? ok(found.value.opds) : found
}

/** Each OPD at a moment of its own, so that lists are answered in between. */
const gather = async (
  { ask, signal, progress }: TaskContext,
  { opds: _opds, ...wanted }: Input,
  opds: readonly string[],
): Promise<Result<readonly Gathered[]>> => {
  const gathered: Gathered[] = []
  for (const opd of opds) {
    progress(gathered.length, opds.length, texts.step.gathering)
    const code = newCode()
    const made: Result<MadeBook> = await ask(questionnaireBook, { ...wanted, opd, code })
    if (signal.aborted) return fail('Cancelled', jobTexts.cancelled)
    if (!made.ok) return made
    gathered.push({ ...made.value, opd, code })
  }
  return ok(gathered)
}

/** Two OPDs of one short name do not take each other's place in a ZIP. */
const withOwnNames = (gathered: readonly Gathered[]): readonly Gathered[] => {
  const used = new Set<string>()
  return gathered.map((one) => {
    const { file } = one.book
    const name = used.has(file.toLowerCase()) ? file.replace(/\.xlsx$/, ` (${one.code}).xlsx`) : file
    used.add(name.toLowerCase())
    return { ...one, book: { ...one.book, file: name } }
  })
}

const rowsIn = ({ book }: Gathered): number => book.sheets.reduce((sum, { rows }) => sum + rows.length, 0)

const sentOf = (
  { types, due }: Input,
  gathered: readonly Gathered[],
  digest: string,
  format: keyof typeof mimes,
): Sent => {
  const [first] = gathered
  const sheets = first?.book.sheets ?? []
  const what = sheets.map(({ name }) => name)
  return {
    format,
    digest,
    what: what.length === 1 ? (what[0] ?? '') : texts.registers(thousands(what.length)),
    agencies: gathered.length === 1 ? (first?.book.agency ?? '') : texts.agencies(thousands(gathered.length)),
    about: what.join('; '),
    registers: types,
    due,
    made: first?.book.created ?? '',
    head: first?.head ?? { device: '', seq: 0, hash: '' },
    items: gathered.map(({ opd, code, seen }) => ({ opd, code, seen })),
  }
}

/** Files for OPDs, written in a process of their own. What each showed, and who took them, is an entry of the log. */
export const makeQuestionnaires = async (context: TaskContext, input: Input): Promise<Result<Made>> => {
  const { jobs, signal, progress, write, downloads, now } = context
  const opds = await opdsOf(context, input)
  if (!opds.ok) return opds
  if (opds.value.length === 0) return fail('Empty', texts.refusal.notMade)
  const found = await gather(context, input, opds.value)
  if (!found.ok) return found
  const gathered = withOwnNames(found.value)
  const order: DocumentOrder = { kind: 'questionnaires', books: gathered.map(({ book }) => book) }
  const onProgress = (done: number, total: number | null): void => progress(done, total, texts.step.writing)
  const made = await jobs.run<Written>(documentJob, order, { ...limits, signal, onProgress })
  if (!made.ok) return made
  const { bytes, digest } = made.value
  const format = gathered.length === 1 ? 'xlsx' : 'zip'
  const sent = sentOf(input, gathered, digest, format)
  // What nobody could compare afterwards is not handed out.
  const told = await write(sentName, sent)
  if (!told.ok) return told
  const what = sent.registers.length === 1 ? sent.what : texts.name
  const name =
    format === 'xlsx'
      ? (gathered[0]?.book.file ?? '')
      : texts.zipName(what, thousands(gathered.length), dayInWib(now()))
  return ok({
    ...downloads.offer(name, mimes[format], bytes),
    files: gathered.length,
    rows: gathered.reduce((sum, one) => sum + rowsIn(one), 0),
  })
}
