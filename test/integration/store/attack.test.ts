import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formLock } from '../../../electron/budget/index.ts'
import type { CommitBytes } from '../../../electron/store/commit-bytes.ts'
import { firstFork } from '../../../electron/store/judging/held.ts'
import { privateKeyFrom, publicBytes, signHash } from '../../../electron/store/keys.ts'
import { digestOf, hashCommit } from '../../../electron/store/log.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { nextHlc } from '../../../shared/clock/hlc.ts'
import { decodeHeader } from '../../../shared/commit/header.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import { must, testNow } from '../../fixtures/store.ts'
import { forge } from './forge.ts'
import { hashOf, missing, type Network, type Node, openNetwork } from './network.ts'

let network: Network
let admin: Node
let honest: Node
let rogue: Node
let opd: string
beforeEach(() => {
  network = openNetwork({ devices: 3, rules: [formLock] }, ['perencana'])
  ;[admin, honest, rogue] = network.nodes as [Node, Node, Node]
  opd = must(
    admin.store.commit(admin.actor, 'OPD', (tx) => tx.create('opd', { code: '1', name: 'Dinas' })),
  ).value
  spread(admin)
})
afterEach(() => network.close())

const spread = (from: Node): void => {
  for (const { store } of network.nodes) must(store.receive(missing(from.store, store)))
}

/** Nothing changed at the honest officer's, and the attempt stands where an officer sees it. */
const expectShown = (received: readonly CommitBytes[], reason: string): void => {
  const before = hashOf(honest.store)
  const receipt = must(honest.store.receive(received))
  expect(receipt.applied).toBe(0)
  expect(hashOf(honest.store)).toBe(before)
  const shown = [...honest.store.held.list(), ...honest.store.refused()].map((one) => one.reason)
  expect(shown).toContain(reason)
}

const roleFor = ({ store, actor }: Node, n = 1): RowChange => {
  const { device, seq } = store.head()
  return {
    type: 'role',
    id: `${device}.${seq + 1}.${n}`,
    operation: 'create',
    cells: { officer: actor.officer, role: 'admin', opd: null, from: null, until: null, actingFor: null },
  }
}

