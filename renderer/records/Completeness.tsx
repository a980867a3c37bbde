import { UnstyledButton } from '@mantine/core'
import { useId, useState } from 'react'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { completenessOf } from '../../shared/rules/records/completeness.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { useOwnRegulation } from '../regulation/index.ts'
import { formatWhole } from '../ui/index.ts'
import styles from './completeness.module.css'

const texts = recordsTexts.completeness
const namedAtFirst = 4

type Props = {
  definition: AnyDefinition
  values: Readonly<Record<string, unknown>>
  /** To the field in the form. */
  onField: (key: string) => void
}

/** How much of what the regulation asks of a record is filled in, and the gaps by name; each leads to its field. */
export const Completeness = ({ definition, values, onField }: Props) => {
  const regulation = useOwnRegulation()
  const [all, setAll] = useState(false)
  const label = useId()
  if (regulation === null) return null
  const { asked, missing } = completenessOf(definition, values, regulation.prefix)
  if (asked.length === 0) return null
  const named = all ? missing : missing.slice(0, namedAtFirst)
  const rest = missing.length - named.length
  return (
    <section className={styles.whole} aria-labelledby={label}>
      <p id={label} className={styles.words}>
        {missing.length === 0
          ? texts.whole(formatWhole(asked.length))
          : texts.part(formatWhole(asked.length - missing.length), formatWhole(asked.length))}
      </p>
      <div className={styles.bar} aria-hidden="true">
        <div style={{ width: `${(100 * (asked.length - missing.length)) / asked.length}%` }} />
      </div>
      {missing.length === 0 ? null : (
        <ul className={styles.gaps} aria-label={texts.gaps}>
          {named.map(({ key, facts }) => (
            <li key={key}>
              <UnstyledButton className={styles.gap ?? ''} onClick={() => onField(key)}>
                {facts.label}
              </UnstyledButton>
            </li>
          ))}
          {rest > 0 ? (
            <li>
              <UnstyledButton className={styles.more ?? ''} onClick={() => setAll(true)}>
                {texts.more(formatWhole(rest))}
              </UnstyledButton>
            </li>
          ) : null}
        </ul>
      )}
    </section>
  )
}
