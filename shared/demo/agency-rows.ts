import { addresseeOf } from '../rules/budget/addressee.ts'
import { type DemoAgency, lead, type Place } from './place.ts'
import { type Register, ref, register } from './rows.ts'

const decree = 'Perda Nomor 4 Tahun 2016 tentang Susunan Perangkat Daerah (contoh)'

const pseOf = ({ care, runsSystems }: DemoAgency) =>
  !runsSystems ? ('tidak' as const) : care > 0.5 ? ('ya' as const) : null

export const opdRows = ({ agencies, random }: Place): Register =>
  register(
    'opd',
    agencies.map((one) => {
      const chance = random('opd', one.key)
      const pse = pseOf(one)
      return {
        key: one.key,
        values: {
          code: one.code,
          name: one.name,
          short: one.short,
          kind: one.kind,
          active: true,
          head: chance.maybe(0.6, addresseeOf(one.name)),
          address: chance.maybe(0.7, `Jalan Jenderal Sudirman Km. ${chance.int(1, 14)}, Prabumulih`),
          basis: chance.maybe(one.care, decree),
          begins: one.care > 0.5 ? '2017-01-03' : chance.maybe(0.4, '2017'),
          leads: one.key === lead ? true : null,
          pse,
          pseBasis: pse === null ? null : chance.maybe(0.7, 'Surat pernyataan kepala OPD'),
        },
      }
    }),
  )

export const successionRows = (): Register =>
  register('opdSuccession', [
    {
      key: 'kominfo',
      values: {
        from: ref('opd', 'dishub'),
        to: ref('opd', lead),
        kind: 'pecah',
        on: '2017-01-03',
        basis: decree,
        nameBefore: 'Dinas Perhubungan, Komunikasi dan Informatika',
      },
    },
    {
      key: 'bapenda',
      values: {
        from: ref('opd', 'bapenda'),
        to: ref('opd', 'bapenda'),
        kind: 'nama',
        on: '2020-01-02',
        basis: 'Perda Nomor 2 Tahun 2019 (contoh)',
        nameBefore: 'Dinas Pendapatan Daerah',
        codeBefore: '4.04.05',
      },
    },
  ])
