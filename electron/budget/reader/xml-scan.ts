import { limits } from './limits.ts'
import { refuse } from './refusal.ts'
import { Attributes } from './xml-attributes.ts'
import { blankEnd, checkCharacters, meantText, nameEnd, oddInText, oddInValue } from './xml-chars.ts'

/** Names come without their prefix: `w:tbl` and `ns0:tbl` are both "tbl". The attributes are those of this moment only. */
export type XmlHandler = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

type Name = { readonly whole: string; readonly local: string }

/** Names that came lately, by a cheap sum of their letters: a document says the same few thousands of times. */
const lately: (Name | undefined)[] = Array.from({ length: 512 })
const nameOf = (text: string, from: number, to: number): Name => {
  const slot = ((to - from) * 67 + text.charCodeAt(from) * 7 + text.charCodeAt(to - 1)) & 511
  const known = lately[slot]
  if (known !== undefined && known.whole.length === to - from && text.startsWith(known.whole, from))
    return known
  const whole = text.slice(from, to)
  const name: Name = { whole, local: whole.slice(whole.indexOf(':') + 1) }
  lately[slot] = name
  return name
}

const tagBegins = /</g

/** The places that a pattern finds in a text, asked for from left to right. */
class Next {
  private readonly pattern: RegExp
  private readonly text: string
  private place = -1

  constructor(pattern: RegExp, text: string) {
    this.pattern = pattern
    this.text = text
  }

  isIn(from: number, to: number): boolean {
    if (this.place < from) {
      this.pattern.lastIndex = from
      this.place = this.pattern.test(this.text) ? this.pattern.lastIndex - 1 : this.text.length
    }
    return this.place < to
  }
}

/** The rest of the markup has not come yet. */
const more = -1
const [quote, apostrophe, slash, equals, greater] = [34, 39, 47, 61, 62]
const [exclamation, question] = [33, 63]

const space = '[ \\t\\r\\n]'
const declaration = new RegExp(
  `^<\\?xml${space}+version${space}*=${space}*(["'])1\\.[0-9]+\\1` +
    `(?:${space}+encoding${space}*=${space}*(["'])[A-Za-z][A-Za-z0-9._-]*\\2)?` +
    `(?:${space}+standalone${space}*=${space}*(["'])(?:yes|no)\\3)?${space}*\\?>$`,
)

/**
 * Reads well-formed XML 1.0 without a document type, piece by piece, and refuses everything else. Reading a form is
 * mostly this, so it is written by hand; a test holds its events beside those of saxes.
 */
export class XmlScanner {
  private readonly handler: XmlHandler
  private readonly check: () => void
  private readonly attributes = new Attributes()
  private readonly open: Name[] = []
  private text = ''
  /** Letters of the document before `text`. */
  private before = 0
  /** Where what is not taken as it stands comes next, in text and in values. */
  private nextTag = new Next(tagBegins, '')
  private oddText = new Next(oddInText, '')
  private oddValue = new Next(oddInValue, '')
  private rooted = false
  private tags = 0

  constructor(handler: XmlHandler, check: () => void) {
    this.handler = handler
    this.check = check
  }

  /** Takes the next piece of the document; returns how many letters wait for what follows them. */
  write(piece: string): number {
    this.text = this.text === '' ? piece : this.text + piece
    const done = this.scan()
    this.before += done
    this.text = this.text.slice(done)
    return this.text.length
  }

  /** The document ends here. */
  end(): void {
    if (this.open.length > 0 || !this.rooted || blankEnd(this.text, 0) < this.text.length) refuse('Damaged')
  }

  private scan(): number {
    const { text } = this
    this.nextTag = new Next(tagBegins, text)
    this.oddText = new Next(oddInText, text)
    this.oddValue = new Next(oddInValue, text)
    let at = this.before === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0
    for (;;) {
      const from = text.indexOf('<', at)
      if (from === -1) return at
      if (from > at) this.characters(at, from)
      at = from
      const to = this.markup(from)
      if (to === more) return at
      at = to
    }
  }

  private characters(from: number, to: number): void {
    if (this.open.length === 0) {
      if (blankEnd(this.text, from) < to) refuse('Damaged')
      return
    }
    const cut = this.text.slice(from, to)
    this.handler.text(this.oddText.isIn(from, to) ? meantText(cut) : cut)
  }

  /** Where the markup at `from` ends, or `more`. */
  private markup(from: number): number {
    const code = this.text.charCodeAt(from + 1)
    if (code === slash) return this.closing(from)
    if (code === exclamation) return this.exclaimed(from)
    if (code === question) return this.instruction(from)
    return this.opening(from)
  }