describe('an enrolled device with a patched program', () => {
  it('cannot grant its officer a role', () => {
    expectShown([forge(rogue, { changes: [roleFor(rogue)] })], 'forbidden')
  })

  it('cannot use a role that it granted itself: the grant was never in force', () => {
    const grant = forge(rogue, { changes: [roleFor(rogue)] })
    const { device, seq } = rogue.store.head()
    const use = forge(rogue, {
      seq: seq + 2,
      previous: grant.hash,
      seen: { ...rogue.store.log.vector(), [device]: seq + 1 },
      changes: [
        { type: 'officer', id: rogue.actor.officer, operation: 'update', cells: { name: 'Wali Kota' } },
      ],
    })
    expectShown([grant, use], 'forbidden')
    expect(honest.store.refused()).toHaveLength(2)
  })

  it('cannot use a role that it had until somebody ended it', () => {
    const role = must(
      admin.store.commit(admin.actor, 'Peran', (tx) =>
        tx.create('role', { officer: rogue.actor.officer, role: 'admin' }),
      ),
    ).value
    spread(admin)
    const rename = (name: string): RowChange => ({
      type: 'officer',
      id: rogue.actor.officer,
      operation: 'update',
      cells: { name },
    })
    const first = forge(rogue, { changes: [rename('Wali Kota')] })
    for (const { store } of [admin, honest])
      expect(must(store.receive([first]))).toMatchObject({ applied: 1 })
    must(admin.store.commit(admin.actor, 'Akhiri', (tx) => tx.remove('role', role)))
    spread(admin)
    const { device, seq } = rogue.store.head()
    const second = forge(rogue, {
      seq: seq + 2,
      previous: first.hash,
      seen: { ...admin.store.log.vector(), [device]: seq + 1 },
      changes: [rename('Gubernur')],
    })
    expectShown([second], 'forbidden')
  })

  it('cannot build on what was refused', () => {
    const { device, seq } = rogue.store.head()
    const made = forge(rogue, {
      changes: [
        {
          type: 'opd',
          id: `${device}.${seq + 1}.1`,
          operation: 'create',
          cells: { code: '8', name: 'Semu' },
        },
        roleFor(rogue, 2),
      ],
    })
    const change: RowChange = {
      type: 'opd',
      id: `${device}.${seq + 1}.1`,
      operation: 'update',
      cells: { name: 'Hidup' },
    }
    const then = forge(rogue, {
      seq: seq + 2,
      previous: made.hash,
      seen: { ...rogue.store.log.vector(), [device]: seq + 1 },
      changes: [change],
    })
    expectShown([made, then], 'unknown')
  })

  it('cannot sign for another officer', () => {
    expectShown([forge(rogue, { officer: admin.actor.officer, changes: [roleFor(rogue)] })], 'officer')
  })

  it('cannot write in the name of another device', () => {
    const { device, seq, hash } = admin.store.head()
    expectShown([forge(rogue, { device, seq: seq + 1, previous: hash })], 'device-signature')
  })

  it('cannot change a form whose lock it knew', () => {
    const form = must(
      admin.store.commit(admin.actor, 'Formulir', (tx) =>
        tx.create('budgetForm', { opd, year: 2027, version: 1, current: true, status: 'direkomendasikan' }),
      ),
    ).value
    const lock = {
      status: 'dikunci',
      statusBy: admin.actor.officer,
      statusAt: '2026-11-21T07:05:00.000Z',
    } as const
    must(admin.store.commit(admin.actor, 'Kunci', (tx) => tx.update('budgetForm', form, lock)))
    spread(admin)
    const { device, seq } = rogue.store.head()
    const added: RowChange = {
      type: 'budgetRow',
      id: `${device}.${seq + 1}.1`,
      operation: 'create',
      cells: { form, opd, position: 1, stage: 'Sisipan' },
    }
    expectShown([forge(rogue, { changes: [added] })], 'ruled')
  })

  it('is not heard after it was revoked, whatever its clock says, and what it wrote before stays', () => {
    must(rogue.store.commit(rogue.actor, 'Jujur', (tx) => tx.create('opd', { code: '2', name: 'Dinas Dua' })))
    spread(rogue)
    const { device, seq, hash, hlc } = rogue.store.head()
    const [enrolled] = admin.store.reader.where('device', { deviceId: device })
    must(
      admin.store.commit(admin.actor, 'Cabut', (tx) =>
        tx.update('device', String(enrolled?.id), { lastSeq: seq, lastHash: hash }),
      ),
    )
    must(honest.store.receive(missing(admin.store, honest.store)))
    const change: RowChange = { type: 'opd', id: opd, operation: 'update', cells: { name: 'Diam-diam' } }
    expectShown([forge(rogue, { hlc: hlc + 1, changes: [change] })], 'revoked')
    expectShown([forge(rogue, { seq: seq + 2, hlc: nextHlc(0, testNow - 86_400_000) })], 'chain')
    expect(honest.store.reader.where('opd', { code: '2' })).toHaveLength(1)
  })

  it('cannot enrol a key of its own under the name of another device', () => {
    const signing = privateKeyFrom('ed25519', randomBytes(32))
    const { device, seq, hash } = honest.store.head()
    const enrolment: RowChange = {
      type: 'device',
      id: `${device}.${seq + 1}.1`,
      operation: 'create',
      cells: { deviceId: device, name: 'curian', signKey: publicBytes(signing) },
    }
    const previous = Buffer.from(hash)
    const stolen = forge(rogue, { device, seq: seq + 1, previous, changes: [enrolment], deviceKey: signing })
    must(admin.store.receive([...missing(honest.store, admin.store), stolen]))
    expect(admin.store.held.list().map(({ reason }) => reason)).toEqual(['device-signature'])
    must(honest.store.commit(honest.actor, 'Jujur', (tx) => tx.update('opd', opd, { short: 'D' })))
    expect(must(admin.store.receive(missing(honest.store, admin.store)))).toMatchObject({ applied: 1 })
  })

  it('cannot take the place of an entry by a copy that carries another signature of the officer', () => {
    must(honest.store.commit(honest.actor, 'Jujur', (tx) => tx.update('opd', opd, { short: 'DKK' })))
    const [own] = missing(honest.store, admin.store) as [CommitBytes]
    must(admin.store.receive([{ ...own, officerSignature: own.deviceSignature }]))
    expect(admin.store.held.list().map(({ reason }) => reason)).toEqual(['officer'])
    expect(must(admin.store.receive([own]))).toMatchObject({ applied: 1 })
    expect(admin.store.reader.find('opd', opd)?.['short']).toBe('DKK')
  })

  it('cannot bring changes of another type to a record', () => {
    const changes: RowChange[] = [
      { type: 'opd', id: opd, operation: 'update', cells: { short: 'DK' } },
      { type: 'zzz', id: opd, operation: 'update', cells: { name: 'Diselundupkan', foo: 1 } },
    ]
    must(honest.store.receive([forge(rogue, { changes })]))
    must(admin.store.commit(admin.actor, 'Bersamaan', (tx) => tx.update('opd', opd, { short: 'DKES' })))
    must(honest.store.receive(missing(admin.store, honest.store)))
    expect(honest.store.reader.find('opd', opd)?.name).not.toBe('Diselundupkan')
  })

  it('cannot use the id of one record for another type in the same commit, which would stop every batch that holds it', () => {
    const { device, seq } = rogue.store.head()
    const id = `${device}.${seq + 1}.1`
    const poison = forge(rogue, {
      changes: [
        { type: 'budgetRow', id, operation: 'create', cells: { opd, stage: 'x' } },
        { type: 'budgetForm', id, operation: 'update', cells: { statusNote: 'y' } },
        { type: 'budgetForm', id, operation: 'update', cells: { statusNote: 'z' } },
      ],
    })
    expectShown([poison], 'unknown')
    must(admin.store.commit(admin.actor, 'OPD', (tx) => tx.create('opd', { code: '9', name: 'Dinas Lain' })))
    expect(must(honest.store.receive([poison, ...missing(admin.store, honest.store)])).applied).toBe(1)
  })

  it('cannot spoil what somebody else signed by handing it on under another signature', () => {
    const thief = generateKeyPairSync('ed25519').privateKey
    const { device, seq } = rogue.store.head()
    const credential: RowChange = {
      type: 'credential',
      id: `${device}.${seq + 1}.1`,
      operation: 'create',
      cells: { officer: admin.actor.officer, signKey: publicBytes(thief) },
    }
    expectShown([forge(rogue, { changes: [credential] })], 'forbidden')
    must(admin.store.commit(admin.actor, 'OPD', (tx) => tx.create('opd', { code: '9', name: 'Dinas Lain' })))
    must(admin.store.commit(admin.actor, 'OPD', (tx) => tx.create('opd', { code: '10', name: 'Dinas Baru' })))
    const own = missing(admin.store, honest.store)
    const spoiled = own.map((one) => {
      const { previous } = decodeHeader(one.header)
      return { ...one, officerSignature: signHash(hashCommit(previous, one.header), thief) }
    })
    expectShown(spoiled, 'officer-signature')
    must(honest.store.receive(own))
    expect(honest.store.reader.where('opd', { code: '10' })).toHaveLength(1)
    expect(honest.store.refused().map(({ reason }) => reason)).toEqual(['forbidden'])
    expect(verifyChain(honest.store.db).faults).toEqual([])
    // Once it is right it stays.
    must(honest.store.receive(spoiled))
    expect(honest.store.reader.where('opd', { code: '10' })).toHaveLength(1)
    must(admin.store.receive(missing(rogue.store, admin.store)))
    expect(hashOf(honest.store)).toBe(hashOf(admin.store))
  })

  it('cannot replay, fork or rewrite its chain', () => {
    const first = must(
      rogue.store.commit(rogue.actor, 'Satu', (tx) => tx.create('opd', { code: '3', name: 'Tiga' })),
    )
    const again = missing(rogue.store, honest.store)
    spread(rogue)
    const before = hashOf(honest.store)
    expect(must(honest.store.receive([...again, ...again]))).toMatchObject({
      applied: 0,
      waiting: 0,
      aside: 0,
    })
    expect(hashOf(honest.store)).toBe(before)
    const change: RowChange = { type: 'opd', id: opd, operation: 'update', cells: { name: 'Cabang' } }
    expectShown([forge(rogue, { seq: first.seq, changes: [change] })], 'fork')
    expectShown([forge(rogue, { previous: digestOf(Buffer.from('lain')), changes: [change] })], 'chain')
    const { hlc } = rogue.store.head()
    for (const stopped of [hlc, hlc - 1])
      expectShown([forge(rogue, { hlc: stopped, changes: [change] })], 'chain')
  })

  it('forks its chain for two computers: a revocation from before it makes both alike, and both show it', () => {
    const { seq } = rogue.store.head()
    const named = (name: string): CommitBytes =>
      forge(rogue, {
        changes: [
          {
            type: 'priceStandard',
            id: `${rogue.store.head().device}.${seq + 1}.1`,
            operation: 'create',
            cells: { item: name, price: 1 },
          },
        ],
      })
    const [one, other] = [named('Kertas'), named('Tinta')]
    must(admin.store.receive([one]))
    must(honest.store.receive([other]))
    expect(hashOf(admin.store)).not.toBe(hashOf(honest.store))
    must(admin.store.receive([other]))
    must(honest.store.receive([one]))
    for (const { store } of [admin, honest])
      expect(store.held.list().map(({ reason }) => reason)).toEqual(['fork'])
    const { device } = rogue.store.head()
    expect([admin, honest].map(({ store }) => firstFork(store.reader.statements, device))).toEqual([
      seq + 1,
      seq + 1,
    ])
    const [record] = admin.store.reader.where('device', { deviceId: device })
    must(
      admin.store.commit(admin.actor, 'Dicabut', (tx) =>
        tx.update('device', record?.id ?? '', { lastSeq: seq, lastHash: rogue.store.head().hash }),
      ),
    )
    must(honest.store.receive(missing(admin.store, honest.store)))
    expect(hashOf(honest.store)).toBe(hashOf(admin.store))
    for (const { store } of [admin, honest]) {
      expect(store.refused().map(({ reason }) => reason)).toEqual(['revoked'])
      expect(store.reader.where('priceStandard', {})).toEqual([])
    }
  })

  it('cannot make another computer look as if it had forked', () => {
    spread(admin)
    const { device, seq } = admin.store.head()
    const { signing } = rogue.actor
    const change: RowChange = { type: 'opd', id: opd, operation: 'update', cells: { name: 'Palsu' } }
    const forged = forge(rogue, { device, seq, changes: [change], officerKey: signing, deviceKey: signing })
    expectShown([forged], 'device-signature')
    expect(firstFork(honest.store.reader.statements, device)).toBeNull()
  })

  it('cannot hide others by what it sends: an honest commit that follows is applied', () => {
    must(
      honest.store.receive([
        forge(rogue, { changes: [roleFor(rogue)] }),
        { ...forge(rogue, {}), header: new Uint8Array([9, 9]) },
      ]),
    )
    must(admin.store.commit(admin.actor, 'Lanjut', (tx) => tx.update('opd', opd, { name: 'Dinas Baru' })))
    expect(must(honest.store.receive(missing(admin.store, honest.store)))).toMatchObject({ applied: 1 })
    expect(honest.store.held.list().map(({ reason }) => reason)).toEqual(['malformed'])
  })

  it('cannot put words into parts that its header does not cover', () => {
    const change: RowChange = { type: 'opd', id: opd, operation: 'update', cells: { name: 'Asli' } }
    const commit = forge(rogue, { changes: [change] })
    const other = forge(rogue, { changes: [{ ...change, cells: { name: 'Lain' } }] })
    expectShown([{ ...commit, bodies: other.bodies }], 'part')
  })
})
