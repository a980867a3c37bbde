import { citeOf } from '../../shared/regulation/cite.ts'
import { type Unit, withoutMarks } from '../../shared/regulation/unit.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import styles from './regulation.module.css'

const texts = regulationTexts.window

/** “BAB III” with “PENYELENGGARAAN E-GOVERNMENT” under it; what has no label goes by its first line. */
const nameOf = ({ label, title, text }: Unit): { label: string; title: string } =>
  label === ''
    ? { label: withoutMarks(text[0] ?? ''), title: '' }
    : { label: label.replace(/\s*:$/, ''), title: withoutMarks(title.join(' ')) }

const inOutline = ({ kind }: Unit): boolean =>
  kind === 'kepala' || kind === 'bab' || kind === 'bagian' || kind === 'pasal' || kind === 'penjelasan'

type Props = { units: readonly Unit[]; openKey: string | null; onOpen: (key: string) => void }

const Entries = ({ units, openKey, onOpen }: Props) => (
  <ul className={styles.entries}>
    {units.filter(inOutline).map((unit) => {
      const { label, title } = nameOf(unit)
      const isOpen = openKey === unit.key
      return (
        <li key={unit.key} data-kind={unit.kind}>
          <button
            type="button"
            className={styles.entry}
            onClick={() => onOpen(unit.key)}
            aria-label={unit.kind === 'pasal' ? citeOf(unit.key) : undefined}
            aria-current={isOpen ? 'true' : undefined}
          >
            <span className={styles.entryLabel}>{label}</span>
            {title === '' ? null : <span className={styles.entryTitle}>{title}</span>}
          </button>
          {unit.units.some(inOutline) ? (
            <Entries units={unit.units} openKey={openKey} onOpen={onOpen} />
          ) : null}
        </li>
      )
    })}
  </ul>
)

/** Bab, bagian and pasal, each leading to its place in the text. */
export const Outline = (props: Props) => (
  <nav className={styles.outline} aria-label={texts.outline}>
    <Entries {...props} />
  </nav>
)
