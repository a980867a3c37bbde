import type { ReadInstrument } from '../../../shared/contract/regulation.ts'
import { regulationImportTexts } from '../../../shared/texts/regulation-import.ts'
import { regulationLeftOutTexts } from '../../../shared/texts/regulation-left-out.ts'
import type { Notes } from './notes.ts'
import { readLines } from './printed-file.ts'
import { refuse } from './refusal.ts'
import type { Value } from './yaml.ts'

const words = regulationLeftOutTexts
const texts = regulationImportTexts.own
const taken = new Set(['title', 'short', 'enacted', 'promulgated', 'lines'])
const day = /^\d{4}-\d{2}-\d{2}$/

/** A regulation in the form of those that are built in (resources/regulations): facts about it, and its lines. */
export const readOwnFile = (root: Value, notes: Notes): ReadInstrument => {
  const file = root.entries() ?? refuse('NotOwn')
  const items = file.get('lines')?.items() ?? refuse('NotOwn')
  const lines = items.map((item) => {
    const said = item.text()
    if (said === null) notes.find({ line: item.line, weight: 'wrong', ...texts.noLine })
    return said?.includes('\t') ? said : (said ?? '').trim()
  })
  const read = readLines(lines, notes, (line) => items[line - 1]?.line ?? line)
  const { facts } = read
  const say = (key: string, otherwise: string): string => file.get(key)?.text() || otherwise
  const dayOf = (key: string, otherwise: string): string => {
    const said = say(key, otherwise)
    return day.test(said) && !Number.isNaN(Date.parse(said)) ? said : ''
  }
  for (const key of file.keys())
    if (!taken.has(key)) notes.leave(words.unknown(key.slice(0, 60)), texts.builtInOnly, null)
  return {
    ...read,
    facts: {
      ...facts,
      title: say('title', facts.title).slice(0, 2000),
      short: say('short', facts.short).slice(0, 200),
      enacted: dayOf('enacted', facts.enacted),
      promulgated: dayOf('promulgated', facts.promulgated),
    },
    findings: notes.findings,
    leftOut: notes.leftOut,
  }
}
