import { choice, date, reference, text } from './field.ts'

/** Who keeps the registers of the city's ICT; an officer whose role is for one OPD keeps that OPD's. */
export const keepers = ['admin', 'perencana', 'verifikator', 'petugas_monev'] as const

/** A register of which each OPD has its part. */
export const ofAgency = { writers: keepers, scope: 'opd', within: ['opd'], register: true } as const

export const agency = () => reference('opd', 'OPD').required()

/**
 * Who outside of Diskominfo decided something, and on what paper: OPDs do not log in. Without a paper it is the word of the officer
 * who typed it.
 */
export const decision = () => ({
  decidedBy: text('Menurut (jabatan, nama)').help(
    'Pejabat yang menyatakan atau menetapkan, bukan yang mengetik.',
  ),
  decidedOn: date('Tanggal pernyataan'),
  decidedIn: text('Dokumen (bentuk, nomor)').help(
    'Surat, berita acara, atau nota. Kosong berarti menurut petugas, belum ada dokumen.',
  ),
  decidedFile: reference('attachment', 'Berkas dokumen itu').help('Salah satu lampiran data ini.'),
})
export const decisionKeys = ['decidedBy', 'decidedOn', 'decidedIn', 'decidedFile'] as const

/** Whether a paper is named, or attached. */
export const isOnPaper = (row: {
  readonly decidedIn: string | null
  readonly decidedFile: string | null
}): boolean => (row.decidedIn ?? '') !== '' || row.decidedFile !== null

/** Nobody is asked to be certain: an empty answer is “belum ada data”. */
export const hasIt = (label: string) => choice(label, { ada: 'Ada', tidak: 'Tidak ada' })

/** How a system or object came to be coordinated with Diskominfo: any paper; `asking`: the obligations that ask for it. */
export const coordination = (...asking: readonly string[]) => ({
  coordinatedOn: date('Tanggal koordinasi').basis(...asking),
  coordinatedIn: text('Bukti koordinasi')
    .help('Surat, rekomendasi, notulen, atau berita acara, dengan nomornya.')
    .basis(...asking),
})
export const coordinationKeys = ['coordinatedOn', 'coordinatedIn'] as const

/** Singkawang Pasal 7; beside each the Prabumulih scope of Pasal 5 ayat (2) that is nearest. */
export const components = {
  aplikasi: 'Aplikasi',
  data: 'Data dan informasi',
  infrastruktur: 'Infrastruktur',
  kelembagaan: 'Kelembagaan',
  sdm: 'Sumber daya manusia TIK',
} as const
/** Singkawang Pasal 8. */
export const stages = {
  perencanaan: 'Perencanaan',
  realisasi: 'Realisasi',
  pengoperasian: 'Pengelolaan/pengoperasian',
  pemeliharaan: 'Pemeliharaan',
  monev: 'Monitoring dan evaluasi',
} as const
