import { Link } from 'wouter'
import { complianceChangesTexts } from '../../shared/texts/compliance-changes.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { questionnaireAddress } from '../questionnaire/index.ts'
import { AsOfButton } from './AsOfBar.tsx'
import { complianceAddress } from './addresses.ts'
import { useAsked } from './asked.ts'
import styles from './compliance.module.css'

const texts = complianceWindowTexts
/** `isOfDay`: of the day that is asked for; others are of today. */
const partsNow = () =>
  [
    { key: 'matrix', label: texts.matrix, href: complianceAddress.matrix(), isOfDay: true },
    { key: 'city', label: texts.cityTitle, href: complianceAddress.city(), isOfDay: true },
    { key: 'due', label: texts.dueTitle, href: complianceAddress.due(), isOfDay: true },
    { key: 'changes', label: complianceChangesTexts.nav, href: complianceAddress.changes(), isOfDay: false },
    {
      key: 'answers',
      label: questionnaireWindowTexts.read.nav,
      href: questionnaireAddress.read(),
      isOfDay: false,
    },
  ] as const
type Part = ReturnType<typeof partsNow>[number]['key']

/** The matrix of OPDs, what the city itself must do, what ends soon, of today or of another day; what changed, and what OPDs answer. */
export const ComplianceNav = ({ here }: { here: Part }) => {
  const asked = useAsked()
  const parts = partsNow()
  const sinceThen = complianceAddress.changes(asked.asked.known)
  return (
    <div className={styles.navRow}>
      <nav className={styles.nav} aria-label={texts.parts}>
        {parts.map(({ key, label, href, isOfDay }) => (
          <Link
            key={key}
            className={styles.navItem ?? ''}
            href={isOfDay ? asked.href(href) : key === 'changes' ? sinceThen : href}
            aria-current={here === key ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      {parts.some(({ key, isOfDay }) => key === here && isOfDay) ? <AsOfButton /> : null}
    </div>
  )
}
