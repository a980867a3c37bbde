import { components, type stages } from '../../records/common.ts'
import type { Records } from '../../records/index.ts'
import { organisationElements } from '../../records/organisation.ts'
import { complianceTexts } from '../../texts/compliance.ts'
import type { CityCheck } from '../check.ts'
import { type Agency, type City, isOver, type Subject, shifted, type Topic } from '../facts.ts'
import type { Verdict } from '../state.ts'
import {
  type Judged,
  lacks,
  met,
  noGround,
  notApplicable,
  tally,
  unknown,
  verdict,
  worstOf,
} from '../tally.ts'

const texts = complianceTexts.city

type Plan = Records['masterplan']
const given = (word: string | null, what: string): Judged => ((word ?? '') === '' ? unknown(what) : met)

/** Of the plan in force; one that is over without another is a fact, none at all is not. */
const ofPlan =
  (judge: (plan: Plan) => Judged, has: string) =>
  (city: City): Verdict => {
    const plans = city.rows.masterplan
    if (city.plan === undefined && plans.length > 0)
      return verdict(
        'belum_terpenuhi',
        texts.plan.over,
        plans.map(({ id, title }) => ({
          type: 'masterplan',
          id,
          title: title ?? '',
          lacks: texts.plan.isOver,
        })),
      )
    return tally(null, {
      type: 'masterplan',
      rows: city.plan === undefined ? [] : [city.plan],
      title: ({ title }) => title ?? '',
      judge,
      noun: texts.plan.noun,
      has,
      register: null,
    })
  }

/** By years: the last is the first and four; by days: five years less a day. */
const lastsFive = ({ from, until }: Plan): Judged => {
  if (from === null || until === null) return unknown(texts.plan.noEnd)
  const isByYear = from.length === 4 && until.length === 4
  if (isByYear) return Number(until) - Number(from) === 4 ? met : lacks(texts.plan.notFive)
  if (from.length < 10 || until.length < 10) return unknown(texts.plan.noEnd)
  const end = shifted(shifted(from, { amount: 5, unit: 'tahun' }, 1), { amount: 1, unit: 'hari' }, -1)
  return until === end ? met : lacks(texts.plan.notFive)
}

const decreed = ({ decree, decreeDate }: Plan): Judged =>
  worstOf(given(decree, texts.plan.decree), given(decreeDate, texts.plan.decreeDate))

const byDiskominfo = ({ author }: Plan): Judged =>
  author === null ? unknown(texts.plan.author) : author === 'diskominfo' ? met : lacks(texts.plan.others)

