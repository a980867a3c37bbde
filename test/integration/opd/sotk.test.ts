import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importForm } from '../../../electron/budget/import-form.ts'
import { reportOf } from '../../../electron/consolidation/report.ts'
import { summaryOf } from '../../../electron/consolidation/summary.ts'
import { groupRows, nowNote } from '../../../electron/document/sums.ts'
import { registerOf } from '../../../electron/opd/complete.ts'
import { changeSotk } from '../../../electron/opd/sotk/change.ts'
import { sotkHistory } from '../../../electron/opd/sotk/history.ts'
import { previewSotk } from '../../../electron/opd/sotk/preview.ts'
import { takeOpds } from '../../../electron/opd/take.ts'
import { undo } from '../../../electron/store/undo.ts'
import type { AcceptedRow } from '../../../shared/rules/budget/accepted.ts'
import type { SotkChange, SotkTarget } from '../../../shared/rules/opd/sotk-change.ts'
import { must, openCity, type TestCity } from '../../fixtures/city.ts'

let city: TestCity
let health = ''
let family = ''
let transport = ''
beforeEach(() => {
  city = openCity()
  ;[health = '', family = '', transport = ''] = must(
    city.store.commit(city.command.actor, 'OPD', (tx) =>
      [
        ['1.02', 'Dinas Kesehatan', 'Dinkes'],
        ['2.14', 'Dinas Keluarga Berencana', 'DKB'],
        ['2.15', 'Dinas Perhubungan', 'Dishub'],
      ].map(([code = '', name = '', short = '']) => tx.create('opd', { code, name, short, active: true })),
    ),
  ).value
})
afterEach(() => city.close())

const row = (amount: number): AcceptedRow => ({
  row: 1,
  place: { sheet: null, table: 1, line: 1 },
  subOutput: 'Aplikasi',
  stage: 'Analisis',
  method: '',
  implementer: 'Vendor',
  duration: '1 Bulan',
  durationValue: null,
  resources: { asPrinted: `APBD : ${amount}`, funding: [{ source: 'APBD', amount }], other: '' },
  amount,
  extra: {},
  marks: [],
})
const brought = (opd: string | null, received: string, amount: number) => ({
  opd: { id: opd, code: '', name: '' },
  year: 2027,
  received,
  letter: '',
  mode: 'version' as const,
  outputs: [{ title: 'SIM', rows: [row(amount)] }],
  doubts: [],
  files: [{ name: 'a.csv', bytes: new Uint8Array([1]) }],
})
const bring = (opd: string, received: string, amount: number) =>
  must(importForm(city.command, brought(opd, received, amount)))
const named = (name: string, code = ''): SotkTarget => ({ id: null, code, name, short: '', head: '' })
const known = (id: string): SotkTarget => ({ ...named(''), id })
const change = (
  kind: SotkChange['kind'],
  from: string[],
  to: SotkTarget[],
  on = '2026-07-01',
): SotkChange => ({
  kind,
  on,
  basis: 'Perda 3/2026',
  from,
  to,
})
const living = ['application', 'dataset', 'website', 'person', 'position', 'ictStaff', 'opd'] as const
const toFirst = living.map((type) => ({ type, to: 0 }))
const perform = (asked: SotkChange, moves: readonly { type: string; to: number }[] = toFirst) =>
  changeSotk(city.command, { change: asked, moves, seen: city.store.reader.vector() })
const rename = (opd: string, name: string, code: string, on = '2026-07-01') =>
  must(perform(change('nama', [opd], [named(name, code)], on)))
const merged = () =>
  must(perform(change('gabung', [health, family], [named('Dinas Kesehatan dan Keluarga', '1.02')])))
/** All that a document prints, without the moment and the head of the log. */
const printed = () => ({ ...reportOf(city.query, 2027, null), printed: '', log: null })
const sums = (groups: readonly { label: string; total: number }[] | undefined) =>
  groups?.map(({ label, total }) => [label, total])
const opd = (id: string) => city.store.reader.find('opd', id)
const refusal = (asked: SotkChange) => {
  const result = previewSotk(city.query, asked)
  return result.ok ? null : result.error.type
}

