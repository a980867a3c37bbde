/**
 * Registers of what lives on when an OPD ends, and goes with its work to the OPD that takes it over: the fields that name the OPD,
 * and the one that says until when a record holds. Whatever is not here tells of the past and stays with the OPD of then.
 */
type Living = { readonly fields: readonly string[]; readonly until?: string }

export const livingRegisters: Readonly<Record<string, Living>> = {
  opd: { fields: ['parent'], until: 'ends' },
  person: { fields: ['opd'] },
  position: { fields: ['opd'], until: 'ends' },
  assignment: { fields: ['opd'], until: 'until' },
  ictStaff: { fields: ['opd'], until: 'until' },
  application: { fields: ['opd', 'provider'] },
  dataset: { fields: ['opd'] },
  website: { fields: ['opd', 'manager'] },
  infrastructure: { fields: ['opd'] },
  infrastructureUse: { fields: ['opd'] },
  internetAccess: { fields: ['opd'], until: 'until' },
  backupProcedure: { fields: ['opd'] },
  certificate: { fields: ['opd'], until: 'expires' },
  publicService: { fields: ['opd'] },
  itService: { fields: ['opd'] },
  permit: { fields: ['opd'], until: 'until' },
  organisation: { fields: ['opd'], until: 'until' },
}

const lastDay = (when: string): string =>
  when.length === 4 ? `${when}-12-31` : when.length === 7 ? `${when}-31` : when

/** Whether what holds until a year, month or day ("2026", "2026-05", "2026-05-21") was over on a day; never where nobody said until when. */
export const isOver = (until: string | null, day: string): boolean =>
  until !== null && until !== '' && lastDay(until) < day

/** A code that is written alone means an OPD that is there, before one that is gone and left it its code. */
export const standingFirst = <O extends { readonly active: boolean | null }>(opds: readonly O[]): O[] =>
  opds.toSorted((a, b) => Number(a.active === false) - Number(b.active === false))
