import { describe, expect, it } from 'vitest'
import { judgeAgency } from '../../../shared/compliance/check.ts'
import { City, type CityRows, cityTypes, ownedBy } from '../../../shared/compliance/facts.ts'
import { checksOf } from '../../../shared/compliance/index.ts'
import { onDay, standsOn } from '../../../shared/compliance/on-day.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import type { Field } from '../../../shared/records/field.ts'
import { definitions, type Records } from '../../../shared/records/index.ts'
import { agencyWith, type Recorded } from './city.ts'

const checks = new Map(['PBM', 'SKW'].flatMap(checksOf).map((check) => [check.obligations[0] ?? '', check]))
const stateOn = (id: string, recorded: Recorded, day: string): string =>
  judgeAgency(checks.get(id) ?? expect.fail(id), agencyWith(recorded, day)).state

const servant = [{ id: 'p1', name: 'Budi', status: 'pns' }] as const
const yearly = [
  { subject: 'kompetensi', amount: 12, unit: 'bulan', paper: '1/2020', on: '2020-01-01' },
] as const
const tested = { name: 'SIM', origin: 'daerah', tested: 'lulus', testedOn: '2026-05-10' } as const
const plan = { title: 'RI', from: '2025', until: '2029', decree: '1', decreeDate: '2025-06-01' } as const
const spent = { year: 2026, title: 'SIM', initiative: 'I-1' } as const
const need = {
  title: 'Server',
  asked: '2026-01-05',
  due: '2026-02-05',
  sent: '2026-03-01',
  none: true,
} as const
const rule = { opd: 'kominfo', topic: 'metadata', state: 'berlaku', sentOn: '2026-04-01' } as const
const upkeep = { subject: 'UPS', kind: 'preventif', planned: '2026-03-01', done: '2026-04-01' } as const
const request = { purpose: 'x', asked: '2026-03-01', answer: 'diberikan', answered: '2026-05-01' } as const

