import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { knownOfficers } from '../../../electron/identity/credentials.ts'
import { emptySlots, officerSlot, parseSlots, withOfficers } from '../../../electron/identity/slots.ts'
import { disputedRecords } from '../../../electron/store/disputes.ts'
import { recoveryFacts } from '../../../electron/store/judging/recovery.ts'
import {
  deviceIdOf,
  officerKeysFrom,
  privateKeyFrom,
  publicBytes,
  recoveryKeysFrom,
  signHash,
} from '../../../electron/store/keys.ts'
import { readLocal, writeLocal } from '../../../electron/store/local.ts'
import { hashCommit } from '../../../electron/store/log.ts'
import { Store } from '../../../electron/store/store.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { decodeHeader } from '../../../shared/commit/header.ts'
import { largestCell, type RowChange } from '../../../shared/commit/part.ts'
import { must } from '../../fixtures/store.ts'
import { forge } from './forge.ts'
import { codeSecret, hashOf, missing } from './network.ts'
import {
  deviceRow,
  give,
  makeForm,
  makeOpd,
  office,
  put,
  revoke,
  said,
  shown,
  spread,
  stage,
  update,
} from './office.ts'

const opened: Store[] = []
afterEach(() => {
  for (const store of opened.splice(0)) store.close()
})

it('parts that claim more rows than a column holds do not stop a batch', () => {
  const { admin, rogue, third } = office
  const poison = forge(rogue, {
    more: Array.from({ length: 1100 }, () => ({
      kind: 3,
      rows: Number.MAX_SAFE_INTEGER,
      body: Buffer.of(0),
    })),
  })
  makeOpd(admin, '2')
  must(third.store.receive([poison, ...missing(admin.store, third.store)]))
  expect(third.store.reader.where('opd', {})).toHaveLength(2)
})

it('a record that one commit changes 140,000 times stops nobody', () => {
  const { admin, rogue, third, opd } = office
  const [body] = forge(rogue, {
    changes: Array.from({ length: 200 }, () => update('opd', opd, { short: 'x' })),
  }).bodies
  must(
    third.store.receive([
      forge(rogue, {
        more: Array.from({ length: 700 }, () => ({ kind: 1, rows: 200, body: body as Uint8Array })),
      }),
    ]),
  )
  must(admin.store.commit(admin.actor, 'Jujur', (tx) => tx.update('opd', opd, { short: 'y' })))
  expect(give(admin, third).applied).toBe(1)
}, 60_000)

it('a change of thousands of keys is none', () => {
  const { rogue, third, opd } = office
  const keys = Object.fromEntries(Array.from({ length: 20_000 }, (_unused, n) => [`k${n}`, null]))
  const wide = forge(rogue, {
    changes: [update('opd', opd, keys), update('opd', opd, keys), update('opd', opd, keys)],
  })
  must(third.store.receive([wide]))
  expect(shown(third)).toEqual(['part'])
})

it("an officer's own wrapped seed that is none leaves the keys of this computer readable", () => {
  const { third, viewer } = office
  const id = String(viewer.store.reader.where('credential', { officer: viewer.actor.officer })[0]?.id)
  must(third.store.receive([forge(viewer, { changes: [update('credential', id, { wrapped: '5' })] })]))
  // As SlotKeeper.follow writes them and readSlots reads them.
  const slots = knownOfficers(third.store.reader, '2026-11-21').flatMap(({ nip, account }) =>
    account === null ? [] : [officerSlot(nip, account.wrapped, account.boxKey, new Uint8Array(32))],
  )
  expect(parseSlots(JSON.parse(JSON.stringify(withOfficers(slots)(emptySlots('Kota')))))).not.toBeNull()
})