describe('a change of name', () => {
  it('in mid-year leaves an earlier print as it was, and a later form names the new OPD', () => {
    bring(health, '2026-05-04', 10)
    bring(family, '2026-05-05', 20)
    const before = printed()
    rename(health, 'Dinas Kesehatan Kota', '1.99')
    expect(printed()).toEqual({ ...before, byOpd: [{ ...before.byOpd[0], short: '' }, before.byOpd[1]] })
    expect(opd(health)).toMatchObject({ name: 'Dinas Kesehatan Kota', code: '1.99', active: true })
    bring(health, '2026-08-01', 30)
    expect(printed().forms.map((form) => [form.opdCode, form.opd, form.total])).toEqual(
      [
        ['1.99', 'Dinas Kesehatan Kota', 30],
        ['2.14', 'Dinas Keluarga Berencana', 20],
      ].toSorted(),
    )
  })

  it('keeps the record and is remembered with its day and basis', () => {
    rename(health, 'Dinas Kesehatan Kota', '')
    expect(city.store.reader.where('opdSuccession', {})).toMatchObject([
      {
        from: health,
        to: health,
        kind: 'nama',
        on: '2026-07-01',
        basis: 'Perda 3/2026',
        nameBefore: 'Dinas Kesehatan',
        codeBefore: '1.02',
      },
    ])
    expect(opd(health)).toMatchObject({ code: '1.02', short: 'Dinkes' })
    expect(sotkHistory(city.store.reader, health)).toEqual(['Sampai 30 Juni 2026 bernama Dinas Kesehatan'])
  })

  it('is refused where a later one is recorded, where nothing changes, and before its day', () => {
    rename(health, 'Dinas Kesehatan Kota', '')
    expect(refusal(change('nama', [health], [named('Lain')], '2026-06-01'))).toBe('LaterChange')
    expect(refusal(change('nama', [family], [named('Dinas Keluarga Berencana', '2.14')]))).toBe(
      'NothingChanged',
    )
    expect(refusal(change('nama', [family], [named('Lain')], '2026-11-22'))).toBe('NotYet')
    expect(refusal(change('nama', [family], [named('Lain', '2.15')]))).toBe('CodeTaken')
  })
})

