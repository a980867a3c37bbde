import type { z } from 'zod'
import type { consolidationSummary, Dimension } from '../../shared/contract/consolidation.ts'
import { consolidationWindowTexts } from '../../shared/texts/consolidation-window.ts'
import { StatusMark } from '../ui/index.ts'
import type { Behind } from './addresses.ts'
import type { SumLine } from './SumTable.tsx'

export type Summary = z.output<(typeof consolidationSummary)['output']>
type Group = Summary['bySource'][number]

const texts = consolidationWindowTexts
const labelOf = (dimension: Dimension | 'subOutput', label: string): string =>
  label === '' ? texts.noLabel[dimension] : label

const behind = (dimension: Dimension, label: string, name: string): Behind => ({
  dimension,
  label,
  subOutput: null,
  opd: null,
  only: 'all',
  name,
})

const plainLine = (dimension: Dimension, group: Group): SumLine => {
  const name = labelOf(dimension, group.label)
  return { ...group, key: group.label, label: name, behind: behind(dimension, group.label, name) }
}

export const opdLines = ({ byOpd }: Summary): readonly SumLine[] =>
  byOpd.map((group) => ({
    ...group,
    key: group.opd,
    label: labelOf('opd', group.label),
    behind: behind('opd', group.opd, labelOf('opd', group.label)),
    extra: [<StatusMark key="state" status={group.status} />],
  }))

export const sourceLines = ({ bySource }: Summary): readonly SumLine[] =>
  bySource.map((group) => plainLine('source', group))
export const methodLines = ({ byMethod }: Summary): readonly SumLine[] =>
  byMethod.map((group) => plainLine('method', group))

/** The spellings that were counted together stand under the name. */
export const implementerLines = ({ byImplementer }: Summary): readonly SumLine[] =>
  byImplementer.map((group) => {
    const others = group.written.filter((spelling) => spelling !== group.label && spelling !== '')
    const line = plainLine('implementer', group)
    return others.length === 0 ? line : { ...line, under: texts.written(others.join(', ')) }
  })

type Output = Summary['byOutput'][number]
export const outputKey = ({ opdId, label }: Output): string => `${opdId} ${label}`

const subLine = (output: Output, sub: Group): SumLine => {
  const name = labelOf('subOutput', sub.label)
  return {
    ...sub,
    key: `${outputKey(output)} ${sub.label}`,
    label: name,
    level: 'child',
    behind: { ...behind('output', output.label, name), opd: output.opdId, subOutput: sub.label },
  }
}

/** Each output with its OPD; below it, while open, its sub outputs. */
export const outputLines = ({ byOutput }: Summary, open: ReadonlySet<string>): readonly SumLine[] =>
  byOutput.flatMap((output) => {
    const key = outputKey(output)
    const isOpen = open.has(key)
    const name = labelOf('output', output.label)
    const head: SumLine = {
      ...output,
      key,
      label: name,
      under: output.opd,
      level: 'parent',
      open: isOpen,
      behind: { ...behind('output', output.label, name), opd: output.opdId },
    }
    return isOpen ? [head, ...output.subOutputs.map((sub) => subLine(output, sub))] : [head]
  })
