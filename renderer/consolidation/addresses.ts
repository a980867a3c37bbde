import type { Dimension } from '../../shared/contract/consolidation.ts'

export const consolidationPaths = { summary: '/konsolidasi', rows: '/konsolidasi/rincian' } as const

export const summaryTabs = ['opd', 'output', 'source', 'implementer', 'method', 'points'] as const
export type SummaryTab = (typeof summaryTabs)[number]

/** What the address says, in the words of the window. */
const tabWords: Readonly<Record<SummaryTab, string>> = {
  opd: 'opd',
  output: 'output',
  source: 'sumber',
  implementer: 'pelaksana',
  method: 'metode',
  points: 'perhatian',
}

export const tabOf = (word: string | null): SummaryTab =>
  summaryTabs.find((tab) => tabWords[tab] === word) ?? 'opd'
export const tabWord = (tab: SummaryTab): string => tabWords[tab]

/** The rows behind one number. `label` as the summary gave it (for opd: the record id); `name` is what the page calls it. */
export type Behind = {
  readonly dimension: Dimension | null
  readonly label: string
  readonly subOutput: string | null
  /** Of an output: whose it is, since two OPDs can give theirs one title; else null. */
  readonly opd: string | null
  readonly only: 'all' | 'withoutCost'
  readonly name: string
}

export const rowsAddress = ({ dimension, label, subOutput, opd, only, name }: Behind): string => {
  const query = new URLSearchParams()
  if (dimension !== null) {
    query.set('menurut', tabWords[dimension])
    query.set('nilai', label)
  }
  if (subOutput !== null) query.set('sub', subOutput)
  if (opd !== null) query.set('opd', opd)
  if (only === 'withoutCost') query.set('hanya', 'tanpa-biaya')
  if (name !== label && name !== '') query.set('nama', name)
  const text = query.toString()
  return text === '' ? consolidationPaths.rows : `${consolidationPaths.rows}?${text}`
}

/** The whole: behind it stands every row. */
export const wholeBehind: Behind = {
  dimension: null,
  label: '',
  subOutput: null,
  opd: null,
  only: 'all',
  name: '',
}

/** The opposite of `rowsAddress`; whatever an address may hold. */
export const behindOf = (params: URLSearchParams): Behind => {
  const word = params.get('menurut')
  const tab = summaryTabs.find((each) => tabWords[each] === word)
  const dimension = tab === undefined || tab === 'points' ? null : tab
  const label = dimension === null ? '' : (params.get('nilai') ?? '')
  return {
    dimension,
    label,
    subOutput: params.get('sub'),
    opd: params.get('opd'),
    only: params.get('hanya') === 'tanpa-biaya' ? 'withoutCost' : 'all',
    name: params.get('nama') ?? label,
  }
}