it('a recommended form keeps its rows also from who deletes and restores it in one commit', () => {
  const { admin, rogue, third } = office
  const { form, row } = makeForm()
  put(admin, 'budgetForm', form, { status: 'direkomendasikan', ...said() })
  spread(admin)
  must(
    third.store.receive([
      forge(rogue, {
        changes: [
          update('budgetForm', form, { $deleted: 1 }),
          update('budgetRow', row, { stage: 'Diubah' }),
          update('budgetForm', form, { $deleted: 0 }),
        ],
      }),
    ]),
  )
  expect(stage(third, row)).toBe('Asli')
})

it('a locked form is not opened by who says again what it was before', () => {
  const { admin, rogue, third } = office
  const { form, row } = makeForm()
  const before = rogue.store.log.vector()
  put(admin, 'budgetForm', form, { status: 'direkomendasikan', ...said() })
  put(admin, 'budgetForm', form, { status: 'dikunci', ...said() })
  spread(admin)
  const { device, seq } = rogue.store.head()
  const open = forge(rogue, {
    seen: before,
    changes: [
      update('budgetForm', form, { status: 'diperiksa', statusBy: null, statusAt: null, statusNote: null }),
    ],
  })
  const edit = forge(rogue, {
    seq: seq + 2,
    previous: open.hash,
    seen: { ...rogue.store.log.vector(), [device]: seq + 1 },
    changes: [update('budgetRow', row, { stage: 'Diubah' })],
  })
  must(third.store.receive([open, edit]))
  expect([third.store.reader.find('budgetForm', form)?.status, stage(third, row)]).toEqual([
    'dikunci',
    'Asli',
  ])
})

it('who may not recommend turns no honest change into a proposal by saying the recommendation again', () => {
  const { admin, rogue, third } = office
  const { form, row } = makeForm()
  put(admin, 'budgetForm', form, { status: 'direkomendasikan', ...said() })
  spread(admin)
  const before = rogue.store.log.vector()
  put(admin, 'budgetForm', form, { status: 'diperiksa' })
  put(admin, 'budgetRow', row, { stage: 'Jujur' })
  spread(admin)
  must(
    third.store.receive([
      forge(rogue, {
        seen: before,
        changes: [update('budgetForm', form, { status: 'direkomendasikan', ...said(), statusNote: null })],
      }),
    ]),
  )
  expect([third.store.reader.find('budgetForm', form)?.status, stage(third, row)]).toEqual([
    'diperiksa',
    'Jujur',
  ])
})

it('who may not lock makes no locked form, and does not say that somebody else locked one', () => {
  const { admin, second, rogue, third, opd } = office
  const { form } = makeForm()
  put(admin, 'budgetForm', form, { status: 'direkomendasikan', ...said() })
  put(admin, 'budgetForm', form, { status: 'dikunci', ...said() })
  spread(admin)
  const { device, seq, hash } = rogue.store.head()
  const one = forge(rogue, {
    changes: [
      update('budgetForm', form, {
        status: 'dikunci',
        statusBy: second.actor.officer,
        statusAt: '2020-01-01T00:00:00.000Z',
        statusNote: 'palsu',
      }),
    ],
  })
  const two = forge(rogue, {
    seq: seq + 2,
    previous: one.hash,
    changes: [
      {
        type: 'budgetForm',
        id: `${device}.${seq + 2}.1`,
        operation: 'create',
        cells: { opd, year: 2028, version: 1, current: 1, status: 'dikunci', ...said() },
      },
    ],
  })
  must(third.store.receive([one, two]))
  expect(hash).toBeDefined()
  expect(third.store.reader.find('budgetForm', form)?.statusBy).toBe(admin.actor.officer)
  expect(third.store.reader.where('budgetForm', { year: 2028 })).toEqual([])
})

