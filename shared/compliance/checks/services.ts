import type { Records } from '../../records/index.ts'
import { serviceElements } from '../../records/service.ts'
import { complianceTexts } from '../../texts/compliance.ts'
import { type Check, onlyAnswered } from '../check.ts'
import { type Agency, shifted } from '../facts.ts'
import {
  byPeriod,
  type Judged,
  lacks,
  met,
  notApplicable,
  partly,
  tally,
  unknown,
  verdict,
  worstOf,
} from '../tally.ts'

const texts = complianceTexts.checks.service
const guard = complianceTexts.checks.guard
const monitor = complianceTexts.checks.monitor

type Service = Records['publicService']
/** A service of others is shown with the OPD that looks after them, and never judged there. */
const isOwn = ({ organiser, active }: Service): boolean => (organiser ?? '') === '' && active !== false

const each = (judge: (row: Service, agency: Agency) => Judged, has: string) => (agency: Agency) =>
  tally(agency, {
    type: 'publicService',
    rows: agency.rows.publicService,
    title: ({ name }) => name ?? '',
    judge: (row) => (isOwn(row) ? judge(row, agency) : notApplicable),
    noun: texts.noun,
    has,
    register: 'publicService',
  })

const elements = each((row) => {
  const answers = serviceElements.map((key) => row[key])
  const there = answers.filter((one) => one === 'ada').length
  if (there === answers.length) return met
  if (!answers.includes('tidak')) return unknown(texts.unknown(answers.length - there))
  return there > 0 ? partly(texts.some(there)) : lacks(texts.some(there))
}, texts.whole)

const signed = each(({ transacts, certificate, certificateProof }) => {
  if (transacts === null) return unknown(texts.transacts)
  if (!transacts) return notApplicable
  if (certificate === null) return unknown(texts.certificate)
  if (certificate === 'tidak') return lacks(texts.unsigned)
  return (certificateProof ?? '') === '' ? unknown(texts.noProof) : met
}, texts.signed)

const reached = each(({ channel }) => {
  if (channel === null) return unknown(texts.channel)
  if (channel === 'belum') return notApplicable
  return channel === 'dipakai' ? met : lacks(texts.notUsed)
}, texts.reached)

type Review = Records['securityReview']
const present = (value: 'ada' | 'tidak' | null, what: string): Judged =>
  value === null ? unknown(what) : value === 'ada' ? met : lacks(what)
const elementsOf = (row: Review) => [
  present(row.preventRule, guard.preventRule),
  present(row.preventSystem, guard.preventSystem),
  present(row.respondRule, guard.respondRule),
  present(row.respondSystem, guard.respondSystem),
]
const applied = (value: 'diterapkan' | 'tidak' | null, what: string): Judged =>
  value === null ? unknown(what) : value === 'diterapkan' ? met : lacks(what)
const principlesOf = (row: Review) => [
  applied(row.confidential, guard.confidential),
  applied(row.intact, guard.intact),
  applied(row.authentic, guard.authentic),
  applied(row.undeniable, guard.undeniable),
]
const someOf = (all: readonly Judged[]): Judged => {
  const worst = worstOf(...all)
  return worst.is === 'lacks' && all.some(({ is }) => is === 'met') ? partly(worst.lacks) : worst
}

const guarded = (agency: Agency) =>
  tally(agency, {
    type: 'securityReview',
    rows: agency.rows.securityReview,
    title: ({ subject }) => subject ?? '',
    judge: (row) => someOf(elementsOf(row)),
    noun: guard.noun,
    has: guard.has,
    register: 'securityReview',
  })

/** An electronic service is guarded where the review of its application says so. */
const confidential = each(({ electronic, application }, agency) => {
  if (electronic === null) return unknown(texts.electronic)
  if (!electronic) return notApplicable
  const reviews = agency.rows.securityReview.filter(
    (one) => application !== null && one.application === application,
  )
  return reviews.length === 0 ? unknown(texts.notReviewed) : worstOf(...reviews.flatMap(principlesOf))
}, texts.guarded)

/** A report of its own, or an inspection of all of its places: either is enough. */
const monitored = (agency: Agency) =>
  byPeriod(agency.city, 'monev_opd', monitor.period, (period) =>
    monitoredSince(agency, shifted(agency.day, period, -1)),
  )

