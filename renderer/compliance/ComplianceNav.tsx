import { Link } from 'wouter'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { questionnaireAddress } from '../questionnaire/index.ts'
import { complianceAddress } from './addresses.ts'
import styles from './compliance.module.css'

const texts = complianceWindowTexts
const partsNow = () =>
  [
    { key: 'matrix', label: texts.matrix, href: complianceAddress.matrix() },
    { key: 'city', label: texts.cityTitle, href: complianceAddress.city() },
    { key: 'due', label: texts.dueTitle, href: complianceAddress.due() },
    { key: 'answers', label: questionnaireWindowTexts.read.nav, href: questionnaireAddress.read() },
  ] as const
type Part = ReturnType<typeof partsNow>[number]['key']

/** The matrix of OPDs, what the city itself must do, what ends soon, and what OPDs answer. */
export const ComplianceNav = ({ here }: { here: Part }) => (
  <nav className={styles.nav} aria-label={texts.parts}>
    {partsNow().map(({ key, label, href }) => (
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