it('an officer of one OPD puts no row into the form of another', () => {
  const { admin, rogue, third } = office
  const other = makeOpd(admin, '2').value
  const [role] = admin.store.reader.where('role', { officer: rogue.actor.officer })
  must(admin.store.commit(admin.actor, 'Peran', (tx) => tx.update('role', String(role?.id), { opd: other })))
  const { form } = makeForm()
  const { device, seq } = rogue.store.head()
  must(
    third.store.receive([
      forge(rogue, {
        changes: [
          {
            type: 'budgetRow',
            id: `${device}.${seq + 1}.1`,
            operation: 'create',
            cells: { form, opd: other, stage: 'Sisipan', usulanAmount: 999 },
          },
        ],
      }),
    ]),
  )
  expect(third.store.reader.where('budgetRow', { form })).toHaveLength(1)
})

it('an administrator who was taken out, and whose own chain says to know it, takes nobody out', () => {
  const { admin, second, rogue, ally, third } = office
  const old = second.store.log.vector()
  const { device, seq } = second.store.head()
  revoke(admin, second, seq)
  makeOpd(admin, '2')
  spread(admin)
  const knew = forge(second, {})
  const all = [admin, third, rogue, ally].map((node) =>
    update('device', deviceRow(node), { lastSeq: 0, lastHash: null }),
  )
  const strike = forge(second, {
    seq: seq + 2,
    previous: knew.hash,
    seen: { ...old, [device]: seq + 1 },
    changes: all,
  })
  must(third.store.receive([knew, strike]))
  expect(third.store.reader.where('opd', {})).toHaveLength(2)
  expect(
    third.store.commit(third.actor, 'OPD', (tx) => tx.create('opd', { code: '3', name: 'Tiga' })).ok,
  ).toBe(true)
})

it("a role that its officer's own chain knew to have ended is not used by saying less", () => {
  const { admin, rogue, third } = office
  const role = must(
    admin.store.commit(admin.actor, 'Peran', (tx) =>
      tx.create('role', { officer: rogue.actor.officer, role: 'admin' }),
    ),
  ).value
  spread(admin)
  const old = rogue.store.log.vector()
  must(admin.store.commit(admin.actor, 'Akhiri', (tx) => tx.remove('role', role)))
  spread(admin)
  const { device, seq } = rogue.store.head()
  const knew = forge(rogue, {})
  const late = forge(rogue, {
    seq: seq + 2,
    previous: knew.hash,
    seen: { ...old, [device]: seq + 1 },
    changes: [update('officer', rogue.actor.officer, { name: 'Wali Kota' })],
  })
  must(third.store.receive([knew, late]))
  expect(third.store.reader.find('officer', rogue.actor.officer)?.name).not.toBe('Wali Kota')
})

it('a seen that leaves out a lock which those knew whom it names is no proposal: what stands alone is shown', () => {
  const { admin, second, rogue, ally, third } = office
  const { form, row } = makeForm()
  const old = rogue.store.log.vector()
  put(ally, 'budgetRow', row, { stage: 'Usul' })
  put(admin, 'budgetForm', form, { status: 'direkomendasikan', ...said() })
  put(admin, 'budgetForm', form, { status: 'diperiksa' })
  give(admin, second)
  put(second, 'budgetRow', row, { stage: 'Jujur' })
  for (const from of [admin, ally, second]) give(from, third)
  expect(disputedRecords(third.store.reader)).toHaveLength(1)
  for (const from of [admin, ally, second]) give(from, rogue)
  const seen = {
    ...old,
    [second.store.head().device]: second.store.head().seq,
    [ally.store.head().device]: ally.store.head().seq,
  }
  must(third.store.receive([forge(rogue, { seen, changes: [update('budgetRow', row, { stage: 'Gelap' })] })]))
  expect([disputedRecords(third.store.reader), stage(third, row)]).toEqual([[], 'Gelap'])
})

