import type { RecordRow } from '../../shared/contract/records.ts'
import { roleLabels } from '../../shared/records/core.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { formatDay } from '../ui/format.ts'

const texts = identityTexts.officers

export type HeldRole = {
  readonly id: string
  /** Key of the role; '' where it is missing. */
  readonly role: string
  readonly name: string
  /** “hanya Dinas Kesehatan, sejak 01-01-2027, Plt. Kabid Aptika”. */
  readonly about: string
  readonly state: 'current' | 'later' | 'over'
  /** Id of the officer who lends it; null for a role of one's own. */
  readonly lentBy: string | null
  /** Last day; null where none is known. */
  readonly until: string | null
  /** The record itself: a loan of it is for the same OPD. */
  readonly opd: string | null
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const stateOn = (day: string, from: string | null, until: string | null): HeldRole['state'] => {
  if (until !== null && until < day) return 'over'
  return from !== null && from > day ? 'later' : 'current'
}

/** Why and on what paper: “cuti, surat 800/12”. */
const groundOf = (values: RecordRow['values']): string => {
  const letter = textOf(values['letter'])
  const on = textOf(values['letterDate'])
  const paper = letter === null ? null : texts.letterOf(letter, on === null ? '' : formatDay(on))
  return [textOf(values['reason']), paper].filter((words) => words !== null).join(', ')
}

/** A role record in words, as it stands on a day (ISO); `by`: seen from the officer who lends it. */
export const heldRole = (row: RecordRow, day: string, by: 'holder' | 'lender' = 'holder'): HeldRole => {
  const { id, values, titles } = row
  const [from, until, acting] = [textOf(values['from']), textOf(values['until']), textOf(values['actingFor'])]
  const role = textOf(values['role'])
  const state = stateOn(day, from, until)
  const lentBy = textOf(values['lentBy'])
  const about = [
    by === 'lender' ? texts.lentTo(titles['officer'] ?? '') : '',
    by === 'holder' && lentBy !== null ? texts.lentFrom(titles['lentBy'] ?? '') : '',
    acting === null ? '' : texts.acting(acting),
    textOf(values['opd']) === null ? texts.allOpds : texts.onlyFor(titles['opd'] ?? ''),
    from === null ? '' : texts.since(formatDay(from)),
    until === null ? '' : texts.to(formatDay(until)),
    groundOf(values),
    state === 'over' ? texts.over : state === 'later' ? texts.later : '',
  ]
  return {
    id,
    role: role ?? '',
    name:
      role !== null && Object.hasOwn(roleLabels, role)
        ? roleLabels[role as keyof typeof roleLabels]
        : texts.role,
    about: about.filter(Boolean).join(' · '),
    state,
    lentBy,
    until,
    opd: textOf(values['opd']),
  }
}

/** All roles that hold or will hold, in one line: “Admin · semua OPD; Perencana · hanya Dinas Kesehatan · sampai 31-12-2026”. */
export const rolesInWords = (rows: readonly RecordRow[], day: string): string => {
  const held = rows.map((row) => heldRole(row, day))
  const shown = held.some(({ state }) => state !== 'over')
    ? held.filter(({ state }) => state !== 'over')
    : held
  return shown.map(({ name, about }) => [name, about].filter(Boolean).join(' · ')).join('; ')
}
