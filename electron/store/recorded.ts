import { type Dot, sameDot } from '../../shared/clock/dots.ts'
import type { Seen } from '../../shared/commit/header.ts'
import { parseRecordId } from '../../shared/commit/id.ts'
import { releaseType } from './judging/releases.ts'
import { headerOf, type StoredCommit } from './log.ts'
import type { Reader } from './reader.ts'

type Timed = Pick<StoredCommit, 'arrival' | 'device' | 'seq' | 'hlc' | 'header'>
type Release = Dot & { readonly hlc: number }

const atOnce = 1000

/** How many numbers, which do not fall from one to the next, are smaller; by halving. */
const smaller = (times: readonly number[], limit: number): number => {
  let [from, to] = [0, times.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if ((times[middle] ?? limit) < limit) from = middle + 1
    else to = middle
  }
  return from
}

/**
 * When each commit of the log was recorded (HLC), as far as clocks can be believed: by its own clock, but not before anything that its
 * author knew, so that a clock that runs behind takes nothing into the past; and where a clock ran ahead and an officer let the
 * commit in, when that was. The same on every computer that has the same commits, in whatever order they came.
 */
export class Recorded {
  private readonly reader: Reader
  /** By device, from its first commit on; they never fall along a chain, nor from what an author knew to what was made of it. */
  private times = new Map<string, number[]>()
  private arrival = 0
  private releases: readonly Release[] = []

  constructor(reader: Reader) {
    this.reader = reader
  }

  /** What had been recorded before a moment: of each device its last commit, and with it all that its author knew. */
  before(hlc: number): Seen {
    this.follow()
    const known = [...this.times].map(([device, times]) => [device, smaller(times, hlc)] as const)
    return Object.fromEntries(known.filter(([, seq]) => seq > 0))
  }

  private follow(): void {
    const releases = this.releasesNow()
    const { last } = this.reader.row<{ last: number | null }>('select max(arrival) as last from _log') ?? {}
    // On the computer whose clock ran ahead, what lets its commits in comes after them.
    if (releases.length !== this.releases.length || (last ?? 0) < this.arrival) {
      this.times = new Map()
      this.arrival = 0
    }
    this.releases = releases
    const next =
      'select arrival, device, seq, hlc, header from _log where arrival > ? order by arrival limit ?'
    for (let run = this.runAfter(next); run.length > 0; run = this.runAfter(next))
      for (const commit of run) this.note(commit)
  }

  private runAfter(sql: string): Timed[] {
    return this.reader.rows<Timed>(sql, this.arrival, atOnce)
  }

  /** Whatever its author knew stands in the log before it. */
  private note(commit: Timed): void {
    const { arrival, device, seq, hlc } = commit
    const own = this.times.get(device) ?? []
    const seen = Object.entries(headerOf(commit)?.seen ?? {})
    const known = seen.map(([other, most]) => this.times.get(other)?.[most - 1] ?? 0)
    const letIn = this.releases.find((one) => sameDot(one, { device, seq }))
    own[seq - 1] = Math.max(letIn === undefined ? hlc : Math.min(hlc, letIn.hlc), own[seq - 2] ?? 0, ...known)
    this.times.set(device, own)
    this.arrival = arrival
  }

  /** Each with the clock of the commit that let it in. */
  private releasesNow(): Release[] {
    if (!this.reader.catalogue.has(releaseType)) return []
    const rows = this.reader.rows<Dot & { readonly id: string }>(
      `select id, device, seq from "${releaseType}" where device is not null and seq is not null`,
    )
    return rows.flatMap(({ id, device, seq }) => {
      const by = parseRecordId(id)
      const found = this.reader.row<{ hlc: number }>(
        'select hlc from _log where device = ? and seq = ?',
        by?.device,
        by?.seq,
      )
      return found === undefined ? [] : [{ device, seq, hlc: found.hlc }]
    })
  }
}
