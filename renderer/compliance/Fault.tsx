import { ErrorText } from '../ui/index.ts'
import styles from './past.module.css'

/** Why a page has nothing to show. */
export const Fault = ({ message }: { message: string }) => (
  <div className={styles.fault}>
    <ErrorText message={message} />
  </div>
)
