import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import styles from './Paper.module.css'

export type PaperTable = {
  readonly title: string
  readonly about: string
  readonly heading: readonly { readonly label: string; readonly right?: boolean }[]
  readonly lines: readonly (readonly string[])[]
  readonly foot: string
}

type Props = { paper: PaperTable; onPrinted: () => void }

/** A whole table on paper, sober as an official letter: the heading repeats, no row breaks. Prints as soon as it stands. */
export const Paper = ({ paper, onPrinted }: Props) => {
  useEffect(() => {
    document.body.dataset.paper = 'ya'
    window.addEventListener('afterprint', onPrinted, { once: true })
    window.print()
    return () => {
      delete document.body.dataset.paper
      window.removeEventListener('afterprint', onPrinted)
    }
  }, [onPrinted])
  return createPortal(
    <section className={styles.paper} aria-hidden="true">
      <h1 className={styles.title}>{paper.title}</h1>
      <p className={styles.about}>{paper.about}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            {paper.heading.map(({ label, right }) => (
              <th key={label} data-right={right || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {paper.lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
            <tr key={at}>
              {line.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
                <td key={column} data-right={paper.heading[column]?.right || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.foot}>{paper.foot}</p>
    </section>,
    document.body,
  )
}
