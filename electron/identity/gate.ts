import { join } from 'node:path'
import { aloneWithSlots } from '../store/upkeep/workspace-lock.ts'
import { freshFile, type GateFile, isStep, readGate, type Step, withLine, writeGate } from './gate-file.ts'

const free = 5
const first = 1_000
const longest = 15 * 60 * 1000

/** Five tries, then 1 s, 2 s, 4 s … to 15 minutes. Nobody is locked out for good. */
const delayAfter = (count: number): number =>
  count < free ? 0 : Math.min(longest, first * 2 ** (count - free))

export type Clocks = {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds since this computer was started. */
  readonly uptime: () => number
}

/** Failures that no entry of the log tells yet. */
export type Series = {
  /** Not so: somebody changed or removed the file. */
  readonly isWhole: boolean
  readonly failures: readonly { readonly label: string; readonly count: number; readonly since: number }[]
  /** Hash of the last line that is told, and of the last line of the file that follows. */
  readonly told: string
  readonly next: string
}

export const gatePath = (workspace: string): string => join(workspace, 'gate')

/**
 * Failed logins before anything can be unlocked: a file beside the slots, without names, each line chained to the one before.
 * The delay is measured by the time since the computer was started: neither a restart nor another clock makes it shorter.
 */
export class Gate {
  private readonly workspace: string
  private readonly clocks: Clocks
  /** What a disk that is full or read-only did not take. */
  private unwritten: Step[] = []

  constructor(workspace: string, clocks: Clocks) {
    this.workspace = workspace
    this.clocks = clocks
  }

  /** Milliseconds until the account may try again; 0 when it may now. */
  wait(label: string): number {
    const open = openCounts(this.steps()).get(label)
    if (open === undefined) return 0
    const up = this.clocks.uptime()
    // Less than at the failure: the computer was started since, and at least that long ago.
    const elapsed = up >= open.up ? up - open.up : up
    return Math.ceil(Math.max(0, delayAfter(open.count) - elapsed))
  }

  failed(label: string): void {
    this.add({ kind: 'failed', label, count: 1, ...this.moment() })
  }

  /** What failed before delays this account no more. */
  passed(label: string): void {
    if (openCounts(this.steps()).has(label)) this.add({ kind: 'passed', label, count: 0, ...this.moment() })
  }

  /** `known`: hashes of which the log tells, `told` and `next` of the series before; empty where there was none. */
  untold(known: readonly string[]): Series {
    const file = this.read()
    const from = known.length === 0 ? 0 : file.lines.findIndex(({ hash }) => known.includes(hash)) + 1
    const isContinued = known.length === 0 || from > 0
    const failures = new Map<string, { label: string; count: number; since: number }>()
    for (const { entry } of file.lines.slice(from).filter(isStep)) {
      if (entry.kind !== 'failed') continue
      const { label, time } = entry
      const one = failures.get(label) ?? { label, count: 0, since: time }
      failures.set(label, { ...one, count: one.count + 1 })
    }
    const told = lastHash(file)
    const next = lastHash(restarted(file, file.lines.length))
    return { isWhole: file.isWhole && isContinued, failures: [...failures.values()], told, next }
  }

  /** Once the log tells the series: the file begins anew, with what delays other accounts still and what came meanwhile. */
  restart({ told }: Series): void {
    this.change((file) => {
      const at = file.lines.findIndex(({ hash }) => hash === told)
      return at < 0 ? file : restarted(file, at + 1)
    })
  }

  private get path(): string {
    return gatePath(this.workspace)
  }

  /** A file that cannot be read is no reason to let nobody in. */
  private read(): GateFile {
    try {
      return readGate(this.path)
    } catch {
      return { ...freshFile(''), isWhole: false }
    }
  }

  private moment(): { time: number; up: number } {
    return { time: this.clocks.now(), up: this.clocks.uptime() }
  }

  private steps(): Step[] {
    const { lines } = this.read()
    return [...lines.filter(isStep).map(({ entry }) => entry), ...this.unwritten]
  }

  private add(step: Step): void {
    const waiting = [...this.unwritten, step]
    this.unwritten = []
    try {
      this.change((file) => waiting.reduce<GateFile>(withLine, file))
    } catch {
      this.unwritten = waiting
    }
  }

  private change(work: (file: GateFile) => GateFile): void {
    aloneWithSlots(this.workspace, () => writeGate(this.path, work(this.read())))
  }
}

const lastHash = ({ lines }: GateFile): string => lines.at(-1)?.hash ?? ''

/** By account: failures since it last passed, and when the last one was. */
const openCounts = (
  steps: readonly Step[],
): ReadonlyMap<string, { count: number; time: number; up: number }> => {
  const counts = new Map<string, { count: number; time: number; up: number }>()
  for (const { kind, label, count, time, up } of steps)
    if (kind === 'passed') counts.delete(label)
    else counts.set(label, { count: (counts.get(label)?.count ?? 0) + count, time, up })
  return counts
}

/** The first `upTo` lines are told: of them only what still counts goes on. */
const restarted = ({ lines }: GateFile, upTo: number): GateFile => {
  const told = lines.slice(0, upTo)
  const carried = [...openCounts(told.filter(isStep).map(({ entry }) => entry))].map(
    ([label, open]): Step => ({ kind: 'carried', label, ...open }),
  )
  const after = told.at(-1)?.hash ?? ''
  const later = lines
    .slice(upTo)
    .filter(isStep)
    .map(({ entry }) => entry)
  return later.reduce<GateFile>(withLine, freshFile(after, carried))
}
