import { regulationTexts } from '../texts/regulation.ts'
import { Draft } from './draft.ts'
import type { UnitKind } from './unit.ts'

const texts = regulationTexts.text

/** A rule takes a line that is its own and says so; what stands behind a label on the same line is read as a line again. */
export type Rule = (reader: Reader, line: string) => boolean

const broken: ReadonlySet<UnitKind> = new Set(['pasal', 'ayat', 'huruf', 'angka'])
/** How a line ends that is whole; without words before it nothing goes on. */
const ended = /[.;:]["”)]?$|^$/
export const titled: ReadonlySet<UnitKind> = new Set(['bab', 'bagian', 'paragraf'])

/** What is known of a printed text while its lines are read one after the other. */
export class Reader {
  readonly draft = new Draft()
  readonly prefix: string
  isBody = false
  isExplained = false
  isAnnexed = false
  chapters = 0
  lastChapter = 0
  lastArticle = 0
  lastRoman = 0
  readonly articles = new Set<string>()
  /** Without remarks. */
  lineBefore = ''

  private readonly rules: readonly Rule[]

  constructor(prefix: string, rules: readonly Rule[]) {
    this.prefix = prefix
    this.rules = rules
  }

  key(place: string): string {
    return `${this.prefix}-${place}`
  }

  /** The key of what is open around it, for what has a letter or a number of its own. */
  inner(outside: { readonly key: string } | undefined): string {
    return outside?.key ?? this.key('')
  }

  read(line: string): void {
    if (!this.rules.some((rule) => rule(this, line))) this.text(line)
  }

  rest(line: string | undefined): void {
    if (line !== undefined && line !== '') this.read(line)
  }

  /** As text of what is open. */
  keep(line: string): true {
    this.text(line)
    return true
  }

  private text(line: string): void {
    const unit = this.draft.innermost
    if (unit === undefined) this.draft.find('wrong', texts.outside)
    else if (titled.has(unit.kind) && unit.units.length === 0) unit.title.push(line)
    else unit.text.push(line)
  }

  /** A number out of its order in the middle of a sentence: “… sebagaimana dimaksud dalam”, then “Pasal 9”. */
  isReference(value: number, before: number): boolean {
    const inside = this.draft.innermost
    return (
      value !== before + 1 && inside !== undefined && broken.has(inside.kind) && !ended.test(this.lineBefore)
    )
  }

  /** Keeps it in the sentence, and says so. */
  refer(label: string, before: number, line: string): true {
    this.draft.find('odd', texts.reference(label, String(before)))
    return this.keep(line)
  }

  /** Numbers go up by one; a gap or a repetition is most often a line that was read wrong. */
  follows(label: string, value: number, before: number): void {
    if (value !== before + 1) this.draft.find('wrong', texts.order(label, String(before)))
  }
}
