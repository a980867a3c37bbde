import { describe, expect, it, onTestFinished } from 'vitest'
import { cityChecksOf } from '../../../shared/compliance/index.ts'
import { speakAs } from '../../../shared/texts/terms.ts'
import { agencyWith, type Recorded, termsOfPrabumulih } from './city.ts'

const checks = new Map(
  ['PBM', 'SKW'].flatMap(cityChecksOf).map((check) => [check.obligations[0] ?? '', check] as const),
)
const stateOf = (id: string, recorded: Recorded): string => {
  const agency = agencyWith(recorded)
  return (checks.get(id) ?? expect.fail(id)).judge(agency.city, [agency]).state
}

const inForce = { title: 'Rencana induk', from: '2025', until: '2029', author: 'diskominfo' } as const
const plan = (more: object) => ({ masterplan: [{ ...inForce, ...more }] })
const yearly = (
  subject: 'monev_opd' | 'laporan_monev' | 'pembinaan_situs' | 'koordinasi' | 'inventarisasi',
) => ({
  settled: [{ subject, amount: 1, unit: 'tahun' as const, paper: '12/2026', on: '2024-01-02' }],
})
const guided = (kind: 'pengawasan' | 'situs' | 'koordinasi', on: string) => ({
  guidance: [{ kind, on, opd: null }],
})
const rule = (topic: 'metadata' | 'desain' | 'pengamanan' | 'sertifikat') => ({
  topic,
  state: 'berlaku' as const,
})
const ruling = (
  stage: 'perencanaan' | 'realisasi' | 'pengoperasian' | 'pemeliharaan' | 'monev',
  ...components: readonly ('aplikasi' | 'data' | 'infrastruktur' | 'kelembagaan' | 'sdm')[]
) => ({
  policy: components.map((component) => ({
    stage,
    component,
    form: 'perwal' as const,
    state: 'berlaku' as const,
  })),
})
const five = ['aplikasi', 'data', 'infrastruktur', 'kelembagaan', 'sdm'] as const
const body = (element: 'tim_kebijakan' | 'komite' | 'pengelola' | 'pemilik' | 'tim_teknis', more = {}) => ({
  element,
  name: element,
  ...more,
})
const bodies = ['tim_kebijakan', 'komite', 'pengelola', 'pemilik', 'tim_teknis'] as const

/** For each check a gap that is found (or a proof that is asked for), and a right record that is not accused. */
const table: readonly (readonly [string, gap: Recorded, right: Recorded])[] = [
  ['PBM-6(2)a', { masterplan: [{ from: '2018', until: '2022' }] }, plan({ aligned: 'RPJMD 2025-2029' })],
  ['PBM-6(2)b', plan({ until: '2028' }), plan({ from: '2025-01-01', until: '2029-12-31' })],
  ['PBM-6(2)c', plan({ author: 'lain' }), plan({})],
  [
    'PBM-6(2)d',
    { masterplan: [{ from: '2018', until: '2022' }] },
    plan({ decree: '1/2025', decreeDate: '2025-01-05' }),
  ],
  [
    'PBM-7(4)',
    { ...yearly('monev_opd'), ...guided('pengawasan', '2024-01-01') },
    { ...yearly('monev_opd'), ...guided('pengawasan', '2026-06-01') },
  ],
  [
    'PBM-7(4)-2',
    { ...yearly('laporan_monev'), mayorReport: [{ period: '2024', on: '2024-12-01' }] },
    { ...yearly('laporan_monev'), mayorReport: [{ period: '2026', on: '2026-07-01' }] },
  ],
  [
    'PBM-10(5)-2',
    { policy: [rule('metadata')] },
    { policy: [rule('metadata'), rule('desain'), rule('pengamanan')] },
  ],
  [
    'PBM-11(4)',
    { application: [{ origin: 'daerah', forAll: true, provider: 'dinkes' }] },
    { application: [{ origin: 'daerah', forAll: true, provider: 'kominfo' }] },
  ],
  [
    'PBM-12(1)',
    { website: [{ owner: 'pemda', manager: 'dinkes' }] },
    { website: [{ owner: 'pemda', manager: 'kominfo' }] },
  ],
  [
    'PBM-12(3)',
    {
      ...yearly('pembinaan_situs'),
      ...guided('situs', '2024-01-01'),
      website: [{ kind: 'situs', owner: 'opd', opd: 'dinkes' }],
    },
    {
      ...yearly('pembinaan_situs'),
      ...guided('situs', '2026-03-01'),
      website: [{ kind: 'situs', owner: 'opd', opd: 'dinkes' }],
    },
  ],
  ['PBM-13(5)', { partner: [{ where: 'luar' }] }, { partner: [{ where: 'dalam' }] }],
  [
    'PBM-16(5)-1',
    { policy: [{ ...rule('sertifikat'), state: 'dicabut' }] },
    { policy: [rule('sertifikat')] },
  ],
  ['PBM-17(2)', { publicService: [{ leaders: 'tidak' }] }, { publicService: [{ leaders: 'ada' }] }],
  [
    'PBM-18(1)',
    { guidance: [{ kind: 'pengawasan', on: '2026-01-01' }] },
    { guidance: [{ kind: 'pengawasan' }, { kind: 'diklat' }], priceStandard: [{ item: 'Server' }] },
  ],
  [
    'PBM-18(2)',
    { ...yearly('koordinasi'), ...guided('koordinasi', '2024-01-01') },
    { ...yearly('koordinasi'), ...guided('koordinasi', '2026-05-01') },
  ],
  [
    'PBM-18(3)',
    { ...yearly('monev_opd'), ...guided('pengawasan', '2024-01-01') },
    { ...yearly('monev_opd'), ...guided('pengawasan', '2026-06-01') },
  ],
  [
    'PBM-18(4)-1',
    {
      ...yearly('inventarisasi'),
      declaration: [{ register: 'application', state: 'lengkap', asOf: '2024-01-01' }],
    },
    {
      ...yearly('inventarisasi'),
      declaration: [{ register: 'application', state: 'lengkap', asOf: '2026-10-01' }],
    },
  ],
  [
    'PBM-13(1)',
    {},
    {
      infrastructure: [{ id: 'i1', keeper: 'diskominfo' }],
      maintenance: [{ infrastructure: 'i1', planned: '2026-12-01' }],
    },
  ],
  ['PBM-13(3)', {}, { internetAccess: [{ kind: 'ip', owner: 'pemda', controlled: 'Surat 5/2026' }] }],
  ['PBM-16(3)', {}, { certificate: [{ expires: '2027-01-01' }] }],
  ['PBM-17(1)', {}, { publicService: [{ application: 'a1' }] }],
  ['PBM-18(4)-2', {}, { priceStandard: [{ item: 'Server' }] }],
  ['SKW-9(1)a-e', { organisation: [body('komite')] }, { organisation: bodies.map((one) => body(one)) }],
  [
    'SKW-9(2)',
    {},
    { organisation: bodies.map((one) => body(one, { decree: '7/2026', decreeDate: '2026-02-02' })) },
  ],
  ['SKW-11(1)', { masterplan: [{ from: '2018', until: '2022' }] }, plan({ aligned: 'RPJMD' })],
  ['SKW-11(2)', plan({ author: 'lain' }), plan({})],
  ['SKW-11(4)', ruling('perencanaan', 'aplikasi'), ruling('perencanaan', ...five)],
  ['SKW-12(2)', ruling('realisasi', 'aplikasi'), ruling('realisasi', ...five)],
  ['SKW-13(2)', ruling('pengoperasian', 'aplikasi'), ruling('pengoperasian', ...five)],
  ['SKW-14(3)', ruling('pemeliharaan', 'aplikasi'), ruling('pemeliharaan', ...five)],
  ['SKW-15(3)', ruling('monev', 'aplikasi'), ruling('monev', ...five)],
  ['SKW-16(4)', {}, { ictSpending: [{ involved: 'Notulen 3/2026' }] }],
]
/** Of these nothing can be wrong in a record: a proof is there, or it is not known. */
const onlyProof = [
  'PBM-13(1)',
  'PBM-13(3)',
  'PBM-16(3)',
  'PBM-16(5)-1',
  'PBM-17(1)',
  'PBM-18(4)-2',
  'SKW-9(2)',
  'SKW-16(4)',
]

