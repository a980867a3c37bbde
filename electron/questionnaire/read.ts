import type { z } from 'zod'
import type { questionnaireRead } from '../../shared/contract/questionnaire.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { jobTexts } from '../../shared/texts/job.ts'
import { questionnaireTexts } from '../../shared/texts/questionnaire.ts'
import { readTablesInJob } from '../budget/index.ts'
import type { TaskContext } from '../feature.ts'
import { type Opened, questionnaireOpen } from './open.ts'

type Input = z.output<typeof questionnaireRead.input>
type Output = z.input<typeof questionnaireRead.output>
type Upload = Input['files'][number]

/** What the command that takes a file finds under its token. */
export type Staged = {
  readonly file: Upload
  readonly opd: string
  readonly questionnaire: string | null
}

const refused = (file: string, refusal: string): Output['files'][number] => ({ file, refusal, answer: null })

const readOne = async (
  { jobs, signal, ask, stage }: TaskContext,
  file: Upload,
  expected: Input['expected'],
): Promise<Result<Output['files'][number]>> => {
  const { name } = file
  const read = await readTablesInJob(jobs, [file], signal)
  if (!read.ok) return read
  const [{ grids = [], message = null } = {}] = read.value
  if (grids.length === 0) return ok(refused(name, message ?? questionnaireTexts.refusal.unmarked))
  const opened: Result<Opened> = await ask(questionnaireOpen, { file: name, grids, expected })
  if (!opened.ok) return ok(refused(name, opened.error.message))
  const { questionnaire, ...answer } = opened.value
  const staged: Staged = { file, opd: answer.opd.id, questionnaire }
  return ok({ file: name, refusal: '', answer: { ...answer, token: await stage(staged) } })
}

/** Errors: `Cancelled`. */
export const readQuestionnaires = async (
  context: TaskContext,
  { files, expected }: Input,
): Promise<Result<Output>> => {
  const read: Output['files'] = []
  for (const file of files) {
    context.progress(read.length, files.length, questionnaireTexts.step.reading)
    const one = await readOne(context, file, expected)
    if (context.signal.aborted) return fail('Cancelled', jobTexts.cancelled)
    if (!one.ok) return one
    read.push(one.value)
  }
  return ok({ files: read })
}
