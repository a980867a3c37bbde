import { identityTexts } from '../../shared/texts/identity.ts'
import { type FieldErrors, formatDay } from '../ui/index.ts'
import type { HeldRole } from './roles.ts'

const texts = identityTexts.officers

export type Loan = {
  readonly officer: string | null
  readonly from: string | null
  readonly until: string | null
}

const untilError = ({ from, until }: Loan, role: Pick<HeldRole, 'until'>): string | null => {
  if (until === null) return texts.lendMissing.until
  if (from !== null && until < from) return texts.lendBackwards
  return role.until !== null && until > role.until ? texts.lendBeyond(formatDay(role.until)) : null
}

/** A loan goes to somebody else, has a last day, and does not outlast what is lent. */
export const loanErrors = (loan: Loan, lender: string, role: Pick<HeldRole, 'until'>): FieldErrors => {
  const to = loan.officer === null ? texts.lendMissing.to : loan.officer === lender ? texts.lendSelf : null
  const until = untilError(loan, role)
  return { ...(to === null ? {} : { officer: to }), ...(until === null ? {} : { until }) }
}
