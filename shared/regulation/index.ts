import prabumulih from '../../resources/regulations/prabumulih-64-2017.json' with { type: 'json' }
import singkawang from '../../resources/regulations/singkawang-27-2019.json' with { type: 'json' }

/** Text as printed, misprints included; remarks of ours stand in `note`, never in the text. */
export type Article = { readonly cite: string; readonly text: string; readonly note?: string }

/** What a city's regulation gives the program: its words for the offices, and the articles that screens and prints cite. */
export type Regulation = {
  readonly id: string
  /** Start of the keys of its articles, as “PBM” in “PBM-6(4)”. */
  readonly prefix: string
  readonly title: string
  readonly short: string
  readonly terms: {
    readonly opd: string
    readonly opdLong: string
    readonly diskominfo: string
    readonly masterplan: string
  }
  /** Key of the article that asks for the consolidation. */
  readonly consolidation: string
  readonly articles: Readonly<Record<string, Article>>
}

/** A city with a regulation of its own adds a file here, not code. */
export const regulations: readonly Regulation[] = [prabumulih, singkawang]

export const regulationOf = (id: string | null): Regulation =>
  regulations.find((regulation) => regulation.id === id) ?? (regulations[0] as Regulation)

export type CitedArticle = Article & { readonly id: string; readonly regulation: string }

/** The articles behind the given keys ("PBM-6(4)"), in their order; a key that no file holds is left out. */
export const articlesOf = (keys: readonly string[]): CitedArticle[] =>
  keys.flatMap((id) => {
    const regulation = regulations.find(({ articles }) => Object.hasOwn(articles, id))
    const article = regulation?.articles[id]
    return regulation === undefined || article === undefined
      ? []
      : [{ id, regulation: regulation.short, ...article }]
  })

/** "Pasal 6 ayat (4) Peraturan Walikota Prabumulih Nomor 64 Tahun 2017". */
export const legalBasisOf = ({ articles, consolidation, title }: Regulation): string =>
  `${articles[consolidation]?.cite ?? ''} ${title.replace(/ tentang .*$/, '')}`.trim()
