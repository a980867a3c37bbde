import { isOnPaper } from '../records/common.ts'
import { complianceTexts } from '../texts/compliance.ts'
import type { Agency, City, CityType, OwnedType } from './facts.ts'
import type { Verdict } from './state.ts'
import { verdict } from './tally.ts'

const texts = complianceTexts

/** Areas of the matrix, in the order of their columns. */
export const areas = [
  'perencanaan',
  'kebijakan',
  'sdm',
  'data',
  'aplikasi',
  'situs',
  'infrastruktur',
  'keamanan',
  'transaksi',
  'layanan',
  'monev',
] as const
export type Area = (typeof areas)[number]

/** Whom a duty binds, in the regulation's words. */
export type Bound = 'opd' | 'pse' | 'walidata' | 'penyelenggara'

type Described = {
  /** Ids of the obligations that it answers; the first names it. */
  readonly obligations: readonly string[]
  /** A few words for the head of a column: “5 dokumen aplikasi”. */
  readonly short: string
  readonly area: Area
}

/** One column of the matrix: a pure function of what is recorded about an OPD. */
export type Check = Described & {
  readonly binds: Bound
  /** The register where its facts are recorded; null where an officer answers. */
  readonly register: OwnedType | 'datasetTwin' | null
  readonly judge: (agency: Agency) => Verdict
}

/** What Diskominfo, the Walikota or the city must do: never held against an OPD. */
export type CityCheck = Described & {
  readonly bearer: string
  readonly register: OwnedType | CityType | null
  readonly judge: (city: City, agencies: readonly Agency[]) => Verdict
}

const states = {
  terpenuhi: 'terpenuhi',
  sebagian: 'sebagian',
  belum: 'belum_terpenuhi',
  tidak_berlaku: 'tidak_berlaku',
} as const

/** What an officer answered, with its source; null where nobody did. */
export const answered = (agency: Agency, obligations: readonly string[]): Verdict | null => {
  const all = obligations.flatMap((id) => agency.assessed(id) ?? [])
  // Of several duties in one column the worst is shown.
  const found = (['belum', 'sebagian', 'terpenuhi', 'tidak_berlaku'] as const).flatMap((state) =>
    all.filter((one) => one.state === state),
  )[0]
  if (found === undefined || found.state === null) return null
  const source = isOnPaper(found) ? texts.byPaper(found.decidedIn || texts.attachedPaper) : texts.byOfficer
  return verdict(states[found.state], texts.assessed(found.words ?? '', source), [
    { type: 'assessment', id: found.id, title: found.words ?? texts.assessment, lacks: '' },
  ])
}

/** The verdict on one OPD: as computed; where nothing is recorded, as an officer answered. */
export const judgeAgency = (check: Check, agency: Agency): Verdict => {
  if (check.binds === 'pse' && agency.runsSystems === false) return verdict('tidak_berlaku', texts.noSystems)
  const computed = check.judge(agency)
  return computed.state === 'belum_ada_data' ? (answered(agency, check.obligations) ?? computed) : computed
}

/** For duties that no register can tell: an officer's answer alone. */
export const onlyAnswered = (): Verdict => verdict('belum_ada_data', texts.notAssessed)