describe('a merger of two OPDs in mid-year', () => {
  it('keeps every sum right, both of then and of now, each exactly once', () => {
    bring(health, '2026-05-04', 10)
    bring(family, '2026-05-05', 20)
    bring(transport, '2026-05-06', 40)
    const before = printed()
    expect(before.byOpdNow).toBeUndefined()
    expect(summaryOf(city.query, 2027).byOpdNow).toBeNull()
    merged()
    const after = printed()
    expect(after.byOpd).toEqual(before.byOpd)
    expect(after.forms).toEqual(before.forms)
    expect(sums(after.byOpdNow)).toEqual([
      ['Dinas Kesehatan dan Keluarga', 30],
      ['Dinas Perhubungan', 40],
    ])
    expect(summaryOf(city.query, 2027)).toMatchObject({ byOpd: before.byOpd, byOpdNow: after.byOpdNow })
    expect(nowNote({ ...after, log: before.log as never })).toBe(
      'Menurut OPD sekarang: Dinas Kesehatan dan Keluarga Rp30 (semula Dinas Kesehatan, Dinas Keluarga Berencana).',
    )
  })

  it('counts the form of the successor beside those of its predecessors, also where it took over a code', () => {
    bring(health, '2026-05-04', 10)
    bring(family, '2026-05-05', 20)
    merged()
    const successor = city.store.reader.where('opd', {}).at(-1)?.id ?? ''
    bring(successor, '2026-09-01', 5)
    const after = reportOf(city.query, 2027, null)
    expect(after.all).toMatchObject({ forms: 3, total: 35 })
    expect(sums(after.byOpdNow)).toEqual([['Dinas Kesehatan dan Keluarga', 35]])
    expect(groupRows(after).map(({ name, total }) => [name, total])).toEqual([
      ['Dinas Kesehatan', 10],
      ['Dinas Kesehatan dan Keluarga', 5],
      ['Dinas Keluarga Berencana', 20],
    ])
  })

  it('leaves a code to its successor: written alone it means that one, with the former name the former', () => {
    merged()
    const successor = city.store.reader.where('opd', {}).at(-1)?.id ?? ''
    const written = (code: string, name: string, amount: number) => {
      const { form } = must(
        importForm(city.command, { ...brought(null, '2026-09-01', amount), opd: { id: null, code, name } }),
      )
      return city.store.reader.find('budgetForm', form)?.opd
    }
    expect(written('1.02', '', 1)).toBe(successor)
    expect(written('1.02', 'Dinas Kesehatan', 2)).toBe(health)
    const listed = { id: successor, code: '1.02', name: 'Dinas Kesehatan dan KB', short: '', head: '' }
    expect(takeOpds(city.command, { rows: [listed], seen: city.store.reader.vector() }).ok).toBe(true)
    const other = { ...listed, id: null, name: 'Dinas Lain' }
    const twice = takeOpds(city.command, { rows: [other], seen: city.store.reader.vector() })
    expect(twice.ok ? '' : twice.error.type).toBe('CodeTaken')
    expect(must(registerOf(city.query)).opds.map(({ active }) => active)).toEqual([true, true, false, false])
  })

  it('is not told on a document of a day before it', () => {
    bring(health, '2026-05-04', 10)
    merged()
    const signer = { place: '', position: '', name: '', rank: '', nip: '' }
    expect(reportOf(city.query, 2027, { ...signer, date: '2026-06-30' }).byOpdNow).toBeUndefined()
    expect(reportOf(city.query, 2027, { ...signer, date: '2026-07-01' }).byOpdNow).toHaveLength(1)
  })

  const keep = () =>
    must(
      city.store.commit(city.command.actor, 'Data', (tx) => {
        const person = tx.create('person', { name: 'Budi', number: '1', opd: health })
        return {
          person,
          application: tx.create('application', { name: 'SIMPUS', opd: health }),
          lent: tx.create('application', { name: 'SIM Kendaraan', opd: transport, provider: family }),
          standing: tx.create('position', { title: 'Kepala', opd: family }),
          over: tx.create('position', { title: 'Kepala Seksi', opd: family, ends: '2026-05' }),
          below: tx.create('opd', { name: 'Puskesmas', parent: health, active: true }),
          training: tx.create('training', { name: 'Diklat', opd: health, person, on: '2026-03' }),
          request: tx.create('dataRequest', { owner: health, asker: transport }),
        }
      }),
    ).value
  const find = (type: 'application' | 'position' | 'training' | 'person', id: string) =>
    city.store.reader.find(type, id)

  it('moves what lives on and leaves with the OPD of then what happened, as the preview counted', () => {
    bring(health, '2026-05-04', 10)
    const { person, application, lent, standing, over, below, training, request } = keep()
    const asked = change('gabung', [health, family], [named('Dinas Kesehatan dan Keluarga')])
    const preview = must(previewSotk(city.query, asked))
    expect(preview.opds).toEqual([
      'Dinas Kesehatan berakhir 30 Juni 2026',
      'Dinas Keluarga Berencana berakhir 30 Juni 2026',
      'Dinas Kesehatan dan Keluarga mulai ada 1 Juli 2026',
    ])
    expect(preview.registers).toEqual([
      { type: 'opd', label: 'Unit di bawahnya', moved: 1, left: 0 },
      { type: 'person', label: 'Pegawai', moved: 1, left: 0 },
      { type: 'position', label: 'Jabatan', moved: 1, left: 1 },
      { type: 'application', label: 'Aplikasi', moved: 2, left: 0 },
    ])
    expect(preview.past).toEqual([
      { label: 'Formulir anggaran TIK', count: 1 },
      { label: 'Baris anggaran', count: 1 },
      { label: 'Diklat SDM TIK', count: 1 },
      { label: 'Permintaan berbagi data', count: 1 },
    ])
    const done = must(perform(asked))
    expect(done.moved).toBe(5)
    const successor = city.store.reader.where('opd', {}).at(-1)?.id
    expect(find('application', application)).toMatchObject({ opd: successor })
    expect(find('application', lent)).toMatchObject({ opd: transport, provider: successor })
    expect(find('person', person)).toMatchObject({ opd: successor })
    expect(find('position', standing)).toMatchObject({ opd: successor })
    expect(find('position', over)).toMatchObject({ opd: family })
    expect(opd(below)).toMatchObject({ parent: successor, active: true })
    expect(find('training', training)).toMatchObject({ opd: health })
    expect(city.store.reader.find('dataRequest', request)).toMatchObject({ owner: health })
    expect(city.store.reader.where('budgetForm', {})).toMatchObject([{ opd: health }])
    expect(opd(health)).toMatchObject({ active: false, ends: '2026-06-30', name: 'Dinas Kesehatan' })
    expect(opd(successor ?? '')).toMatchObject({ active: true, begins: '2026-07-01', basis: 'Perda 3/2026' })
    expect(
      city.store.reader.where('opdSuccession', {}).map(({ from, to, kind }) => [from, to, kind]),
    ).toEqual([
      [health, successor, 'gabung'],
      [family, successor, 'gabung'],
    ])
  })

  it('leaves a register that was not chosen, and one whose day of end is that of the change moves', () => {
    const { application, standing } = keep()
    must(
      city.store.commit(city.command.actor, 'Jabatan', (tx) =>
        tx.update('position', standing, { ends: '2026-07-01' }),
      ),
    )
    must(perform(change('gabung', [health, family], [known(transport)]), [{ type: 'position', to: 0 }]))
    expect(find('application', application)).toMatchObject({ opd: health })
    expect(find('position', standing)).toMatchObject({ opd: transport })
    expect(opd(transport)).toMatchObject({ active: true, ends: null })
  })

  it('is taken back whole by one undo', () => {
    bring(health, '2026-05-04', 10)
    keep()
    const stateOf = () => ({
      print: printed(),
      ...Object.fromEntries(
        [...living, 'opdSuccession' as const, 'dataRequest' as const].map((type) => [
          type,
          city.store.reader.where(type, {}),
        ]),
      ),
    })
    const before = stateOf()
    const { commit } = merged()
    const after = stateOf()
    expect(after).not.toEqual(before)
    const undone = must(undo(city.store, city.command.actor, commit))
    expect(stateOf()).toEqual(before)
    must(undo(city.store, city.command.actor, undone.commit))
    expect(stateOf()).toEqual(after)
  })

  it('into one of them ends the other alone', () => {
    must(perform(change('gabung', [health, family], [known(health)])))
    expect([opd(health)?.active, opd(family)?.active]).toEqual([true, false])
    expect(sotkHistory(city.store.reader, health)).toEqual([
      'Berasal dari Dinas Keluarga Berencana, berlaku 1 Juli 2026',
    ])
  })

  it('is refused for an OPD that has ended already, with one OPD alone, and into nobody', () => {
    merged()
    expect(refusal(change('gabung', [health], [known(transport)], '2026-08-01'))).toBe('AlreadyEnded')
    expect(refusal(change('gabung', [transport], [known(health)], '2026-08-01'))).toBe('AlreadyEnded')
    expect(refusal(change('gabung', [transport], [named('Baru')]))).toBe('Incomplete')
    expect(refusal(change('gabung', [transport], [known(transport)]))).toBe('Incomplete')
    expect(refusal(change('bubar', [], []))).toBe('Incomplete')
  })
})

