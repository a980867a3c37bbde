import type { z } from 'zod'
import type {
  conflictOpen,
  DisputedUnitShape,
  DisputeRow,
  ProposalShape,
} from '../../shared/contract/conflict.ts'
import { ok, type Result } from '../../shared/contract/result.ts'
import { type Cells, fromCells } from '../../shared/records/cell.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { allowed } from '../../shared/rules/access/index.ts'
import type { QueryContext, Session } from '../feature.ts'
import { officerName, timeOf, vectorOf } from '../records/index.ts'
import {
  type Dispute,
  type DisputedUnit,
  differingKeys,
  disputedRecords,
  disputeOf,
  disputesOf,
  type Proposed,
  sameCells,
  shownOf,
} from '../store/disputes.ts'
import type { Reader } from '../store/reader.ts'
import { computerName } from './computers.ts'
import { isMoney, labelOf, valuesOf } from './words.ts'

/** OPD of a record, null where its type has none. */
export const opdOf = ({ definition, row }: Dispute): string | null => {
  const opd = definition.scope === null ? null : row[definition.scope]
  return typeof opd === 'string' ? opd : null
}

const isListed = ({ internal, isSealed }: AnyDefinition): boolean => !internal && !isSealed

/** A record of any OPD, or of one of the officer's. */
const isVisible = (dispute: Dispute, session: Session): boolean =>
  isListed(dispute.definition) &&
  (session.opds === null ||
    dispute.definition.scope === null ||
    session.opds.includes(String(dispute.row[dispute.definition.scope])))

/** All that the officer may see and that is to be decided. */
export const visibleDisputes = (reader: Reader, session: Session): Dispute[] =>
  [...Map.groupBy(disputedRecords(reader), ({ type }) => type)]
    .flatMap(([type, records]) => {
      const definition = reader.catalogue.get(type)
      const ids = records.map(({ id }) => id)
      return definition === undefined || !isListed(definition) ? [] : disputesOf(reader, definition, ids)
    })
    .filter((dispute) => isVisible(dispute, session))

/** One of them; null where it is decided, or not the officer's. */
export const visibleDispute = (reader: Reader, session: Session, id: string): Dispute | null => {
  const dispute = disputeOf(reader, id)
  return dispute !== null && isVisible(dispute, session) ? dispute : null
}

const since = ({ units }: Dispute): number =>
  Math.min(...units.map(({ heads }) => (heads.at(-2) ?? heads[0])?.hlc ?? 0))

const amountsOf = (dispute: Dispute): DisputeRow['amounts'] => {
  const amounts = dispute.units.flatMap((unit) =>
    differingKeys(dispute, unit)
      .filter((key) => isMoney(dispute.definition, key))
      .flatMap((key) => unit.heads.map(({ cells }) => Number(cells[key] ?? 0))),
  )
  return amounts.length === 0 ? null : { least: Math.min(...amounts), greatest: Math.max(...amounts) }
}

export const titleOf = (reader: Reader, { definition, row }: Dispute): string =>
  reader.titleOf(definition, fromCells(definition, row))

const rowOf = (reader: Reader, dispute: Dispute): DisputeRow => {
  const opd = opdOf(dispute)
  const found = opd === null ? null : reader.find('opd', opd)
  return {
    id: dispute.row.id,
    type: dispute.definition.type,
    kind: dispute.definition.label,
    title: titleOf(reader, dispute),
    opd: found?.name ?? found?.code ?? '',
    fields: dispute.units.flatMap((unit) =>
      differingKeys(dispute, unit).map((key) => labelOf(dispute.definition, key)),
    ),
    values: Math.max(...dispute.units.map(({ heads }) => heads.length)),
    since: timeOf(since(dispute)),
    amounts: amountsOf(dispute),
  }
}

/** How far the amounts are apart, whole rupiah; less than nothing where no money is in it. */
const weight = (dispute: Dispute): number => {
  const amounts = amountsOf(dispute)
  return amounts === null ? -1 : amounts.greatest - amounts.least
}

/** Money first, most of it first; then the newest. */
const byWeight = (a: Dispute, b: Dispute): number => weight(b) - weight(a) || since(b) - since(a)

const mostListed = 1000

export const listDisputes = ({ reader, session }: QueryContext) => {
  const all = visibleDisputes(reader, session)
  const shown = all.sort(byWeight).slice(0, mostListed)
  return ok({ disputes: shown.map((dispute) => rowOf(reader, dispute)), total: all.length })
}

const proposalOf = (
  reader: Reader,
  { definition }: Dispute,
  keys: readonly string[],
  proposed: Proposed,
  shown: Cells,
): ProposalShape => ({
  commit: `${proposed.device}.${proposed.seq}`,
  officer: officerName(reader, proposed.officer),
  capacity: proposed.capacity,
  computer: computerName(reader, proposed.device),
  time: timeOf(proposed.hlc),
  reason: proposed.reason,
  values: valuesOf(reader, definition, keys, proposed.cells),
  isShown: sameCells(keys, proposed.cells, shown),
})

const unitShape = (reader: Reader, dispute: Dispute, unit: DisputedUnit): DisputedUnitShape => {
  const keys = differingKeys(dispute, unit)
  const shown = shownOf(dispute, unit)
  const shape = (one: Proposed): ProposalShape => proposalOf(reader, dispute, keys, one, shown)
  return {
    unit: unit.unit,
    labels: keys.map((key) => labelOf(dispute.definition, key)),
    isDecided: unit.isDecided,
    proposals: unit.heads.map(shape),
    agreed: unit.agreed === null ? null : shape(unit.agreed),
    shown: valuesOf(reader, dispute.definition, keys, shown),
  }
}

type Opened = z.input<typeof conflictOpen.output>

/** One record, each value with who proposed it and why. */
export const openDispute = (
  { reader, session }: QueryContext,
  { id }: { readonly id: string },
): Result<Opened> => {
  const dispute = visibleDispute(reader, session, id)
  if (dispute === null) return ok({ dispute: null, may: false, seen: vectorOf(reader) })
  return ok({
    dispute: {
      ...rowOf(reader, dispute),
      units: dispute.units.map((unit) => unitShape(reader, dispute, unit)),
    },
    may: allowed({ definition: dispute.definition, opd: opdOf(dispute) }, session.grants),
    seen: vectorOf(reader),
  })
}
