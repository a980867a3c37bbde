import { recordsTexts } from '../../shared/texts/records.ts'

const texts = recordsTexts.articles
const regulations: Readonly<Record<string, string>> = { PBM: texts.prabumulih, SKW: texts.singkawang }

/**
 * "PBM-6(4)" → “Pasal 6 ayat (4)” of Perwal Prabumulih 64/2017; "PBM-Penj6(4)" is of its Penjelasan, and a last "-2" tells
 * norms of one ayat apart. An id of another form is shown as it is.
 */
export const readArticle = (id: string): { readonly regulation: string; readonly place: string } => {
  const [, prefix = '', explained, article, paragraph, letter] =
    /^([A-Z]+)-(Penj)?(\d+)(?:\((\d+)\))?([a-z])?(?:-\d+)?$/.exec(id) ?? []
  const regulation = regulations[prefix]
  if (regulation === undefined || article === undefined) return { regulation: '', place: id }
  const words = [
    texts.article(article),
    paragraph ? texts.paragraph(paragraph) : '',
    letter ? texts.letter(letter) : '',
  ]
  return { regulation, place: `${explained ? texts.explained : ''}${words.filter(Boolean).join(' ')}` }
}

/** “Pasal 6 ayat (3), Penjelasan Pasal 6 ayat (4) Perwal Prabumulih 64/2017”. */
export const articleWords = (ids: readonly string[]): string => {
  const read = ids.map(readArticle)
  const groups = [...new Set(read.map(({ regulation }) => regulation))]
  return groups
    .map((regulation) => {
      const places = read.filter((each) => each.regulation === regulation).map(({ place }) => place)
      return [[...new Set(places)].join(', '), regulation].filter(Boolean).join(' ')
    })
    .join('; ')
}
