import type { ReadInstrument } from '../../../shared/contract/regulation.ts'
import { mostText } from '../../../shared/records/cell.ts'
import { mostLines } from '../../../shared/regulation/content.ts'
import { headingOf } from '../../../shared/regulation/heading.ts'
import { printedLines } from '../../../shared/regulation/printed.ts'
import { readText } from '../../../shared/regulation/read.ts'
import { regulationLeftOutTexts } from '../../../shared/texts/regulation-left-out.ts'
import type { Notes } from './notes.ts'
import { refuse } from './refusal.ts'

const words = regulationLeftOutTexts

type Printed = Pick<ReadInstrument, 'facts' | 'publication' | 'content'>

/** What the lines of a printed text say; `at`: the line of the file at which each stands. */
const readLines = (lines: readonly string[], notes: Notes, at: (line: number) => number): Printed => {
  if (lines.every((line) => line.trim() === '')) return refuse('Empty')
  if (lines.length > mostLines || lines.some((line) => line.length > mostText))
    return refuse('TooMuchContent')
  for (const line of lines) notes.keep(line)
  const { findings } = readText('X', lines)
  for (const finding of findings) notes.find({ ...finding, line: at(finding.line) })
  const { title, short, ...heading } = headingOf(lines)
  return {
    facts: { title: title.slice(0, 2000), short: short.slice(0, 200), version: '', ...heading },
    publication: { publisher: '', released: '', copyright: '', about: '', series: '' },
    content: { kind: 'peraturan', lines: [...lines] },
  }
}

/** A regulation as plain text. */
export const readPrintedFile = (text: string, notes: Notes): ReadInstrument => {
  const { lines, pages, bullets, unseen } = printedLines(text)
  const read = readLines(lines, notes, (line) => line)
  if (pages > 0) notes.leave(words.pages.what, words.pages.reason, pages)
  if (bullets > 0) notes.leave(words.bullets.what, words.bullets.reason, bullets)
  if (unseen > 0) notes.leave(words.unseen.what, words.unseen.reason, unseen)
  return { ...read, findings: notes.findings, leftOut: notes.leftOut }
}

export { readLines }
