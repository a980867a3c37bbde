import { describe, expect, it, onTestFinished } from 'vitest'
import { type Check, judgeAgency } from '../../../shared/compliance/check.ts'
import { checksOf } from '../../../shared/compliance/index.ts'
import { speakAs } from '../../../shared/texts/terms.ts'
import { agencyWith, type Recorded, termsOfPrabumulih } from './city.ts'

const checks = new Map<string, Check>(
  ['PBM', 'SKW'].flatMap(checksOf).map((check) => [check.obligations[0] ?? '', check]),
)
const stateOf = (id: string, recorded: Recorded): string =>
  judgeAgency(checks.get(id) ?? expect.fail(id), agencyWith(recorded)).state

const plan = [{ title: 'Rencana induk', from: '2025', until: '2029', decree: '1/2025' }]
const made = { name: 'SIMPUS', origin: 'daerah' } as const
const fiveDocuments = {
  docNeeds: 'ada',
  docDesign: 'ada',
  docTechnical: 'ada',
  docManual: 'ada',
  docSource: 'ada',
} as const
const servant = [{ id: 'p1', name: 'Budi', status: 'pns' }] as const
const staff = [{ person: 'p1', duty: 'Admin sistem' }] as const
const whole = (register: 'ictStaff' | 'training' | 'certificate' | 'policy' | 'dataset') =>
  [{ register, state: 'lengkap', asOf: '2026-11-01', decidedIn: 'Surat 800/12/2026' }] as const
const adopted = (subject: 'kompetensi' | 'berbagi_data' | 'monev_opd' | 'pernyataan_keamanan') =>
  [{ subject, amount: 12, unit: 'bulan', paper: '12/2026', on: '2024-01-02' }] as const
const elements = {
  organiserProfile: 'ada',
  staffProfile: 'ada',
  standard: 'ada',
  pledge: 'ada',
  complaints: 'ada',
  performance: 'ada',
} as const
const guarded = {
  preventRule: 'ada',
  preventSystem: 'ada',
  respondRule: 'ada',
  respondSystem: 'ada',
} as const
const principled = {
  confidential: 'diterapkan',
  intact: 'diterapkan',
  authentic: 'diterapkan',
  undeniable: 'diterapkan',
} as const
const answeredBy = (obligation: string, state: 'terpenuhi' | 'belum') =>
  [{ obligation, state, words: 'Menurut berita acara', decidedIn: 'BA 3/2026', on: '2026-11-01' }] as const
const metadataRules = {
  policy: [{ opd: 'kominfo', topic: 'metadata', state: 'berlaku', sentOn: '2026-01-05' }],
} as const
const aspects = { legality: 'ya', authority: 'ya', security: 'ya', quality: 'ya', continuity: 'ya' } as const

