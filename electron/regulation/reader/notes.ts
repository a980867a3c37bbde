import type { LineFinding, ReadInstrument } from '../../../shared/contract/regulation.ts'
import type { TextFinding } from '../../../shared/regulation/unit.ts'
import { regulationLeftOutTexts } from '../../../shared/texts/regulation-left-out.ts'
import { limits } from './limits.ts'
import { refuse } from './refusal.ts'

type LeftOut = ReadInstrument['leftOut'][number]

/** What is said about a file while it is read, and how much of it is kept. */
export class Notes {
  private readonly lines: readonly string[]
  private readonly found: TextFinding[] = []
  private readonly left = new Map<string, LeftOut>()
  private letters = 0

  constructor(lines: readonly string[]) {
    this.lines = lines
  }

  find(finding: TextFinding): void {
    this.found.push(finding)
  }

  /** Counts what is left out under one name; `count` null where it has none. */
  leave(what: string, reason: string, count: number | null = 1): void {
    const before = this.left.get(what)
    const sum = before === undefined || count === null ? count : (before.count ?? 0) + count
    this.left.set(what, { what, reason, count: sum })
  }

  /** Letters that are kept. */
  keep(text: string): string {
    this.letters += text.length
    return this.letters > limits.letters ? refuse('TooMuchContent') : text
  }

  /** In the order of their lines, each with what stands there. */
  get findings(): LineFinding[] {
    return this.found
      .toSorted((a, b) => a.line - b.line)
      .slice(0, limits.findings)
      .map((finding) => ({
        ...finding,
        printed: (this.lines[finding.line - 1] ?? '').trim().slice(0, limits.printed),
      }))
  }

  get leftOut(): LeftOut[] {
    const { others, unlisted } = regulationLeftOutTexts
    const all = [...this.left.values()]
    const rest = all.slice(limits.leftOut)
    const more = this.found.length - limits.findings
    return [
      ...all.slice(0, limits.leftOut),
      ...(rest.length === 0 ? [] : [{ what: others.what, reason: others.reason, count: rest.length }]),
      ...(more <= 0 ? [] : [{ what: unlisted.what, reason: unlisted.reason, count: more }]),
    ]
  }
}
