import type { ReactNode } from 'react'
import type { AgencyName, ShownVerdict } from '../../shared/contract/compliance.ts'
import styles from './compliance.module.css'
import { useStateFilter } from './StateFilter.tsx'
import { Verdict } from './Verdict.tsx'

export type DutyRow = {
  readonly key: string
  readonly head: ReactNode
  readonly under?: ReactNode
  readonly verdict: ShownVerdict
  readonly register: string | null
  readonly assess?: { readonly opd: AgencyName; readonly obligation: string }
}

/** Duties or OPDs under each other, each with its state and what that rests on; those of one state alone where that is asked for. */
export const DutyList = ({ label, rows }: { label: string; rows: readonly DutyRow[] }) => {
  const { isShown } = useStateFilter()
  return (
    <ul className={styles.duties} aria-label={label}>
      {rows
        .filter(({ verdict }) => isShown(verdict.state))
        .map(({ key, head, under, verdict, register, assess = null }) => (
          <li key={key} className={styles.duty}>
            <div className={styles.dutyHead}>
              <div className={styles.dutyName}>{head}</div>
              {under === undefined ? null : <div className={styles.dutyUnder}>{under}</div>}
            </div>
            <Verdict verdict={verdict} register={register} assess={assess} />
          </li>
        ))}
    </ul>
  )
}
