import { limits } from './limits.ts'
import { refuse } from './refusal.ts'
import { Attributes } from './xml-attributes.ts'
import { blankEnd, checkCharacters, nameEnd, plainText } from './xml-chars.ts'

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

/** Whether a value between `from` and `to` may be cut out as it stands. */
const isPlainValue = (text: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 32 || code === 38 || code === 60 || code >= 0xfffe) return false
  }
  return true
}

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
    } else this.handler.text(plainText(this.text, from, to))
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
    let at = end
    let last = blankEnd(text, at)
    let code = text.charCodeAt(last)
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
    const plain = isPlainValue(text, mark + 1, to)
    this.attributes.add(nameOf(text, from, end).whole, mark + 1, to, plain)
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