describe('a split', () => {
  it('into two new OPDs gives each register to the part that was chosen, and its sums stay with the OPD of then', () => {
    bring(transport, '2026-05-06', 40)
    const [application, website] = must(
      city.store.commit(city.command.actor, 'Data', (tx) => [
        tx.create('application', { name: 'SIM Parkir', opd: transport }),
        tx.create('website', { address: 'dishub.contoh.go.id', opd: transport }),
      ]),
    ).value as [string, string]
    must(
      perform(change('pecah', [transport], [named('Dinas Jalan'), named('Dinas Kominfo')]), [
        { type: 'application', to: 0 },
        { type: 'website', to: 1 },
      ]),
    )
    const [roads, ict] = city.store.reader.where('opd', {}).slice(-2)
    expect(city.store.reader.find('application', application)?.opd).toBe(roads?.id)
    expect(city.store.reader.find('website', website)?.opd).toBe(ict?.id)
    expect(opd(transport)?.active).toBe(false)
    expect(reportOf(city.query, 2027, null).byOpdNow).toBeUndefined()
  })

  it('from which the OPD lives on ends nobody, and moves only what goes to the new part', () => {
    const [application, website] = must(
      city.store.commit(city.command.actor, 'Data', (tx) => [
        tx.create('application', { name: 'SIM Parkir', opd: transport }),
        tx.create('website', { address: 'dishub.contoh.go.id', opd: transport }),
      ]),
    ).value as [string, string]
    const done = must(
      perform(change('pecah', [transport], [known(transport), named('Dinas Kominfo')]), [
        { type: 'application', to: 0 },
        { type: 'website', to: 1 },
      ]),
    )
    expect(done.moved).toBe(1)
    expect(opd(transport)).toMatchObject({ active: true, ends: null })
    expect(city.store.reader.find('application', application)?.opd).toBe(transport)
    expect(city.store.reader.find('website', website)?.opd).not.toBe(transport)
    expect(sotkHistory(city.store.reader, transport)).toEqual(['Menjadi Dinas Kominfo, berlaku 1 Juli 2026'])
    expect(refusal(change('nama', [transport], [named('Dinas Jalan')], '2026-08-01'))).toBeNull()
  })
})

describe('an end', () => {
  it('leaves all that the OPD kept with it', () => {
    const application = must(
      city.store.commit(city.command.actor, 'Data', (tx) =>
        tx.create('application', { name: 'A', opd: health }),
      ),
    ).value
    expect(must(previewSotk(city.query, change('bubar', [health], []))).registers).toMatchObject([
      { moved: 0, left: 1 },
    ])
    expect(must(perform(change('bubar', [health], []))).moved).toBe(0)
    expect(city.store.reader.find('application', application)?.opd).toBe(health)
    expect(opd(health)).toMatchObject({ active: false, ends: '2026-06-30' })
  })
})
