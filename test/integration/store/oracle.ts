import { expect } from 'vitest'
import { type ReadCommit, readCommit, type StoredCommit } from '../../../electron/store/log.ts'
import type { Store } from '../../../electron/store/store.ts'
import { decodeClocks } from '../../../shared/clock/dots.ts'
import type { Cell } from '../../../shared/records/field.ts'
import { unitsOfThing } from '../../fixtures/things.ts'

type Cells = Readonly<Record<string, Cell>>
type Step = { readonly name: string; readonly commit: ReadCommit; readonly cells: Cells }

/** Every commit that counts, with its changes: from the log alone. */
export const commitsIn = (store: Store): ReadCommit[] =>
  store.reader
    .rows<StoredCommit>('select * from _log where arrival not in (select arrival from _localRefused)')
    .map((stored) => readCommit(store.reader.statements, stored))

const stepsOf = (commits: readonly ReadCommit[], id: string): Step[] =>
  commits.flatMap((commit) => {
    const changes = commit.changes.filter((change) => change.id === id)
    if (changes.length === 0) return []
    const there = changes.some(({ operation }) => operation === 'create') ? { $deleted: 0 } : {}
    const { device, seq } = commit.stored
    return [
      {
        name: `${device}.${seq}`,
        commit,
        cells: Object.assign({ ...there }, ...changes.map(({ cells }) => cells)) as Cells,
      },
    ]
  })

const knew = (later: Step, earlier: Step): boolean => {
  const { device, seq } = earlier.commit.stored
  const own = later.commit.stored
  return (later.commit.header.seen[device] ?? 0) >= seq || (own.device === device && own.seq > seq)
}

const undominated = (steps: readonly Step[]): Step[] =>
  steps.filter((one) => steps.every((other) => other === one || !knew(other, one)))

/** The greatest clock first, of equal ones the greatest device. */
const sorted = (steps: readonly Step[]): Step[] =>
  [...steps].sort(({ commit: { stored: a } }, { commit: { stored: b } }) =>
    a.hlc === b.hlc ? (a.device > b.device ? -1 : 1) : b.hlc - a.hlc,
  )

type Expected = { readonly heads: readonly string[]; readonly cells: Cells }

/** What one unit shows, and who stands beside whom, by looking at every pair of changes. */
const unitFrom = (steps: readonly Step[], keys: readonly string[], isDecided: boolean): Expected | null => {
  const writing = steps.filter(({ cells }) => keys.some((key) => key in cells))
  if (writing.length === 0) return null
  const heads = sorted(undominated(writing))
  const agreed = writing.filter((one) => !heads.includes(one) && heads.every((head) => knew(head, one)))
  const shown = heads.length > 1 && isDecided ? sorted(undominated(agreed))[0] : heads[0]
  return {
    heads: heads.map(({ name }) => name),
    cells: Object.fromEntries(keys.map((key) => [key, shown?.cells[key] ?? null])),
  }
}

/** Whether an author knew a change, be it by way of others. */
const restsOn = (steps: readonly Step[], later: Step, earlier: Step): boolean =>
  knew(later, earlier) ||
  steps.some((one) => one !== later && knew(later, one) && restsOn(steps, one, earlier))

/** Whether a record is there: beside a deletion stands whatever was written without knowing of it. */
const presenceFrom = (steps: readonly Step[]): Expected | null => {
  const plain = unitFrom(steps, ['$deleted'], false)
  const deletions = steps.filter(({ name, cells }) => plain?.heads.includes(name) && cells.$deleted === 1)
  const unseen = steps.filter(
    (step) =>
      !('$deleted' in step.cells) &&
      deletions.some((one) => !restsOn(steps, one, step) && !restsOn(steps, step, one)),
  )
  if (plain === null || unseen.length === 0) return plain
  const standing = steps.filter((step) => plain.heads.includes(step.name) || unseen.includes(step))
  return { ...plain, heads: sorted(undominated(standing)).map(({ name }) => name) }
}

type Row = Readonly<Record<string, Cell>> & { readonly id: string; readonly _clock: Uint8Array | null }

const isMaking = (id: string, name: string): boolean => id.startsWith(`${name}.`)

/** Every thing shows what all of its changes say, names the heads of each dispute, and no other; and every dispute is listed. */
export const expectAsAllChangesSay = (store: Store): void => {
  const commits = commitsIn(store)
  const rows = store.reader.rows<Row>('select * from thing order by id')
  const made = commits.flatMap(({ changes }) =>
    changes.filter(({ type, operation }) => type === 'thing' && operation === 'create').map(({ id }) => id),
  )
  expect(rows.map(({ id }) => id)).toEqual(made.sort())
  const disputed: string[] = []
  for (const row of rows) {
    const steps = stepsOf(commits, row.id)
    const clocks = decodeClocks(row._clock)
    let isDisputed = false
    for (const [unit, { keys, decided }] of Object.entries(unitsOfThing)) {
      const expected = unit === '$deleted' ? presenceFrom(steps) : unitFrom(steps, keys, decided)
      const shown = Object.fromEntries(
        keys.map((key) => [key, row[key === '$deleted' ? '_deleted' : key] ?? null]),
      )
      const found = clocks.get(unit)?.map(({ device, seq }) => `${device}.${seq}`)
      expect({ id: row.id, ...shown }).toEqual({
        id: row.id,
        ...Object.fromEntries(keys.map((key) => [key, null])),
        ...expected?.cells,
      })
      const heads =
        expected === null || (expected.heads.length === 1 && isMaking(row.id, expected.heads[0] ?? ''))
          ? undefined
          : expected.heads
      expect({ unit, heads: found }).toEqual({ unit, heads })
      isDisputed ||= (heads?.length ?? 0) > 1
    }
    if (isDisputed) disputed.push(row.id)
  }
  const listed = store.reader.rows<{ record: string }>(
    `select record from _dispute where type = 'thing' order by record`,
  )
  expect(listed.map(({ record }) => record)).toEqual(disputed)
}
