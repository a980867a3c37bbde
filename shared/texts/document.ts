import { rupiah, thousands } from '../format/money.ts'
import { budgetTexts } from './budget.ts'
import { spoken } from './terms.ts'

/** Words of the printed documents: PDF, Word and Excel. */
const formats = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel', csv: 'CSV' } as const
type Certificate = { readonly owner: string; readonly issuer: string; readonly demo: boolean }
const signed = ({ owner, issuer, demo }: Certificate): string =>
  `ditandatangani dengan ${demo ? 'sertifikat contoh' : 'sertifikat'} ${owner} (penerbit ${issuer})`

const labels: Readonly<Record<string, string>> = {
  ...budgetTexts.fields,
  amount: 'Jumlah',
  extra: 'Kolom lain',
}
const labelOf = (column: string): string => labels[column] ?? ''

export const documentTexts = spoken({
  title: (year: number) => `Konsolidasi Anggaran TIK Tahun Anggaran ${year}`,
  fileTitle: (year: number, city: string) => `Konsolidasi Anggaran TIK ${year} · ${city}`,
  subject: (stage: string, year: number) => `Tahap ${stage}, Tahun Anggaran ${year}`,
  program: 'Selaras',
  government: (city: string) => `Pemerintah ${city}`.trim(),
  agency: 'Dinas Komunikasi dan Informatika',
  basis: 'Dasar',
  stage: 'Tahap',
  scope: 'Cakupan',
  scopeText: (forms: string, rows: string, withoutCost: string) =>
    `${forms} formulir, ${rows} baris, ${withoutCost} baris di antaranya tanpa biaya`,
  total: 'Jumlah',
  totalInWords: (amount: string, words: string) => `${amount} (${words})`,
  /** After the total: what of it may still change. */
  disputed: (rows: number, amount: number) =>
    rows === 0
      ? 'keadaan formulir masih diisi berbeda dan menunggu keputusan'
      : `${thousands(rows)} baris${amount === 0 ? '' : `, ${rupiah(amount)} dari jumlah ini,`} masih diisi berbeda dan menunggu keputusan`,
  sections: {
    summary: 'A. Ringkasan menurut perangkat daerah dan sumber dana',
    rows: 'B. Rincian',
    forms: 'C. Sumber angka',
    points: 'D. Hal yang perlu diperhatikan',
    noPoints: 'Tidak ada hal yang perlu diperhatikan.',
    noRows: 'Belum ada baris anggaran.',
  },
  columns: {
    number: 'No.',
    opd: 'Perangkat daerah',
    code: 'Kode',
    output: 'Output',
    subOutput: 'Sub output',
    stage: 'Tahap pelaksanaan',
    method: 'Metode/teknologi/platform',
    implementer: 'Pelaksana',
    duration: 'Durasi',
    resources: 'Sumber daya (sebagaimana tertulis)',
    source: 'Sumber dana',
    amount: 'Jumlah (Rp)',
    share: 'Persentase',
    shareOfTotal: 'Persentase dari jumlah seluruhnya',
    rows: 'Baris',
    withoutCost: 'Tanpa biaya',
    version: 'Versi',
    status: 'Status',
    received: 'Diterima',
    files: 'Berkas',
  },
  form: (version: number, received: string) => `Formulir versi ${version}, diterima ${received}`,
  /** Sums of OPDs that became others, under what they are now. */
  byOpdNow: (
    groups: readonly { readonly label: string; readonly total: number; readonly from: readonly string[] }[],
  ) =>
    `Menurut OPD sekarang: ${groups
      .map(({ label, total, from }) => `${label} ${rupiah(total)} (semula ${from.join(', ')})`)
      .join('; ')}.`,
  corrected: {
    mark: (amount: string) => `* ${amount}`,
    /** What the form said in the cells that were corrected; undefined for none. `column` '': the form has no such row. */
    cells: (cells: readonly { readonly column: string; readonly before: string }[]): string | undefined =>
      cells.length === 0
        ? undefined
        : cells
            .map(({ column, before }) =>
              column === ''
                ? 'baris ini tidak ada'
                : `${labelOf(column)} ${before === '' ? 'kosong' : `‘${before}’`}`,
            )
            .join(', '),
    note: (rows: readonly (readonly [number: number, words: string])[], more: number) =>
      `* Dikoreksi Diskominfo saat impor; tertulis pada formulir: ${rows
        .map(([number, words]) => `no. ${number} ${words}`)
        .join('; ')}${more > 0 ? `; dan ${more} baris lain, lihat riwayat formulirnya` : ''}.`,
  },
  outputTotal: 'Jumlah output',
  opdTotal: (opd: string) => `Jumlah ${opd}`,
  grandTotal: 'Jumlah seluruhnya',
  noSource: 'Tidak disebut',
  otherSources: 'Sumber lain',
  continued: '(lanjutan)',
  placeAndDate: (place: string, date: string) => `${place}, ${date}`,
  /** Where the signer's name is not known: a line to write on. */
  unnamed: '(…………………………………………)',
  nip: (nip: string) => `NIP ${nip}`,
  signedBy: 'Ditandatangani secara elektronik oleh:',
  signatureSpace: 'Tempat tanda tangan elektronik',
  signatureField: 'TandaTangan',
  page: (page: number, of: number) => `Halaman ${page} dari ${of}`,
  pageWord: 'Halaman',
  ofWord: 'dari',
  printed: (when: string) => `Dicetak ${when}`,
  logHead: (device: string, seq: number, hash: string) =>
    `Catatan perubahan: komputer ${device}, urutan ${seq}, kode jejak ${hash}`,
  sheets: { summary: 'Ringkasan', rows: 'Rincian', forms: 'Formulir' },
  /** Where something else than what a cell offers is typed. */
  chooseOne: 'Pilih salah satu dari daftar, atau kosongkan.',
  /** &P and &N are the spreadsheet's own words for page and pages. */
  sheetFoot: (sheet: string) => `&L${sheet}&RHalaman &P dari &N`,
  /** Reason of the entry in the log. */
  taken: (
    title: string,
    format: keyof typeof formats,
    paper: string | null,
    certificate: Certificate | null,
    digest: string,
  ) =>
    `Ekspor ${formats[format]}: ${[title, ...(paper === null ? [] : [paper]), ...(certificate === null ? [] : [signed(certificate)])].join(', ')}; kode berkas (SHA-256) ${digest}`,
  notKept:
    'Berkas itu tidak disimpan di dalam Selaras. Pilih PDF-nya dari tempat mengunduh, biasanya folder Unduhan.',
  failed: 'Dokumen tidak dapat dibuat. Data Anda aman dan tidak ada berkas yang ditulis.',
  doesNotAddUp: 'Jumlah rincian tidak sama dengan jumlah keseluruhan; dokumen tidak dibuat.',
} as const)
