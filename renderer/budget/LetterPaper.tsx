import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { budgetReturnTexts } from '../../shared/texts/budget-return.ts'
import styles from './letter.module.css'
import type { Letter } from './returnLetter.ts'

const { columns } = budgetReturnTexts

const Kop = ({ letter: { letterhead } }: { letter: Letter }) => (
  <header className={styles.kop}>
    <div className={styles.government}>{letterhead.government}</div>
    <div className={styles.agency}>{letterhead.agency}</div>
    {[letterhead.address, letterhead.contact].filter(Boolean).map((line) => (
      <div key={line} className={styles.small}>
        {line}
      </div>
    ))}
  </header>
)

const Remarks = ({ letter: { remarks } }: { letter: Letter }) =>
  remarks.length === 0 ? null : (
    <table className={styles.remarks}>
      <thead>
        <tr>
          {Object.values(columns).map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {remarks.map(({ row, place, found, mend }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: never reordered
          <tr key={at}>
            <td>{row}</td>
            <td>{place}</td>
            <td>{found}</td>
            <td>{mend}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

const Signature = ({ letter: { signer } }: { letter: Letter }) => (
  <div className={styles.signature}>
    <div className={styles.position}>{signer.position}</div>
    <div className={styles.name}>{signer.name}</div>
    {signer.below.map((line) => (
      <div key={line}>{line}</div>
    ))}
  </div>
)

const Head = ({ letter }: { letter: Letter }) => (
  <>
    <div className={styles.date}>{letter.placeAndDate}</div>
    <dl className={styles.head}>
      {letter.head.map(({ label, words }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
    <div className={styles.to}>{letter.to.join('\n')}</div>
  </>
)

/** The letter as it is laid out on paper. */
export const LetterSheet = ({ letter }: { letter: Letter }) => (
  <>
    <Kop letter={letter} />
    <Head letter={letter} />
    {letter.paragraphs.map((text) => (
      <p key={text}>{text}</p>
    ))}
    {letter.annex === null ? <Remarks letter={letter} /> : null}
    {letter.closing.map((text) => (
      <p key={text}>{text}</p>
    ))}
    <Signature letter={letter} />
    {letter.annex === null ? null : (
      <div className={styles.annex}>
        <div>{letter.annex.of}</div>
        <h2>{letter.annex.title}</h2>
        <Remarks letter={letter} />
        <Signature letter={letter} />
      </div>
    )}
  </>
)

/** Prints the letter as soon as it stands, without anything of the window. */
export const PrintedLetter = ({ letter, onPrinted }: { letter: Letter; onPrinted: () => void }) => {
  useEffect(() => {
    document.body.dataset.letter = 'ya'
    window.addEventListener('afterprint', onPrinted, { once: true })
    window.print()
    return () => {
      delete document.body.dataset.letter
      window.removeEventListener('afterprint', onPrinted)
    }
  }, [onPrinted])
  return createPortal(
    <section className={styles.printed} aria-hidden="true">
      <LetterSheet letter={letter} />
    </section>,
    document.body,
  )
}
