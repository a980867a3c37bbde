import { Link } from 'wouter'
import { type AnyDefinition, basisOf } from '../../shared/records/define.ts'
import { articlesOf } from '../../shared/regulation/index.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { unitAddress } from '../regulation/index.ts'
import styles from './records.module.css'

const texts = recordsTexts.articles

/** The pasal that ask for this register, with their text as printed. */
export const ArticlesTab = ({ definition }: { definition: AnyDefinition }) => {
  const articles = articlesOf(basisOf(definition))
  return (
    <div className={styles.fields}>
      {articles.length === 0 ? <p className={styles.findings}>{texts.none}</p> : null}
      <ul className={styles.articles} aria-label={texts.title}>
        {articles.map(({ key, cite, regulation, text, notes }) => (
          <li key={key}>
            <Link className={styles.place ?? ''} href={unitAddress(key)}>
              {cite}
            </Link>
            <span className={styles.regulation}>{regulation}</span>
            {text === '' ? null : <blockquote className={styles.asPrinted}>{text}</blockquote>}
            {notes.map((note) => (
              <p className={styles.articleNote} key={note}>
                {note}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </div>
  )
}
