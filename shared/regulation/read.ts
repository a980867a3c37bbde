import { regulationTexts } from '../texts/regulation.ts'
import { Reader } from './reader.ts'
import { rules } from './rules.ts'
import type { TextFinding, Unit } from './unit.ts'

const texts = regulationTexts.text

export type RegulationText = { readonly units: readonly Unit[]; readonly findings: readonly TextFinding[] }

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
  const reader = new Reader(prefix, rules)
  for (const [at, line] of lines.entries()) {
    reader.draft.line = at + 1
    if (line.trim() === '') continue
    reader.read(line.includes('\t') ? line : line.trim())
    if (!line.startsWith('> ')) reader.lineBefore = line.trim()
  }
  const { units, findings } = reader.draft
  missing(reader, units)
  return { units, findings: findings.toSorted((a, b) => a.line - b.line) }
}
