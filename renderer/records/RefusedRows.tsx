import type { Failure } from '../../shared/contract/result.ts'
import { refusedRows } from '../../shared/contract/sheet.ts'
import { ErrorText } from '../ui/index.ts'
import styles from './many.module.css'

/** Why many records were not saved: one sentence, and beneath it each that stands in the way. */
export const RefusedRows = ({ failure, action }: { failure: Failure; action?: React.ReactNode }) => {
  const rows = refusedRows.safeParse(failure['rows']).data ?? []
  return (
    <div className={styles.refused}>
      <ErrorText message={failure.message} action={action} />
      {rows.length < 2 ? null : (
        <ul className={styles.refusedRows}>
          {rows.map(({ id, title, message }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: new records have no other identity, and the list stands still
            <li key={`${id}${at}`}>
              <strong>{title}</strong> {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
