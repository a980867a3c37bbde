import { complianceTexts } from '../../texts/compliance.ts'
import { type Check, onlyAnswered } from '../check.ts'
import { type Agency, shifted } from '../facts.ts'
import { byPeriod, type Judged, lacks, met, notApplicable, tally, unknown, verdict } from '../tally.ts'
import { isOver } from '../when.ts'

const texts = complianceTexts.checks

/** Rules of its own that it carries out. */
const procedures = (agency: Agency) => {
  const own = agency.rows.policy.filter(
    ({ form, state }) => (form === 'sop' || form === 'ik') && state !== 'dicabut' && state !== 'rancangan',
  )
  if (own.length === 0 && agency.provenWhole('policy') !== undefined)
    return verdict('belum_terpenuhi', texts.sop.noneDeclared)
  return tally(agency, {
    type: 'policy',
    rows: own,
    title: ({ title }) => title ?? '',
    judge: ({ carriedOut }) =>
      carriedOut === null ? unknown(texts.sop.unknown) : carriedOut ? met : lacks(texts.sop.lacks),
    noun: texts.sop.noun,
    has: texts.sop.has,
    // That there are none is a lack, told above where a paper says so, and never a reason not to have any.
    register: null,
  })
}

/** Rules of Diskominfo that reached it; what becomes of them only an inspection says. */
const obeys = (agency: Agency) => {
  const lead = agency.city.lead?.id
  const sent = agency.city.rows.policy.filter(
    ({ opd, state, sentOn }) => opd === lead && lead !== undefined && state === 'berlaku' && sentOn !== null,
  )
  return sent.length === 0
    ? verdict('tidak_berlaku', complianceTexts.ground.notSent)
    : verdict('belum_ada_data', texts.obeys.notJudged(sent.length))
}

const active = (agency: Agency) => agency.rows.ictStaff.filter(({ until }) => !isOver(until, agency.day))
const nameOf = (agency: Agency) => (row: { readonly person: string | null }) =>
  agency.city.person(row.person)?.name ?? ''

/** At least one civil servant; others are shown and not counted. */
const staffed = (agency: Agency) => {
  const staff = active(agency)
  const servants = staff.filter(({ person }) => agency.city.person(person)?.status === 'pns')
  const behind = staff.map((row) => ({
    type: 'ictStaff',
    id: row.id,
    title: nameOf(agency)(row),
    lacks: servants.includes(row)
      ? ''
      : (agency.city.person(row.person)?.status ?? null) === null
        ? texts.staff.noStatus
        : texts.staff.notServant,
  }))
  if (servants.length > 0) return verdict('terpenuhi', texts.staff.has(servants.length, staff.length), behind)
  const isKnown = staff.every(({ person }) => (agency.city.person(person)?.status ?? null) !== null)
  const declared = agency.provenWhole('ictStaff')
  return declared === undefined || !isKnown
    ? verdict('belum_ada_data', texts.staff.unknown, behind)
    : verdict('belum_terpenuhi', texts.staff.none(declared.asOf ?? ''), behind)
}

/** Within the period that the city adopted, where it did. */
const trained = (agency: Agency) =>
  byPeriod(agency.city, 'kompetensi', texts.training.period, (period) =>
    trainedSince(agency, shifted(agency.day, period, -1)),
  )

const trainedSince = (agency: Agency, since: string) => {
  const isWhole = agency.provenWhole('training', since) !== undefined
  const isIn = (when: string): boolean =>
    when >= since.slice(0, when.length) && when <= agency.day.slice(0, when.length)
  const lastOf = (person: string | null) =>
    agency.rows.training.filter((one) => one.person === person && one.on !== null && isIn(one.on))
  return tally(agency, {
    type: 'ictStaff',
    rows: active(agency),
    title: nameOf(agency),
    judge: ({ person }) =>
      lastOf(person).length > 0
        ? met
        : isWhole
          ? lacks(texts.training.lacks(since))
          : unknown(texts.training.unknown),
    noun: texts.staff.noun,
    has: texts.training.has,
    register: 'ictStaff',
  })
}

/** Moves never stop anything; they say who is to take over. */
const moves = (agency: Agency) =>
  tally(agency, {
    type: 'staffMove',
    rows: agency.rows.staffMove,
    title: nameOf(agency),
    judge: ({ successor, competent, letter }): Judged => {
      if (competent === false) return lacks(texts.moves.notCompetent)
      if (successor === null || competent === null) return unknown(texts.moves.noSuccessor)
      return (letter ?? '') === '' ? unknown(texts.moves.noLetter) : met
    },
    noun: texts.moves.noun,
    has: texts.moves.has,
    register: null,
  })

