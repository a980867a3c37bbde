import type { AnyDefinition } from '../../shared/records/define.ts'
import { articlesOf } from '../../shared/regulation/index.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { readArticle } from './articles.ts'
import styles from './records.module.css'

const texts = recordsTexts.articles

/** The pasal that ask for this register, with their text as printed. */
export const ArticlesTab = ({ definition }: { definition: AnyDefinition }) => {
  const read = definition.articles.map((id) => ({ ...readArticle(id), article: articlesOf([id])[0] ?? null }))
  const unique = read.filter(
    ({ regulation, place }, at) =>
      read.findIndex((other) => other.regulation === regulation && other.place === place) === at,
  )
  return (
    <div className={styles.fields}>
      {unique.length === 0 ? <p className={styles.findings}>{texts.none}</p> : null}
      <ul className={styles.articles} aria-label={texts.title}>
        {unique.map(({ regulation, place, article }) => (
          <li key={`${regulation} ${place}`}>
            <span className={styles.place}>{place}</span>
            <span className={styles.regulation}>{regulation}</span>
            {article === null ? null : <blockquote className={styles.asPrinted}>{article.text}</blockquote>}
            {article?.note === undefined ? null : <p className={styles.articleNote}>{article.note}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}