/** For each check a violation that is found, and a right record that is not accused. */
const table: readonly (readonly [string, violation: Recorded, right: Recorded])[] = [
  [
    'PBM-6(1)',
    {
      masterplan: plan,
      ictSpending: [{ year: 2026, title: 'SIM' }],
      assessment: answeredBy('PBM-6(1)', 'belum'),
    },
    { masterplan: plan, ictSpending: [{ year: 2026, title: 'SIM', initiative: 'I-1' }] },
  ],
  [
    'PBM-6(3)',
    { ictNeed: [{ title: 'Server', asked: '2026-01-05', due: '2026-02-05' }] },
    {
      ictNeed: [
        {
          title: 'Server',
          sent: '2026-01-20',
          specific: 'ya',
          measurable: 'ya',
          realistic: 'ya',
          fitting: 'ya',
        },
      ],
    },
  ],
  [
    'PBM-Penj6(4)',
    { assessment: answeredBy('PBM-Penj6(4)', 'belum') },
    { budgetForm: [{ year: 2027, version: 1, current: true, status: 'diterima' }] },
  ],
  [
    'PBM-Penj8(4)-2',
    {
      masterplan: plan,
      permit: [{ subject: 'Chatbot', inPlan: false }],
      assessment: answeredBy('PBM-Penj8(4)-2', 'belum'),
    },
    { masterplan: plan, permit: [{ subject: 'Chatbot', inPlan: false, number: '5/2026' }] },
  ],
  [
    'PBM-20(1)',
    { transition: [{ subject: 'SIM lama', state: 'belum' }] },
    { transition: [{ subject: 'SIM lama', state: 'sesuai' }] },
  ],
  [
    'PBM-7(2)',
    { assessment: answeredBy('PBM-7(2)', 'belum') },
    { assessment: answeredBy('PBM-7(2)', 'terpenuhi') },
  ],
  [
    'PBM-7(3)',
    {
      declaration: [
        { register: 'policy', state: 'nihil', asOf: '2026-11-01', decidedIn: 'Surat 800/12/2026' },
      ],
    },
    { policy: [{ opd: 'dinkes', form: 'sop', title: 'SOP cadangan', carriedOut: true }] },
  ],
  [
    'PBM-8(3)-2',
    {
      policy: [{ opd: 'kominfo', state: 'berlaku', sentOn: '2026-01-05' }],
      assessment: answeredBy('PBM-8(3)-2', 'belum'),
    },
    {
      policy: [{ opd: 'kominfo', state: 'berlaku', sentOn: '2026-01-05' }],
      assessment: answeredBy('PBM-8(3)-2', 'terpenuhi'),
    },
  ],
  ['PBM-8(5)', { declaration: whole('ictStaff') }, { person: servant, ictStaff: staff }],
  [
    'PBM-8(6)',
    { settled: adopted('kompetensi'), person: servant, ictStaff: staff, declaration: whole('training') },
    {
      settled: adopted('kompetensi'),
      person: servant,
      ictStaff: staff,
      training: [{ person: 'p1', on: '2026-03' }],
    },
  ],
  [
    'PBM-8(7)',
    { staffMove: [{ person: 'p1', competent: false }] },
    { staffMove: [{ person: 'p1', successor: 'p2', competent: true, letter: '800/12' }] },
  ],
  [
    'PBM-10(1)',
    { dataRequest: [{ answer: 'ditolak', reason: 'tidak sempat', opinionAsker: 'tidak' }] },
    { dataRequest: [{ answer: 'ditolak', lawful: true }] },
  ],
  [
    'PBM-10(2)',
    {
      dataset: [{ id: 'd1' }],
      datasetTwin: [{ first: 'd1', second: 'd2', state: 'sejenis', heard: true, keeper: 'kominfo' }],
    },
    { dataset: [{ id: 'd1' }], declaration: whole('dataset') },
  ],
  [
    'PBM-10(3)',
    { dataset: [{ every: 'bulanan', updated: '2025-01-01', accuracy: 'baik', wholeness: 'baik' }] },
    { dataset: [{ every: 'bulanan', updated: '2026-11-01', accuracy: 'baik', wholeness: 'baik' }] },
  ],
  ['PBM-10(4)', { dataset: [{ place: 'lain' }] }, { dataset: [{ place: 'diskominfo' }] }],
  [
    'PBM-10(5)',
    { ...metadataRules, dataset: [{ metadata: 'tidak' }] },
    { ...metadataRules, dataset: [{ metadata: 'sesuai' }] },
  ],
  [
    'PBM-15(4)',
    { dataset: [{ status: 'terbuka' }] },
    { dataset: [{ status: 'terbuka', decidedIn: 'Keputusan 4/2026' }] },
  ],
  [
    'PBM-11(1)',
    { application: [{ ...made, tested: 'tidak' }] },
    { application: [{ ...made, tested: 'lulus', related: 'P-Care', integrated: 'sudah' }] },
  ],
  [
    'PBM-11(2)',
    { application: [{ ...made, licence: 'pemda', secured: 'memenuhi', licenceUntil: '2026-01-01' }] },
    { application: [{ ...made, licence: 'pemda', secured: 'memenuhi' }] },
  ],
  [
    'PBM-11(3)a-e',
    { application: [{ ...made, since: '2020', ...fiveDocuments, docSource: 'tidak' }] },
    { application: [{ ...made, since: '2020', ...fiveDocuments }] },
  ],
  [
    'PBM-11(5)',
    { application: [{ ...made, kind: 'khusus' }], assessment: answeredBy('PBM-11(5)', 'belum') },
    { application: [{ ...made, kind: 'khusus', developedOn: '2021', coordinatedIn: 'Surat 3/2021' }] },
  ],
  [
    'PBM-11(6)',
    { application: [{ ...made, copyright: 'lain' }] },
    { application: [{ ...made, copyright: 'pemda' }] },
  ],
  [
    'PBM-11(6)-2',
    { application: [{ ...made, copyright: 'pemda', stored: 'tidak' }] },
    { application: [{ ...made, copyright: 'pemda', stored: 'ada' }] },
  ],
  [
    'PBM-12(2)',
    { website: [{ owner: 'opd', manager: 'kominfo' }] },
    { website: [{ owner: 'opd', manager: 'dinkes' }] },
  ],
  [
    'PBM-12(4)',
    {
      website: [
        { kind: 'situs', placement: 'sewa', country: 'SG', legalForm: 'indonesia', proof: 'kontrak' },
      ],
    },
    {
      website: [
        { kind: 'situs', placement: 'sewa', country: 'ID', legalForm: 'indonesia', proof: 'kontrak' },
      ],
    },
  ],
  ['PBM-13(2)', { infrastructureUse: [{ state: 'tidak' }] }, { infrastructureUse: [{ state: 'dipakai' }] }],
  [
    'PBM-13(4)',
    { infrastructure: [{ keeper: 'opd' }], assessment: answeredBy('PBM-13(4)', 'belum') },
    { infrastructure: [{ keeper: 'opd', coordinatedOn: '2025-05-05' }] },
  ],
  [
    'PBM-15(2)-1',
    { securityReview: [{ ...guarded, respondSystem: 'tidak' }] },
    { securityReview: [guarded] },
  ],
  [
    'PBM-15(2)-2',
    { settled: adopted('pernyataan_keamanan'), securityPledge: [{ year: 2026, people: 40, signed: 12 }] },
    { settled: adopted('pernyataan_keamanan'), securityPledge: [{ year: 2026, people: 40, signed: 40 }] },
  ],
  [
    'PBM-15(3)',
    { declaration: whole('ictStaff') },
    {
      person: servant,
      ictStaff: [{ person: 'p1', security: true }],
      training: [
        { person: 'p1', security: true, kind: 'didik' },
        { person: 'p1', security: true, kind: 'latih' },
      ],
    },
  ],
  [
    'PBM-15(5)-1',
    { assessment: answeredBy('PBM-15(5)-2', 'belum') },
    { assessment: answeredBy('PBM-15(5)-1', 'terpenuhi') },
  ],
  [
    'PBM-16(2)',
    {
      person: servant,
      ictStaff: [{ person: 'p1', transacts: true }],
      certificate: [{ person: 'p1', expires: '2026-01-01' }],
    },
    {
      person: servant,
      ictStaff: [{ person: 'p1', transacts: true }],
      certificate: [{ person: 'p1', expires: '2027-01-01', state: 'aktif' }],
    },
  ],
  [
    'PBM-16(4)',
    { publicService: [{ transacts: true, certificate: 'tidak' }] },
    { publicService: [{ transacts: true, certificate: 'dipakai', certificateProof: 'segel' }] },
  ],
  [
    'PBM-17(3)',
    { assessment: answeredBy('PBM-17(3)', 'belum') },
    { assessment: answeredBy('PBM-17(3)', 'terpenuhi') },
  ],
  ['PBM-17(4)a-f', { publicService: [{ ...elements, pledge: 'tidak' }] }, { publicService: [elements] }],
  ['PBM-17(5)', { publicService: [{ channel: 'tidak' }] }, { publicService: [{ channel: 'dipakai' }] }],
  [
    'PBM-17(6)',
    {
      publicService: [{ electronic: true, application: 'a1' }],
      securityReview: [{ application: 'a1', ...principled, intact: 'tidak' }],
    },
    {
      publicService: [{ electronic: true, application: 'a1' }],
      securityReview: [{ application: 'a1', ...principled }],
    },
  ],
  [
    'PBM-Penj7(4)',
    {
      settled: adopted('monev_opd'),
      guidance: [{ kind: 'pengawasan', on: '2026-06-01', form: 'pemeriksaan', wholeArea: false }],
    },
    { settled: adopted('monev_opd'), guidance: [{ kind: 'pengawasan', on: '2026-06-01', form: 'laporan' }] },
  ],
  [
    'SKW-11(3)',
    { ictNeed: [{ title: 'Server' }], assessment: answeredBy('SKW-11(3)', 'belum') },
    { ictNeed: [{ title: 'Server', coordinatedIn: 'Notulen' }] },
  ],
  [
    'SKW-12(1)',
    { masterplan: plan, ictSpending: [{ year: 2026 }], assessment: answeredBy('SKW-12(1)', 'belum') },
    { masterplan: plan, ictSpending: [{ year: 2026, initiative: 'I-1' }] },
  ],
  ['SKW-13(1)', { itService: [{ ...aspects, security: 'belum' }] }, { itService: [aspects] }],
  [
    'SKW-14(1)',
    { maintenance: [{ kind: 'preventif', planned: '2026-01-10' }] },
    { maintenance: [{ kind: 'preventif', planned: '2026-01-10', done: '2026-01-11' }] },
  ],
  ['SKW-14(2)', { backupProcedure: [{ state: 'tidak' }] }, { backupProcedure: [{ state: 'ada' }] }],
  [
    'SKW-15(1)',
    { indicator: [{ period: 2025, target: '90%' }], assessment: answeredBy('SKW-15(1)', 'belum') },
    { indicator: [{ period: 2025, target: '90%', reached: '92%' }] },
  ],
  [
    'SKW-15(2)',
    { guidance: [{ kind: 'pengawasan', independent: 'pengelola' }] },
    { guidance: [{ kind: 'pengawasan', independent: 'bukan' }] },
  ],
  [
    'SKW-16(2)',
    { masterplan: plan, ictSpending: [{ title: 'SIM' }], assessment: answeredBy('SKW-16(2)', 'belum') },
    {
      masterplan: plan,
      ictSpending: [{ initiative: 'I-1', yearPaper: 'RKPD 2026', workPlan: 'Renja 2026' }],
    },
  ],
  [
    'SKW-16(3)',
    { ictSpending: [{ on: '2026-05-01', coordinatedOn: '2026-05-09' }] },
    { ictSpending: [{ on: '2026-05-01', coordinatedOn: '2026-04-09' }] },
  ],
]

