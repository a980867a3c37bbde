import { Link } from 'wouter'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { complianceAddress } from './addresses.ts'
import styles from './compliance.module.css'

const texts = complianceWindowTexts

/** The matrix of OPDs, and beside it what the city itself must do. */
export const ComplianceNav = ({ here }: { here: 'matrix' | 'city' }) => (
  <nav className={styles.nav} aria-label={texts.parts}>
    <Link
      className={styles.navItem ?? ''}
      href={complianceAddress.matrix()}
      aria-current={here === 'matrix' ? 'page' : undefined}
    >
      {texts.matrix}
    </Link>
    <Link
      className={styles.navItem ?? ''}
      href={complianceAddress.city()}
      aria-current={here === 'city' ? 'page' : undefined}
    >
      {texts.cityTitle}
    </Link>
  </nav>
)
