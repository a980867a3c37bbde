import { IconTrendingDown, IconTrendingUp } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { OutputOf } from '../../shared/contract/call.ts'
import type { ChangeCause, complianceChanges } from '../../shared/contract/compliance.ts'
import { complianceChangesTexts as texts } from '../../shared/texts/compliance-changes.ts'
import { formatMoment, formatWhole, StatusMark } from '../ui/index.ts'
import { complianceAddress } from './addresses.ts'
import styles from './past.module.css'
import { useRecordAddress } from './recordAddress.ts'
import { Articles } from './Verdict.tsx'

export type Change = OutputOf<typeof complianceChanges>['items'][number]

const arrows = {
  membaik: <IconTrendingUp size={14} stroke={1.8} aria-hidden="true" />,
  memburuk: <IconTrendingDown size={14} stroke={1.8} aria-hidden="true" />,
  lain: null,
} as const

const Cause = ({ cause }: { cause: ChangeCause }) => {
  const recordAt = useRecordAddress(true)
  const { type, id, title, isGone, commits, more } = cause
  const address = isGone ? null : recordAt(type, id)
  return (
    <li>
      {address === null ? (
        <span>
          {title}
          {isGone ? ` (${texts.deleted})` : ''}
        </span>
      ) : (
        <Link className={styles.link ?? ''} href={address}>
          {title}
        </Link>
      )}
      {commits.map(({ commit, officer, time, reason }) => (
        <div key={commit} className={styles.by}>
          {officer}, {formatMoment(Date.parse(time))} · {reason}
        </div>
      ))}
      {more > 0 ? <div className={styles.by}>{texts.moreCommits(formatWhole(more))}</div> : null}
    </li>
  )
}

const hiddenWords = ({ hidden, causes }: Change): string =>
  hidden ? (causes.length > 0 ? texts.hidden : texts.onlyHidden) : ''

const Causes = ({ change }: { change: Change }) => {
  const { causes, more, byTime } = change
  const words = byTime ? texts.byTime : hiddenWords(change)
  return (
    <>
      {causes.length === 0 ? null : (
        <ul className={styles.causes}>
          {causes.map((cause) => (
            <Cause key={cause.id} cause={cause} />
          ))}
        </ul>
      )}
      {more > 0 ? <div className={styles.by}>{texts.moreRecords(formatWhole(more))}</div> : null}
      {words === '' ? null : <div className={styles.by}>{words}</div>}
    </>
  )
}

const Row = ({ change }: { change: Change }) => {
  const { obligation, short, agency, before, after, direction } = change
  return (
    <tr>
      <td>
        {agency === null ? (
          short
        ) : (
          <Link className={styles.link ?? ''} href={complianceAddress.duty(obligation)}>
            {short}
          </Link>
        )}
        <div className={styles.by}>
          <Articles obligation={obligation} />
        </div>
      </td>
      <td>
        <StatusMark status={before} />
      </td>
      <td>
        <StatusMark status={after} />
        {direction === 'lain' ? null : (
          <div className={styles.direction} data-direction={direction}>
            {arrows[direction]} {texts.directions[direction]}
          </div>
        )}
      </td>
      <td>
        <Causes change={change} />
      </td>
    </tr>
  )
}

/** Duties of one OPD, or of the city. */
const Group = ({ changes }: { changes: readonly Change[] }) => {
  const agency = changes[0]?.agency ?? null
  const name = agency?.name ?? texts.city
  return (
    <tbody aria-label={name}>
      <tr>
        <th className={styles.group} colSpan={columns.length} scope="rowgroup">
          <Link
            className={styles.link ?? ''}
            href={agency === null ? complianceAddress.city() : complianceAddress.agency(agency.id)}
          >
            {name}
          </Link>{' '}
          ({formatWhole(changes.length)})
        </th>
      </tr>
      {changes.map((change) => (
        <Row key={change.obligation} change={change} />
      ))}
    </tbody>
  )
}

/** By OPD, in their order; the city last. */
const groupsOf = (changes: readonly Change[]) => [
  ...Map.groupBy(changes, ({ agency }) => agency?.id ?? '').entries(),
]
const columns = ['duty', 'before', 'after', 'causes'] as const

/** Duties that stand otherwise than they did, by OPD. */
export const ChangesTable = ({ changes }: { changes: readonly Change[] }) => (
  <table className={styles.table} aria-label={texts.title}>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {texts.columns[column]}
          </th>
        ))}
      </tr>
    </thead>
    {groupsOf(changes).map(([id, ofOne]) => (
      <Group key={id} changes={ofOne} />
    ))}
  </table>
)
