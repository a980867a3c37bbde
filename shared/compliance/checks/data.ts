import { isOnPaper } from '../../records/common.ts'
import type { Records } from '../../records/index.ts'
import { complianceTexts } from '../../texts/compliance.ts'
import type { Check } from '../check.ts'
import { type Agency, shifted } from '../facts.ts'
import {
  type Judged,
  lacks,
  met,
  noGround,
  notApplicable,
  partly,
  settledBy,
  tally,
  unknown,
  verdict,
  worstOf,
} from '../tally.ts'

const texts = complianceTexts.checks.data

type Dataset = Records['dataset']

const each = (judge: (row: Dataset, agency: Agency) => Judged, has: string) => (agency: Agency) =>
  tally(agency, {
    type: 'dataset',
    rows: agency.rows.dataset,
    title: ({ name }) => name ?? '',
    judge: (row) => judge(row, agency),
    noun: texts.noun,
    has,
    register: 'dataset',
  })

const every: Readonly<Record<string, { readonly amount: number; readonly unit: string }>> = {
  harian: { amount: 1, unit: 'hari' },
  mingguan: { amount: 7, unit: 'hari' },
  bulanan: { amount: 1, unit: 'bulan' },
  triwulan: { amount: 3, unit: 'bulan' },
  semester: { amount: 6, unit: 'bulan' },
  tahunan: { amount: 1, unit: 'tahun' },
}

/** “jika dibutuhkan”: what changes now and then, or never, is not late. */
const freshness = ({ every: often, updated }: Dataset, day: string): Judged => {
  if (often === null) return unknown(texts.often)
  const period = every[often]
  if (period === undefined) return notApplicable
  if (updated === null) return unknown(texts.updated)
  return updated >= shifted(day, period, -1) ? met : lacks(texts.old(updated))
}
const judgedAs = (value: string | null, what: string): Judged =>
  value === null ? unknown(texts.notJudged(what)) : value === 'baik' ? met : lacks(texts.weak(what))

const quality = each(
  (row, { day }) =>
    worstOf(
      freshness(row, day),
      judgedAs(row.accuracy, texts.accuracy),
      judgedAs(row.wholeness, texts.wholeness),
    ),
  texts.kept,
)

/** Where Diskominfo keeps it, or where the law puts it; elsewhere is allowed with coordination, by the articles that say otherwise. */
const placed = each((row) => {
  if (row.place === null) return unknown(texts.place)
  if (row.place === 'diskominfo') return met
  if (row.place === 'pusat') return (row.placeBasis ?? '') === '' ? unknown(texts.placeBasis) : notApplicable
  const isCoordinated = row.coordinatedOn !== null || (row.coordinatedIn ?? '') !== ''
  if (row.place !== 'lain' && isCoordinated) return partly(texts.elsewhere)
  return lacks(texts.outside)
}, texts.placed)

const described = (agency: Agency) => {
  if (!agency.city.rules('metadata').some(({ sentOn }) => sentOn !== null))
    return noGround(complianceTexts.ground.rule(texts.rules))
  return each(
    ({ metadata }) =>
      metadata === null ? unknown(texts.metadata) : metadata === 'sesuai' ? met : lacks(texts.unfit),
    texts.described,
  )(agency)
}

/** The owner says so on paper; an officer who types it decides nothing. */
const classified = each((dataset) => {
  if (dataset.status === null) return unknown(texts.status)
  return isOnPaper(dataset) ? met : partly(texts.noPaper)
}, texts.classified)

const opinions = (row: Records['dataRequest']): Judged => {
  const all = [row.opinionOwner, row.opinionAsker, row.opinionDiskominfo]
  if (all.includes('tidak')) return lacks(texts.notAccepted)
  return all.includes(null) || (row.reason ?? '') === '' ? unknown(texts.openReason) : met
}

const answer = (row: Records['dataRequest'], agency: Agency): Judged => {
  if (row.answer === 'diberikan') return met
  if (row.answer === 'sebagian')
    return row.lawful === true && (row.reason ?? '') !== '' ? met : partly(texts.partly)
  if (row.answer === 'ditolak') return row.lawful === true ? met : opinions(row)
  const period = agency.city.period('berbagi_data')
  if (period === null || row.asked === null) return unknown(texts.unanswered)
  return shifted(row.asked, period, 1) < agency.day ? lacks(texts.late) : unknown(texts.unanswered)
}

const shared = (agency: Agency) => {
  const period = agency.city.period('berbagi_data')
  const judged = tally(agency, {
    type: 'dataRequest',
    rows: agency.rows.dataRequest,
    title: ({ purpose, letter }) => purpose ?? letter ?? '',
    judge: (row) => answer(row, agency),
    noun: texts.request,
    has: texts.shared,
    register: null,
  })
  const isTimed = agency.rows.dataRequest.some(({ answer }) => answer === null)
  return period === null || !isTimed ? judged : settledBy(period, judged)
}

/** A guess is no finding: only what was said of both, after both were heard, counts. */
const unlike = (agency: Agency) => {
  const own = new Set(agency.rows.dataset.map(({ id }) => id))
  const twins = agency.city.rows.datasetTwin.filter(
    ({ first, second }) => own.has(first ?? '') || own.has(second ?? ''),
  )
  if (twins.length === 0)
    return agency.declared('dataset') === undefined
      ? verdict('belum_ada_data', texts.noTwins)
      : verdict('terpenuhi', texts.noTwins)
  return tally(agency, {
    type: 'datasetTwin',
    rows: twins,
    title: ({ why }) => why ?? texts.twin,
    judge: ({ state, heard, keeper, ended }) => {
      if (state === null) return unknown(texts.guess)
      if (state === 'bukan') return met
      if (heard !== true || keeper === null) return unknown(texts.notHeard)
      return keeper === agency.opd.id || ended !== null ? met : lacks(texts.alike)
    },
    noun: texts.twin,
    has: texts.settled,
    register: null,
  })
}

export const dataChecks: readonly Check[] = [
  {
    obligations: ['PBM-10(1)'],
    short: texts.shortShared,
    area: 'data',
    binds: 'walidata',
    register: 'dataRequest',
    judge: shared,
  },
  {
    obligations: ['PBM-10(2)'],
    short: texts.shortTwins,
    area: 'data',
    binds: 'pse',
    register: 'datasetTwin',
    judge: unlike,
  },
  {
    obligations: ['PBM-10(3)'],
    short: texts.shortQuality,
    area: 'data',
    binds: 'walidata',
    register: 'dataset',
    judge: quality,
  },
  {
    obligations: ['PBM-10(4)'],
    short: texts.shortPlace,
    area: 'data',
    binds: 'opd',
    register: 'dataset',
    judge: placed,
  },
  {
    obligations: ['PBM-10(5)'],
    short: texts.shortMetadata,
    area: 'data',
    binds: 'pse',
    register: 'dataset',
    judge: described,
  },
  {
    obligations: ['PBM-15(4)'],
    short: texts.shortStatus,
    area: 'data',
    binds: 'walidata',
    register: 'dataset',
    judge: classified,
  },
]
