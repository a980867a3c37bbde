import { Button } from '@mantine/core'
import { IconCalendarTime } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { complianceChangesTexts } from '../../shared/texts/compliance-changes.ts'
import { compliancePastTexts as texts } from '../../shared/texts/compliance-past.ts'
import { today } from '../app/session.ts'
import { formatLongDay } from '../ui/index.ts'
import { AsOfDialog } from './AsOfDialog.tsx'
import { complianceAddress } from './addresses.ts'
import { type Asked, useAsked } from './asked.ts'
import styles from './past.module.css'

const now: Asked = { day: null, known: null }

const wordsOf = ({ day, known }: Asked): string => {
  const per = day === null ? texts.perToday : texts.per(formatLongDay(day))
  if (known === null) return `${per}, ${texts.byNow}`
  return `${per}, ${known === day ? texts.byThen : texts.byKnown(formatLongDay(known))}`
}

const aboutOf = ({ day, known }: Asked): string => {
  if (known !== null) return texts.aboutKnown
  return day !== null && day > today() ? texts.aboutFuture : texts.aboutPast
}

/** Says that the page tells of another day than today, and leads back. */
export const AsOfBar = () => {
  const { asked, isNow, set } = useAsked()
  if (isNow) return null
  return (
    <section className={styles.bar} aria-label={texts.bar}>
      <IconCalendarTime size={20} stroke={1.6} aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.what}>{wordsOf(asked)}</p>
        <p className={styles.about}>{aboutOf(asked)}</p>
      </div>
      {asked.known === null ? null : (
        <Link className={styles.link ?? ''} href={complianceAddress.changes(asked.known)}>
          {complianceChangesTexts.open}
        </Link>
      )}
      <Button variant="default" onClick={() => set(now)}>
        {texts.back}
      </Button>
    </section>
  )
}

/** “Keadaan per tanggal lain”. */
export const AsOfButton = () => {
  const { asked, isNow, set } = useAsked()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendarTime size={16} stroke={1.6} />}
        onClick={() => setOpen(true)}
      >
        {isNow ? texts.open : texts.change}
      </Button>
      {isOpen ? (
        <AsOfDialog
          asked={asked}
          onClose={() => setOpen(false)}
          onShow={(next) => {
            setOpen(false)
            set(next)
          }}
        />
      ) : null}
    </>
  )
}
