import type { z } from 'zod'
import type * as contract from '../../../shared/contract/handover.ts'
import { type Failure, fail, ok, type Result } from '../../../shared/contract/result.ts'
import { longDate } from '../../../shared/format/date.ts'
import type { Records } from '../../../shared/records/index.ts'
import { isWholeAdmin } from '../../../shared/rules/access/index.ts'
import { handingFault, roleSteps } from '../../../shared/rules/people/handover.ts'
import { inOrder, viewNamed } from '../../../shared/rules/records/views.ts'
import { handoverTexts } from '../../../shared/texts/handover.ts'
import type { CommandContext } from '../../feature.ts'
import type { Reader } from '../../store/reader.ts'
import type { Transaction } from '../../store/transaction.ts'
import { duties, idFor, mayMove, nameOf, rowsNaming, somebodyOf } from './duties.ts'
import { handing } from './preview.ts'

type Input = z.output<typeof contract.handoverRun.input>
type Out = Result<z.input<typeof contract.handoverRun.output>>
type Officer = Records['officer']
type Handed = { readonly roles: number; readonly views: number; readonly duties: number }

const roleFault = (reader: Reader, { from, roles, on }: Input): Failure | null => {
  for (const { id, fate, until } of roles) {
    const role = reader.find('role', id)
    if (role === null || role.officer !== from) return fail('NotFound', handoverTexts.roleGone).error
    const fault = handingFault(fate, role, { on, until })
    if (fault !== null) return fail('BadDay', handoverTexts.faults[fault], { field: id }).error
  }
  return null
}

const handRoles = (tx: Transaction, reader: Reader, { roles, on, to, reason, letter }: Input): number => {
  const steps = roles.flatMap(({ id, fate, until }) => {
    const role = reader.find('role', id)
    return role === null ? [] : [{ id, ...roleSteps(role, fate, { to, on, until, reason, letter }) }]
  })
  for (const { gives } of steps) if (gives !== null) tx.create('role', gives)
  for (const { id, ends } of steps) if (ends !== null) tx.update('role', id, { until: ends })
  return steps.filter(({ gives, ends }) => gives !== null || ends !== null).length
}

/** A name that the other one has already says from whom this view came. */
const handViews = (tx: Transaction, reader: Reader, { views, from, to }: Input, giver: Officer): number => {
  const theirs = inOrder(reader.where('savedView', { officer: to }).map(({ name }) => ({ name: name ?? '' })))
  const mine = reader.where('savedView', { officer: from }).filter(({ id }) => views.includes(id))
  for (const { id, name } of mine) {
    const isTaken = viewNamed(theirs, name ?? '') !== null
    const renamed = isTaken ? { name: handoverTexts.viewFrom(name ?? '', giver.name ?? '') } : {}
    tx.update('savedView', id, { officer: to, ...renamed })
  }
  return mine.length
}

const handDuties = (
  tx: Transaction,
  { reader, session }: CommandContext,
  input: Input,
  giver: Officer,
  receiver: Officer,
): number => {
  const [before, after] = [somebodyOf(reader, giver), somebodyOf(reader, receiver)]
  let count = 0
  for (const duty of duties(reader).filter((one) => input.duties.includes(nameOf(one)))) {
    const id = idFor(duty, after)
    if (id === null) return tx.refuse(fail('NotFound', handoverTexts.noPerson).error)
    for (const row of rowsNaming(reader, duty, before).filter((one) => mayMove(duty, one, session.grants))) {
      tx.update(duty.definition.type, row.id, { [duty.key]: id })
      count += 1
    }
  }
  return count
}

const checked = (
  { reader, session }: CommandContext,
  input: Input,
): Result<{ giver: Officer; receiver: Officer }> => {
  const found = handing(reader, session, input.from)
  if (!found.ok) return found
  const receiver = reader.find('officer', input.to)
  if (receiver === null || receiver.active === false) return fail('NotFound', handoverTexts.noReceiver)
  if (input.from === input.to) return fail('SameOfficer', handoverTexts.sameOfficer)
  const isRoles = input.roles.some(({ fate }) => fate !== 'tetap')
  if (isRoles && !isWholeAdmin(session.grants)) return fail('Forbidden', handoverTexts.rolesByAdmin)
  const fault = roleFault(reader, input)
  return fault === null ? ok({ giver: found.value, receiver }) : { ok: false, error: fault }
}

/** Roles, views and duties go over in one commit; what was done stays with who did it. */
export const handOver = (context: CommandContext, input: Input): Out => {
  const { store, reader, actor } = context
  const found = checked(context, input)
  if (!found.ok) return found
  const { giver, receiver } = found.value
  const reason = handoverTexts.entry(
    giver.name ?? '',
    receiver.name ?? '',
    longDate(input.on),
    input.letter ?? '',
  )
  const done = store.commit(
    actor,
    reason,
    (tx): Handed => {
      const handed = {
        roles: handRoles(tx, reader, input),
        views: handViews(tx, reader, input, giver),
        duties: handDuties(tx, context, input, giver, receiver),
      }
      return tx.changes.length === 0 ? tx.refuse(fail('Nothing', handoverTexts.nothing).error) : handed
    },
    input.seen,
  )
  if (!done.ok) return done
  const { commit, seq, value } = done.value
  return ok({ commit, seq, ...value, isUndoable: value.roles === 0 })
}
