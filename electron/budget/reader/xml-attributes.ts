import { refuse } from './refusal.ts'
import { checkCharacters, resolveReferences } from './xml-chars.ts'

/** The attributes of the element that is open now; cut out of the text only when they are asked for. */
export class Attributes {
  private text = ''
  private readonly names: string[] = []
  private readonly bounds: number[] = []
  private readonly values: (string | null)[] = []
  private size = 0
  private many = new Set<string>()

  start(text: string): void {
    this.text = text
    this.size = 0
  }

  /** `odd`: the value between `from` and `to` is not taken as it stands. */
  add(name: string, from: number, to: number, odd: boolean): void {
    const at = this.size
    if (this.isThere(name)) refuse('Damaged')
    this.names[at] = name
    this.bounds[at * 2] = from
    this.bounds[at * 2 + 1] = to
    this.values[at] = odd ? settled(this.text.slice(from, to)) : null
    this.size = at + 1
  }

  private isThere(name: string): boolean {
    if (this.size < few) {
      for (let at = 0; at < this.size; at += 1) if (this.names[at] === name) return true
      return false
    }
    if (this.size === few) this.many = new Set(this.names.slice(0, few))
    const there = this.many.has(name)
    this.many.add(name)
    return there
  }

  /** By the name as written: "r:id". */
  get(name: string): string | undefined {
    for (let at = 0; at < this.size; at += 1) if (this.names[at] === name) return this.valueAt(at)
    return undefined
  }

  /** By the name behind a prefix: "id" finds "r:id". */
  prefixed(name: string): string | undefined {
    for (let at = 0; at < this.size; at += 1)
      if (this.names[at]?.endsWith(`:${name}`)) return this.valueAt(at)
    return undefined
  }

  private valueAt(at: number): string {
    return this.values[at] ?? this.text.slice(this.bounds[at * 2], this.bounds[at * 2 + 1])
  }
}

/** Beyond these a look at each other name takes too long. */
const few = 24

const settled = (value: string): string => {
  checkCharacters(value)
  return resolveReferences(value.replace(/\r\n|[\t\n\r]/g, ' '))
}
