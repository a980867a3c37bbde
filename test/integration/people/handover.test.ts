import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../shared/contract/call.ts'
import { handoverPreview, handoverRun } from '../../../shared/contract/handover.ts'
import {
  commitUndo,
  logList,
  recordGet,
  recordHistory,
  recordList,
  recordSave,
} from '../../../shared/contract/records.ts'
import { viewList, viewSave } from '../../../shared/contract/views.ts'
import { adminNip, openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must, refusal, testNow } from '../../fixtures/store.ts'

let at: TestCore
let now = testNow
const ids = new Map<string, string>()
const id = (name: string): string => ids.get(name) as string
let ani = ''
let budi = ''

const idOf = async (type: string, filters: Record<string, string>) =>
  must(await at.call(recordList, { type, filters })).rows[0]?.id as string
const make = async (name: string, type: string, values: object) =>
  void ids.set(
    name,
    must(await at.call(recordSave, { type, id: null, values: { ...values }, seen: null })).id,
  )
const keepView = async (name: string) =>
  void ids.set(
    name,
    must(
      await at.call(viewSave, {
        id: null,
        register: 'website',
        name,
        view: { sort: null, filters: {}, columns: [] },
        shared: false,
        seen: null,
      }),
    ).id,
  )
const preview = async (from = id('ani'), to: string | null = id('budi')) =>
  must(await at.call(handoverPreview, { from, to }))
const run = async (more: Partial<InputOf<typeof handoverRun>>) => {
  const { seen } = await preview(more.from ?? id('ani'))
  return at.call(handoverRun, {
    from: id('ani'),
    to: id('budi'),
    on: '2026-12-01',
    reason: 'Mutasi',
    letter: '800/12',
    roles: [],
    views: [],
    duties: [],
    seen,
    ...more,
  })
}
const roles = async (officer: string) =>
  must(await at.call(recordList, { type: 'role', filters: { officer } })).rows.map(({ values }) => [
    values['role'],
    values['from'],
    values['until'],
    values['lentBy'],
  ])

/** Ani keeps the websites of one OPD and verifies for all; both officers are in the register of people. */
beforeEach(async () => {
  now = testNow
  at = openTestCore({ now: () => now })
  await at.begin()
  await make('dinkes', 'opd', { code: '1', name: 'Dinas Kesehatan' })
  await make('disdik', 'opd', { code: '2', name: 'Dinas Pendidikan' })
  ani = await at.officer('Ani', ['verifikator', null], ['petugas_monev', id('dinkes')])
  budi = await at.officer('Budi', ['hanya_lihat', null])
  ids.set('ani', await idOf('officer', { nip: ani }))
  ids.set('budi', await idOf('officer', { nip: budi }))
  for (const [name, number] of [
    ['Ani', ani],
    ['Budi', budi],
  ] as const)
    await make(`person ${name}`, 'person', { name, number })
  const administrator = id('person Ani')
  await make('site', 'website', { opd: id('dinkes'), address: 'dinkes.go.id', administrator })
  await make('other site', 'website', { opd: id('disdik'), address: 'disdik.go.id', administrator })
  await make('staff', 'ictStaff', { opd: id('dinkes'), person: administrator, duty: 'Admin situs' })
  await make('position', 'position', { opd: id('dinkes'), title: 'Kepala Bidang' })
  const held = { opd: id('dinkes'), person: administrator, position: id('position') }
  await make('assignment', 'assignment', { ...held, kind: 'plt', from: '2026-01-01' })
  must(await at.login(ani))
  await keepView('Sewa')
  must(await at.login())
})
afterEach(async () => {
  expect(at.defects).toEqual([])
  await at.close()
})

