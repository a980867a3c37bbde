import type { Records } from '../../../records/index.ts'
import { complianceTexts } from '../../../texts/compliance.ts'
import type { CityCheck } from '../../check.ts'
import type { Agency, City } from '../../facts.ts'
import { given, type Judged, lacks, met, notApplicable, tally, unknown } from '../../tally.ts'
import { isOver } from '../../when.ts'

const texts = complianceTexts.city
const { bearers } = texts

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
      city.lead === undefined
        ? unknown(texts.noLead)
        : provider === null
          ? unknown(texts.common.unknown)
          : provider === city.lead.id
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
      city.lead === undefined
        ? unknown(texts.noLead)
        : manager === null
          ? unknown(texts.sites.unknown)
          : manager === city.lead.id
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

/** What the city runs and provides. */
export const systemDuties: readonly CityCheck[] = [
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
    obligations: ['SKW-16(4)'],
    short: texts.involved.short,
    area: 'perencanaan',
    bearer: bearers.pengelola,
    register: 'ictSpending',
    judge: involved,
  },
]
