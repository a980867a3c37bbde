import { regulationTexts } from '../texts/regulation.ts'
import type { PrintedKind, TextFinding, Unit } from './unit.ts'

const texts = regulationTexts.text

type Open = { -readonly [K in keyof Unit]: Unit[K] extends readonly (infer T)[] ? T[] : Unit[K] } & {
  readonly kind: PrintedKind
  units: Open[]
}
/** From the outside in: a unit closes those that are not outside it. */
const depth: Readonly<Record<PrintedKind, number>> = {
  penjelasan: 0,
  kepala: 1,
  bab: 1,
  bagian: 2,
  paragraf: 3,
  pasal: 4,
  ayat: 5,
  huruf: 6,
  angka: 7,
}

export type NewUnit = Pick<Open, 'kind' | 'label' | 'key'>

/** The units of a text while it is read line by line, and what is wrong with it. */
export class Draft {
  readonly units: Open[] = []
  readonly findings: TextFinding[] = []
  private open: Open[] = []
  /** How often a key was asked for. */
  private readonly keys = new Map<string, number>()
  private readonly counts = new Map<object, Map<PrintedKind, number>>()
  line = 0

  /** The innermost unit that is open and outside this kind. */
  within(kind: PrintedKind): Open | undefined {
    return this.open.findLast((unit) => depth[unit.kind] < depth[kind])
  }
  /** How many of a kind there are already where the next one would stand. */
  beside(kind: PrintedKind): number {
    return this.counts.get(this.within(kind) ?? this)?.get(kind) ?? 0
  }
  last(kind: PrintedKind): Open | undefined {
    return this.open.findLast((unit) => unit.kind === kind)
  }
  get innermost(): Open | undefined {
    return this.open.at(-1)
  }

  start({ kind, label, key }: NewUnit): void {
    const times = (this.keys.get(key) ?? 0) + 1
    this.keys.set(key, times)
    if (times > 1) this.find('wrong', texts.twice(label))
    const own = times > 1 ? `${key}~${times}` : key
    const unit: Open = { key: own, kind, label, title: [], text: [], notes: [], units: [], line: this.line }
    const outside = this.within(kind)
    const beside = outside?.units ?? this.units
    const counts = this.counts.get(outside ?? this) ?? new Map<PrintedKind, number>()
    this.counts.set(outside ?? this, counts.set(kind, this.beside(kind) + 1))
    beside.push(unit)
    this.open = this.open.filter((one) => depth[one.kind] < depth[kind])
    this.open.push(unit)
  }

  find(weight: TextFinding['weight'], said: Pick<TextFinding, 'message' | 'advice'>): void {
    this.findings.push({ line: this.line, weight, ...said })
  }
}
