import { regulationTexts } from '../texts/regulation.ts'
import { type Reader, type Rule, titled } from './reader.ts'

const texts = regulationTexts.text

const capitals = /^[^\p{Ll}]+$/u
const chapterLine = /^(BAB\s+([IVXLC]+))(?:\s*[.:])?(?:\s+([^\p{Ll}\s]\P{Ll}*))?$/u
const part = /^Bagian\s+(?:Ke\p{Ll}+|Pertama)$/u
const subpart = /^Paragraf\s+(\d+)$/
/** “Pasal 12A” was put in later, “Pasal I” belongs to a regulation that changes another. */
const article = /^(Pasal\s+(\d+[A-Z]?|[IVX]+)(?:\s*:)?)(?:\s+(.*))?$/u
const annex = /^LAMPIRAN(?:\s|$)/
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
  const [, label, roman, title] = chapterLine.exec(line) ?? []
  if (label === undefined || roman === undefined || reader.isExplained) return false
  const value = romanValue(roman)
  if (value !== reader.lastChapter + 1)
    reader.draft.find('odd', texts.chapter(label, String(reader.lastChapter)))
  reader.lastChapter = value
  reader.chapters += 1
  reader.isBody = true
  reader.draft.start({ kind: 'bab', label, key: reader.key(`bab-${reader.chapters}`) })
  reader.rest(title)
  return true
}

/** A bagian or paragraf has a key of its place in what it divides. */
const division =
  (kind: 'bagian' | 'paragraf', form: RegExp): Rule =>
  (reader, line) => {
    if (!reader.isBody || reader.isExplained || !form.test(line)) return false
    const key = `${reader.inner(reader.draft.within(kind))}-${kind}-${reader.draft.beside(kind) + 1}`
    reader.draft.start({ kind, label: line, key })
    return true
  }

/** Where an article stands among those before it: 12, then 12A or 13; I, then II. */
const articlePlace = (reader: Reader, number: string) => {
  const isRoman = /^[IVX]/.test(number)
  const value = isRoman ? romanValue(number) : Number.parseInt(number, 10)
  const isInserted = !isRoman && /[A-Z]$/.test(number) && value === reader.lastArticle
  const last = isRoman ? reader.lastRoman : reader.lastArticle
  return { isRoman, value, before: isInserted ? value - 1 : last }
}

const articleRule: Rule = (reader, line) => {
  const [, label, number, rest] = article.exec(line) ?? []
  if (label === undefined || number === undefined) return false
  if (!reader.isExplained) {
    const { isRoman, value, before } = articlePlace(reader, number)
    if (rest !== undefined) return false
    if (reader.isReference(value, before)) return reader.refer(label, before, line)
    reader.follows(label, value, before)
    if (isRoman) reader.lastRoman = value
    else reader.lastArticle = value
    reader.articles.add(number)
    reader.isBody = true
  } else if (!reader.articles.has(number)) reader.draft.find('wrong', texts.explainsNothing(label))
  const place = reader.isExplained ? `Penj${number}` : number
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
    if (titled.has(outside.kind) || outside.kind === 'penjelasan') return false
    const beside = reader.draft.beside(kind)
    const number = kind === 'huruf' ? value.charCodeAt(0) - 96 : Number(value)
    if (kind === 'ayat' && reader.isReference(number, beside)) return reader.refer(label, beside, line)
    reader.follows(label, number, beside)
    const dot = outside.kind === 'kepala' && kind === 'huruf' ? '.' : ''
    reader.draft.start({ kind, label, key: `${reader.inner(outside)}${dot}${key(value)}` })
    reader.rest(rest)
    return true
  }

const explanation: Rule = (reader, line) => {
  if (!reader.isBody || reader.isExplained || !line.startsWith('PENJELASAN')) return false
  reader.isExplained = true
  reader.isAnnexed = false
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

/** What an annex holds is its text, whatever its lines look like. */
const annexRule: Rule = (reader, line) => {
  if (!reader.isBody || reader.isExplained || !annex.test(line)) return reader.isAnnexed && reader.keep(line)
  reader.isAnnexed = true
  reader.draft.start({ kind: 'kepala', label: line, key: reader.key('Lampiran') })
  return true
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

/** In the order in which a line is offered to them. */
export const rules: readonly Rule[] = [
  note,
  heading,
  preambleRule,
  decision,
  explanation,
  annexRule,
  chapter,
  division('bagian', part),
  division('paragraf', subpart),
  explanationPart,
  closing,
  articleRule,
  ordered('ayat', explainedParagraph, (value) => `(${value})`, true),
  ordered('huruf', explainedLetter, (value) => value, true),
  ordered('ayat', paragraph, (value) => `(${value})`),
  ordered('huruf', letter, (value) => value),
  ordered('angka', numeral, (value) => `.${value}`),
]