describe('a duty of the city', () => {
  it('has a row in the table', () => {
    expect(table.map(([id]) => id).sort()).toEqual([...checks.keys()].sort())
  })
  it.each(table)('%s: a gap is found, a right record is not accused', (id, gap, right) => {
    expect(onlyProof.includes(id) ? ['belum_ada_data'] : ['belum_terpenuhi', 'sebagian']).toContain(
      stateOf(id, gap),
    )
    expect(stateOf(id, right)).toBe('terpenuhi')
  })
  it.each(table)('%s: days are named as officers name them', (id, gap, right) => {
    for (const recorded of [gap, right]) {
      const agency = agencyWith(recorded)
      const { words, behind } = (checks.get(id) ?? expect.fail(id)).judge(agency.city, [agency])
      expect([words, ...behind.map(({ lacks }) => lacks)].join(' ')).not.toMatch(/\d{4}-\d{2}/)
    }
  })
  it.each(table.filter(([id]) => id.startsWith('SKW')))(
    '%s: is said in the terms of Singkawang',
    (id, ...all) => {
      speakAs('singkawang')
      onTestFinished(() => speakAs('prabumulih'))
      for (const recorded of [...all, {}]) {
        const agency = agencyWith(recorded)
        const { words, behind } = (checks.get(id) ?? expect.fail(id)).judge(agency.city, [agency])
        expect([words, ...behind.map(({ lacks }) => lacks)].join(' ')).not.toMatch(termsOfPrabumulih)
      }
    },
  )
  it.each([...checks.keys()])('%s: of nothing recorded nothing is said', (id) => {
    expect(['belum_ada_data', 'tidak_dapat_dinilai', 'tidak_berlaku']).toContain(stateOf(id, {}))
  })
  it('accuses nobody of what others keep while nobody is said to lead', () => {
    const led = { website: [{ kind: 'situs' as const, owner: 'pemda' as const, manager: 'dinkes' }] }
    expect(stateOf('PBM-12(1)', led)).toBe('belum_terpenuhi')
    expect(
      stateOf('PBM-12(1)', {
        ...led,
        opd: [{ id: 'dinkes', name: 'Dinas Kesehatan', active: true }],
      }),
    ).toBe('belum_ada_data')
  })
  it('waits for the period that the city adopts, on paper', () => {
    const unpapered = { settled: [{ subject: 'laporan_monev' as const, amount: 3, unit: 'bulan' as const }] }
    expect(stateOf('PBM-7(4)-2', unpapered)).toBe('tidak_dapat_dinilai')
    expect(stateOf('PBM-7(4)-2', yearly('laporan_monev'))).toBe('belum_ada_data')
  })
})