it('while a lock and an older word about the form stand beside each other, the rows stay closed', () => {
  const { admin, second, rogue, third } = office
  const { form, row } = makeForm()
  const before = rogue.store.log.vector()
  put(admin, 'budgetForm', form, { status: 'direkomendasikan', ...said() })
  put(admin, 'budgetForm', form, { status: 'dikunci', ...said() })
  spread(admin)
  const { device, seq } = rogue.store.head()
  const cells = { status: 'dikembalikan', statusBy: null, statusAt: null, statusNote: null }
  const back = forge(second, { seen: before, changes: [update('budgetForm', form, cells)] })
  must(third.store.receive([back]))
  must(rogue.store.receive([back]))
  expect(disputedRecords(third.store.reader)).toHaveLength(1)
  const late = forge(rogue, {
    seen: { ...rogue.store.log.vector(), [device]: seq },
    changes: [update('budgetRow', row, { stage: 'Diubah' })],
  })
  must(third.store.receive([late]))
  expect([stage(third, row), shown(third)]).toEqual(['Asli', ['ruled']])
})

it('a release holds whatever comes before or after it', () => {
  const { admin, second, rogue, ally, third, opd } = office
  const { device, seq } = rogue.store.head()
  const ahead = forge(rogue, {
    hlc: (admin.clock + 86_400_000) * 2048,
    changes: [update('opd', opd, { short: 'A' })],
  })
  const from = second.store.head().seq
  must(second.store.commit(second.actor, 'Lepas', (tx) => tx.create('release', { device, seq: seq + 1 })))
  give(second, ally)
  must(ally.store.receive([ahead]))
  revoke(admin, second, from)
  give(admin, third)
  give(second, third)
  give(admin, ally)
  makeOpd(ally, '7')
  give(ally, third)
  expect(shown(third)).not.toContain('unseen')
  expect(hashOf(third.store)).toBe(hashOf(ally.store))
})

it('a release holds although it is deleted', () => {
  const { admin, rogue, ally, third, opd } = office
  const { device, seq } = rogue.store.head()
  const ahead = forge(rogue, {
    hlc: (admin.clock + 86_400_000) * 2048,
    changes: [update('opd', opd, { short: 'A' })],
  })
  const id = must(
    admin.store.commit(admin.actor, 'Lepas', (tx) => tx.create('release', { device, seq: seq + 1 })),
  ).value
  give(admin, third)
  must(third.store.receive([ahead]))
  must(admin.store.commit(admin.actor, 'Hapus', (tx) => tx.remove('release', id)))
  give(admin, third)
  give(admin, ally)
  give(third, ally)
  expect(hashOf(third.store)).toBe(hashOf(ally.store))
})

it('a signature of a key that is heard of later waits for it', () => {
  const { admin, rogue, ally, third, opd } = office
  const signing = privateKeyFrom('ed25519', randomBytes(32))
  const { device, seq } = rogue.store.head()
  const old = rogue.store.log.vector()
  must(
    admin.store.commit(admin.actor, 'Kunci', (tx) =>
      tx.create('credential', { officer: rogue.actor.officer, signKey: publicBytes(signing) }),
    ),
  )
  const one = forge(rogue, { seen: old, officerKey: signing })
  const two = forge(rogue, {
    seq: seq + 2,
    previous: one.hash,
    seen: { ...admin.store.log.vector(), [device]: seq + 1 },
    officerKey: signing,
    changes: [update('opd', opd, { short: 'R' })],
  })
  const key = missing(admin.store, third.store)
  must(third.store.receive([...key, one, two]))
  for (const commits of [[one], key, [two]]) must(ally.store.receive(commits))
  expect(hashOf(ally.store)).toBe(hashOf(third.store))
})

it('what was handed on under a false signature comes again by itself', () => {
  const { admin, rogue, third } = office
  const thief = generateKeyPairSync('ed25519').privateKey
  const { device, seq } = rogue.store.head()
  const changes: RowChange[] = [
    {
      type: 'credential',
      id: `${device}.${seq + 1}.1`,
      operation: 'create',
      cells: { officer: admin.actor.officer, signKey: publicBytes(thief) },
    },
  ]
  must(third.store.receive([forge(rogue, { changes })]))
  makeOpd(admin, '2')
  const spoiled = missing(admin.store, third.store).map((one) => ({
    ...one,
    officerSignature: signHash(hashCommit(decodeHeader(one.header).previous, one.header), thief),
  }))
  must(third.store.receive(spoiled))
  for (let turn = 0; turn < 3; turn += 1) {
    give(admin, third)
    give(third, admin)
  }
  expect(hashOf(third.store)).toBe(hashOf(admin.store))
})

