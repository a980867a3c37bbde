import type { Records } from '../../../records/index.ts'
import { complianceTexts } from '../../../texts/compliance.ts'
import type { CityCheck } from '../../check.ts'
import { type Agency, type City, type Subject, shifted } from '../../facts.ts'
import type { Verdict } from '../../state.ts'
import { byPeriod, type Judged, lacks, met, tally, unknown, verdict } from '../../tally.ts'

const texts = complianceTexts.city
const { bearers } = texts

/** Within the period that the city adopted; before it did, nothing is late. */
const within =
  (
    subject: Subject,
    what: string,
    judge: (city: City, since: string, agencies: readonly Agency[]) => Verdict,
  ) =>
  (city: City, agencies: readonly Agency[]): Verdict => {
    return byPeriod(city, subject, what, (period) => judge(city, shifted(city.day, period, -1), agencies))
  }

const runsSystems = (agencies: readonly Agency[]) => agencies.filter((agency) => agency.runsSystems !== false)

const agencyTally = (
  agencies: readonly Agency[],
  judge: (agency: Agency) => Judged,
  noun: string,
  has: string,
): Verdict =>
  tally(null, {
    type: 'opd',
    rows: agencies.map((agency) => ({ id: agency.opd.id, agency })),
    title: ({ agency }) => agency.opd.name ?? '',
    judge: ({ agency }) => judge(agency),
    noun,
    has,
    register: null,
  })

/** Of what Diskominfo records of its own acts: one in the period, one that is too old, or nothing yet. */
const lastAct = (
  city: City,
  since: string,
  kind: Records['guidance']['kind'],
  opd: string | null,
): Judged => {
  const own = city.rows.guidance.filter(
    (one) =>
      one.kind === kind && one.on !== null && one.on <= city.day && (one.opd === opd || one.opd === null),
  )
  if (own.length === 0) return unknown(texts.monitoring.unknown)
  return own.some(({ on }) => (on ?? '') >= since) ? met : lacks(texts.monitoring.notSince(since))
}

const monitored = within('monev_opd', texts.monitoring.each, (city, since, agencies) =>
  agencyTally(
    runsSystems(agencies),
    ({ opd }) => lastAct(city, since, 'pengawasan', opd.id),
    texts.monitoring.agency,
    texts.monitoring.has,
  ),
)

const newestSince = (
  rows: readonly { readonly id: string; readonly on: string | null; readonly title: string }[],
  type: string,
  since: string,
  day: string,
  what: string,
): Verdict => {
  const newest = rows
    .filter(({ on }) => on !== null && on <= day)
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0]
  if (newest === undefined) return verdict('belum_ada_data', texts.none(what))
  const isLate = (newest.on ?? '') < since
  return verdict(isLate ? 'belum_terpenuhi' : 'terpenuhi', texts.last(what, newest.on ?? ''), [
    { type, id: newest.id, title: newest.title, lacks: isLate ? texts.late(since) : '' },
  ])
}

const reported = within('laporan_monev', texts.monitoring.report, (city, since) =>
  newestSince(
    city.rows.mayorReport.map(({ id, on, period }) => ({ id, on, title: period ?? '' })),
    'mayorReport',
    since,
    city.day,
    texts.monitoring.report,
  ),
)

const coordinated = within('koordinasi', texts.guidance.coordination, (city, since) =>
  newestSince(
    city.rows.guidance
      .filter(({ kind }) => kind === 'koordinasi')
      .map(({ id, on, title }) => ({ id, on, title: title ?? '' })),
    'guidance',
    since,
    city.day,
    texts.guidance.coordination,
  ),
)

const sitesGuided = within('pembinaan_situs', texts.guidance.sites, (city, since, agencies) => {
  const sites = agencies.flatMap(({ rows }) =>
    rows.website.filter(({ kind, owner, live }) => kind === 'situs' && owner === 'opd' && live !== false),
  )
  return tally(null, {
    type: 'website',
    rows: sites,
    title: ({ address }) => address ?? '',
    judge: ({ opd }) => lastAct(city, since, 'situs', opd),
    noun: texts.guidance.site,
    has: texts.guidance.guided,
    register: null,
  })
})

const inventoried = within('inventarisasi', texts.inventory.period, (_city, since, agencies) =>
  agencyTally(
    runsSystems(agencies),
    (agency) => {
      const declared = agency.declared('application')
      if (declared === undefined) return unknown(texts.inventory.unknown)
      return (declared.asOf ?? '') >= since ? met : lacks(texts.late(since))
    },
    texts.monitoring.agency,
    texts.inventory.has,
  ),
)

const threeFunctions = (city: City): Verdict => {
  const did = (...kinds: readonly Records['guidance']['kind'][]) =>
    city.rows.guidance.some(({ kind }) => kinds.includes(kind))
  const found = [
    did('koordinasi', 'bimbingan', 'diklat', 'profesionalisme', 'situs'),
    did('pengawasan'),
    city.rows.priceStandard.length > 0,
  ].filter(Boolean).length
  if (found === 0) return verdict('belum_ada_data', texts.functions.none)
  return verdict(found === 3 ? 'terpenuhi' : 'sebagian', texts.functions.some(found))
}

const prices = (city: City): Verdict =>
  city.rows.priceStandard.length === 0
    ? verdict('belum_ada_data', texts.prices.none)
    : verdict('terpenuhi', texts.prices.some(city.rows.priceStandard.length))

/** Guidance, supervision and control. */
export const oversightDuties: readonly CityCheck[] = [
  {
    obligations: ['PBM-7(4)'],
    short: texts.monitoring.shortEach,
    area: 'monev',
    bearer: bearers.diskominfo,
    register: 'guidance',
    judge: monitored,
  },
  {
    obligations: ['PBM-7(4)-2'],
    short: texts.monitoring.shortReport,
    area: 'monev',
    bearer: bearers.diskominfo,
    register: 'mayorReport',
    judge: reported,
  },
  {
    obligations: ['PBM-12(3)'],
    short: texts.guidance.shortSites,
    area: 'situs',
    bearer: bearers.diskominfo,
    register: 'guidance',
    judge: sitesGuided,
  },
  {
    obligations: ['PBM-18(1)'],
    short: texts.functions.short,
    area: 'monev',
    bearer: bearers.pemkot,
    register: 'guidance',
    judge: threeFunctions,
  },
  {
    obligations: ['PBM-18(2)'],
    short: texts.guidance.shortCoordination,
    area: 'monev',
    bearer: bearers.pemkot,
    register: 'guidance',
    judge: coordinated,
  },
  {
    obligations: ['PBM-18(3)'],
    short: texts.monitoring.shortObedience,
    area: 'monev',
    bearer: bearers.pemkot,
    register: 'guidance',
    judge: monitored,
  },
  {
    obligations: ['PBM-18(4)-1'],
    short: texts.inventory.short,
    area: 'monev',
    bearer: bearers.pemkot,
    register: 'declaration',
    judge: inventoried,
  },
  {
    obligations: ['PBM-18(4)-2'],
    short: texts.prices.short,
    area: 'monev',
    bearer: bearers.pemkot,
    register: 'priceStandard',
    judge: prices,
  },
]
