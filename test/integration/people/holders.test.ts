import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeSotk } from '../../../electron/opd/sotk/change.ts'
import { holdersOn } from '../../../electron/people/holders.ts'
import { must, openCity, type TestCity } from '../../fixtures/city.ts'

let city: TestCity
let opd = ''
let position = ''
beforeEach(() => {
  city = openCity()
  ;({ opd, position } = must(
    city.store.commit(city.command.actor, 'Pejabat', (tx) => {
      const opd = tx.create('opd', { code: '2.16', name: 'Dinas Kominfo', active: true, leads: true })
      const position = tx.create('position', { title: 'Kepala Dinas', opd, head: true })
      const ali = tx.create('person', {
        name: 'Ali',
        number: '196608011988031001',
        rank: 'Pembina (IV/a)',
        opd,
      })
      const rina = tx.create('person', { name: 'Rina', number: 'honorer-7', opd })
      tx.create('assignment', { person: ali, position, kind: 'definitif', from: '2020-01-01' })
      tx.create('assignment', {
        person: rina,
        position,
        kind: 'plt',
        from: '2026-03-01',
        until: '2026-03-31',
      })
      return { opd, position }
    }),
  ).value)
})
afterEach(() => city.close())

const holder = (day: string) =>
  holdersOn(city.query, day).positions.find(({ id }) => id === position)?.holder ?? null

describe('who signs for a position', () => {
  it('is an acting official on the days of the letter alone, with the words that go before the office', () => {
    const definitive = {
      heading: 'KEPALA DINAS KOMINFO',
      name: 'Ali',
      rank: 'Pembina (IV/a)',
      nip: '196608011988031001',
    }
    expect(holder('2026-02-28')).toEqual(definitive)
    expect(holder('2026-03-01')).toEqual({
      heading: 'Plt. KEPALA DINAS KOMINFO',
      name: 'Rina',
      rank: '',
      nip: '',
    })
    expect(holder('2026-03-31')?.name).toBe('Rina')
    expect(holder('2026-04-01')).toEqual(definitive)
    expect(holder('2019-12-31')).toBeNull()
  })

  it('signs under the name that the OPD had on that day', () => {
    const to = [{ id: null, code: '', name: 'Dinas Komunikasi dan Informatika', short: '', head: '' }]
    const change = { kind: 'nama' as const, on: '2026-07-01', basis: '', from: [opd], to }
    must(changeSotk(city.command, { change, moves: [], seen: city.store.reader.vector() }))
    expect(holder('2026-06-30')?.heading).toBe('KEPALA DINAS KOMINFO')
    expect(holder('2026-07-01')?.heading).toBe('KEPALA DINAS KOMUNIKASI DAN INFORMATIKA')
  })

  it('is asked for only of positions that the officer may see, and that there were', () => {
    const { query } = city.as(['verifikator', 'aaaaaaaaaa.9.9'])
    expect(holdersOn(query, '2026-06-01').positions).toEqual([])
    must(
      city.store.commit(city.command.actor, 'Berakhir', (tx) =>
        tx.update('position', position, { ends: '2026' }),
      ),
    )
    expect(holdersOn(city.query, '2026-12-31').positions).toMatchObject([
      { office: 'Kepala Dinas Kominfo', leads: true },
    ])
    expect(holdersOn(city.query, '2027-01-01').positions).toEqual([])
  })
})
