import { regulationTexts } from '../texts/regulation.ts'
import type { TextFinding, Unit, UnitKind } from './unit.ts'

const texts = regulationTexts.text

type Open = { -readonly [K in keyof Unit]: Unit[K] extends readonly (infer T)[] ? T[] : Unit[K] } & {
  units: Open[]
}
/** From the outside in: a unit closes those that are not outside it. */
const depth: Readonly<Record<UnitKind, number>> = {
  penjelasan: 0,
  kepala: 1,
  bab: 1,
  bagian: 2,
  pasal: 3,
  ayat: 4,
  huruf: 5,
  angka: 6,
}

export type NewUnit = Pick<Unit, 'kind' | 'label' | 'key'>

/** The units of a text while it is read line by line, and what is wrong with it. */
export class Draft {
  readonly units: Open[] = []
  readonly findings: TextFinding[] = []
  private open: Open[] = []
  private readonly keys = new Set<string>()
  line = 0

  /** The innermost unit that is open and outside this kind. */
  within(kind: UnitKind): Open | undefined {
    return this.open.findLast((unit) => depth[unit.kind] < depth[kind])
  }
  last(kind: UnitKind): Open | undefined {
    return this.open.findLast((unit) => unit.kind === kind)
  }
  get innermost(): Open | undefined {
    return this.open.at(-1)
  }

  start({ kind, label, key }: NewUnit): void {
    const unit: Open = { key, kind, label, title: [], text: [], notes: [], units: [], line: this.line }
    if (this.keys.has(key)) this.find('wrong', texts.twice(label))
    this.keys.add(key)
    const outside = this.within(kind)
    const beside = outside?.units ?? this.units
    beside.push(unit)
    this.open = this.open.filter((one) => depth[one.kind] < depth[kind])
    this.open.push(unit)
  }

  find(weight: TextFinding['weight'], message: string): void {
    this.findings.push({ line: this.line, weight, message })
  }
}
