import { components, type stages } from '../../../records/common.ts'
import { organisationElements } from '../../../records/organisation.ts'
import { complianceTexts } from '../../../texts/compliance.ts'
import type { CityCheck } from '../../check.ts'
import type { City, Topic } from '../../facts.ts'
import type { Verdict } from '../../state.ts'
import { given, tally, verdict, worstOf } from '../../tally.ts'
import { isOver } from '../../when.ts'

const texts = complianceTexts.city
const { bearers } = texts

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

const derived = { area: 'kebijakan', bearer: bearers.walikota, register: 'policy' } as const

/** Rules and bodies that the city brings about. */
export const ruleDuties: readonly CityCheck[] = [
  {
    obligations: ['PBM-10(5)-2'],
    short: texts.rules.shortData,
    area: 'data',
    bearer: bearers.diskominfo,
    register: 'policy',
    judge: issued(['metadata', 'desain', 'pengamanan']),
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
]
