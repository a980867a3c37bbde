import { Link } from 'wouter'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { complianceAddress } from './addresses.ts'
import styles from './compliance.module.css'

const texts = complianceWindowTexts
const parts = [
  { key: 'matrix', label: texts.matrix, href: complianceAddress.matrix() },
  { key: 'city', label: texts.cityTitle, href: complianceAddress.city() },
  { key: 'due', label: texts.dueTitle, href: complianceAddress.due() },
] as const

/** The matrix of OPDs, what the city itself must do, and what ends soon. */
export const ComplianceNav = ({ here }: { here: (typeof parts)[number]['key'] }) => (
  <nav className={styles.nav} aria-label={texts.parts}>
    {parts.map(({ key, label, href }) => (
      <Link
        key={key}
        className={styles.navItem ?? ''}
        href={href}
        aria-current={here === key ? 'page' : undefined}
      >
        {label}
      </Link>
    ))}
  </nav>
)
