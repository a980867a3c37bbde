import type { z } from 'zod'
import type * as contract from '../../../shared/contract/handover.ts'
import { fail, ok, type Result } from '../../../shared/contract/result.ts'
import { isWholeAdmin } from '../../../shared/rules/access/index.ts'
import { holds } from '../../../shared/rules/people/holder.ts'
import { handoverTexts } from '../../../shared/texts/handover.ts'
import type { QueryContext, Session } from '../../feature.ts'
import { vectorOf } from '../../records/index.ts'
import type { Reader } from '../../store/reader.ts'
import { duties, mayMove, nameOf, namings, rowsNaming, type Somebody, somebodyOf } from './duties.ts'

type In<C extends { input: z.ZodType }> = z.output<C['input']>
type Out<C extends { output: z.ZodType }> = Result<z.input<C['output']>>
type Preview = z.input<typeof contract.handoverPreview.output>

/** The officer who hands over: oneself, or anybody for an admin of all OPDs. */
export const handing = (reader: Reader, session: Session, from: string) => {
  if (from !== session.officer && !isWholeAdmin(session.grants))
    return fail('Forbidden', handoverTexts.notYours)
  const officer = reader.find('officer', from)
  return officer === null ? fail('NotFound', handoverTexts.noOfficer) : ok(officer)
}

const rolesOf = (reader: Reader, officer: string, today: string): Preview['roles'] =>
  reader.where('role', { officer }).flatMap(({ id, role, opd, actingFor, from, until, lentBy }) =>
    role === null || (until !== null && until < today)
      ? []
      : [
          {
            id,
            role,
            opd: opd === null ? '' : (reader.find('opd', opd)?.name ?? ''),
            actingFor: actingFor ?? '',
            from,
            until,
            lentBy: lentBy === null ? '' : (reader.find('officer', lentBy)?.name ?? ''),
          },
        ],
  )

const viewsOf = (reader: Reader, officer: string): Preview['views'] =>
  reader.where('savedView', { officer }).map(({ id, name, register, shared }) => ({
    id,
    name: name ?? '',
    register: reader.catalogue.get(register ?? '')?.plural ?? '',
    shared: shared === true,
  }))

const dutiesOf = ({ reader, session }: QueryContext, who: Somebody): Preview['duties'] =>
  duties(reader).flatMap((duty) => {
    const rows = rowsNaming(reader, duty, who)
    const count = rows.filter((row) => mayMove(duty, row, session.grants)).length
    const { definition, field } = duty
    return rows.length === 0
      ? []
      : [
          {
            name: nameOf(duty),
            type: definition.type,
            label: handoverTexts.named(definition.plural, field.facts.label),
            count,
            left: rows.length - count,
          },
        ]
  })

/** Deeds, and what is of the person alone. */
const staysOf = (reader: Reader, who: Somebody): Preview['stays'] =>
  namings(reader)
    .filter(({ field }) => !field.facts.isDuty)
    .map((naming) => ({
      label: handoverTexts.named(naming.definition.plural, naming.field.facts.label),
      count: rowsNaming(reader, naming, who).length,
    }))
    .filter(({ count }) => count > 0)

const positionsOf = (reader: Reader, { person }: Somebody, today: string): Preview['positions'] =>
  (person === null ? [] : reader.where('assignment', { person }))
    .filter((one) => holds(one, today))
    .map((one) => ({ id: one.id, title: reader.titleOf(reader.definition('assignment'), one) }))

export const previewHandover = (
  context: QueryContext,
  { from, to }: In<typeof contract.handoverPreview>,
): Out<typeof contract.handoverPreview> => {
  const { reader, session } = context
  const found = handing(reader, session, from)
  if (!found.ok) return found
  const who = somebodyOf(reader, found.value)
  const receiver = to === null ? null : reader.find('officer', to)
  const entries = reader.row<{ count: number }>('select count(*) as count from _log where officer = ?', from)
  return ok({
    roles: rolesOf(reader, from, session.today),
    mayRoles: isWholeAdmin(session.grants),
    views: viewsOf(reader, from),
    duties: dutiesOf(context, who),
    mayDuties: receiver === null || somebodyOf(reader, receiver).person !== null,
    positions: positionsOf(reader, who, session.today),
    stays: staysOf(reader, who),
    entries: entries?.count ?? 0,
    seen: vectorOf(reader),
  })
}
