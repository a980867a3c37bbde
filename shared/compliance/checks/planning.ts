import { complianceTexts } from '../../texts/compliance.ts'
import { type Check, onlyAnswered } from '../check.ts'
import type { Agency } from '../facts.ts'
import {
  given,
  lacks,
  met,
  noGround,
  notApplicable,
  partly,
  tally,
  unknown,
  verdict,
  worstOf,
} from '../tally.ts'

const texts = complianceTexts.checks

const isCoordinated = (row: {
  readonly coordinatedOn: string | null
  readonly coordinatedIn: string | null
}) => row.coordinatedOn !== null || (row.coordinatedIn ?? '') !== ''

/** Spending within the plan's years stands in it, or was coordinated (Penjelasan Pasal 8 ayat (4)). */
const followsPlan = (agency: Agency) => {
  const plan = agency.city.planInForce
  if (plan === undefined) return noGround(complianceTexts.ground.plan)
  const from = Number((plan.from ?? '').slice(0, 4))
  return tally(agency, {
    type: 'ictSpending',
    rows: agency.rows.ictSpending,
    title: ({ title }) => title ?? '',
    judge: (row) => {
      if (row.year === null || row.year < from) return notApplicable
      if ((row.initiative ?? '') !== '' || isCoordinated(row)) return met
      return unknown(texts.plan.missing)
    },
    noun: texts.plan.noun,
    has: texts.plan.has,
    register: null,
  })
}

/** Asked for by letter, and the day of that letter is over: only then is nothing sent a fact. */
const needs = (agency: Agency) => {
  const { ictNeed } = agency.rows
  return tally(agency, {
    type: 'ictNeed',
    rows: ictNeed,
    title: ({ title }) => title ?? '',
    judge: (row) => {
      if (row.none === true) return row.sent === null ? unknown(texts.needs.notSent) : met
      if (row.sent === null)
        return row.asked !== null && row.due !== null && row.due < agency.day
          ? lacks(texts.needs.late(row.due))
          : unknown(texts.needs.notSent)
      const answers = [row.specific, row.measurable, row.realistic, row.fitting]
      if (answers.includes('tidak')) return partly(texts.needs.weak)
      return answers.includes(null) ? unknown(texts.needs.notJudged) : met
    },
    noun: texts.needs.noun,
    has: texts.needs.has,
    register: null,
  })
}

/** Only who will develop must send one: nothing sent says nothing. */
const forms = (agency: Agency) => {
  const current = agency.rows.budgetForm.filter((form) => form.current === true)
  if (current.length === 0) return verdict('belum_ada_data', texts.forms.none)
  return tally(agency, {
    type: 'budgetForm',
    rows: current,
    title: ({ year, version }) => texts.forms.title(year ?? 0, version ?? 1),
    judge: ({ status }) => (status === 'dikembalikan' ? partly(texts.forms.returned) : met),
    noun: texts.forms.noun,
    has: texts.forms.has,
    register: null,
  })
}

/** What does not stand in the plan is coordinated with Diskominfo; any paper will do. */
const innovations = (agency: Agency) => {
  if (agency.city.planInForce === undefined) return noGround(complianceTexts.ground.plan)
  return tally(agency, {
    type: 'permit',
    rows: agency.rows.permit,
    title: ({ subject }) => subject ?? '',
    judge: (row) => {
      if (row.inPlan === true) return notApplicable
      if (row.inPlan === null) return unknown(texts.innovation.unknown)
      return row.issued === null && (row.number ?? '') === '' ? unknown(texts.innovation.noPaper) : met
    },
    noun: texts.innovation.noun,
    has: texts.innovation.has,
    register: null,
  })
}

const transitions = (agency: Agency) =>
  tally(agency, {
    type: 'transition',
    rows: agency.rows.transition,
    title: ({ subject }) => subject ?? '',
    judge: ({ state }) =>
      state === null
        ? unknown(texts.transition.unknown)
        : state === 'sesuai'
          ? met
          : lacks(texts.transition.lacks),
    noun: texts.transition.noun,
    has: texts.transition.has,
    register: null,
  })

/** A purchase after coordination: the paper is no younger than the order. */
const spendingAfter = (agency: Agency) =>
  tally(agency, {
    type: 'ictSpending',
    rows: agency.rows.ictSpending,
    title: ({ title }) => title ?? '',
    judge: ({ on, coordinatedOn }) => {
      if (on === null || coordinatedOn === null) return unknown(texts.after.unknown)
      return coordinatedOn <= on ? met : lacks(texts.after.late)
    },
    noun: texts.plan.noun,
    has: texts.after.has,
    register: null,
  })

const spendingFits = (agency: Agency) => {
  if (agency.city.planInForce === undefined) return noGround(complianceTexts.ground.plan)
  return tally(agency, {
    type: 'ictSpending',
    rows: agency.rows.ictSpending,
    title: ({ title }) => title ?? '',
    judge: (row) =>
      worstOf(
        given(row.initiative, texts.fits.plan),
        given(row.yearPaper, texts.fits.year),
        given(row.workPlan, texts.fits.work),
      ),
    noun: texts.plan.noun,
    has: texts.fits.has,
    register: null,
  })
}

const plansCoordinated = (agency: Agency) =>
  tally(agency, {
    type: 'ictNeed',
    rows: agency.rows.ictNeed.filter(({ none }) => none !== true),
    title: ({ title }) => title ?? '',
    judge: (row) => (isCoordinated(row) ? met : unknown(texts.coordinated.unknown)),
    noun: texts.needs.noun,
    has: texts.coordinated.has,
    register: null,
  })

const area = 'perencanaan'
export const planningChecks: readonly Check[] = [
  {
    obligations: ['PBM-6(1)'],
    short: texts.plan.short,
    area,
    binds: 'opd',
    register: 'ictSpending',
    judge: followsPlan,
  },
  {
    obligations: ['PBM-6(3)'],
    short: texts.needs.short,
    area,
    binds: 'opd',
    register: 'ictNeed',
    judge: needs,
  },
  {
    obligations: ['PBM-Penj6(4)'],
    short: texts.forms.short,
    area,
    binds: 'opd',
    register: 'budgetForm',
    judge: forms,
  },
  {
    obligations: ['PBM-Penj8(4)-2'],
    short: texts.innovation.short,
    area,
    binds: 'opd',
    register: 'permit',
    judge: innovations,
  },
  {
    obligations: ['PBM-20(1)'],
    short: texts.transition.short,
    area,
    binds: 'pse',
    register: 'transition',
    judge: transitions,
  },
  {
    obligations: ['SKW-11(3)'],
    short: texts.coordinated.short,
    area,
    binds: 'opd',
    register: 'ictNeed',
    judge: plansCoordinated,
  },
  {
    obligations: ['SKW-12(1)'],
    short: texts.plan.short,
    area,
    binds: 'opd',
    register: 'ictSpending',
    judge: followsPlan,
  },
  {
    obligations: ['SKW-16(2)'],
    short: texts.fits.short,
    area,
    binds: 'opd',
    register: 'ictSpending',
    judge: spendingFits,
  },
  {
    obligations: ['SKW-16(3)'],
    short: texts.after.short,
    area,
    binds: 'opd',
    register: 'ictSpending',
    judge: spendingAfter,
  },
]

export const answeredPolicies: readonly Check[] = [
  {
    obligations: ['PBM-7(2)'],
    short: texts.strategic.short,
    area: 'kebijakan',
    binds: 'opd',
    register: null,
    judge: onlyAnswered,
  },
]
