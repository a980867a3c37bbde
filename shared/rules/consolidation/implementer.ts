import { implementerNames } from './implementer-names.ts'

/** Of the register “Padanan pelaksana”: the spelling on a form and what it counts as. */
export type Alias = { readonly written: string; readonly implementer: string }

const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

/** One spelling for the look-up: small, single spaces, no “kantor” in front, no dots, no city behind. */
const lookUp = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/[.;:]+/g, ' ')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:kantor|kntr|pihak kantor)\s+/, '')
const withoutCity = (key: string): string => key.replace(/\s+(?:kota|kabupaten|kab)\s+\p{L}+$/u, '')

const isBlank = (text: string): boolean => /^[\s\-–—_.]*$/.test(text)
const joiner = /\s+(?:dan|dengan|bersama|serta|and)\s+|\s*[,&+;/]\s*/iu

/** Counts different spellings of one implementer together. What is in no list keeps its own name, whatever its case and spaces. */
export class Implementers {
  private readonly names = new Map<string, string>()

  constructor(aliases: readonly Alias[] = []) {
    for (const [counted, ...written] of implementerNames)
      for (const name of written) this.names.set(lookUp(name), counted)
    for (const { written, implementer } of aliases)
      if (plain(implementer) !== '') this.names.set(lookUp(written), plain(implementer))
  }

  private known(text: string): string | null {
    const key = lookUp(text)
    return this.names.get(key) ?? this.names.get(withoutCity(key)) ?? null
  }

  /** "KOMINFO dan VENDOR" → "Diskominfo dan Penyedia"; '' where no implementer is named. */
  countedAs(written: string): string {
    if (isBlank(written)) return ''
    const whole = this.known(written)
    if (whole !== null) return whole
    const parts = plain(written)
      .split(joiner)
      .filter((part) => part !== '')
    const found = this.longestFirst(parts)
    if (found.every(({ known }) => !known)) return plain(written)
    const names = [...new Map(found.map(({ name }) => [name.toLowerCase(), name])).values()]
    return names.sort((a, b) => (a < b ? -1 : 1)).join(' dan ')
  }

  /** Names of several words may hold “dan” themselves: the longest run of parts that is known counts as one. */
  private longestFirst(parts: readonly string[]): { readonly name: string; readonly known: boolean }[] {
    const found: { name: string; known: boolean }[] = []
    for (let at = 0; at < parts.length; ) {
      const run = this.knownRun(parts, at)
      if (run !== null) found.push({ name: run.name, known: true })
      else this.addUnknown(found, parts[at] as string)
      at += run?.length ?? 1
    }
    return found
  }

  private knownRun(
    parts: readonly string[],
    from: number,
  ): { readonly name: string; readonly length: number } | null {
    for (let length = parts.length - from; length > 0; length -= 1) {
      const name = this.known(parts.slice(from, from + length).join(' dan '))
      if (name !== null) return { name, length }
    }
    return null
  }

  private addUnknown(found: { name: string; known: boolean }[], part: string): void {
    const last = found.at(-1)
    if (last !== undefined && !last.known) last.name = `${last.name} dan ${part}`
    else found.push({ name: part, known: false })
  }
}