  private closing(from: number): number {
    const { text, open } = this
    const name = open[open.length - 1] ?? refuse('Damaged')
    const end = from + 2 + name.whole.length
    if (end >= text.length) return more
    if (!text.startsWith(name.whole, from + 2)) refuse('Damaged')
    const last = blankEnd(text, end)
    if (last === text.length) return more
    if (text.charCodeAt(last) !== greater) refuse('Damaged')
    open.length -= 1
    this.handler.close(name.local)
    return last + 1
  }

  private opening(from: number): number {
    const { text } = this
    const end = nameEnd(text, from + 1)
    if (end === text.length) return more
    if (end === from + 1) refuse('Damaged')
    const name = nameOf(text, from + 1, end)
    this.attributes.start(text)
    let code = text.charCodeAt(end)
    let at = end
    let last = code === greater || code === slash ? end : blankEnd(text, at)
    code = text.charCodeAt(last)
    while (code !== greater && code !== slash) {
      if (last === text.length) return more
      if (last === at) refuse('Damaged')
      at = this.attribute(last)
      if (at === more) return more
      last = blankEnd(text, at)
      code = text.charCodeAt(last)
    }
    if (code === greater) {
      this.opened(name)
      return last + 1
    }
    if (last + 1 === text.length) return more
    if (text.charCodeAt(last + 1) !== greater) refuse('Damaged')
    this.opened(name)
    this.open.length -= 1
    this.handler.close(name.local)
    return last + 2
  }

  private opened(name: Name): void {
    if (this.open.length === 0 && this.rooted) refuse('Damaged')
    this.rooted = true
    this.open.push(name)
    if (this.open.length > limits.depth) refuse('UnsafeXml')
    this.tags += 1
    if (this.tags % 64 === 0) this.check()
    this.handler.open(name.local, this.attributes)
  }

  /** Where the attribute at `from` ends, or `more`. */
  private attribute(from: number): number {
    const { text } = this
    const end = nameEnd(text, from)
    if (end === text.length) return more
    if (end === from) refuse('Damaged')
    const sign = blankEnd(text, end)
    if (sign === text.length) return more
    if (text.charCodeAt(sign) !== equals) refuse('Damaged')
    const mark = blankEnd(text, sign + 1)
    if (mark === text.length) return more
    const code = text.charCodeAt(mark)
    if (code !== quote && code !== apostrophe) refuse('Damaged')
    const to = text.indexOf(code === quote ? '"' : "'", mark + 1)
    if (to === -1) return more
    if (this.nextTag.isIn(mark + 1, to)) refuse('Damaged')
    const odd = this.oddValue.isIn(mark + 1, to)
    this.attributes.add(nameOf(text, from, end).whole, mark + 1, to, odd)
    return to + 1
  }

  private exclaimed(from: number): number {
    const { text } = this
    if (text.startsWith('<!--', from)) return this.comment(from)
    if (text.length - from < 9) return more
    if (text.startsWith('<!DOCTYPE', from)) refuse('UnsafeXml')
    if (!text.startsWith('<![CDATA[', from) || this.open.length === 0) refuse('Damaged')
    const to = text.indexOf(']]>', from + 9)
    if (to === -1) return more
    const inside = text.slice(from + 9, to).replace(/\r\n?/g, '\n')
    checkCharacters(inside)
    if (inside !== '') this.handler.text(inside)
    return to + 3
  }

  private comment(from: number): number {
    const to = this.text.indexOf('--', from + 4)
    if (to === -1 || to + 2 >= this.text.length) return more
    if (this.text.charCodeAt(to + 2) !== greater) refuse('Damaged')
    checkCharacters(this.text.slice(from + 4, to))
    return to + 3
  }

  private instruction(from: number): number {
    const { text } = this
    const to = text.indexOf('?>', from + 2)
    if (to === -1) return more
    const name = text.slice(from + 2, nameEnd(text, from + 2))
    const whole = text.slice(from, to + 2)
    checkCharacters(whole)
    if (name.toLowerCase() === 'xml') {
      const first = this.before === 0 && (from === 0 || (from === 1 && text.charCodeAt(0) === 0xfeff))
      if (!first || !declaration.test(whole)) refuse('Damaged')
    }
    const behind = whole.charAt(2 + name.length)
    if (name === '' || (behind !== '?' && blankEnd(behind, 0) === 0)) refuse('Damaged')
    return to + 2
  }
}