/** Three things: to have them, to educate them, to train them. */
const guards = (agency: Agency) => {
  const people = active(agency).filter(({ security }) => security === true)
  const known = agency.rows.training.filter(
    ({ security, person }) => security === true && people.some((one) => one.person === person),
  )
  const taught = known.some(({ kind }) => kind === 'didik' || kind === 'sertifikasi')
  const drilled = known.some(({ kind }) => kind === 'latih' || kind === 'sertifikasi')
  const count = [people.length > 0, taught, drilled].filter(Boolean).length
  const behind = people.map((row) => ({
    type: 'ictStaff',
    id: row.id,
    title: nameOf(agency)(row),
    lacks: '',
  }))
  if (count === 3) return verdict('terpenuhi', texts.guards.has, behind)
  if (count > 0) return verdict('sebagian', texts.guards.part(count), behind)
  const isKnown = active(agency).every(({ security }) => security !== null)
  return agency.provenWhole('ictStaff') === undefined || !isKnown
    ? verdict('belum_ada_data', texts.guards.unknown)
    : verdict('belum_terpenuhi', texts.guards.none)
}

/** Who carries out electronic transactions holds a certificate that is valid that day. */
const certified = (agency: Agency) => {
  const isWhole = agency.provenWhole('certificate') !== undefined
  return tally(agency, {
    type: 'ictStaff',
    rows: active(agency),
    title: nameOf(agency),
    judge: ({ person, transacts }) => {
      if (transacts === null) return unknown(texts.certified.flag)
      if (!transacts) return notApplicable
      const own = agency.rows.certificate.filter((one) => one.person === person && person !== null)
      const valid = own.some(
        ({ state, expires }) =>
          state !== 'dicabut' && state !== 'dibekukan' && expires !== null && expires >= agency.day,
      )
      if (valid) return met
      if (own.some(({ expires, state }) => expires !== null || state === 'dicabut' || state === 'dibekukan'))
        return lacks(texts.certified.over)
      return isWhole ? lacks(texts.certified.none) : unknown(texts.certified.unknown)
    },
    noun: texts.certified.noun,
    has: texts.certified.has,
    register: 'ictStaff',
  })
}

/** The newest of each OPD, no older than the period that the city adopted. */
const pledged = (agency: Agency) =>
  byPeriod(agency.city, 'pernyataan_keamanan', texts.pledge.period, (period) =>
    pledgedSince(agency, Number(shifted(agency.day, period, -1).slice(0, 4))),
  )

const pledgedSince = (agency: Agency, since: number) => {
  const newest = Math.max(...agency.rows.securityPledge.map(({ year }) => year ?? 0))
  return tally(agency, {
    type: 'securityPledge',
    rows: agency.rows.securityPledge.filter(({ year }) => year === newest),
    title: ({ year }) => String(year ?? ''),
    judge: ({ year, people, signed }) => {
      if ((year ?? 0) < since) return lacks(texts.pledge.old(year ?? 0))
      if (people === null || signed === null) return unknown(texts.pledge.unknown)
      return signed >= people ? met : lacks(texts.pledge.lacks(signed, people))
    },
    noun: texts.pledge.noun,
    has: texts.pledge.has,
    register: null,
  })
}

export const peopleChecks: readonly Check[] = [
  {
    obligations: ['PBM-7(3)'],
    short: texts.sop.short,
    area: 'kebijakan',
    binds: 'pse',
    register: 'policy',
    judge: procedures,
  },
  {
    obligations: ['PBM-8(3)-2'],
    short: texts.obeys.short,
    area: 'kebijakan',
    binds: 'opd',
    register: 'assessment',
    judge: obeys,
  },
  {
    obligations: ['PBM-8(5)'],
    short: texts.staff.short,
    area: 'sdm',
    binds: 'pse',
    register: 'ictStaff',
    judge: staffed,
  },
  {
    obligations: ['PBM-8(6)'],
    short: texts.training.short,
    area: 'sdm',
    binds: 'pse',
    register: 'training',
    judge: trained,
  },
  {
    obligations: ['PBM-8(7)', 'PBM-Penj8(7)'],
    short: texts.moves.short,
    area: 'sdm',
    binds: 'opd',
    register: 'staffMove',
    judge: moves,
  },
  {
    obligations: ['PBM-15(3)'],
    short: texts.guards.short,
    area: 'keamanan',
    binds: 'pse',
    register: 'ictStaff',
    judge: guards,
  },
  {
    obligations: ['PBM-15(2)-2'],
    short: texts.pledge.short,
    area: 'keamanan',
    binds: 'pse',
    register: 'securityPledge',
    judge: pledged,
  },
  {
    obligations: ['PBM-16(2)'],
    short: texts.certified.short,
    area: 'transaksi',
    binds: 'pse',
    register: 'certificate',
    judge: certified,
  },
  {
    obligations: ['PBM-15(5)-1', 'PBM-15(5)-2', 'PBM-15(5)-3'],
    short: texts.incidents.short,
    area: 'keamanan',
    binds: 'pse',
    register: null,
    judge: onlyAnswered,
  },
]
