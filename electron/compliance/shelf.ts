import type { Reader } from '../store/reader.ts'
import { recent } from '../store/recent.ts'
import { Recorded } from '../store/recorded.ts'
import { ComplianceBook } from './book.ts'
import { KnownRows } from './known-rows.ts'
import { PresentRows, type Source } from './rows.ts'

/** Of a day, by what was known at the end of a day; `known` null: by what is known now. */
export type Asked = { readonly day: string; readonly known: string | null }

/** Books of one source, by the day of which they tell. */
type Kept<S extends Source> = { readonly source: S; readonly books: Map<string, ComplianceBook> }
const keep = <S extends Source>(source: S): Kept<S> => ({ source, books: new Map() })

const mostKnown = 3
const mostBooks = 3

/** The books of one connection, kept between calls: of the records as they are, and of the last days for which somebody asked what was known. */
export class Shelf {
  private readonly reader: Reader
  private readonly present: Kept<PresentRows>
  private readonly recorded: Recorded
  private readonly known = new Map<string, Kept<KnownRows>>()

  constructor(reader: Reader) {
    this.reader = reader
    this.recorded = new Recorded(reader)
    this.present = keep(new PresentRows(reader))
  }

  /** Brought to what the database holds now. */
  book({ day, known }: Asked): ComplianceBook {
    const { source, books } = known === null ? this.followed() : this.knownOf(known)
    const book = recent(books, day, mostBooks, () => new ComplianceBook(source, day))
    book.follow()
    return book
  }

  presentRows(): PresentRows {
    return this.followed().source
  }

  knownRows(known: string): KnownRows {
    return this.knownOf(known).source
  }

  private followed(): Kept<PresentRows> {
    this.present.source.follow()
    return this.present
  }

  private knownOf(known: string): Kept<KnownRows> {
    const present = this.followed().source
    const kept = recent(this.known, known, mostKnown, () =>
      keep(new KnownRows(this.reader, present, this.recorded, known)),
    )
    kept.source.follow()
    return kept
  }
}

const shelves = new WeakMap<Reader, Shelf>()
/** One for each connection. */
export const shelfOf = (reader: Reader): Shelf => {
  const shelf = shelves.get(reader) ?? new Shelf(reader)
  shelves.set(reader, shelf)
  return shelf
}
