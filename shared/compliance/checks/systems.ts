import { applicationDocuments } from '../../records/application.ts'
import type { Records } from '../../records/index.ts'
import { complianceTexts } from '../../texts/compliance.ts'
import type { Check } from '../check.ts'
import type { Agency } from '../facts.ts'
import { type Judged, lacks, met, notApplicable, partly, tally, unknown, worstOf } from '../tally.ts'
import { isBefore } from '../when.ts'

const texts = complianceTexts.checks

/** Prabumulih began to hold on that day (Pasal 21); what was there before falls under Pasal 20 ayat (1). */
const inForce = '2017-12-22'

type Application = Records['application']
const isMade = ({ origin }: Application): boolean => origin === 'daerah'
/** From the ministry or the province: not the city's to build, test or license. */
const isGiven = ({ origin }: Application): boolean => origin === 'pusat' || origin === 'provinsi'
const isBought = ({ origin }: Application): boolean => origin === 'siap_pakai' || origin === 'langganan'

const each = (judge: (row: Application, agency: Agency) => Judged, has: string) => (agency: Agency) =>
  tally(agency, {
    type: 'application',
    rows: agency.rows.application,
    title: ({ name }) => name ?? '',
    judge: (row) => (row.origin === null ? unknown(texts.application.origin) : judge(row, agency)),
    noun: texts.application.noun,
    has,
    register: 'application',
  })

/** Five papers of what the city had made or bought since then; what others gave it comes as it is. */
const documents = each((row) => {
  if (!isMade(row) && !isBought(row)) return notApplicable
  const isEarlier = isBefore(row.since, inForce)
  if (isEarlier === true) return notApplicable
  const answers = applicationDocuments.map((key) => row[key])
  const missing = answers.filter((one) => one === 'tidak').length
  const notToBeHad = answers.filter((one) => one === 'tidak_tersedia').length
  const there = answers.filter((one) => one === 'ada').length
  if (missing > 0 && isEarlier === null) return unknown(texts.documents.since)
  if (missing > 0) return there > 0 ? partly(texts.documents.some(there)) : lacks(texts.documents.some(there))
  if (there + notToBeHad < answers.length)
    return unknown(texts.documents.unknown(answers.length - there - notToBeHad))
  if (isEarlier === null) return unknown(texts.documents.since)
  if (notToBeHad === 0) return met
  return (row.docReason ?? '') === '' ? unknown(texts.documents.noReason) : partly(texts.documents.notToBeHad)
}, texts.documents.has)

const works = each((row) => {
  if (isGiven(row)) return notApplicable
  const tested: Judged =
    row.tested === null
      ? unknown(texts.works.untested)
      : row.tested === 'lulus'
        ? met
        : lacks(texts.works.fails)
  if ((row.related ?? '') === '') return tested
  const integrated: Judged =
    row.integrated === null
      ? unknown(texts.works.integration)
      : row.integrated === 'tidak'
        ? lacks(texts.works.apart)
        : met
  return worstOf(tested, integrated)
}, texts.works.has)

const licence = (row: Application, agency: Agency): Judged => {
  if (row.licence === null) return unknown(texts.legal.unknown)
  if (row.licence === 'tanpa') return lacks(texts.legal.none)
  if (row.licenceUntil !== null && row.licenceUntil < agency.day)
    return lacks(texts.legal.over(row.licenceUntil))
  return row.licence !== 'pemda' && (row.licenceProof ?? '') === '' ? unknown(texts.legal.noProof) : met
}

const legal = each((row, agency) => {
  if (isGiven(row) || row.use === 'tidak') return notApplicable
  const secured: Judged =
    row.secured === null
      ? unknown(texts.legal.notSecured)
      : row.secured === 'memenuhi'
        ? met
        : lacks(texts.legal.unsafe)
  return worstOf(licence(row, agency), secured)
}, texts.legal.has)

const coordinated = each((row) => {
  if (!isMade(row)) return notApplicable
  if (row.kind === null) return unknown(texts.coordination.kind)
  if (row.kind === 'umum') return notApplicable
  const isEarlier = isBefore(row.developedOn, inForce)
  if (isEarlier === true) return notApplicable
  const hasPaper = row.coordinatedOn !== null || (row.coordinatedIn ?? '') !== ''
  return hasPaper ? met : unknown(texts.coordination.noPaper)
}, texts.coordination.has)

const copyright = each((row) => {
  if (!isMade(row) || row.licence === 'terbuka') return notApplicable
  if (row.copyright === null) return unknown(texts.copyright.unknown)
  return row.copyright === 'pemda' ? met : lacks(texts.copyright.others)
}, texts.copyright.has)

const stored = each((row) => {
  if (!isMade(row) || row.copyright === 'lain') return notApplicable
  if (row.stored === null) return unknown(texts.stored.unknown)
  return row.stored === 'ada' ? met : lacks(texts.stored.none)
}, texts.stored.has)

const owned = (agency: Agency) =>
  tally(agency, {
    type: 'website',
    rows: agency.rows.website,
    title: ({ address }) => address ?? '',
    judge: ({ owner, manager, live }) => {
      if (live === false) return notApplicable
      if (owner === null) return unknown(texts.site.owner)
      if (owner === 'pemda') return notApplicable
      if (manager === null) return unknown(texts.site.manager)
      return manager === agency.opd.id ? met : lacks(texts.site.others)
    },
    noun: texts.site.noun,
    has: texts.site.has,
    register: 'website',
  })

const here = ({ country }: Records['website']): Judged =>
  country === null ? unknown(texts.hosting.country) : country === 'ID' ? met : lacks(texts.hosting.abroad)