/** Of each check one recorded fact, a day before its date, and a day after. */
const table: readonly (readonly [
  string,
  Recorded,
  before: readonly [string, string],
  after: readonly [string, string],
])[] = [
  [
    'PBM-8(5)',
    { person: servant, ictStaff: [{ person: 'p1', from: '2026-05' }] },
    ['2026-04-30', 'belum_ada_data'],
    ['2026-05-01', 'terpenuhi'],
  ],
  [
    'PBM-8(5)',
    { person: servant, ictStaff: [{ person: 'p1', until: '2026-05-31' }] },
    ['2026-05-31', 'terpenuhi'],
    ['2026-06-01', 'belum_ada_data'],
  ],
  [
    'PBM-8(6)',
    {
      person: servant,
      settled: yearly,
      ictStaff: [{ person: 'p1' }],
      training: [{ person: 'p1', on: '2026-03-02' }],
    },
    ['2026-03-01', 'belum_ada_data'],
    ['2026-03-02', 'terpenuhi'],
  ],
  ['PBM-11(1)', { application: [tested] }, ['2026-05-09', 'belum_ada_data'], ['2026-05-10', 'terpenuhi']],
  [
    'PBM-11(1)',
    { application: [{ ...tested, testedOn: null, since: '2026' }] },
    ['2025-12-31', 'belum_ada_data'],
    ['2026-01-01', 'terpenuhi'],
  ],
  [
    'PBM-10(3)',
    { dataset: [{ every: 'tahunan', updated: '2026-06-01', accuracy: 'baik', wholeness: 'baik' }] },
    ['2026-05-31', 'belum_ada_data'],
    ['2026-06-01', 'terpenuhi'],
  ],
  [
    'PBM-15(4)',
    { dataset: [{ status: 'terbuka', decidedIn: 'SK 1', decidedOn: '2026-02-01' }] },
    ['2026-01-31', 'belum_ada_data'],
    ['2026-02-01', 'terpenuhi'],
  ],
  ['PBM-10(1)', { dataRequest: [request] }, ['2026-04-30', 'belum_ada_data'], ['2026-05-01', 'terpenuhi']],
  [
    'PBM-10(5)',
    { policy: [rule], dataset: [{ metadata: 'sesuai' }] },
    ['2026-03-31', 'tidak_dapat_dinilai'],
    ['2026-04-01', 'terpenuhi'],
  ],
  [
    'PBM-6(1)',
    { masterplan: [plan], ictSpending: [spent] },
    ['2025-05-31', 'tidak_dapat_dinilai'],
    ['2025-06-01', 'terpenuhi'],
  ],
  [
    'PBM-6(1)',
    { masterplan: [plan], ictSpending: [{ ...spent, year: 2028 }] },
    ['2026-12-31', 'belum_ada_data'],
    ['2027-01-01', 'terpenuhi'],
  ],
  ['PBM-6(3)', { ictNeed: [need] }, ['2026-02-28', 'belum_ada_data'], ['2026-03-01', 'terpenuhi']],
  [
    'PBM-16(2)',
    {
      person: servant,
      ictStaff: [{ person: 'p1', transacts: true }],
      certificate: [{ person: 'p1', issued: '2026-02-01', expires: '2028-02-01' }],
    },
    ['2026-01-31', 'belum_ada_data'],
    ['2026-02-01', 'terpenuhi'],
  ],
  [
    'PBM-15(2)-1',
    {
      securityReview: [
        {
          on: '2026-02-01',
          preventRule: 'ada',
          preventSystem: 'ada',
          respondRule: 'ada',
          respondSystem: 'ada',
        },
      ],
    },
    ['2026-01-31', 'belum_ada_data'],
    ['2026-02-01', 'terpenuhi'],
  ],
  [
    'PBM-8(7)',
    {
      staffMove: [
        {
          person: 'p1',
          known: '2026-02-01',
          effective: '2026-09-01',
          successor: 'p2',
          competent: true,
          letter: 'S-1',
        },
      ],
    },
    ['2026-01-31', 'belum_ada_data'],
    ['2026-02-01', 'terpenuhi'],
  ],
  [
    'PBM-13(2)',
    { infrastructureUse: [{ state: 'dipakai', on: '2026-02-01' }] },
    ['2026-01-31', 'belum_ada_data'],
    ['2026-02-01', 'terpenuhi'],
  ],
  ['SKW-14(1)', { maintenance: [upkeep] }, ['2026-03-31', 'belum_terpenuhi'], ['2026-04-01', 'terpenuhi']],
  [
    'SKW-15(2)',
    { guidance: [{ kind: 'pengawasan', on: '2026-02-01', independent: 'bukan' }] },
    ['2026-01-31', 'belum_ada_data'],
    ['2026-02-01', 'terpenuhi'],
  ],
  [
    'PBM-Penj8(4)-2',
    {
      masterplan: [{ ...plan, from: '2020', decreeDate: null }],
      permit: [{ inPlan: false, requested: '2026-01-01', issued: '2026-02', number: '7' }],
    },
    ['2026-01-31', 'belum_ada_data'],
    ['2026-02-01', 'terpenuhi'],
  ],
]

