import { IconArrowDown, IconArrowUp, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { consolidationWindowTexts } from '../../shared/texts/consolidation-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { formatWhole, MoneyText } from '../ui/index.ts'
import { type Behind, rowsAddress, wholeBehind } from './addresses.ts'
import { sharesOfLines, wholeShare } from './shares.ts'
import { nextSumSort, type SumColumn, type SumSort, sortedLines } from './sumSort.ts'
import styles from './sumTable.module.css'

const texts = consolidationWindowTexts

export type SumLine = {
  readonly key: string
  readonly label: string
  /** In a chart, where the label would be cut; ''. */
  readonly short?: string
  /** Small, under the label. */
  readonly under?: string
  /** Between label and numbers, one per extra heading. */
  readonly extra?: readonly ReactNode[]
  readonly rows: number
  readonly withoutCost: number
  readonly total: number
  readonly behind: Behind
  readonly level?: 'parent' | 'child'
  /** A line that can show the lines below it. */
  readonly open?: boolean
}

type Props = {
  caption: string
  heading: string
  extraHeadings?: readonly string[]
  lines: readonly SumLine[]
  /** The whole; each share is of its total. */
  all: { readonly rows: number; readonly withoutCost: number; readonly total: number }
  onToggle?: (key: string) => void
  sort: SumSort | null
  onSort: (sort: SumSort | null) => void
}

const RowsLink = ({ behind, name, children }: { behind: Behind; name: string; children: ReactNode }) => (
  <Link className={styles.link ?? ''} href={rowsAddress(behind)} title={texts.rowsBehind(name)}>
    {children}
  </Link>
)

const Toggle = ({ line, onToggle }: { line: SumLine; onToggle: (key: string) => void }) => (
  <button
    type="button"
    className={styles.toggle}
    aria-expanded={line.open}
    aria-label={line.open ? texts.collapse(line.label) : texts.expand(line.label)}
    onClick={() => onToggle(line.key)}
  >
    <IconChevronRight size={14} stroke={2} aria-hidden="true" />
  </button>
)

const Sums = ({ line, share }: { line: Omit<SumLine, 'key'>; share: string }) => (
  <>
    <td className={styles.number}>{formatWhole(line.rows)}</td>
    <td className={styles.number}>
      {line.withoutCost === 0 ? (
        '0'
      ) : (
        <RowsLink
          behind={{ ...line.behind, only: 'withoutCost' }}
          name={texts.rincian.withoutCost(line.label)}
        >
          {formatWhole(line.withoutCost)}
        </RowsLink>
      )}
    </td>
    <td className={styles.number}>{share}</td>
    <td className={styles.number}>
      <RowsLink behind={line.behind} name={line.label}>
        <MoneyText value={line.total} />
      </RowsLink>
    </td>
  </>
)

const Line = ({
  line,
  extras,
  share,
  onToggle,
}: {
  line: SumLine
  extras: number
  share: string
  onToggle: Props['onToggle']
}) => (
  <tr className={line.level ? styles[line.level] : undefined}>
    <th scope="row">
      <span className={styles.label}>
        {line.open !== undefined && onToggle ? <Toggle line={line} onToggle={onToggle} /> : null}
        {line.label}
        {line.under ? <span className={styles.sub}>{line.under}</span> : null}
      </span>
    </th>
    {Array.from({ length: extras }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand still
      <td key={at}>{line.extra?.[at] ?? null}</td>
    ))}
    <Sums line={line} share={share} />
  </tr>
)

const Heading = ({
  column,
  children,
  sort,
  onSort,
}: { column: SumColumn; children: string } & Pick<Props, 'sort' | 'onSort'>) => {
  const direction = sort?.key === column ? sort.direction : null
  const Arrow = direction === 'asc' ? IconArrowUp : IconArrowDown
  return (
    <th
      scope="col"
      className={column === 'label' ? undefined : styles.number}
      {...(direction ? { 'aria-sort': direction === 'asc' ? 'ascending' : 'descending' } : {})}
    >
      <button
        type="button"
        className={styles.sort}
        title={uiTexts.list.sortBy(children)}
        onClick={() => onSort(nextSumSort(sort, column))}
      >
        {children}
        {direction ? <Arrow size={13} aria-hidden="true" /> : null}
      </button>
    </th>
  )
}

/** Sums by group as a table: every number opens its rows, and the foot is the whole. */
export const SumTable = ({
  caption,
  heading,
  extraHeadings = [],
  lines,
  all,
  onToggle,
  sort,
  onSort,
}: Props) => {
  const shares = sharesOfLines(lines)
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <Heading column="label" sort={sort} onSort={onSort}>
            {heading}
          </Heading>
          {extraHeadings.map((each) => (
            <th scope="col" key={each}>
              {each}
            </th>
          ))}
          <Heading column="rows" sort={sort} onSort={onSort}>
            {texts.columns.rows}
          </Heading>
          <Heading column="withoutCost" sort={sort} onSort={onSort}>
            {texts.columns.withoutCost}
          </Heading>
          <th scope="col" className={styles.number}>
            {texts.columns.share}
          </th>
          <Heading column="total" sort={sort} onSort={onSort}>
            {texts.columns.total}
          </Heading>
        </tr>
      </thead>
      <tbody>
        {sortedLines(lines, sort).map((line) => (
          <Line
            key={line.key}
            line={line}
            extras={extraHeadings.length}
            share={shares.get(line) ?? ''}
            onToggle={onToggle}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={1 + extraHeadings.length}>
            {texts.columns.all}
          </th>
          <Sums
            line={{ ...all, label: texts.columns.all, behind: wholeBehind }}
            share={wholeShare(all.total)}
          />
        </tr>
      </tfoot>
    </table>
  )
}
