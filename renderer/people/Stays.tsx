import { Link } from 'wouter'
import { handoverTexts as texts } from '../../shared/texts/handover.ts'
import { addressOf, useComposition } from '../app/catalogue.ts'
import { formatWhole } from '../ui/index.ts'
import styles from './handover.module.css'
import type { Preview } from './handover.ts'

/** Deeds, and what is of the person alone. */
export const Stays = ({ preview: { entries, stays, positions } }: { preview: Preview }) => {
  const { pages } = useComposition()
  return (
    <section>
      <h2 className={styles.heading}>{texts.stays}</h2>
      <ul className={styles.list}>
        <li>{texts.entries(formatWhole(entries))}</li>
        {stays.map(({ label, count }) => (
          <li key={label}>{texts.stay(label, formatWhole(count))}</li>
        ))}
      </ul>
      {positions.length === 0 ? null : (
        <>
          <p className={styles.about}>{texts.positions}</p>
          <ul className={styles.list}>
            {positions.map(({ id, title }) => (
              <li key={id}>
                <Link className={styles.link ?? ''} href={addressOf(pages, 'assignment', id) ?? ''}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