describe('a hand-over', () => {
  it('shows before it happens what goes and what stays', async () => {
    expect(await preview()).toMatchObject({
      roles: [
        { role: 'verifikator', opd: '', until: null, lentBy: '' },
        { role: 'petugas_monev', opd: 'Dinas Kesehatan', until: null, lentBy: '' },
      ],
      mayRoles: true,
      views: [{ name: 'Sewa', register: 'Situs dan media sosial', shared: false }],
      duties: [{ name: 'website.administrator', count: 2, left: 0 }],
      mayDuties: true,
      positions: [{ id: id('assignment'), title: 'Plt. Kepala Bidang · Ani' }],
      stays: [{ label: 'SDM TIK, Pegawai', count: 1 }],
      // Two of the login, and the view.
      entries: 3,
    })
    expect((await preview(id('ani'), await idOf('officer', { nip: adminNip }))).mayDuties).toBe(false)
  })

  it('is one entry: roles begin with the other one as they end here, views and duties go, deeds stay', async () => {
    const before = must(await at.call(logList, { limit: 1 })).total
    const [verifies, monev] = (await preview()).roles
    const done = must(
      await run({
        roles: [
          { id: monev?.id ?? '', fate: 'alih', until: null },
          { id: verifies?.id ?? '', fate: 'pinjam', until: '2026-12-31' },
        ],
        views: [id('Sewa')],
        duties: ['website.administrator'],
      }),
    )
    expect(done).toMatchObject({ roles: 2, views: 1, duties: 2, isUndoable: false })
    const { entries, total } = must(await at.call(logList, { limit: 1 }))
    expect([total - before, entries[0]?.reason]).toEqual([
      1,
      'Serah terima dari Ani kepada Budi mulai 1 Desember 2026 (800/12)',
    ])
    expect(await roles(id('ani'))).toEqual([
      ['petugas_monev', null, '2026-11-30', null],
      ['verifikator', null, null, null],
    ])
    expect(await roles(id('budi'))).toEqual([
      ['verifikator', '2026-12-01', '2026-12-31', id('ani')],
      ['petugas_monev', '2026-12-01', null, null],
      ['hanya_lihat', null, null, null],
    ])
    const { steps } = must(await at.call(recordHistory, { type: 'website', id: id('site') }))
    expect(steps[0]?.fields).toMatchObject([{ label: 'Admin', before: 'Ani', after: 'Budi' }])
    expect(must(await at.call(recordGet, { type: 'ictStaff', id: id('staff') })).titles['person']).toBe('Ani')
    expect((await preview()).entries).toBe(3)

    now = Date.parse('2026-12-01T02:00:00Z')
    must(await at.login(budi))
    expect(must(await at.call(viewList, { register: 'website' })).views).toMatchObject([
      { name: 'Sewa', own: true },
    ])
    await make('seen', 'dataset', { opd: id('dinkes'), name: 'Data' })
  })

  it('with roles is not undone but handed back; without them it is undone as a whole', async () => {
    const [, monev] = (await preview()).roles
    const role = { id: monev?.id ?? '', fate: 'alih' as const, until: null }
    const done = must(await run({ roles: [role], duties: ['website.administrator'] }))
    expect(refusal(await at.call(commitUndo, { commit: done.commit })).type).toBe('NoUndo')
    const given = (await preview(id('budi'))).roles.find(({ role: name }) => name === 'petugas_monev')
    must(
      await run({
        from: id('budi'),
        to: id('ani'),
        roles: [{ id: given?.id ?? '', fate: 'alih', until: null }],
        duties: ['website.administrator'],
      }),
    )
    expect((await preview()).duties[0]?.count).toBe(2)
    const plain = must(await run({ views: [id('Sewa')], duties: ['website.administrator'] }))
    expect(plain).toMatchObject({ isUndoable: true })
    must(await at.call(commitUndo, { commit: plain.commit }))
    expect(await preview()).toMatchObject({ views: [{ name: 'Sewa' }], duties: [{ count: 2 }] })
  })

  it('says from whom a view came whose name the other one has already', async () => {
    must(await at.login(budi))
    await keepView('sewa')
    must(await at.login())
    must(await run({ views: [(await preview()).views[0]?.id ?? ''] }))
    expect((await preview(id('budi'))).views.map(({ name }) => name).sort()).toEqual([
      'Sewa (dari Ani)',
      'sewa',
    ])
  })

  it('is an officer’s own matter but for the roles, and goes as far as the own rights', async () => {
    await make('only dinkes', 'role', { officer: id('ani'), role: 'petugas_monev', opd: id('dinkes') })
    const verifies = (await preview()).roles.find(({ role }) => role === 'verifikator')
    must(await run({ roles: [{ id: verifies?.id ?? '', fate: 'akhir', until: null }], on: '2026-11-01' }))
    must(await at.login(ani))
    expect(await preview()).toMatchObject({ mayRoles: false, duties: [{ count: 1, left: 1 }] })
    const [own] = (await preview()).roles
    expect(refusal(await run({ roles: [{ id: own?.id ?? '', fate: 'alih', until: null }] }))).toMatchObject({
      type: 'Forbidden',
      message:
        'Peran diserahkan oleh admin untuk semua OPD; tampilan dan tanggung jawab dapat diserahkan sendiri.',
    })
    const done = must(await run({ views: [id('Sewa')], duties: ['website.administrator'] }))
    expect(done).toMatchObject({ views: 1, duties: 1 })
    expect((await preview()).duties).toMatchObject([{ count: 0, left: 1 }])
    const theirs = { from: id('budi'), to: id('ani') }
    expect(refusal(await at.call(handoverPreview, theirs)).type).toBe('Forbidden')
    const { seen } = await preview()
    const nothing = { on: '2026-12-01', reason: null, letter: null, roles: [], duties: [], seen }
    expect(refusal(await at.call(handoverRun, { ...theirs, ...nothing, views: [id('Sewa')] })).type).toBe(
      'Forbidden',
    )
  })

  it('is refused where nothing is chosen, to nobody, to oneself, to somebody without a place in the register of people, and over what changed meanwhile', async () => {
    expect(refusal(await run({})).type).toBe('Nothing')
    expect(refusal(await run({ to: id('ani'), views: [id('Sewa')] })).type).toBe('SameOfficer')
    const foreign = (await preview(id('budi'))).roles[0]?.id ?? ''
    expect(refusal(await run({ roles: [{ id: foreign, fate: 'akhir', until: null }] })).type).toBe('NotFound')
    const admin = await idOf('officer', { nip: adminNip })
    expect(refusal(await run({ to: admin, duties: ['website.administrator'] })).type).toBe('NotFound')
    const { seen } = await preview()
    const { seen: present } = must(await at.call(recordGet, { type: 'website', id: id('site') }))
    const values = { administrator: id('person Budi') }
    must(await at.call(recordSave, { type: 'website', id: id('other site'), values, seen: present }))
    const back = { administrator: id('person Ani') }
    const later = must(await at.call(recordGet, { type: 'website', id: id('other site') })).seen
    must(await at.call(recordSave, { type: 'website', id: id('other site'), values: back, seen: later }))
    expect(refusal(await run({ duties: ['website.administrator'], seen })).type).toBe('Stale')
  })

  it('leaves somebody who can give roles, on every day', async () => {
    const admin = await idOf('officer', { nip: adminNip })
    const [role] = (await preview(admin)).roles
    const given = { from: admin, roles: [{ id: role?.id ?? '', fate: 'alih' as const, until: null }] }
    expect(refusal(await run(given)).type).toBe('LastAdmin')
    must(await run({ ...given, on: '2026-11-21' }))
  })
})