describe('a check', () => {
  it('of every column stands in the table', () => {
    expect(table.map(([id]) => id).sort()).toEqual([...checks.keys()].sort())
  })

  it.each(table)('%s finds what is planted, and accuses no right record', (id, violation, right) => {
    expect(['belum_terpenuhi', 'sebagian']).toContain(stateOf(id, violation))
    expect(stateOf(id, right)).toBe('terpenuhi')
  })

  it.each(table)('%s names days as officers do', (id, violation, right) => {
    for (const recorded of [violation, right]) {
      const { words, behind } = judgeAgency(checks.get(id) ?? expect.fail(id), agencyWith(recorded))
      expect([words, ...behind.map(({ lacks }) => lacks)].join(' ')).not.toMatch(/\d{4}-\d{2}/)
    }
  })

  it.each(table.filter(([id]) => id.startsWith('SKW')))(
    '%s speaks in the terms of Singkawang',
    (id, ...all) => {
      speakAs('singkawang')
      onTestFinished(() => speakAs('prabumulih'))
      for (const recorded of [...all, {}]) {
        const { words, behind } = judgeAgency(checks.get(id) ?? expect.fail(id), agencyWith(recorded))
        expect([words, ...behind.map(({ lacks }) => lacks)].join(' ')).not.toMatch(termsOfPrabumulih)
      }
    },
  )

  it.each([...checks.keys()])('%s accuses nobody of whom nothing is recorded', (id) => {
    expect(['belum_ada_data', 'tidak_dapat_dinilai', 'tidak_berlaku']).toContain(stateOf(id, {}))
  })
})

