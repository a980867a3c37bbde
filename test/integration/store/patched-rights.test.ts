import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { formsOfYear, summaries } from '../../../electron/budget/forms.ts'
import { rowsOfForm, shapeOf } from '../../../electron/budget/rows.ts'
import { commitsSince } from '../../../electron/store/commit-bytes.ts'
import { largestPacked, packBody } from '../../../electron/store/compress.ts'
import { deviceIdOf, officerKeysFrom, privateKeyFrom, publicBytes } from '../../../electron/store/keys.ts'
import { encodeRows, type RowChange } from '../../../shared/commit/part.ts'
import { must, refusal } from '../../fixtures/store.ts'
import { forge } from './forge.ts'
import { hashOf, type Node } from './network.ts'
import {
  create,
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

const dev = (n: Node) => n.store.head().device
const sq = (n: Node) => n.store.head().seq

const junkDevice = () => {
  const signing = privateKeyFrom('ed25519', randomBytes(32))
  return { device: deviceIdOf(publicBytes(signing)), deviceKey: signing }
}

const st = (status: string | null) => ({ status, statusBy: null, statusAt: null, statusNote: null })

const scopeRogue = (to: string) => {
  const { admin, rogue } = office
  const [role] = admin.store.reader.where('role', { officer: rogue.actor.officer })
  must(admin.store.commit(admin.actor, 'Peran', (tx) => tx.update('role', String(role?.id), { opd: to })))
}

const rowCommit = (form: string, cells: RowChange['cells']) =>
  forge(office.rogue, {
    changes: [create(office.rogue, 'budgetRow', { form, opd: office.opd, stage: 'x', ...cells })],
  })
const used = ({ store, actor }: Node) =>
  formsOfYear(store.reader, { opds: null, grants: actor.grants, officer: actor.officer } as never, 2027)

it('a release holds although the role of who gave it fell with a device', () => {
  const { admin, second, rogue, ally, third, opd } = office
  const { device, seq } = rogue.store.head()
  const ahead = forge(rogue, {
    hlc: (admin.clock + 86_400_000) * 2048,
    changes: [update('opd', opd, { short: 'A' })],
  })
  const from = second.store.head().seq
  must(
    second.store.commit(second.actor, 'Peran', (tx) =>
      tx.create('role', { officer: ally.actor.officer, role: 'admin' }),
    ),
  )
  give(second, ally)
  must(
    ally.store.commit({ ...ally.actor, grants: second.actor.grants }, 'Lepas', (tx) =>
      tx.create('release', { device, seq: seq + 1 }),
    ),
  )
  must(ally.store.receive([ahead]))
  expect(ally.store.reader.find('opd', opd)?.short).toBe('A')
  revoke(admin, second, from)
  give(admin, third)
  give(second, third)
  give(ally, third)
  give(admin, ally)
  makeOpd(ally, '7')
  give(ally, third)
  expect(hashOf(third.store)).toBe(hashOf(ally.store))
})

it('a device that was taken out takes nothing back by saying that it saw little', () => {
  const { admin, second, third } = office
  makeOpd(admin, '2')
  spread(admin)
  makeOpd(second, '3')
  spread(second)
  const genesisSeen = { [dev(admin)]: 1 }
  const { device, seq } = second.store.head()
  revoke(admin, second, seq)
  give(admin, third)
  const strike = forge(second, {
    seen: { ...genesisSeen, [device]: seq },
    changes: [update('device', deviceRow(admin), { lastSeq: 1, lastHash: null })],
  })
  must(third.store.receive([strike]))
  expect(third.store.reader.where('opd', {}).length).toBe(3)
})

it('a device that was taken out takes nothing back of what its chain knew', () => {
  const { admin, second, third } = office
  makeOpd(admin, '2')
  spread(admin)
  const { device, seq } = second.store.head()
  const knew = forge(second, {})
  const s2 = { [dev(admin)]: 1, [device]: seq + 1 }
  revoke(admin, second, seq)
  give(admin, third)
  const strike = forge(second, {
    seq: seq + 2,
    previous: knew.hash,
    seen: s2,
    changes: [update('device', deviceRow(admin), { lastSeq: 0, lastHash: null })],
  })
  must(third.store.receive([knew, strike]))
  expect(third.store.reader.where('opd', {}).length).toBe(2)
  expect(
    third.store.commit(third.actor, 'OPD', (tx) => tx.create('opd', { code: '3', name: 'Tiga' })).ok,
  ).toBe(true)
})

it('who says not to know a form puts no row into it', () => {
  const { admin, rogue, third } = office
  const other = makeOpd(admin, '2').value
  const [role] = admin.store.reader.where('role', { officer: rogue.actor.officer })
  must(admin.store.commit(admin.actor, 'Peran', (tx) => tx.update('role', String(role?.id), { opd: other })))
  spread(admin)
  const before = rogue.store.log.vector()
  const { form } = makeForm()
  must(
    third.store.receive([
      forge(rogue, {
        seen: before,
        changes: [create(rogue, 'budgetRow', { form, opd: other, stage: 'Sisipan', usulanAmount: 999 })],
      }),
    ]),
  )
  expect(third.store.reader.where('budgetRow', { form })).toHaveLength(1)
})

it('a word about a form from the far future keeps nobody from recommending it', () => {
  const { admin, second, rogue, ally, third } = office
  const { form } = makeForm()
  must(
    third.store.receive([
      forge(rogue, {
        changes: [
          update('budgetForm', form, {
            status: 'dikembalikan',
            statusBy: admin.actor.officer,
            statusAt: '9999-12-31T00:00:00.000Z',
            statusNote: 'x',
          }),
        ],
      }),
    ]),
  )
  const f2 = forge(rogue, {
    seq: sq(rogue) + 1,
    changes: [
      update('budgetForm', form, {
        status: 'diperiksa',
        statusBy: admin.actor.officer,
        statusAt: '9999-12-31T00:00:00.000Z',
        statusNote: 'x',
      }),
    ],
  })
  must(ally.store.receive([f2]))
  give(ally, second)
  const done = second.store.commit(second.actor, 'R', (tx) =>
    tx.update('budgetForm', form, {
      status: 'direkomendasikan',
      statusBy: second.actor.officer,
      statusAt: '2026-11-21T07:05:00.000Z',
      statusNote: '',
    }),
  )
  expect(done).toMatchObject({ ok: true })
})

it('a row as known is the same by the short way and by the log', () => {
  const { admin, second, rogue, ally, third, viewer, opd } = office
  const o2 = makeOpd(admin, '2').value
  const [role] = admin.store.reader.where('role', { officer: rogue.actor.officer })
  must(admin.store.commit(admin.actor, 'Peran', (tx) => tx.update('role', String(role?.id), { opd: o2 })))
  const { form, row } = makeForm()
  const base = second.store.log.vector()
  must(admin.store.commit(admin.actor, 'Pindah', (tx) => tx.update('budgetForm', form, { opd: o2 })))
  give(admin, ally)
  must(ally.store.commit(ally.actor, 'Pindah', (tx) => tx.update('budgetRow', row, { opd: o2 })))
  give(ally, admin)
  put(admin, 'budgetForm', form, { status: 'direkomendasikan', ...said() })
  put(admin, 'budgetForm', form, { status: 'diperiksa' })
  const p = forge(second, { seen: base, changes: [update('budgetRow', row, { opd })] })
  for (const node of [third, viewer]) {
    give(ally, node)
    give(admin, node)
    must(node.store.receive([p]))
  }
  const x = forge(rogue, {
    seen: { [dev(admin)]: sq(admin), [dev(second)]: sq(second) + 1 },
    changes: [update('budgetRow', row, { note: 'X' })],
  })
  put(third, 'budgetRow', row, { measure: 'buah' })
  must(viewer.store.receive([x]))
  give(third, viewer)
  must(third.store.receive([x]))
  expect(hashOf(viewer.store)).toBe(hashOf(third.store))
})
it('commits of invented devices hinder nobody, whatever was refused', () => {
  const { admin, rogue, third } = office
  const first = forge(rogue, {
    changes: Array.from({ length: 20 }, () =>
      update('officer', rogue.actor.officer, { name: 'x'.repeat(1024 * 1024) }),
    ),
  })
  let previous = first.hash
  const refusedOnes = [first]
  for (let n = 2; n <= 3; n += 1) {
    const one = forge(rogue, {
      seq: sq(rogue) + n,
      previous,
      seen: { ...rogue.store.log.vector(), [dev(rogue)]: sq(rogue) + n - 1 },
      changes: Array.from({ length: 20 }, () =>
        update('officer', rogue.actor.officer, { name: 'x'.repeat(1024 * 1024) }),
      ),
    })
    previous = one.hash
    refusedOnes.push(one)
  }
  must(third.store.receive(refusedOnes))
  const junk = Array.from({ length: 100 }, () =>
    forge(rogue, { ...junkDevice(), seq: 1, previous: new Uint8Array(32), seen: {} }),
  )
  must(third.store.receive(junk))
  makeOpd(admin, '2')
  expect(give(admin, third)).toMatchObject({ applied: 1 })
  expect(third.store.held.list().every(({ reason }) => reason === 'device')).toBe(true)
}, 60_000)

it('large commits of invented devices hinder nobody', () => {
  const { admin, rogue, third, opd } = office
  const changes = Array.from({ length: 15 }, () => update('opd', opd, { name: 'x'.repeat(4 * 1024 * 1024) }))
  const junk = Array.from({ length: 10 }, () =>
    forge(rogue, { ...junkDevice(), seq: 1, previous: new Uint8Array(32), seen: {}, changes }),
  )
  must(third.store.receive(junk))
  makeOpd(admin, '2')
  expect(give(admin, third)).toMatchObject({ applied: 1 })
  expect(third.store.held.list().every(({ reason }) => reason === 'device')).toBe(true)
}, 60_000)

it('a device that was taken out, and knows it, lets nothing in', () => {
  const { admin, second, rogue, third, opd } = office
  const { device, seq } = rogue.store.head()
  revoke(admin, second, second.store.head().seq)
  spread(admin)
  const rel = forge(second, { changes: [create(second, 'release', { device, seq: seq + 1 })] })
  const ahead = forge(rogue, {
    hlc: (admin.clock + 20 * 365 * 86_400_000) * 2048,
    changes: [update('opd', opd, { short: 'A' })],
  })
  must(third.store.receive([rel, ahead]))
  expect(third.store.reader.find('opd', opd)?.short).toBe(null)
})

it.each([
  ['diperiksa', 'diterima'],
  ['diterima', 'diperiksa'],
] as const)('a locked form is not opened by disputing it and choosing %s', (to, made) => {
  const { admin, rogue, third } = office
  const { form, row } = makeForm(made)
  const before = rogue.store.log.vector()
  put(admin, 'budgetForm', form, { status: 'direkomendasikan', ...said() })
  put(admin, 'budgetForm', form, { status: 'dikunci', ...said() })
  spread(admin)
  const s = sq(rogue)
  const one = forge(rogue, { seen: before, changes: [update('budgetForm', form, st(to))] })
  const two = forge(rogue, {
    seq: s + 2,
    previous: one.hash,
    seen: { ...rogue.store.log.vector(), [dev(rogue)]: s + 1 },
    changes: [update('budgetForm', form, st(to))],
  })
  const three = forge(rogue, {
    seq: s + 3,
    previous: two.hash,
    seen: { ...rogue.store.log.vector(), [dev(rogue)]: s + 2 },
    changes: [update('budgetRow', row, { stage: 'Diubah' })],
  })
  must(third.store.receive([one, two, three]))
  expect(stage(third, row)).toBe('Asli')
})

it('a disputed state is not settled with none', () => {
  const { admin, rogue, third } = office
  const { form } = makeForm('diterima')
  const before = rogue.store.log.vector()
  put(admin, 'budgetForm', form, { status: 'direkomendasikan', ...said() })
  spread(admin)
  const s = sq(rogue)
  const one = forge(rogue, { seen: before, changes: [update('budgetForm', form, st('diperiksa'))] })
  const two = forge(rogue, {
    seq: s + 2,
    previous: one.hash,
    seen: { ...rogue.store.log.vector(), [dev(rogue)]: s + 1 },
    changes: [update('budgetForm', form, st(null))],
  })
  must(third.store.receive([one, two]))
  expect(third.store.reader.find('budgetForm', form)?.status).not.toBe(null)
})

it('a release holds although the key of who gave it fell with a device', () => {
  const { admin, second, rogue, ally, third, opd } = office
  const { device, seq } = rogue.store.head()
  const ahead = forge(rogue, {
    hlc: (admin.clock + 86_400_000) * 2048,
    changes: [update('opd', opd, { short: 'A' })],
  })
  const from = second.store.head().seq
  const keys = officerKeysFrom(randomBytes(32))
  must(
    second.store.commit(second.actor, 'Kunci', (tx) =>
      tx.create('credential', { officer: second.actor.officer, signKey: publicBytes(keys.signing) }),
    ),
  )
  const rel = forge(second, {
    officerKey: keys.signing,
    changes: [create(second, 'release', { device, seq: seq + 1 })],
  })
  must(ally.store.receive([...commitsSince(second.store.reader, ally.store.log.vector(), 1000), rel, ahead]))
  revoke(admin, second, from)
  give(admin, third)
  must(
    third.store.receive([...commitsSince(second.store.reader, third.store.log.vector(), 1000), rel, ahead]),
  )
  give(admin, ally)
  expect(hashOf(third.store)).toBe(hashOf(ally.store))
})

it('a structure of another shape breaks no form', () => {
  const { third } = office
  const { form } = makeForm()
  must(third.store.receive([rowCommit(form, { marks: '5' })]))
  expect(() =>
    rowsOfForm(third.store.reader, form).map((row) => shapeOf(row).marks.map((m) => m)),
  ).not.toThrow()
})

it('a structure nested deeper than SQLite reads breaks no list', () => {
  const { third } = office
  const { form } = makeForm()
  must(third.store.receive([rowCommit(form, { marks: '['.repeat(2000) + ']'.repeat(2000) })]))
  expect(() => summaries(third.store.reader, used(third))).not.toThrow()
})

it('a structure of another shape breaks no consolidation', () => {
  const { rogue, third, opd } = office
  const { form } = makeForm()
  must(
    third.store.receive([
      forge(rogue, {
        changes: [
          create(rogue, 'budgetRow', {
            form,
            opd,
            corrected: '{"a":1}',
            settled: '7',
            extra: 'null',
            usulanFunding: '5',
          }),
        ],
      }),
    ]),
  )
  expect(() => rowsOfForm(third.store.reader, form).map((row) => shapeOf(row))).not.toThrow()
})

it('amounts whose sum is no integer of SQLite break no sum', () => {
  const { rogue, third, opd } = office
  const { form } = makeForm()
  const made = { device: dev(rogue), seq: sq(rogue) + 1 }
  const part = (from: number) => ({
    kind: 1,
    rows: 190,
    body: packBody(
      encodeRows(
        Array.from({ length: 190 }, (_u, n) =>
          create(
            rogue,
            'budgetRow',
            { form, opd, stage: 'x', usulanAmount: Number.MAX_SAFE_INTEGER },
            1,
            from + n,
          ),
        ),
        made,
      ),
    ),
  })
  must(third.store.receive([forge(rogue, { more: Array.from({ length: 7 }, (_u, n) => part(1 + n * 190)) })]))
  expect(() => summaries(third.store.reader, used(third))).not.toThrow()
})

it('a release by whoever may not lets nothing in', () => {
  const { admin, rogue, ally, third, opd } = office
  const { device, seq } = rogue.store.head()
  const rel = forge(ally, { changes: [create(ally, 'release', { device, seq: seq + 1 })] })
  const ahead = forge(rogue, {
    hlc: (admin.clock + 86_400_000) * 2048,
    changes: [update('opd', opd, { short: 'A' })],
  })
  must(third.store.receive([rel, ahead]))
  expect(shown(third).sort()).toEqual(['ahead', 'forbidden'])
})

it('a record of another type under the id of a device is none', () => {
  const { admin, rogue, third } = office
  const id = deviceRow(third)
  must(
    third.store.receive([
      forge(rogue, {
        changes: [update('opd', id, { name: 'x', lastSeq: 0 }), update('budgetRow', id, { stage: 'x' })],
      }),
    ]),
  )
  makeOpd(admin, '2')
  expect(give(admin, third).applied).toBe(1)
  expect(shown(third)).toEqual(['unknown'])
})

it('a perencana takes no device out and gives nobody a key', () => {
  const { rogue, third } = office
  must(
    third.store.receive([
      forge(rogue, { changes: [update('device', deviceRow(third), { lastSeq: 0, lastHash: null })] }),
    ]),
  )
  expect(
    third.store.commit(third.actor, 'OPD', (tx) => tx.create('opd', { code: '3', name: 'Tiga' })).ok,
  ).toBe(true)
})
it('a row that moved to another OPD is not written by who says less', () => {
  const { admin, rogue, third, opd } = office
  const o2 = makeOpd(admin, '2').value
  scopeRogue(opd)
  const { form, row } = makeForm()
  const before = rogue.store.log.vector()
  must(
    admin.store.commit(admin.actor, 'Pindah', (tx) => {
      tx.update('budgetForm', form, { opd: o2 })
    }),
  )
  must(
    admin.store.commit(admin.actor, 'Pindah', (tx) => {
      tx.update('budgetRow', row, { opd: o2 })
    }),
  )
  spread(admin)
  const s = sq(rogue)
  const knew = forge(rogue, {})
  const late = forge(rogue, {
    seq: s + 2,
    previous: knew.hash,
    seen: { ...before, [dev(rogue)]: s + 1 },
    changes: [update('budgetRow', row, { stage: 'Gelap' })],
  })
  must(third.store.receive([knew, late]))
  expect(stage(third, row)).toBe('Asli')
})

it('a release of a device that was taken out is judged alike in every order', () => {
  const { admin, rogue, ally, third, viewer, opd } = office
  const { device, seq } = rogue.store.head()
  const role = must(
    admin.store.commit(admin.actor, 'Peran', (tx) =>
      tx.create('role', { officer: ally.actor.officer, role: 'admin' }),
    ),
  ).value
  spread(admin)
  const old = ally.store.log.vector()
  must(admin.store.commit(admin.actor, 'Peran', (tx) => tx.remove('role', role)))
  const rel = forge(ally, { seen: old, changes: [create(ally, 'release', { device, seq: seq + 1 })] })
  const ahead = forge(rogue, {
    hlc: (admin.clock + 86_400_000) * 2048,
    changes: [update('opd', opd, { short: 'A' })],
  })
  must(third.store.receive([rel, ahead]))
  give(admin, third)
  give(admin, viewer)
  must(viewer.store.receive([ahead]))
  must(viewer.store.receive([rel]))
  expect(hashOf(third.store)).toBe(hashOf(viewer.store))
})

it('an officer of one OPD attaches nothing to the form of another', () => {
  const { admin, rogue, third } = office
  const other = makeOpd(admin, '2').value
  scopeRogue(other)
  const { form } = makeForm()
  const attached = create(rogue, 'attachment', { owner: form, opd: other, name: 'Surat.pdf' })
  must(third.store.receive([forge(rogue, { changes: [attached] })]))
  expect(shown(third)).toEqual(['forbidden'])
  expect(third.store.reader.where('attachment', { owner: form })).toEqual([])
})

it.each([{ digest: 'c' }, { blob: 'c' }, { size: 2 }, { owner: 'w' }])(
  'no paper becomes another one once it was attached: %o',
  (cells) => {
    const { admin, rogue, third } = office
    const own = makeOpd(admin, '1').value
    const values = { owner: own, opd: own, name: 'SK.pdf', digest: 'a', blob: 'b', size: 1 }
    const paper = must(admin.store.commit(admin.actor, 'SK', (tx) => tx.create('attachment', values))).value
    spread(admin)
    must(third.store.receive([forge(rogue, { changes: [update('attachment', paper, cells)] })]))
    expect(shown(third)).toEqual(['ruled'])
    expect(third.store.reader.find('attachment', paper)).toMatchObject(values)
  },
)

it.each([
  ['of its own OPD', true],
  ['of another OPD', false],
  ['of its own OPD, and then of another', false],
])('an officer of one OPD says who holds a position %s: %s', (how, counts) => {
  const { admin, rogue, third } = office
  const [own, other] = [makeOpd(admin, '1').value, makeOpd(admin, '2').value]
  const positionOf = (opd: string): string =>
    must(admin.store.commit(admin.actor, 'Jabatan', (tx) => tx.create('position', { opd, title: 'Kepala' })))
      .value
  const [mine, theirs] = [positionOf(own), positionOf(other)]
  scopeRogue(own)
  spread(admin)
  const position = how === 'of another OPD' ? theirs : mine
  const made = create(rogue, 'assignment', { opd: own, position, kind: 'plt', from: '2026-01-01' })
  const moved = update('assignment', made.id, { position: theirs })
  const changes = how.endsWith('another') ? [made, moved] : [made]
  must(third.store.receive([forge(rogue, { changes })]))
  expect(shown(third)).toEqual(counts ? [] : ['forbidden'])
  expect(third.store.reader.where('assignment', {})).toHaveLength(counts ? 1 : 0)
})

it.each([
  ['in one’s own name', true],
  ['in the name of another', false],
  ['by an officer whose roles ended', false],
])('a view of a register is made %s: %s', (how, counts) => {
  const { admin, ally, rogue, third } = office
  if (how.includes('ended'))
    for (const { id } of admin.store.reader.where('role', { officer: rogue.actor.officer }))
      must(admin.store.commit(admin.actor, 'Peran', (tx) => tx.remove('role', id)))
  spread(admin)
  const officer = how.includes('another') ? ally.actor.officer : rogue.actor.officer
  const made = create(rogue, 'savedView', { officer, register: 'opd', name: 'x', shared: 1 })
  must(third.store.receive([forge(rogue, { changes: [made] })]))
  expect(third.store.reader.where('savedView', {})).toHaveLength(counts ? 1 : 0)
})

it('a view is given away by its officer alone, and not had back by an old screen', () => {
  const { admin, ally, rogue, third } = office
  const { officer } = ally.actor
  const id = must(
    ally.store.commit(ally.actor, 'Tampilan', (tx) =>
      tx.create('savedView', { officer, register: 'opd', name: 'x' }),
    ),
  ).value
  spread(ally)
  must(
    third.store.receive([
      forge(rogue, { changes: [update('savedView', id, { officer: rogue.actor.officer })] }),
    ]),
  )
  expect(shown(third)).toEqual(['forbidden'])
  const old = ally.store.log.vector()
  must(
    ally.store.commit(ally.actor, 'Serah', (tx) =>
      tx.update('savedView', id, { officer: admin.actor.officer }),
    ),
  )
  give(ally, third)
  must(third.store.receive([forge(ally, { seen: old, changes: [update('savedView', id, { officer })] })]))
  expect(third.store.reader.find('savedView', id)?.officer).toBe(admin.actor.officer)
})

it('a consolidation is not drawn up in the name of another, nor ahead of the time', () => {
  const { admin, rogue, third, viewer } = office
  const drawn = (by: string, drawnUp: string): RowChange =>
    create(rogue, 'consolidation', { year: 2027, stage: 'usulan', drawnUp, by, total: 1 })
  const said = (change: RowChange) => forge(rogue, { changes: [change] })
  const one = said(drawn(admin.actor.officer, '2026-11-21T07:05:00.000Z'))
  const two = said(drawn(rogue.actor.officer, '9999-12-31T00:00:00.000Z'))
  must(third.store.receive([one]))
  must(viewer.store.receive([two]))
  expect([shown(third), shown(viewer)]).toEqual([['ruled'], ['ruled']])
})

it('a part larger than any may be is laid aside, and hinders nobody', () => {
  const { admin, rogue, third } = office
  const more = [{ kind: 3, rows: 1, body: Buffer.alloc(largestPacked + 1) }]
  makeOpd(admin, '2')
  must(
    third.store.receive([
      forge(rogue, { more }),
      ...commitsSince(admin.store.reader, third.store.log.vector()),
    ]),
  )
  expect([shown(third), third.store.reader.where('opd', {}).length]).toEqual([['malformed'], 2])
})

it('what an old screen says of a record that was with another OPD meanwhile is not written where others would refuse it', () => {
  const { admin, ally, third, opd } = office
  const other = makeOpd(admin, '2').value
  const [role] = admin.store.reader.where('role', { officer: ally.actor.officer })
  must(admin.store.commit(admin.actor, 'Peran', (tx) => tx.update('role', String(role?.id), { opd })))
  const { form } = makeForm()
  const second = makeForm().form
  const screen = ally.store.log.vector()
  put(admin, 'budgetForm', form, { opd: other })
  give(admin, ally)
  put(ally, 'budgetForm', second, { received: '2026-11-02' })
  put(admin, 'budgetForm', form, { opd })
  give(admin, ally)
  const actor = { ...ally.actor, grants: [{ role: 'perencana', opd, from: null, until: null }] } as const
  const save = (seen?: Readonly<Record<string, number>>) =>
    ally.store.commit(actor, 'Ubah', (tx) => tx.update('budgetForm', form, { received: '2026-11-03' }), seen)
  expect(refusal(save(screen)).type).toBe('Forbidden')
  must(save())
  give(ally, third)
  give(admin, third)
  expect(shown(third)).toEqual([])
  expect(third.store.reader.find('budgetForm', form)).toMatchObject({ received: '2026-11-03' })
})