describe('on a day', () => {
  it.each(table)(
    '%s knows on the day before nothing of what is dated after it',
    (id, recorded, before, after) => {
      expect([before, after].map(([day]) => stateOn(id, recorded, day))).toEqual([before[1], after[1]])
    },
  )

  it('every date of a register that checks read says something, or is known to say nothing', () => {
    /** What was planned or ends is asked of the day by the checks themselves; an earlier development is no later one. */
    const bySelf = [
      'application.developedOn',
      'application.handoverDate',
      'application.licenceUntil',
      'application.unusedSince',
      'assessment.decidedOn',
      'assessment.on',
      'backupProcedure.tested',
      'certificate.expires',
      'declaration.asOf',
      'declaration.decidedOn',
      'ictNeed.due',
      'ictSpending.on',
      'ictStaff.until',
      'internetAccess.until',
      'maintenance.planned',
      'masterplan.until',
      'opd.begins',
      'opd.ends',
      'opdSuccession.on',
      'organisation.until',
      'partner.until',
      'permit.until',
      'publicService.informed',
      'securityReview.testedOn',
      'settled.on',
      'stageCell.reviewedAfter',
      'staffMove.handedOver',
      'training.validUntil',
      'transition.decidedOn',
      'website.leaseUntil',
    ]
    const said = [...new Set<string>([...Object.keys(ownedBy), ...cityTypes])].flatMap((type) => {
      const { fields } = definitions.find((one) => one.type === type) as AnyDefinition
      return Object.entries(fields as Record<string, Field>)
        .filter(([, { facts }]) => facts.kind === 'date' || facts.kind === 'when')
        .filter(([key]) => {
          const row = { id: 'x', [key]: '2030-01-01' } as never
          return onDay(type as 'opd', [row], '2026-01-01')[0] === row
        })
        .map(([key]) => `${type}.${key}`)
    })
    expect(said.sort()).toEqual(bySelf.sort())
  })

  it('leaves the very same records where nothing of them is later', () => {
    const rows = [
      { id: 'a', since: '2020', testedOn: '2021-01-01' },
    ] as unknown as readonly Records['application'][]
    expect(onDay('application', rows, '2026-01-01')[0]).toBe(rows[0])
  })

  it('takes of the forms of a year the last that had come, where the one in use came later', () => {
    const form = (version: number, received: string, current: boolean) => ({
      id: `f${version}`,
      opd: 'a',
      year: 2027,
      version,
      received,
      current,
    })
    const forms = [form(1, '2026-09-01', false), form(2, '2026-10-01', false), form(3, '2026-11-01', true)]
    const inUse = (day: string) =>
      onDay('budgetForm', forms as never, day).flatMap(({ id, current }) => (current === true ? [id] : []))
    expect(['2026-08-31', '2026-09-15', '2026-10-01', '2026-11-01'].map(inUse)).toEqual([
      [],
      ['f1'],
      ['f2'],
      ['f3'],
    ])
  })

  it('an OPD stands from its beginning to its end; one that is gone since nobody knows when, on no day', () => {
    const stands = (active: boolean | null, begins: string | null, ends: string | null) =>
      ['2025-12-31', '2026-06-30', '2026-07-01', '2027-01-01'].map((day) =>
        standsOn({ active, begins, ends }, day),
      )
    expect(stands(true, null, null)).toEqual([true, true, true, true])
    expect(stands(null, '2026-07-01', null)).toEqual([false, false, true, true])
    expect(stands(true, '2026', null)).toEqual([false, true, true, true])
    expect(stands(false, null, null)).toEqual([false, false, false, false])
    expect(stands(false, null, '2026-06-30')).toEqual([true, true, false, false])
    expect(stands(false, null, '2026')).toEqual([true, false, false, false])
    expect(stands(true, null, '2026')).toEqual([true, true, true, false])
  })

  it('names an OPD as it was called then, and leaves out its parts', () => {
    const opd = (id: string, more: object) => ({
      id,
      active: true,
      parent: null,
      begins: null,
      ends: null,
      ...more,
    })
    const rows = {
      ...Object.fromEntries(cityTypes.map((type) => [type, []])),
      opd: [
        opd('a', { name: 'Dinas Baru', code: '2', short: 'DB' }),
        opd('b', { name: 'UPTD', parent: 'a' }),
      ],
      opdSuccession: [
        {
          id: 's',
          from: 'a',
          to: 'a',
          kind: 'nama',
          on: '2026-07-01',
          nameBefore: 'Dinas Lama',
          codeBefore: '1',
        },
      ],
    } as unknown as CityRows
    const called = (day: string) =>
      new City(rows, day).agencies.map(({ name, code, short }) => [name, code, short])
    expect(called('2026-06-30')).toEqual([['Dinas Lama', '1', null]])
    expect(called('2026-07-01')).toEqual([['Dinas Baru', '2', 'DB']])
  })
})
