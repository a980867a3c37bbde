import { covers } from '../../shared/clock/dots.ts'
import type { Reads } from '../../shared/compliance/compare.ts'
import { type OwnedType, ownedBy } from '../../shared/compliance/facts.ts'
import type { ChangeCause } from '../../shared/contract/compliance.ts'
import { complianceTexts } from '../../shared/texts/compliance.ts'
import type { QueryContext } from '../feature.ts'
import { officerName, timeOf } from '../records/index.ts'
import { commitName, type StoredCommit } from '../store/log.ts'
import { CommitCache, commitsOf } from '../store/past.ts'
import type { KnownRows } from './known-rows.ts'
import { isSeen } from './opened.ts'
import type { Row, RowsOf, Source } from './rows.ts'

/** A record that stands otherwise than it did; null: on that side it is not there. */
type Difference = {
  readonly type: string
  readonly id: string
  readonly was: Row | null
  readonly is: Row | null
}

const mostRecords = 5
const mostCommits = 3

/** What stands unchanged is the same object on both sides (`KnownRows`). */
const differencesIn = (type: string, earlier: RowsOf, present: RowsOf): Difference[] => {
  const [before, after] = [earlier.get(type), present.get(type)]
  const ids = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])
  return [...ids].flatMap((id) => {
    const [was, is] = [before?.get(id) ?? null, after?.get(id) ?? null]
    return was === is ? [] : [{ type, id, was, is }]
  })
}

const sides = ({ was, is }: Difference): Row[] => [was, is].filter((row) => row !== null)

export type Caused = {
  readonly causes: ChangeCause[]
  readonly more: number
  /** Records of other OPDs that the officer may not see changed too. */
  readonly hidden: boolean
  /** Nothing that was read changed: a day came. */
  readonly byTime: boolean
}

/** Which records changed between what was known at the end of a day and now, and who changed them. */
export class Causes {
  private readonly context: QueryContext
  private readonly earlier: KnownRows
  private readonly present: Source
  private readonly commits: CommitCache
  private readonly byType = new Map<string, readonly Difference[]>()
  private readonly told = new Map<string, ChangeCause>()

  constructor(context: QueryContext, earlier: KnownRows, present: Source) {
    this.context = context
    this.earlier = earlier
    this.present = present
    this.commits = new CommitCache(context.reader)
  }

  /** `opd`: null for the city. `apart`: those of which the verdicts do not say the same come before others. */
  of(reads: Reads, opd: string | null, apart: ReadonlySet<string>): Caused {
    const all = this.candidates(reads, opd)
    const telling = all.filter(({ id }) => apart.has(id) || id === opd)
    const chosen = telling.length > 0 ? telling : all
    const seen = chosen.filter((one) => this.isSeen(one))
    const causes = seen
      .map((one) => this.causeOf(one))
      .toSorted((a, b) => ((a.commits[0]?.time ?? '') < (b.commits[0]?.time ?? '') ? 1 : -1))
    return {
      causes: causes.slice(0, mostRecords),
      more: Math.max(0, causes.length - mostRecords),
      hidden: seen.length < chosen.length,
      byTime: all.length === 0,
    }
  }

  private candidates({ owned, city }: Reads, opd: string | null): Difference[] {
    const isOwn = (type: string) => (one: Difference) =>
      opd === null || sides(one).some((row) => row[ownedBy[type as OwnedType]] === opd)
    const found = [
      ...[...owned].flatMap((type) => this.differences(type).filter(isOwn(type))),
      ...[...city].flatMap((type) => this.differences(type).filter((one) => concerns(one, opd))),
      ...this.differences('opd').filter(({ id }) => id === opd),
    ]
    return [...new Map(found.map((one) => [one.id, one])).values()]
  }

  private differences(type: string): readonly Difference[] {
    const known = this.byType.get(type) ?? differencesIn(type, this.earlier.rows, this.present.rows)
    this.byType.set(type, known)
    return known
  }

  /** As a list of its register shows it to the officer. */
  private isSeen(one: Difference): boolean {
    const { scope } = this.context.reader.definition(one.type)
    return scope === null || sides(one).some((row) => isSeen(this.context, row[scope] as string | null))
  }

  private causeOf(one: Difference): ChangeCause {
    const known = this.told.get(one.id) ?? this.readCause(one)
    this.told.set(one.id, known)
    return known
  }

  private readCause({ type, id, was, is }: Difference): ChangeCause {
    const { reader } = this.context
    const since = commitsOf(reader, id, 0, this.commits)
      .filter((commit) => !covers(this.earlier.known, commit))
      .toReversed()
    const title = reader.titleOf(reader.definition(type), is ?? was ?? {})
    return {
      type,
      id,
      title: title === '' ? complianceTexts.noTitle : title,
      isGone: is === null,
      commits: since.slice(0, mostCommits).map((commit) => this.toldOf(commit)),
      more: Math.max(0, since.length - mostCommits),
    }
  }

  private toldOf(commit: StoredCommit): ChangeCause['commits'][number] {
    const { hlc, officer, capacity, reason } = commit
    return {
      commit: commitName(commit),
      time: timeOf(hlc),
      officer: officerName(this.context.reader, officer),
      capacity,
      reason,
    }
  }
}

/** Of the city's registers what can concern an OPD: its own people, and of OPDs itself and the one that looks after ICT. */
const concerns = (one: Difference, opd: string | null): boolean => {
  if (opd === null) return true
  if (one.type === 'opd') return one.id === opd || sides(one).some(({ leads }) => leads === true)
  if (one.type !== 'person') return true
  return sides(one).some((row) => row['opd'] === opd || row['opd'] === null)
}
