import type { App } from './applications.ts'
import { ago, ahead } from './days.ts'
import { letter } from './papers.ts'
import { lead, type Place } from './place.ts'
import { numbered, type Register, ref, register } from './rows.ts'

const provided = ['pusat-data', 'jaringan'] as const

export const infrastructureRows = ({ day, random, recording }: Place): Register => {
  const opd = ref('opd', lead)
  const shared = {
    opd,
    keeper: 'diskominfo',
    shared: true,
    condition: 'baik',
    place: 'Gedung Diskominfo lantai 2',
  } as const
  const own = recording
    .filter(({ key }) => key !== lead)
    .flatMap((one) => {
      const chance = random('infrastructure', one.key)
      return Array.from({ length: chance.int(0, 3) }, (_unused, n) => {
        const kind = chance.pick(['server', 'perangkat', 'jaringan'])
        const keeper = chance.answer(one.care, chance.pick(['diskominfo', 'opd']), 'opd')
        const on = ago(day, chance.int(100, 2500))
        const isCoordinated = keeper === 'opd' && chance.chance(one.care * 0.8)
        return {
          key: `${one.key}-${n + 1}`,
          values: {
            name: `${{ server: 'Server', perangkat: 'Perangkat perekaman', jaringan: 'Jaringan lokal' }[kind]} ${one.short}`,
            opd: ref('opd', one.key),
            kind,
            keeper,
            place: chance.maybe(0.7, `Kantor ${one.short}`),
            condition: chance.maybe(one.care, chance.pick(['baik', 'baik', 'rusak_ringan', 'rusak_berat'])),
            acquired: on.slice(0, 4),
            lifetime: chance.maybe(0.5, 5),
            coordinatedOn: isCoordinated ? on : null,
            coordinatedIn: isCoordinated ? letter(chance, 'Diskominfo', on) : null,
            value: chance.maybe(0.5, chance.int(8, 120) * 1_000_000),
          },
        }
      })
    })
  return register('infrastructure', [
    {
      key: 'pusat-data',
      values: {
        ...shared,
        name: 'Pusat Data Kota',
        kind: 'pusat_data',
        acquired: '2018',
        value: 2_750_000_000,
      },
    },
    {
      key: 'jaringan',
      values: { ...shared, name: 'Jaringan Serat Optik Antar-OPD', kind: 'jaringan', acquired: '2019-07' },
    },
    {
      key: 'platform',
      values: { ...shared, name: 'Platform Virtualisasi', kind: 'piranti_lunak', acquired: '2021' },
    },
    ...own,
  ])
}

export const infrastructureUseRows = ({ day, random, recording }: Place): Register =>
  register(
    'infrastructureUse',
    recording.flatMap((one) =>
      provided.map((key) => {
        const chance = random('use', one.key, key)
        return {
          key: `${one.key}-${key}`,
          values: {
            opd: ref('opd', one.key),
            infrastructure: ref('infrastructure', key),
            state: chance.chance(0.15) ? 'belum' : chance.answer(one.care, 'dipakai', 'tidak'),
            on: chance.maybe(0.8, ago(day, chance.int(10, 200))),
            note: key === 'jaringan' ? 'Jaringan antar-OPD' : 'Pusat data kota',
          },
        }
      }),
    ),
  )

export const internetRows = ({ day, random, recording }: Place): Register => {
  const opd = ref('opd', lead)
  const own = random('internet')
    .shuffled(recording)
    .slice(0, 7)
    .map((one) => {
      const chance = random('internet', one.key)
      return {
        name: `Langganan internet ${one.short}`,
        opd: ref('opd', one.key),
        kind: 'langganan' as const,
        megabits: chance.pick([50, 100, 200]),
        owner: chance.maybe(one.care, 'opd'),
        provider: 'PT Jaringan Nusantara (contoh)',
        until: chance.maybe(0.7, ahead(day, chance.int(-40, 400))),
        coordinatedIn: chance.maybe(one.care * 0.7, letter(chance, 'Diskominfo', ago(day, 300))),
      }
    })
  return register(
    'internetAccess',
    numbered('access', [
      {
        name: 'Blok IP publik kota',
        opd,
        kind: 'ip',
        address: '203.0.113.0/27',
        owner: 'pemda',
        controlled: 'Surat alokasi',
      },
      {
        name: 'Bandwidth induk',
        opd,
        kind: 'bandwidth',
        megabits: 1500,
        owner: 'pemda',
        until: ahead(day, 40),
      },
      {
        name: 'IP publik SIMRS',
        opd: ref('opd', 'rsud'),
        kind: 'ip',
        address: '198.51.100.14',
        owner: 'opd',
      },
      ...own,
    ]),
  )
}

export const partnerRows = ({ day }: Place): Register =>
  register(
    'partner',
    numbered('partner', [
      {
        name: 'PT Jaringan Nusantara (contoh)',
        agreement: '119/PKS/2024',
        signed: ago(day, 800),
        until: ahead(day, 25),
        where: 'dalam',
        provides: 'Serat optik dan bandwidth induk',
      },
      { name: 'PT Rumah Situs Nusantara (contoh)', where: 'dalam', provides: 'Sewa hosting' },
      {
        name: 'Cloud Harbour Pte. Ltd. (contoh)',
        agreement: '7/PKS/2023',
        where: 'luar',
        provides: 'Penyimpanan awan',
      },
    ]),
  )

export const maintenanceRows = ({ day, random }: Place, apps: readonly App[]): Register =>
  register(
    'maintenance',
    numbered('upkeep', [
      {
        subject: 'Pendingin dan UPS pusat data',
        opd: ref('opd', lead),
        infrastructure: ref('infrastructure', 'pusat-data'),
        component: 'infrastruktur',
        kind: 'preventif',
        planned: ago(day, 60),
        done: ago(day, 58),
        cost: 18_500_000,
        result: 'Baterai UPS diganti',
      },
      {
        subject: 'Jalur serat optik putus',
        opd: ref('opd', lead),
        infrastructure: ref('infrastructure', 'jaringan'),
        component: 'infrastruktur',
        kind: 'kuratif',
        done: ago(day, 31),
        result: 'Disambung kembali',
      },
      ...apps
        .filter(({ origin }, n) => origin === 'daerah' && n % 3 === 0)
        .map(({ key, agency, name }) => {
          const chance = random('maintenance', key)
          const planned = ahead(day, chance.int(-160, 90))
          return {
            subject: `Pembaruan ${name}`,
            opd: ref('opd', agency.key),
            application: ref('application', key),
            component: 'aplikasi' as const,
            kind: chance.maybe(agency.care, 'preventif'),
            planned,
            done: planned <= day ? chance.maybe(agency.care, planned) : null,
          }
        }),
    ]),
  )

export const backupRows = ({ day, random }: Place, apps: readonly App[]): Register =>
  register(
    'backupProcedure',
    apps
      .filter(({ origin }, n) => origin === 'daerah' && n % 2 === 0)
      .map(({ key, agency, name }) => {
        const chance = random('backup', key)
        const state = chance.answer(agency.care, 'ada', 'tidak')
        return {
          key,
          values: {
            subject: name,
            opd: ref('opd', agency.key),
            application: ref('application', key),
            component: 'data',
            state,
            how:
              state === 'ada'
                ? chance.pick(['Salinan harian ke pusat data', 'Salinan mingguan ke hard disk luar'])
                : null,
            tested: state === 'ada' ? chance.maybe(agency.care * 0.7, ago(day, chance.int(20, 500))) : null,
          },
        }
      }),
  )
