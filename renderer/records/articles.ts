import { articlesOf } from '../../shared/regulation/index.ts'

/** “Pasal 6 ayat (3), Penjelasan Pasal 6 ayat (4) Perwal Prabumulih 64/2017”. */
export const articleWords = (ids: readonly string[]): string => {
  const articles = articlesOf(ids)
  const groups = [...new Set(articles.map(({ regulation }) => regulation))]
  return groups
    .map((regulation) => {
      const places = articles.filter((each) => each.regulation === regulation).map(({ cite }) => cite)
      return `${places.join(', ')} ${regulation}`
    })
    .join('; ')
}
