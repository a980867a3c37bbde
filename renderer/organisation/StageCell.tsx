import { Link } from 'wouter'
import { components, stages } from '../../shared/records/common.ts'
import { organisationTexts } from '../../shared/texts/organisation.ts'
import { addressOf, useComposition } from '../app/catalogue.ts'
import { newAddress } from '../records/index.ts'
import { formatDay } from '../ui/index.ts'
import styles from './stages.module.css'
import { isInForce, type StageFacts } from './stages.ts'

const texts = organisationTexts.stages

const Assessed = ({ cell, component, stage }: StageFacts) => {
  const { pages } = useComposition()
  const names = [components[component], stages[stage]] as const
  if (cell === null)
    return (
      <Link
        className={styles.note ?? ''}
        href={newAddress('stageCell', { values: { component, stage }, titles: {} })}
        aria-label={texts.noteOf(...names)}
      >
        {texts.note}
      </Link>
    )
  const { done, gap, on } = cell.values
  return (
    <Link className={styles.cell ?? ''} href={addressOf(pages, 'stageCell', cell.id) ?? ''}>
      {done || gap || on ? null : <span className={styles.day}>{texts.noted}</span>}
      {done ? <span className={styles.done}>{String(done)}</span> : null}
      {gap ? (
        <span className={styles.gap}>
          <b>{texts.gap}:</b> {String(gap)}
        </span>
      ) : null}
      {on ? <span className={styles.day}>{texts.assessed(formatDay(String(on)))}</span> : null}
    </Link>
  )
}

const Decrees = ({ decrees, component, stage }: StageFacts) => {
  const { pages } = useComposition()
  if (decrees.length === 0)
    return (
      <Link
        className={styles.note ?? ''}
        href={newAddress('policy', { values: { form: 'perwal', component, stage }, titles: {} })}
        aria-label={texts.notePolicyOf(components[component], stages[stage])}
      >
        {texts.notePolicy}
      </Link>
    )
  return (
    <ul className={styles.decrees}>
      {decrees.map((row) => (
        <li key={row.id}>
          <Link className={styles.decree ?? ''} href={addressOf(pages, 'policy', row.id) ?? ''}>
            {row.title}
          </Link>
          {isInForce(row) || !row.values['state'] ? null : (
            <span className={styles.day}>
              {row.values['state'] === 'rancangan' ? texts.draft : texts.revoked}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What was done for a component in a stage, what is missing, and the city's regulations about it. */
export const StageCell = (facts: StageFacts) => (
  <td>
    <Assessed {...facts} />
    <Decrees {...facts} />
  </td>
)
