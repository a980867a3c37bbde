import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml'
import type { LineFinding } from '../../../shared/contract/regulation.ts'
import { seenOnly } from '../../../shared/regulation/printed.ts'
import { regulationImportTexts } from '../../../shared/texts/regulation-import.ts'
import { limits } from './limits.ts'
import type { Notes } from './notes.ts'
import { refuse } from './refusal.ts'

const texts = regulationImportTexts.yaml

/** A value of a YAML file with its line. Nothing is expanded before it is asked for: an alias costs what is read through it. */
export type Value = {
  /** From 1. */
  readonly line: number
  /** Of a map, by key; null for anything else. Of a key that stands twice the later counts. */
  readonly entries: () => ReadonlyMap<string, Value> | null
  readonly items: () => readonly Value[] | null
  /** Of a scalar, whatever it looks like: “1.10” stays “1.10”; '' for nothing, null for a list or a map. */
  readonly text: () => string | null
}

const nothing = /^(?:null|Null|NULL|~|)$/

/** The file as a tree whose values are texts; refuses, with the lines, what is no YAML. */
const parse = (text: string, lines: readonly string[], counter: LineCounter) => {
  const document = parseDocument<ParsedNode>(text, {
    lineCounter: counter,
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  })
  if (document.errors.length === 0) return document
  const byLine = new Map<number, LineFinding>()
  for (const { code, pos } of document.errors.slice(0, 1_000)) {
    const { line } = counter.linePos(pos[0])
    const printed = (lines[line - 1] ?? '').trim().slice(0, limits.printed)
    // The first says what is wrong, the others follow from it.
    if (!byLine.has(line))
      byLine.set(line, { line, printed, weight: 'wrong', ...(texts.errors[code] ?? texts.unread) })
  }
  const findings = [...byLine.values()].slice(0, limits.faults)
  return refuse('NotYaml', findings)
}

/** What each alias stands for: the last node before it that had its name. One that stands for nothing is named. */
const aliasesOf = (
  document: ReturnType<typeof parse>,
  onNone: (alias: Node) => void,
): ReadonlyMap<Node, Node> => {
  const named = new Map<string, Node>()
  const found = new Map<Node, Node>()
  visit(document, {
    Alias: (_key, alias) => {
      const target = named.get(alias.source)
      if (target === undefined) onNone(alias)
      else found.set(alias, target)
    },
    Node: (_key, node) => {
      if (!isAlias(node) && node.anchor !== undefined) named.set(node.anchor, node)
    },
  })
  return found
}

/** Text of a YAML (or JSON) file; refuses what is none. */
export const openYaml = (text: string, lines: readonly string[], notes: Notes): Value => {
  const counter = new LineCounter()
  const document = parse(text, lines, counter)
  const lineOf = (node: Node | null): number => counter.linePos(node?.range?.[0] ?? 0).line || 1
  const aliases = aliasesOf(document, (alias) =>
    notes.find({ line: lineOf(alias), weight: 'wrong', ...texts.noTarget }),
  )
  const maps = new Map<Node, ReadonlyMap<string, Value>>()

  const readMap = (node: Node): ReadonlyMap<string, Value> | null => {
    if (!isMap<Node, Node | null>(node)) return null
    const made = new Map<string, Value>()
    for (const { key, value } of node.items) {
      const name = placed(key).text() ?? ''
      if (made.has(name))
        notes.find({ line: lineOf(key), weight: 'wrong', ...texts.twice(name.slice(0, 60)) })
      made.set(name, placed(value, lineOf(key)))
    }
    return made
  }
  const textOf = (node: Node | null): string | null => {
    if (node === null) return ''
    if (!isScalar(node)) return null
    const said = String(node.value ?? '')
    return node.type === 'PLAIN' && nothing.test(said) ? '' : seenOnly(said).text
  }
  const placed = (given: Node | null, line = lineOf(given)): Value => {
    const node = given !== null && isAlias(given) ? (aliases.get(given) ?? null) : given
    return {
      line,
      entries: () => {
        if (node === null) return null
        const known = maps.get(node) ?? readMap(node)
        if (known !== null) maps.set(node, known)
        return known
      },
      items: () =>
        node !== null && isSeq<Node | null>(node) ? node.items.map((item) => placed(item)) : null,
      text: () => textOf(node),
    }
  }
  return placed(document.contents)
}
