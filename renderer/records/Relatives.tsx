import { Link } from 'wouter'
import { recordsTexts } from '../../shared/texts/records.ts'
import { registerPath } from './address.ts'
import styles from './records.module.css'

export type Relative = { readonly type: string; readonly label: string }

/** The registers of one family beside each other, under the title of the page. */
export const Relatives = ({ relatives, type }: { relatives: readonly Relative[]; type: string }) => (
  <nav className={styles.relatives} aria-label={recordsTexts.familyLabel(relatives[0]?.label ?? '')}>
    {relatives.map((one) => (
      <Link
        key={one.type}
        href={registerPath(one.type)}
        className={styles.relative ?? ''}
        aria-current={one.type === type ? 'page' : undefined}
      >
        {one.label}
      </Link>
    ))}
  </nav>
)
