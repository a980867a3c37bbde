import { generateKeyPairSync } from 'node:crypto'
import { afterEach, expect, it, vi } from 'vitest'
import type { CommitBytes } from '../../../electron/store/commit-bytes.ts'
import { Judiciary } from '../../../electron/store/judging/judiciary.ts'
import { publicBytes, signHash } from '../../../electron/store/keys.ts'
import { hashCommit } from '../../../electron/store/log.ts'
import { searchRecords } from '../../../electron/store/search/search.ts'
import { decodeHeader, encodeHeader } from '../../../shared/commit/header.ts'
import { must } from '../../fixtures/store.ts'
import { forge } from './forge.ts'
import { hashOf, missing, type Node } from './network.ts'
import { create, deviceRow, give, makeForm, makeOpd, office, revoke, shown, update } from './office.ts'

afterEach(() => vi.restoreAllMocks())

/** Commits of a patched program one after another in its chain. */
const chain = (
  from: Node,
  count: number,
  what: (dot: { readonly device: string; readonly seq: number }) => Parameters<typeof forge>[1],
): CommitBytes[] => {
  const { device, seq, hash } = from.store.head()
  const vector = from.store.log.vector()
  let previous: Uint8Array = hash
  return Array.from({ length: count }, (_one, n) => {
    const dot = { device, seq: seq + 1 + n }
    const made = forge(from, {
      seq: dot.seq,
      previous,
      seen: { ...vector, [device]: dot.seq - 1 },
      ...what(dot),
    })
    previous = made.hash
    return made
  })
}
/** How often the whole log is judged while the work is done. */
const judgments = (work: () => void): number => {
  const judged = vi.spyOn(Judiciary.prototype, 'judgeAll')
  work()
  return judged.mock.calls.length
}

it('refused words about releases and devices make nobody read the whole log, while no device is taken out', () => {
  const { rogue, third, admin } = office
  const { device, seq } = admin.store.head()
  const row = deviceRow(admin)
  const releases = chain(rogue, 5, (dot) => ({
    changes: [
      { type: 'release', id: `${dot.device}.${dot.seq}.1`, operation: 'create', cells: { device, seq } },
      update('device', row, { lastSeq: 1 }),
    ],
  }))
  expect(judgments(() => must(third.store.receive(releases)))).toBe(0)
  expect(shown(third)).toEqual(Array.from({ length: 5 }, () => 'forbidden'))
})

it('once a device is taken out, however many such words make it read once', () => {
  const { admin, rogue, third, viewer } = office
  const late = forge(viewer, {})
  revoke(admin, viewer, viewer.store.head().seq)
  give(admin, third)
  must(third.store.receive([late]))
  const row = deviceRow(third)
  const words = chain(rogue, 5, () => ({ changes: [update('device', row, { lastSeq: 1, lastHash: null })] }))
  expect(judgments(() => must(third.store.receive(words)))).toBe(1)
  expect(shown(third).sort()).toEqual([...Array.from({ length: 5 }, () => 'forbidden'), 'revoked'])
})

it('a log that was handed on under false signatures is judged once when the true ones come', () => {
  const { admin, rogue, third, ally } = office
  const thief = generateKeyPairSync('ed25519').privateKey
  const said = create(rogue, 'credential', { officer: admin.actor.officer, signKey: publicBytes(thief) })
  must(third.store.receive([forge(rogue, { changes: [said] })]))
  for (const code of ['2', '3', '4', '5']) makeOpd(admin, code)
  const spoiled = missing(admin.store, third.store).map((one) => ({
    ...one,
    officerSignature: signHash(hashCommit(decodeHeader(one.header).previous, one.header), thief),
  }))
  must(third.store.receive(spoiled))
  give(admin, ally)
  expect(judgments(() => give(admin, third))).toBe(1)
  expect(shown(third)).toEqual(['forbidden'])
  give(rogue, ally)
  expect(hashOf(third.store)).toBe(hashOf(ally.store))
})

it('however many commits a device signs for one place, all wait until what they lack is here, and one of them counts', () => {
  const { admin, rogue, third } = office
  const { device, seq } = admin.store.head()
  const many = Array.from({ length: 40 }, (_one, n) =>
    forge(rogue, { reason: `r${n}`, seen: { ...rogue.store.log.vector(), [device]: seq + 1 } }),
  )
  must(third.store.receive(many))
  expect(shown(third)).toEqual(many.map(() => 'unseen'))
  makeOpd(admin, '2')
  give(admin, third)
  expect(shown(third)).toEqual(many.slice(1).map(() => 'fork'))
})

it('a header that names devices of which it has seen nothing is none', () => {
  const { rogue, third } = office
  const made = forge(rogue, {})
  const header = decodeHeader(made.header)
  const seen = { ...header.seen, zzzzzzzzzz: 0 }
  must(third.store.receive([{ ...made, header: encodeHeader({ ...header, seen }) }]))
  expect(shown(third)).toEqual(['malformed'])
})

it('rows that hold the words by which types are marked hide no OPD from the search', () => {
  const { rogue, third, admin, opd } = office
  const { form } = makeForm()
  const id = makeOpd(admin, 'Dinas Kesehatan').value
  give(admin, third)
  const marks = Array.from({ length: 60 }, (_one, n) => `${String.fromCharCode(0xe000)}${n}`).join(' ')
  const notes = ['dinas kesehatan', 'dinas kesehatan', `dinas kesehatan ${marks}`]
  const rows = chain(rogue, notes.length, ({ device, seq }) => {
    const note = notes.shift() ?? ''
    return {
      changes: Array.from({ length: 199 }, (_one, n) => ({
        type: 'budgetRow',
        id: `${device}.${seq}.${n + 1}`,
        operation: 'create' as const,
        cells: { form, opd, note },
      })),
    }
  })
  must(third.store.receive(rows))
  const found = searchRecords(third.store.reader, 'dinas kesehatan', 30, null, 8)
  expect(found.map((one) => one.id)).toContain(id)
})
