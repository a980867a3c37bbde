import { memo } from 'react'
import { nameOfUnit } from '../../shared/regulation/library.ts'
import { type Unit, withoutMarks } from '../../shared/regulation/unit.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import { type OpenPath, onPath } from './openPath.ts'
import styles from './regulation.module.css'

const texts = regulationTexts.window

/** “BAB III” with “PENYELENGGARAAN E-GOVERNMENT” under it; what has no label goes by its title or first line. */
const nameOf = ({ label, title, text }: Unit): { label: string; title: string } =>
  label === ''
    ? { label: withoutMarks(title.join(' ') || (text[0] ?? '')).slice(0, 120), title: '' }
    : { label: label.replace(/\s*:$/, ''), title: withoutMarks(title.join(' ')) }

const outside: ReadonlySet<Unit['kind']> = new Set(['ayat', 'huruf', 'angka'])
const inOutline = ({ kind }: Unit): boolean => !outside.has(kind)

type Props = { open: OpenPath | null; onOpen: (key: string) => void }

/** What is not on the way to the unit that is open stays as it is. */
const Entry = memo(({ unit, open, onOpen }: Props & { unit: Unit }) => {
  const { label, title } = nameOf(unit)
  return (
    <li data-kind={unit.kind}>
      <button
        type="button"
        className={styles.entry}
        onClick={() => onOpen(unit.key)}
        aria-label={unit.kind === 'pasal' ? nameOfUnit(unit) : undefined}
        aria-current={open?.key === unit.key ? 'true' : undefined}
      >
        <span className={styles.entryLabel}>{label}</span>
        {title === '' ? null : <span className={styles.entryTitle}>{title}</span>}
      </button>
      {unit.units.some(inOutline) ? <Entries units={unit.units} open={open} onOpen={onOpen} /> : null}
    </li>
  )
})

const Entries = ({ units, open, onOpen }: Props & { units: readonly Unit[] }) => (
  <ul className={styles.entries}>
    {units.filter(inOutline).map((unit) => (
      <Entry key={unit.key} unit={unit} open={onPath(open, unit.key) ? open : null} onOpen={onOpen} />
    ))}
  </ul>
)

/** Bab, bagian and pasal, or the nodes of a framework, each leading to its place in the text. */
export const Outline = (props: Props & { units: readonly Unit[] }) => (
  <nav className={styles.outline} aria-label={texts.outline}>
    <Entries {...props} />
  </nav>
)
