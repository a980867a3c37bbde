import type { Records } from '../../../records/index.ts'
import { complianceTexts } from '../../../texts/compliance.ts'
import type { CityCheck } from '../../check.ts'
import { type City, shifted } from '../../facts.ts'
import type { Verdict } from '../../state.ts'
import { given, type Judged, lacks, met, tally, unknown, verdict, worstOf } from '../../tally.ts'

const texts = complianceTexts.city
const { bearers } = texts

type Plan = Records['masterplan']

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

const planned = { area: 'perencanaan', bearer: bearers.diskominfo, register: 'masterplan' } as const

/** Duties about the master plan; each with its proof. */
export const planDuties: readonly CityCheck[] = [
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
]
