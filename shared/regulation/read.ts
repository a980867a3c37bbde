import { regulationTexts } from '../texts/regulation.ts'
import { Draft } from './draft.ts'
import type { TextFinding, Unit } from './unit.ts'

const texts = regulationTexts.text

export type RegulationText = { readonly units: readonly Unit[]; readonly findings: readonly TextFinding[] }

const capitals = /^[^\p{Ll}]+$/u
const romans = /^BAB\s+([IVXLC]+)$/
const part = /^Bagian\s+(?:Ke\p{Ll}+)$/u
const article = /^(Pasal\s+(\d+)(?:\s*:)?)(?:\s+(.*))?$/u
const paragraph = /^(\((\d+)\))\s*(.*)$/
const explainedParagraph = /^(Ayat?\s*\((\d+)\))\s*(.*)$/
const explainedLetter = /^(Huruf\s+([a-z])(?:\s*:)?)(?:\s+(.*))?$/
const letter = /^(([a-z])\.)\s+(.*)$/
const numeral = /^((\d+)\.)\s+(.*)$/
const preamble = /^((Menimbang|Mengingat|Menetapkan)\s*:)\s*(.*)$/

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
const romanValue = (roman: string): number =>
  Array.from(roman).reduce((sum, digit, at) => {
    const value = romanDigits[digit] ?? 0
    return sum + (value < (romanDigits[roman[at + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)

/** A rule takes a line that is its own and says so; what stands behind a label on the same line is read as a line again. */
type Rule = (reader: Reader, line: string) => boolean

class Reader {
  readonly draft = new Draft()
  readonly prefix: string
  isBody = false
  isExplained = false
  chapters = 0
  lastChapter = 0
  lastArticle = 0
  readonly articles = new Set<number>()

  constructor(prefix: string) {
    this.prefix = prefix
  }

  key(place: string): string {
    return `${this.prefix}-${place}`
  }

  /** The key of what is open around it, for what has a letter or a number of its own. */
  inner(outside: { readonly key: string } | undefined): string {
    return outside?.key ?? this.key('')
  }

  read(line: string): void {
    if (!rules.some((rule) => rule(this, line))) this.text(line)
  }

  rest(line: string | undefined): void {
    if (line !== undefined && line !== '') this.read(line)
  }

  private text(line: string): void {
    const unit = this.draft.innermost
    if (unit === undefined) this.draft.find('wrong', texts.outside)
    else if ((unit.kind === 'bab' || unit.kind === 'bagian') && unit.units.length === 0) unit.title.push(line)
    else unit.text.push(line)
  }

  /** Numbers go up by one; a gap or a repetition is most often a line that was read wrong. */
  follows(label: string, value: number, before: number): void {
    if (value !== before + 1) this.draft.find('wrong', texts.order(label, String(before)))
  }
}

const note: Rule = ({ draft }, line) => {
  if (!line.startsWith('> ')) return false
  if (draft.innermost === undefined) draft.find('wrong', texts.noteOfNothing)
  else draft.innermost.notes.push(line.slice(2).trim())
  return true
}

const preambleRule: Rule = (reader, line) => {
  const [, label, name, rest] = preamble.exec(line) ?? []
  if (reader.isBody || label === undefined || name === undefined) return false
  reader.draft.start({ kind: 'kepala', label, key: reader.key(name) })
  reader.rest(rest)
  return true
}

const chapter: Rule = (reader, line) => {
  const roman = romans.exec(line)?.[1]
  if (roman === undefined || reader.isExplained) return false
  const value = romanValue(roman)
  if (value !== reader.lastChapter + 1)
    reader.draft.find('odd', texts.chapter(line, String(reader.lastChapter)))
  reader.lastChapter = value
  reader.chapters += 1
  reader.isBody = true
  reader.draft.start({ kind: 'bab', label: line, key: reader.key(`bab-${reader.chapters}`) })
  return true
}

const section: Rule = (reader, line) => {
  if (!reader.isBody || reader.isExplained || !part.test(line)) return false
  const within = reader.draft.last('bab')
  const at = (within?.units.filter(({ kind }) => kind === 'bagian').length ?? 0) + 1
  reader.draft.start({ kind: 'bagian', label: line, key: `${reader.inner(within)}-bagian-${at}` })
  return true
}

const articleRule: Rule = (reader, line) => {
  const [, label, digits, rest] = article.exec(line) ?? []
  if (label === undefined || digits === undefined) return false
  const value = Number(digits)
  if (!reader.isExplained) {
    if (rest !== undefined) return false
    reader.follows(label, value, reader.lastArticle)
    reader.lastArticle = value
    reader.articles.add(value)
    reader.isBody = true
  } else if (!reader.articles.has(value)) reader.draft.find('wrong', texts.explainsNothing(label))
  const place = reader.isExplained ? `Penj${value}` : String(value)
  reader.draft.start({ kind: 'pasal', label, key: reader.key(place) })
  reader.rest(rest)
  return true
}

const ordered =
  (
    kind: 'ayat' | 'huruf' | 'angka',
    form: RegExp,
    key: (value: string) => string,
    asExplained = false,
  ): Rule =>
  (reader, line) => {
    const [, label, value, rest] = form.exec(line) ?? []
    const outside = reader.draft.within(kind)
    if (label === undefined || value === undefined || outside === undefined) return false
    if (asExplained !== (reader.isExplained && kind !== 'angka' && form !== letter)) return false
    if (outside.kind === 'bab' || outside.kind === 'bagian' || outside.kind === 'penjelasan') return false
    const beside = outside.units.filter((unit) => unit.kind === kind).length
    reader.follows(label, kind === 'huruf' ? value.charCodeAt(0) - 96 : Number(value), beside)
    const dot = outside.kind === 'kepala' && kind === 'huruf' ? '.' : ''
    reader.draft.start({ kind, label, key: `${reader.inner(outside)}${dot}${key(value)}` })
    reader.rest(rest)
    return true
  }

const explanation: Rule = (reader, line) => {
  if (!reader.isBody || reader.isExplained || !line.startsWith('PENJELASAN')) return false
  reader.isExplained = true
  reader.draft.start({ kind: 'penjelasan', label: line, key: reader.key('Penjelasan') })
  return true
}

const explanationPart: Rule = (reader, line) => {
  const [, label, name] = /^(I{1,2}\.\s+(UMUM|PASAL DEMI PASAL))$/.exec(line) ?? []
  if (!reader.isExplained || label === undefined) return false
  reader.draft.start({
    kind: 'kepala',
    label,
    key: reader.key(name === 'UMUM' ? 'PenjUmum' : 'PenjPasal'),
  })
  return true
}

/** What closes the text: its places, dates and signatures. */
const closing: Rule = (reader, line) => {
  if (!reader.isBody || reader.isExplained || !/^(Agar setiap orang|Ditetapkan di)/.test(line)) return false
  if (reader.draft.last('kepala') !== undefined) return false
  reader.draft.start({ kind: 'kepala', label: '', key: reader.key('Penutup') })
  return false
}

const heading: Rule = (reader, line) => {
  if (reader.draft.units.length > 0) return false
  reader.draft.start({ kind: 'kepala', label: '', key: reader.key('Judul') })
  if (!capitals.test(line)) reader.draft.find('odd', texts.noHeading)
  return false
}

const decision: Rule = (reader, line) => {
  if (reader.isBody || !/^MEMUTUSKAN\s*:?$/.test(line)) return false
  reader.draft.start({ kind: 'kepala', label: line, key: reader.key('Memutuskan') })
  return true
}

const rules: readonly Rule[] = [
  note,
  heading,
  preambleRule,
  decision,
  chapter,
  section,
  explanation,
  explanationPart,
  closing,
  articleRule,
  ordered('ayat', explainedParagraph, (value) => `(${value})`, true),
  ordered('huruf', explainedLetter, (value) => value, true),
  ordered('ayat', paragraph, (value) => `(${value})`),
  ordered('huruf', letter, (value) => value),
  ordered('angka', numeral, (value) => `.${value}`),
]

/** What a text has to say somewhere, whatever its city. */
const missing = (reader: Reader, units: readonly Unit[]): void => {
  if (reader.articles.size === 0) reader.draft.find('wrong', texts.noArticle)
  const walk = (unit: Unit): void => {
    reader.draft.line = unit.line
    if (unit.kind === 'pasal' && unit.text.length === 0 && unit.units.length === 0)
      reader.draft.find('wrong', texts.emptyArticle(unit.label))
    if (unit.kind === 'bab' && unit.units.length === 0)
      reader.draft.find('wrong', texts.emptyChapter(unit.label))
    unit.units.forEach(walk)
  }
  units.forEach(walk)
}

/** The units of a printed text; `prefix` begins their keys. Findings stand in the order of their lines. */
export const readText = (prefix: string, lines: readonly string[]): RegulationText => {
  const reader = new Reader(prefix)
  for (const [at, line] of lines.entries()) {
    reader.draft.line = at + 1
    if (line.trim() !== '') reader.read(line.includes('\t') ? line : line.trim())
  }
  const { units, findings } = reader.draft
  missing(reader, units)
  return { units, findings: findings.toSorted((a, b) => a.line - b.line) }
}