/** Within the period that the city adopted; before it did, nothing is late. */
const within =
  (
    subject: Subject,
    what: string,
    judge: (city: City, since: string, agencies: readonly Agency[]) => Verdict,
  ) =>
  (city: City, agencies: readonly Agency[]): Verdict => {
    const period = city.period(subject)
    if (period === null) return noGround(complianceTexts.ground.period(what))
    return judge(city, shifted(city.day, period, -1), agencies)
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

/** Rules that Diskominfo has to bring about, by what they are about. */
const issued =
  (topics: readonly Topic[]) =>
  (city: City): Verdict => {
    const found = topics.map((topic) => ({ topic, rules: city.rules(topic) }))
    const there = found.filter(({ rules }) => rules.length > 0)
    const behind = there.flatMap(({ rules }) =>
      rules.map(({ id, title }) => ({ type: 'policy', id, title: title ?? '', lacks: '' })),
    )
    const words = texts.rules.some(there.length, topics.length)
    if (there.length === topics.length) return verdict('terpenuhi', words, behind)
    return there.length > 0 ? verdict('sebagian', words, behind) : verdict('belum_ada_data', texts.rules.none)
  }

const allOf = <
  T extends
    | 'application'
    | 'website'
    | 'infrastructure'
    | 'internetAccess'
    | 'certificate'
    | 'publicService'
    | 'ictSpending'
    | 'maintenance',
>(
  agencies: readonly Agency[],
  type: T,
) => agencies.flatMap(({ rows }) => rows[type] as readonly Records[T][])

const commonApplications = (city: City, agencies: readonly Agency[]) =>
  tally(null, {
    type: 'application',
    rows: allOf(agencies, 'application').filter(
      ({ forAll, origin }) => forAll === true && origin === 'daerah',
    ),
    title: ({ name }) => name ?? '',
    judge: ({ provider }) =>
      provider === null
        ? unknown(texts.common.unknown)
        : provider === city.lead?.id
          ? met
          : lacks(texts.common.others),
    noun: texts.common.noun,
    has: texts.common.has,
    register: null,
  })

const citySites = (city: City, agencies: readonly Agency[]) =>
  tally(null, {
    type: 'website',
    rows: allOf(agencies, 'website').filter(({ owner, live }) => owner === 'pemda' && live !== false),
    title: ({ address }) => address ?? '',
    judge: ({ manager }) =>
      manager === null
        ? unknown(texts.sites.unknown)
        : manager === city.lead?.id
          ? met
          : lacks(texts.sites.others),
    noun: texts.sites.noun,
    has: texts.sites.has,
    register: null,
  })

const maintained = (_city: City, agencies: readonly Agency[]) => {
  const work = allOf(agencies, 'maintenance')
  return tally(null, {
    type: 'infrastructure',
    rows: allOf(agencies, 'infrastructure').filter(({ keeper }) => keeper === 'diskominfo'),
    title: ({ name }) => name ?? '',
    judge: ({ id }) =>
      work.some((one) => one.infrastructure === id && (one.planned !== null || one.done !== null))
        ? met
        : unknown(texts.infrastructure.unknown),
    noun: texts.infrastructure.noun,
    has: texts.infrastructure.has,
    register: null,
  })
}

const controlled = (_city: City, agencies: readonly Agency[]) =>
  tally(null, {
    type: 'internetAccess',
    rows: allOf(agencies, 'internetAccess').filter(({ kind }) => kind !== 'langganan'),
    title: ({ name }) => name ?? '',
    judge: ({ owner, controlled: proof }) => {
      if (owner === null) return unknown(texts.internet.owner)
      return owner === 'pemda' ? given(proof, texts.internet.unknown) : notApplicable
    },
    noun: texts.internet.noun,
    has: texts.internet.has,
    register: null,
  })

const partners = (city: City) =>
  tally(null, {
    type: 'partner',
    rows: city.rows.partner,
    title: ({ name }) => name ?? '',
    judge: ({ where, until }) => {
      if (isOver(until, city.day)) return notApplicable
      return where === null
        ? unknown(texts.partner.unknown)
        : where === 'dalam'
          ? met
          : lacks(texts.partner.abroad)
    },
    noun: texts.partner.noun,
    has: texts.partner.has,
    register: null,
  })

const certificates = (_city: City, agencies: readonly Agency[]) =>
  tally(null, {
    type: 'certificate',
    rows: allOf(agencies, 'certificate'),
    title: ({ serial, uses }) => serial ?? uses ?? '',
    judge: ({ expires }) => given(expires, texts.certificate.unknown),
    noun: texts.certificate.noun,
    has: texts.certificate.has,
    register: null,
  })

const services =
  (judge: (row: Records['publicService']) => Judged, has: string) =>
  (_city: City, agencies: readonly Agency[]) =>
    tally(null, {
      type: 'publicService',
      rows: allOf(agencies, 'publicService').filter(({ active }) => active !== false),
      title: ({ name }) => name ?? '',
      judge,
      noun: complianceTexts.checks.service.noun,
      has,
      register: null,
    })

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

const fiveElements = Object.keys(organisationElements).slice(0, 5) as (keyof typeof organisationElements)[]
const inOffice = (city: City) => city.rows.organisation.filter(({ until }) => !isOver(until, city.day))

const organised = (city: City): Verdict => {
  const there = fiveElements.filter((element) => inOffice(city).some((one) => one.element === element))
  const behind = inOffice(city).map(({ id, name }) => ({
    type: 'organisation',
    id,
    title: name ?? '',
    lacks: '',
  }))
  if (there.length === 0) return verdict('belum_ada_data', texts.organisation.none)
  return verdict(there.length === 5 ? 'terpenuhi' : 'sebagian', texts.organisation.some(there.length), behind)
}

const organisedByDecree = (city: City) =>
  tally(null, {
    type: 'organisation',
    rows: inOffice(city).filter(({ element }) => element !== null && fiveElements.includes(element)),
    title: ({ name }) => name ?? '',
    judge: ({ decree, decreeDate }) =>
      worstOf(given(decree, texts.plan.decree), given(decreeDate, texts.plan.decreeDate)),
    noun: texts.organisation.noun,
    has: texts.organisation.decreed,
    register: null,
  })

/** One Perwal for each component in a stage; what is not ruled yet is a gap of the Walikota alone. */
const ruled =
  (stage: keyof typeof stages) =>
  (city: City): Verdict => {
    const rules = city.rows.policy.filter(
      (one) => one.stage === stage && one.form === 'perwal' && one.state === 'berlaku',
    )
    const all = Object.keys(components)
    const there = all.filter((component) => rules.some((one) => one.component === component))
    const behind = rules.map(({ id, title }) => ({ type: 'policy', id, title: title ?? '', lacks: '' }))
    if (there.length === 0) return verdict('belum_ada_data', texts.derived.none)
    return verdict(
      there.length === all.length ? 'terpenuhi' : 'sebagian',
      texts.derived.some(there.length),
      behind,
    )
  }

const involved = (_city: City, agencies: readonly Agency[]) =>
  tally(null, {
    type: 'ictSpending',
    rows: allOf(agencies, 'ictSpending'),
    title: ({ title }) => title ?? '',
    judge: (row) => given(row.involved, texts.involved.unknown),
    noun: complianceTexts.checks.plan.noun,
    has: texts.involved.has,
    register: null,
  })

const { bearers } = texts
const planned = { area: 'perencanaan', bearer: bearers.diskominfo, register: 'masterplan' } as const
const derived = { area: 'kebijakan', bearer: bearers.walikota, register: 'policy' } as const

/** Duties of Diskominfo, the Walikota and the city; each with its proof. */
export const cityChecks: readonly CityCheck[] = [
  {
    ...planned,
    obligations: ['PBM-6(2)a'],
    short: texts.plan.shortAligned,
    judge: ofPlan(({ aligned }) => given(aligned, texts.plan.aligned), texts.plan.isAligned),
  },
  {
    ...planned,
    obligations: ['PBM-6(2)b'],
    short: texts.plan.shortFive,
    judge: ofPlan(lastsFive, texts.plan.lasts),
  },
  {
    ...planned,
    obligations: ['PBM-6(2)c'],
    short: texts.plan.shortAuthor,
    judge: ofPlan(byDiskominfo, texts.plan.byDiskominfo),
  },
  {
    ...planned,
    bearer: bearers.walikota,
    obligations: ['PBM-6(2)d'],
    short: texts.plan.shortDecree,
    judge: ofPlan(decreed, texts.plan.decreed),
  },
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
    obligations: ['PBM-10(5)-2'],
    short: texts.rules.shortData,
    area: 'data',
    bearer: bearers.diskominfo,
    register: 'policy',
    judge: issued(['metadata', 'desain', 'pengamanan']),
  },
  {
    obligations: ['PBM-11(4)'],
    short: texts.common.short,
    area: 'aplikasi',
    bearer: bearers.diskominfo,
    register: 'application',
    judge: commonApplications,
  },
  {
    obligations: ['PBM-12(1)'],
    short: texts.sites.short,
    area: 'situs',
    bearer: bearers.diskominfo,
    register: 'website',
    judge: citySites,
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
    obligations: ['PBM-13(1)'],
    short: texts.infrastructure.short,
    area: 'infrastruktur',
    bearer: bearers.diskominfo,
    register: 'infrastructure',
    judge: maintained,
  },
  {
    obligations: ['PBM-13(3)'],
    short: texts.internet.short,
    area: 'infrastruktur',
    bearer: bearers.diskominfo,
    register: 'internetAccess',
    judge: controlled,
  },
  {
    obligations: ['PBM-13(5)'],
    short: texts.partner.short,
    area: 'infrastruktur',
    bearer: bearers.diskominfo,
    register: 'partner',
    judge: partners,
  },
  {
    obligations: ['PBM-16(3)'],
    short: texts.certificate.short,
    area: 'transaksi',
    bearer: bearers.diskominfo,
    register: 'certificate',
    judge: certificates,
  },
  {
    obligations: ['PBM-16(5)-1'],
    short: texts.rules.shortCertificate,
    area: 'transaksi',
    bearer: bearers.diskominfo,
    register: 'policy',
    judge: issued(['sertifikat']),
  },
  {
    obligations: ['PBM-17(1)'],
    short: texts.services.shortIntegrated,
    area: 'layanan',
    bearer: bearers.pemkot,
    register: 'publicService',
    judge: services(
      ({ application }) => given(application, texts.services.application),
      texts.services.integrated,
    ),
  },
  {
    obligations: ['PBM-17(2)'],
    short: texts.services.shortLeaders,
    area: 'layanan',
    bearer: bearers.pemkot,
    register: 'publicService',
    judge: services(
      ({ leaders }) =>
        leaders === null
          ? unknown(texts.services.unknown)
          : leaders === 'ada'
            ? met
            : lacks(texts.services.noAccess),
      texts.services.access,
    ),
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
  {
    obligations: ['SKW-9(1)a-e'],
    short: texts.organisation.short,
    area: 'kebijakan',
    bearer: bearers.pemkot,
    register: 'organisation',
    judge: organised,
  },
  {
    obligations: ['SKW-9(2)'],
    short: texts.organisation.shortDecree,
    area: 'kebijakan',
    bearer: bearers.walikota,
    register: 'organisation',
    judge: organisedByDecree,
  },
  {
    ...planned,
    obligations: ['SKW-11(1)'],
    short: texts.plan.shortAligned,
    judge: ofPlan(({ aligned }) => given(aligned, texts.plan.aligned), texts.plan.isAligned),
  },
  {
    ...planned,
    obligations: ['SKW-11(2)'],
    short: texts.plan.shortAuthor,
    judge: ofPlan(byDiskominfo, texts.plan.byDiskominfo),
  },
  {
    ...derived,
    obligations: ['SKW-11(4)'],
    short: texts.derived.short('perencanaan'),
    judge: ruled('perencanaan'),
  },
  {
    ...derived,
    obligations: ['SKW-12(2)'],
    short: texts.derived.short('realisasi'),
    judge: ruled('realisasi'),
  },
  {
    ...derived,
    obligations: ['SKW-13(2)'],
    short: texts.derived.short('pengoperasian'),
    judge: ruled('pengoperasian'),
  },
  {
    ...derived,
    obligations: ['SKW-14(3)'],
    short: texts.derived.short('pemeliharaan'),
    judge: ruled('pemeliharaan'),
  },
  { ...derived, obligations: ['SKW-15(3)'], short: texts.derived.short('monev'), judge: ruled('monev') },
  {
    obligations: ['SKW-16(4)'],
    short: texts.involved.short,
    area: 'perencanaan',
    bearer: bearers.pengelola,
    register: 'ictSpending',
    judge: involved,
  },
]