const monitoredSince = (agency: Agency, since: string) => {
  const done = agency.rows.guidance.filter(
    ({ kind, on }) => kind === 'pengawasan' && on !== null && on >= since && on <= agency.day,
  )
  if (done.length === 0) return verdict('belum_ada_data', monitor.none(since))
  return tally(agency, {
    type: 'guidance',
    rows: done,
    title: ({ title }) => title ?? '',
    judge: ({ form, wholeArea }) => {
      if (form === 'laporan') return met
      if (form !== 'pemeriksaan' || wholeArea === null) return unknown(monitor.unknown)
      return wholeArea ? met : partly(monitor.part)
    },
    noun: monitor.noun,
    has: monitor.has,
    register: null,
  })
}

const measured = (agency: Agency) =>
  tally(agency, {
    type: 'indicator',
    rows: agency.rows.indicator.filter(
      ({ period }) => period !== null && period < Number(agency.day.slice(0, 4)),
    ),
    title: ({ name }) => name ?? '',
    judge: ({ target, reached: result }) => {
      if ((target ?? '') === '') return unknown(monitor.target)
      return (result ?? '') === '' ? unknown(monitor.result) : met
    },
    noun: monitor.indicator,
    has: monitor.measured,
    register: null,
  })

const independent = (agency: Agency) =>
  tally(agency, {
    type: 'guidance',
    rows: agency.rows.guidance.filter(({ kind }) => kind === 'pengawasan'),
    title: ({ title }) => title ?? '',
    judge: ({ independent: who }) =>
      who === null ? unknown(monitor.who) : who === 'bukan' ? met : lacks(monitor.own),
    noun: monitor.noun,
    has: monitor.independent,
    register: null,
  })

const operated = (agency: Agency) =>
  tally(agency, {
    type: 'itService',
    rows: agency.rows.itService.filter(({ active }) => active !== false),
    title: ({ name }) => name ?? '',
    judge: (row) => {
      const all = [row.legality, row.authority, row.security, row.quality, row.continuity]
      if (all.includes('belum')) return all.includes('ya') ? partly(monitor.aspects) : lacks(monitor.aspects)
      return all.includes(null) ? unknown(monitor.aspectsUnknown) : met
    },
    noun: monitor.service,
    has: monitor.operated,
    register: null,
  })

export const serviceChecks: readonly Check[] = [
  {
    obligations: ['PBM-15(2)-1'],
    short: guard.short,
    area: 'keamanan',
    binds: 'pse',
    register: 'securityReview',
    judge: guarded,
  },
  {
    obligations: ['PBM-16(4)'],
    short: texts.shortSigned,
    area: 'transaksi',
    binds: 'pse',
    register: 'publicService',
    judge: signed,
  },
  {
    obligations: ['PBM-17(3)'],
    short: texts.shortQuick,
    area: 'layanan',
    binds: 'penyelenggara',
    register: null,
    judge: onlyAnswered,
  },
  {
    obligations: ['PBM-17(4)a-f'],
    short: texts.shortElements,
    area: 'layanan',
    binds: 'penyelenggara',
    register: 'publicService',
    judge: elements,
  },
  {
    obligations: ['PBM-17(5)'],
    short: texts.shortReached,
    area: 'layanan',
    binds: 'penyelenggara',
    register: 'publicService',
    judge: reached,
  },
  {
    obligations: ['PBM-17(6)'],
    short: texts.shortGuarded,
    area: 'layanan',
    binds: 'penyelenggara',
    register: 'securityReview',
    judge: confidential,
  },
  {
    obligations: ['PBM-Penj7(4)'],
    short: monitor.short,
    area: 'monev',
    binds: 'pse',
    register: 'guidance',
    judge: monitored,
  },
  {
    obligations: ['SKW-13(1)'],
    short: monitor.shortOperated,
    area: 'layanan',
    binds: 'opd',
    register: 'itService',
    judge: operated,
  },
  {
    obligations: ['SKW-15(1)'],
    short: monitor.shortMeasured,
    area: 'monev',
    binds: 'opd',
    register: 'indicator',
    judge: measured,
  },
  {
    obligations: ['SKW-15(2)'],
    short: monitor.shortIndependent,
    area: 'monev',
    binds: 'opd',
    register: 'guidance',
    judge: independent,
  },
]
