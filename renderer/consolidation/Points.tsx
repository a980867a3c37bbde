import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowsSplit2,
  IconCash,
  IconCashOff,
  IconCopy,
  IconEqual,
  IconFileOff,
  IconHash,
  IconHistory,
  IconHourglass,
  IconListDetails,
  IconMathOff,
  IconPencil,
  IconQuestionMark,
} from '@tabler/icons-react'
import { Link } from 'wouter'
import { consolidationPoints, type Point } from '../../shared/contract/consolidation.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { consolidationWindowTexts } from '../../shared/texts/consolidation-window.ts'
import { useAnswer } from '../app/client.tsx'
import { budgetAddress } from '../budget/index.ts'
import { conflictAddress } from '../conflict/index.ts'
import { EmptyState, ErrorText, formatWhole, ThinBar, Unbroken } from '../ui/index.ts'
import { rowsAddress, wholeBehind } from './addresses.ts'
import type { Summary } from './lines.tsx'
import styles from './points.module.css'

const texts = consolidationWindowTexts.points
type Kind = Point['kind']

const icons: Record<Kind, typeof IconCash> = {
  disputed: IconArrowsSplit2,
  missing: IconFileOff,
  listOpen: IconListDetails,
  codeless: IconHash,
  changed: IconHistory,
  total: IconMathOff,
  doubt: IconQuestionMark,
  corrected: IconPencil,
  returned: IconArrowBackUp,
  unfinished: IconHourglass,
  withoutCost: IconCash,
  withoutSource: IconCashOff,
  twin: IconEqual,
  abovePrice: IconAlertTriangle,
  duplicate: IconCopy,
}
/** In the order in which an officer works them off. */
const kinds: readonly Kind[] = [
  'disputed',
  'missing',
  'listOpen',
  'codeless',
  'changed',
  'total',
  'doubt',
  'corrected',
  'returned',
  'unfinished',
  'withoutSource',
  'abovePrice',
  'twin',
  'duplicate',
  'withoutCost',
]
const mostLinks = 6
const opdRegister = '/daftar/opd'

type Forms = ReadonlyMap<string, string>
export const formNames = ({ byOpd }: Summary): Forms => new Map(byOpd.map(({ form, label }) => [form, label]))

const Links = ({ point, names }: { point: Point; names: Forms }) => {
  const rowOf = (at: number) => (point.rows.length === point.forms.length ? point.rows[at] : undefined)
  if (point.kind === 'disputed')
    return <Link href={conflictAddress.list()}>{conflictWindowTexts.mark.openCell}</Link>
  if (point.kind === 'missing') return <Link href={budgetAddress.import()}>{texts.import}</Link>
  if (point.kind === 'listOpen' || point.kind === 'codeless')
    return <Link href={opdRegister}>{texts.register}</Link>
  if (point.kind === 'withoutCost' && point.forms.length !== 1)
    return <Link href={rowsAddress({ ...wholeBehind, only: 'withoutCost' })}>{texts.rows}</Link>
  const links = point.forms.slice(0, mostLinks).map((form, at) => {
    const row = rowOf(at) ?? (point.forms.length === 1 ? point.rows[0] : undefined)
    const name = names.get(form)
    const words = name === undefined ? texts.openUnknown : row ? texts.openRow(name) : texts.open(name)
    return (
      <Link
        key={`${form} ${row ?? ''}`}
        href={budgetAddress.form(form, row ? { row } : {})}
        title={words}
        aria-label={words}
      >
        {name ?? words}
      </Link>
    )
  })
  const rest = point.forms.length - mostLinks
  if (rest <= 0) return links
  return [
    ...links,
    <Link key="rest" href={budgetAddress.list()}>
      {texts.more(formatWhole(rest))}
    </Link>,
  ]
}

const PointGroup = ({ kind, points, names }: { kind: Kind; points: readonly Point[]; names: Forms }) => {
  const Icon = icons[kind]
  return (
    <section className={styles.group} aria-label={texts.kind[kind]}>
      <h2 className={styles.title}>
        <Icon size={16} stroke={1.75} aria-hidden="true" className={styles.icon} />
        {texts.kind[kind]}
        <span className={styles.count}>{texts.count(formatWhole(points.length))}</span>
      </h2>
      <ul className={styles.list}>
        {points.map((point) => (
          <li key={point.text} className={styles.point}>
            <span>
              <Unbroken>{point.text}</Unbroken>
            </span>
            <span className={styles.links}>
              <Links point={point} names={names} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const usePoints = (year: number) =>
  useAnswer(
    consolidationPoints,
    { year },
    { records: ['budgetForm', 'budgetRow', 'opd', 'opdList', 'priceStandard', 'consolidation'], keep: true },
  )

/** What an officer must see before the consolidation goes out, each with its way there. */
export const Points = ({ answer, names }: { answer: ReturnType<typeof usePoints>; names: Forms }) => {
  const { data, failure, retry } = answer
  if (failure)
    return (
      <ErrorText
        message={failure.message}
        action={<Button onClick={retry}>{budgetWindowTexts.retry}</Button>}
      />
    )
  if (!data) return <ThinBar label={texts.loading} />
  const { points, comparable } = data
  return (
    <div className={styles.points}>
      {points.length === 0 ? <EmptyState small title={texts.none} /> : null}
      {kinds.map((kind) => {
        const own = points.filter((point) => point.kind === kind)
        return own.length === 0 ? null : <PointGroup key={kind} kind={kind} points={own} names={names} />
      })}
      <p className={styles.compared}>
        {texts.compared(formatWhole(comparable.rows), formatWhole(comparable.of))}
      </p>
    </div>
  )
}