it('a computer whose enrolment no longer counts writes nothing that others refuse', () => {
  const { admin, second } = office
  const signing: KeyObject = privateKeyFrom('ed25519', randomBytes(32))
  const device = deviceIdOf(publicBytes(signing))
  const from = second.store.head().seq
  must(
    second.store.commit(second.actor, 'Daftar', (tx) =>
      tx.create('device', { deviceId: device, name: 'baru', signKey: publicBytes(signing) }),
    ),
  )
  const store = new Store({ ...second.file, path: `${second.file.path}.${device}`, key: randomBytes(32) })
  opened.push(store)
  for (const name of ['workspace', 'genesis'] as const)
    writeLocal(store.db, name, readLocal(second.store.db, name) as Buffer)
  writeLocal(store.db, 'device', Buffer.from(device))
  must(store.receive(missing(second.store, store)))
  store.actAs({ workspace: String(readLocal(store.db, 'workspace')), device, signing })
  revoke(admin, second, from)
  must(store.receive(missing(admin.store, store)))
  store.commit(second.actor, 'OPD', (tx) => tx.create('opd', { code: 'x', name: 'X' }))
  give({ ...second, store }, admin)
  expect(hashOf(store)).toBe(hashOf(admin.store))
})

it('an officer whose key was ended writes nothing that others refuse', () => {
  const { admin, ally } = office
  must(
    admin.store.commit(admin.actor, 'Kunci', (tx) =>
      tx.create('credential', { officer: ally.actor.officer, signKey: randomBytes(32) }),
    ),
  )
  give(admin, ally)
  ally.store.commit(ally.actor, 'OPD', (tx) => tx.create('opd', { code: 'x', name: 'X' }))
  give(ally, admin)
  expect(hashOf(ally.store)).toBe(hashOf(admin.store))
})

it('a recovery is told by its proof: no claim makes one, and none is silent', () => {
  const { rogue, ally, third } = office
  must(third.store.receive([forge(rogue, { facts: { event: 'recovery' } })]))
  expect(verifyChain(third.store.db).recoveries).toEqual([])
  const { device, seq } = ally.store.head()
  const keys = officerKeysFrom(randomBytes(32))
  const { event, ...facts } = recoveryFacts(
    ally.store.nextPlace(),
    publicBytes(keys.signing),
    recoveryKeysFrom(codeSecret).signing,
  )
  const silent = forge(ally, {
    facts: facts as Record<string, string>,
    officerKey: keys.signing,
    changes: [
      {
        type: 'credential',
        id: `${device}.${seq + 1}.1`,
        operation: 'create',
        cells: { officer: ally.actor.officer, signKey: publicBytes(keys.signing) },
      },
      {
        type: 'role',
        id: `${device}.${seq + 1}.2`,
        operation: 'create',
        cells: { officer: ally.actor.officer, role: 'admin' },
      },
    ],
  })
  const { applied } = must(third.store.receive([silent]))
  expect([event, verifyChain(third.store.db).recoveries.length]).toEqual(['recovery', applied])
})

it('bytes that a computer never signed do not accuse it of a fork', () => {
  const { admin, rogue, third } = office
  must(third.store.receive([forge(rogue, { device: admin.store.head().device, seq: 2 })]))
  expect(shown(third)).toEqual(['device-signature'])
})

it('a cell of more than a row can hold is none', () => {
  const { rogue, third, opd } = office
  const long = 'a'.repeat(largestCell + 1)
  must(third.store.receive([forge(rogue, { changes: [update('opd', opd, { name: long })] })]))
  expect(shown(third)).toEqual(['part'])
})