describe('how a state is reached', () => {
  const words = (id: string, recorded: Recorded) =>
    judgeAgency(checks.get(id) ?? expect.fail(id), agencyWith(recorded))

  it('accuses nobody by an empty field, however whole a register is said to be', () => {
    const unknownStatus = [{ id: 'p9', name: 'Ani' }]
    const ani = [{ id: 's9', person: 'p9' }]
    const all = { person: unknownStatus, ictStaff: ani, declaration: whole('ictStaff') }
    expect(words('PBM-8(5)', all).state).toBe('belum_ada_data')
    expect(words('PBM-15(3)', all).state).toBe('belum_ada_data')
    const undated = { ...made, name: 'Tanpa tahun', ...fiveDocuments, docManual: 'tidak' as const }
    expect(words('PBM-11(3)a-e', { application: [undated] }).state).toBe('belum_ada_data')
  })

  it('takes a register for whole on paper alone, and for the time of which the paper speaks', () => {
    const bare = [{ register: 'ictStaff' as const, state: 'lengkap' as const, asOf: '2026-11-01' }]
    const contract = {
      person: [{ id: 'p9', name: 'Ani', status: 'lain' as const }],
      ictStaff: [{ person: 'p9' }],
    }
    expect(words('PBM-8(5)', { ...contract, declaration: bare }).state).toBe('belum_ada_data')
    expect(words('PBM-8(5)', { ...contract, declaration: whole('ictStaff') }).state).toBe('belum_terpenuhi')
    const old = [{ ...whole('training')[0], asOf: '2020-01-01' }]
    const staffed = { settled: adopted('kompetensi'), person: servant, ictStaff: staff }
    expect(words('PBM-8(6)', { ...staffed, declaration: old }).state).toBe('belum_ada_data')
    expect(
      words('PBM-12(4)', { declaration: [{ register: 'website', state: 'nihil', asOf: '2026-01-01' }] })
        .words,
    ).toMatch(/Menurut petugas, belum ada dokumen\.$/)
  })

  it('judges by a period only with its number, its amount and its day', () => {
    const known = { person: servant, ictStaff: staff, declaration: whole('training') }
    const [period] = adopted('kompetensi')
    for (const missing of ['amount', 'on', 'paper'] as const)
      expect(words('PBM-8(6)', { ...known, settled: [{ ...period, [missing]: null }] }).state).toBe(
        'tidak_dapat_dinilai',
      )
  })

  it('knows the plan in force beside a draft of another', () => {
    const draft = { title: 'Rancangan', from: '2026' }
    const decreed = {
      title: 'Rencana induk',
      from: '2025',
      until: '2029',
      decree: '1/2025',
      decreeDate: '2025-01-02',
    }
    const spending = [{ year: 2026, initiative: 'I-1' }]
    expect(words('PBM-6(1)', { masterplan: [draft, decreed], ictSpending: spending }).state).toBe('terpenuhi')
  })

  it('holds against an OPD neither what is the city’s nor what is no longer used', () => {
    const abroad = {
      kind: 'situs' as const,
      placement: 'sewa' as const,
      country: 'SG' as const,
      proof: 'Kontrak 1',
    }
    expect(words('PBM-12(4)', { website: [{ ...abroad, owner: 'pemda' }] }).state).toBe('tidak_berlaku')
    expect(words('PBM-12(4)', { website: [{ ...abroad, owner: 'opd' }] }).state).toBe('belum_terpenuhi')
    const ended = {
      ...made,
      use: 'tidak' as const,
      licence: 'berbayar' as const,
      licenceUntil: '2019-01-01',
      secured: 'memenuhi' as const,
    }
    expect(words('PBM-11(2)', { application: [ended] }).state).toBe('tidak_berlaku')
    expect(words('PBM-11(2)', { application: [{ ...ended, use: 'aktif' }] }).state).toBe('belum_terpenuhi')
  })

  it('takes data that was given in part, for a lawful reason, for given', () => {
    const asked = { asked: '2026-01-05', purpose: 'Data', answer: 'sebagian' as const }
    expect(words('PBM-10(1)', { dataRequest: [asked] }).state).toBe('sebagian')
    expect(
      words('PBM-10(1)', { dataRequest: [{ ...asked, lawful: true, reason: 'Data pribadi' }] }).state,
    ).toBe('terpenuhi')
  })

  it('shows the worst of several answers in one column', () => {
    const answers = [
      { obligation: 'PBM-15(5)-1', state: 'terpenuhi' as const, words: 'Ada', on: '2026-11-01' },
      { obligation: 'PBM-15(5)-2', state: 'belum' as const, words: 'Belum', on: '2026-11-01' },
    ]
    const id = [...checks.keys()].find((one) => one.startsWith('PBM-15(5)')) ?? ''
    expect(words(id, { assessment: answers }).state).toBe('belum_terpenuhi')
  })

  it('says of a period that the city chose it, and on what paper', () => {
    const trained = { settled: adopted('kompetensi'), person: servant, ictStaff: staff }
    expect(words('PBM-8(6)', { ...trained, declaration: whole('training') }).words).toMatch(
      / Jangka waktu \d+ (tahun|bulan) ditetapkan pengaturan \(.+\), tidak disebut Perwal\.$/,
    )
    const request = { asked: '2026-01-05', purpose: 'Data', answer: null }
    expect(words('PBM-10(1)', { settled: adopted('berbagi_data'), dataRequest: [request] }).words).toMatch(
      /ditetapkan pengaturan/,
    )
    expect(words('PBM-10(1)', { dataRequest: [request] }).words).not.toMatch(/ditetapkan pengaturan/)
  })

  it('says how many of how many, and names those that lack something first', () => {
    const applications = [
      { ...made, id: 'a', name: 'Lengkap', since: '2020', ...fiveDocuments },
      { ...made, id: 'b', name: 'Kurang', since: '2020', ...fiveDocuments, docManual: 'tidak' as const },
      { ...made, id: 'c', name: 'Kosong', since: '2020' },
      { id: 'd', name: 'Dapodik', origin: 'pusat' as const },
    ]
    const verdict = words('PBM-11(3)a-e', { application: applications })
    expect(verdict.state).toBe('sebagian')
    expect(verdict.words).toBe('1 dari 3 aplikasi memiliki lima dokumen; 1 belum ada data.')
    expect(verdict.behind.map(({ title, lacks }) => [title, lacks])).toEqual([
      ['Kurang', '4 dari 5 dokumen ada'],
      ['Kosong', '5 dari 5 dokumen belum dicatat'],
      ['Lengkap', ''],
    ])
  })

  it('leaves what cannot be judged with whoever must create its ground', () => {
    expect(words('PBM-8(6)', { ictStaff: staff }).state).toBe('tidak_dapat_dinilai')
    expect(words('PBM-10(5)', { dataset: [{ metadata: 'tidak' }] })).toMatchObject({
      state: 'tidak_dapat_dinilai',
      words: expect.stringContaining('Diskominfo belum menerbitkan'),
    })
    expect(words('PBM-6(1)', { ictSpending: [{ year: 2026 }] }).state).toBe('tidak_dapat_dinilai')
  })

  it('asks nothing of an OPD that runs no electronic systems, nor of what came before the regulation', () => {
    const nihil = [{ register: 'application', state: 'nihil', asOf: '2026-11-01' }] as const
    expect(stateOf('PBM-11(3)a-e', { declaration: nihil })).toBe('tidak_berlaku')
    expect(stateOf('PBM-11(3)a-e', { application: [{ ...made, since: '2015', docSource: 'tidak' }] })).toBe(
      'tidak_berlaku',
    )
    // Of 2017 alone nobody knows on which side of 22 December it was.
    expect(stateOf('PBM-11(3)a-e', { application: [{ ...made, since: '2017', ...fiveDocuments }] })).toBe(
      'belum_ada_data',
    )
  })

  it('takes an officer’s answer where nothing is recorded, and says without a paper that there is none', () => {
    const typed = [
      { obligation: 'PBM-7(2)', state: 'terpenuhi', words: 'Ditaati', on: '2026-11-01' },
    ] as const
    expect(words('PBM-7(2)', { assessment: typed }).words).toBe(
      'Ditaati. Menurut petugas, belum ada dokumen.',
    )
    const over = {
      assessment: answeredBy('PBM-11(6)', 'terpenuhi'),
      application: [{ ...made, copyright: 'lain' as const }],
    }
    expect(stateOf('PBM-11(6)', over)).toBe('belum_terpenuhi')
  })

  it('takes an attached file for the paper of a decision, also where nobody typed its number', () => {
    const decidedFile = 'aaaaaaaaaa.1.1'
    const typed = [
      { obligation: 'PBM-7(2)', state: 'terpenuhi', words: 'Ditaati', on: '2026-11-01', decidedFile },
    ] as const
    expect(words('PBM-7(2)', { assessment: typed }).words).toBe('Ditaati. Sumber: berkas terlampir.')
    expect(stateOf('PBM-15(4)', { dataset: [{ status: 'terbuka', decidedFile }] })).toBe('terpenuhi')
  })

  it('asks for no more than its ground gives: a plan without decree, a paper that came later, a period that is over', () => {
    const draft = [{ title: 'Rencana induk', from: '2025', until: '2029' }]
    expect(stateOf('PBM-6(1)', { masterplan: draft, ictSpending: [{ year: 2026 }] })).toBe(
      'tidak_dapat_dinilai',
    )
    const papers = (newest: number) =>
      [
        { subject: 'pernyataan_keamanan', amount: newest, unit: 'tahun', paper: '2/2026', on: '2026-02-01' },
        { subject: 'pernyataan_keamanan', amount: 9, unit: 'tahun', paper: '1/2020', on: '2020-02-01' },
      ] as const
    const pledge = [{ year: 2024, people: 10, signed: 10 }]
    expect(stateOf('PBM-15(2)-2', { settled: papers(1), securityPledge: pledge })).toBe('belum_terpenuhi')
    expect(stateOf('PBM-15(2)-2', { settled: papers(3), securityPledge: pledge })).toBe('terpenuhi')
    const trained = {
      settled: adopted('kompetensi'),
      person: servant,
      ictStaff: staff,
      declaration: whole('training'),
    }
    expect(stateOf('PBM-8(6)', { ...trained, training: [{ person: 'p1', on: '2027-03' }] })).toBe(
      'belum_terpenuhi',
    )
  })

  it('asks nothing of what a duty is not about', () => {
    expect(stateOf('PBM-16(2)', { person: servant, ictStaff: [{ person: 'p1', transacts: false }] })).toBe(
      'tidak_berlaku',
    )
    expect(stateOf('PBM-12(4)', { website: [{ kind: 'medsos' }] })).toBe('tidak_berlaku')
    expect(stateOf('PBM-11(2)', { application: [{ name: 'Dapodik', origin: 'pusat' }] })).toBe(
      'tidak_berlaku',
    )
    const twin = { first: 'd1', second: 'd2', state: 'sejenis', heard: true, keeper: 'kominfo' } as const
    expect(
      stateOf('PBM-10(2)', { dataset: [{ id: 'd1' }], datasetTwin: [{ ...twin, ended: '2026-05-01' }] }),
    ).toBe('terpenuhi')
  })

  it('says where a register is declared empty and is not', () => {
    const nihil = [{ register: 'website', state: 'nihil', asOf: '2026-01-01' }] as const
    expect(words('PBM-12(4)', { declaration: nihil, website: [{ kind: 'situs' }] }).words).toMatch(
      /pernah dinyatakan nihil \(per 1 Januari 2026\)/,
    )
  })
})
