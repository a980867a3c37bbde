import { type LibraryText, nameOfUnit } from '../../shared/regulation/library.ts'
import { findUnits } from '../../shared/regulation/search.ts'
import type { Unit } from '../../shared/regulation/unit.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import { EmptyState, formatWhole } from '../ui/index.ts'
import { Printed } from './Printed.tsx'
import styles from './regulation.module.css'

const texts = regulationTexts.window

/** More are read by nobody, and a letter alone stands in every part. */
const mostShown = 300

type Props = { text: LibraryText; query: string; openKey: string | null; onOpen: (key: string) => void }

/** Its title is in its name. */
const linesOf = ({ text, more = [] }: Unit): readonly string[] => [
  ...text,
  ...more.flatMap(({ text: lines }) => lines),
]

/** The units that hold the words, each with its citation. */
export const Results = ({ text, query, openKey, onOpen }: Props) => {
  const found = findUnits(text, query)
  if (found.length === 0)
    return (
      <EmptyState small title={texts.found(0, query)}>
        {texts.foundNone}
      </EmptyState>
    )
  return (
    <>
      <p className={styles.count} role="status">
        {texts.found(found.length, query)}
        {found.length > mostShown ? ` ${texts.brought.shownFirst(formatWhole(mostShown))}` : ''}
      </p>
      <ul className={styles.results}>
        {found.slice(0, mostShown).map((unit) => (
          <li key={unit.key} data-open={openKey === unit.key || undefined}>
            <button type="button" className={styles.resultCite} onClick={() => onOpen(unit.key)}>
              {nameOfUnit(unit)}
            </button>
            <Printed lines={linesOf(unit)} isMarked={text.isMarked} query={query} />
          </li>
        ))}
      </ul>
    </>
  )
}
