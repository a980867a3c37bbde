import { citeOf } from '../../shared/regulation/cite.ts'
import type { Regulation } from '../../shared/regulation/index.ts'
import { findUnits } from '../../shared/regulation/search.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import { EmptyState } from '../ui/index.ts'
import { Printed } from './Printed.tsx'
import styles from './regulation.module.css'

const texts = regulationTexts.window

type Props = { regulation: Regulation; query: string; openKey: string | null; onOpen: (key: string) => void }

/** The units that hold the words, each with its citation. */
export const Results = ({ regulation, query, openKey, onOpen }: Props) => {
  const found = findUnits(regulation, query)
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
      </p>
      <ul className={styles.results}>
        {found.map(({ key, title, text }) => (
          <li key={key} data-open={openKey === key || undefined}>
            <button type="button" className={styles.resultCite} onClick={() => onOpen(key)}>
              {citeOf(key)}
            </button>
            <Printed text={[...title, ...text]} query={query} />
          </li>
        ))}
      </ul>
    </>
  )
}
