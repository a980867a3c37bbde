import type { z } from 'zod'
import { millisecondsOf } from '../../shared/clock/hlc.ts'
import type { AgencyName } from '../../shared/contract/compliance.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { dayInWib, longDate } from '../../shared/format/date.ts'
import type { Records } from '../../shared/records/index.ts'
import { complianceTexts } from '../../shared/texts/compliance.ts'
import type { QueryContext } from '../feature.ts'
import type { ComplianceBook } from './book.ts'
import { type Asked, shelfOf } from './shelf.ts'

const texts = complianceTexts.asOf

export type In<C extends { input: z.ZodType }> = z.input<C['input']>
export type Out<C extends { output: z.ZodType }> = Result<z.input<C['output']>>

/** The book that a call asks for, and the OPDs of it that the officer may see. */
export type Opened = Asked & {
  readonly book: ComplianceBook
  readonly agencies: readonly Records['opd'][]
}

/** The day of the first commit of the workspace; '' before it. */
export const beganOn = ({ reader }: Pick<QueryContext, 'reader'>): string => {
  const first = reader.row<{ hlc: number }>('select hlc from _log order by arrival limit 1')
  return first === undefined ? '' : dayInWib(millisecondsOf(first.hlc))
}

export const isSeen = ({ session }: Pick<QueryContext, 'session'>, opd: string | null): boolean =>
  session.opds === null || (opd !== null && session.opds.includes(opd))

/** What is known today is what is known now. Errors: `BeforeBegin`, `BeforeRegulation`. */
export const open = (
  context: QueryContext,
  input: { readonly day?: string | null | undefined; readonly known?: string | null | undefined },
): Result<Opened> => {
  const { reader, session } = context
  const day = input.day ?? session.today
  const known = input.known && input.known < session.today ? input.known : null
  const began = beganOn(context)
  if (known !== null && known < began) return fail('BeforeBegin', texts.beforeBegin(longDate(began)))
  const book = shelfOf(reader).book({ day, known })
  const { short, promulgated } = book.regulation
  if (day < promulgated) return fail('BeforeRegulation', texts.beforeRegulation(short, longDate(promulgated)))
  return ok({ day, known, book, agencies: book.agencies.filter(({ id }) => isSeen(context, id)) })
}

export const nameOf = ({ id, name, short, code }: Records['opd']): AgencyName => ({
  id,
  name: name ?? '',
  short: short ?? '',
  code: code ?? '',
})