const lawful = ({ legalForm }: Records['website']): Judged =>
  legalForm === null
    ? unknown(texts.hosting.form)
    : legalForm === 'indonesia'
      ? met
      : lacks(texts.hosting.foreign)

/** Of rented places alone; what nobody can prove is not known. */
const hosted = (agency: Agency) =>
  tally(agency, {
    type: 'website',
    rows: agency.rows.website,
    title: ({ address }) => address ?? '',
    judge: (row) => {
      // What is the city's, Diskominfo looks after (Pasal 12 ayat (1)).
      if (row.kind === 'medsos' || row.live === false || row.owner === 'pemda') return notApplicable
      if (row.placement === null) return unknown(texts.hosting.placement)
      if (row.placement !== 'sewa') return notApplicable
      const proof: Judged = (row.proof ?? '') === '' ? unknown(texts.hosting.proof) : met
      return worstOf(here(row), lawful(row), proof)
    },
    noun: texts.hosting.noun,
    has: texts.hosting.has,
    register: 'website',
  })

const used = (agency: Agency) =>
  tally(agency, {
    type: 'infrastructureUse',
    rows: agency.rows.infrastructureUse,
    title: ({ note }) => note ?? texts.infrastructure.use,
    judge: ({ state }) => {
      if (state === null) return unknown(texts.infrastructure.unknown)
      if (state === 'belum') return notApplicable
      return state === 'dipakai' ? met : lacks(texts.infrastructure.unused)
    },
    noun: texts.infrastructure.offered,
    has: texts.infrastructure.used,
    register: null,
  })

const ownInfrastructure = (agency: Agency) =>
  tally(agency, {
    type: 'infrastructure',
    rows: agency.rows.infrastructure,
    title: ({ name }) => name ?? '',
    judge: (row) => {
      if (row.keeper === null) return unknown(texts.infrastructure.keeper)
      if (row.keeper !== 'opd') return notApplicable
      const hasPaper = row.coordinatedOn !== null || (row.coordinatedIn ?? '') !== ''
      return hasPaper ? met : unknown(texts.coordination.noPaper)
    },
    noun: texts.infrastructure.noun,
    has: texts.coordination.has,
    register: 'infrastructure',
  })

/** Preventive work is planned, and some of it done; what was repaired is told beside it. */
const prevents = (agency: Agency) =>
  tally(agency, {
    type: 'maintenance',
    rows: agency.rows.maintenance,
    title: ({ subject }) => subject ?? '',
    judge: ({ kind, planned, done }) => {
      if (kind === 'kuratif') return notApplicable
      if (kind === null || (planned === null && done === null)) return unknown(texts.upkeep.unknown)
      if (done !== null) return met
      return planned !== null && planned < agency.day ? lacks(texts.upkeep.late(planned)) : met
    },
    noun: texts.upkeep.noun,
    has: texts.upkeep.has,
    register: 'maintenance',
  })

const backed = (agency: Agency) =>
  tally(agency, {
    type: 'backupProcedure',
    rows: agency.rows.backupProcedure,
    title: ({ subject }) => subject ?? '',
    judge: ({ state }) =>
      state === null ? unknown(texts.backup.unknown) : state === 'ada' ? met : lacks(texts.backup.none),
    noun: texts.backup.noun,
    has: texts.backup.has,
    register: null,
  })

export const systemChecks: readonly Check[] = [
  {
    obligations: ['PBM-11(1)'],
    short: texts.works.short,
    area: 'aplikasi',
    binds: 'pse',
    register: 'application',
    judge: works,
  },
  {
    obligations: ['PBM-11(2)'],
    short: texts.legal.short,
    area: 'aplikasi',
    binds: 'pse',
    register: 'application',
    judge: legal,
  },
  {
    obligations: ['PBM-11(3)a-e'],
    short: texts.documents.short,
    area: 'aplikasi',
    binds: 'pse',
    register: 'application',
    judge: documents,
  },
  {
    obligations: ['PBM-11(5)'],
    short: texts.coordination.short,
    area: 'aplikasi',
    binds: 'pse',
    register: 'application',
    judge: coordinated,
  },
  {
    obligations: ['PBM-11(6)'],
    short: texts.copyright.short,
    area: 'aplikasi',
    binds: 'pse',
    register: 'application',
    judge: copyright,
  },
  {
    obligations: ['PBM-11(6)-2'],
    short: texts.stored.short,
    area: 'aplikasi',
    binds: 'pse',
    register: 'application',
    judge: stored,
  },
  {
    obligations: ['PBM-12(2)'],
    short: texts.site.short,
    area: 'situs',
    binds: 'opd',
    register: 'website',
    judge: owned,
  },
  {
    obligations: ['PBM-12(4)'],
    short: texts.hosting.short,
    area: 'situs',
    binds: 'opd',
    register: 'website',
    judge: hosted,
  },
  {
    obligations: ['PBM-13(2)'],
    short: texts.infrastructure.short,
    area: 'infrastruktur',
    binds: 'pse',
    register: 'infrastructureUse',
    judge: used,
  },
  {
    obligations: ['PBM-13(4)'],
    short: texts.infrastructure.ownShort,
    area: 'infrastruktur',
    binds: 'pse',
    register: 'infrastructure',
    judge: ownInfrastructure,
  },
  {
    obligations: ['SKW-14(1)'],
    short: texts.upkeep.short,
    area: 'infrastruktur',
    binds: 'opd',
    register: 'maintenance',
    judge: prevents,
  },
  {
    obligations: ['SKW-14(2)'],
    short: texts.backup.short,
    area: 'infrastruktur',
    binds: 'opd',
    register: 'backupProcedure',
    judge: backed,
  },
]
