import { spoken } from './terms.ts'

const formats = { xlsx: 'Excel', csv: 'CSV' } as const

/** Words of a register as a sheet: its export, and what a sheet that comes back holds. */
export const recordsSheetTexts = spoken({
  values: { yes: 'Ya', no: 'Tidak' },
  /** Heading of the column by which a row is found again. */
  id: 'ID',
  formats,
  fileName: (plural: string, day: string, format: keyof typeof formats) =>
    `${plural.replaceAll(/[\\/:*?"<>|]/g, '-')} ${day}.${format}`,
  title: (plural: string, rows: string) => `${plural}, ${rows} baris`,
  step: { gathering: 'Mengumpulkan baris', writing: 'Menulis berkas' },
  about: {
    sheet: 'Keterangan',
    columns: ['Keterangan', 'Isi'],
    register: 'Daftar',
    city: 'Daerah',
    rows: 'Jumlah baris',
    search: 'Kata yang dicari',
    filter: (label: string) => `Saringan ${label}`,
    sort: 'Urutan',
    sortedBy: (label: string, descending: boolean) => `${label}, ${descending ? 'turun' : 'naik'}`,
    taken: 'Diambil',
    takenBy: (when: string, officer: string) => `${when} oleh ${officer}`,
    clipped: 'Teks terpotong',
    clippedAbout: (cells: string) =>
      `${cells} sel lebih panjang daripada satu sel Excel dan berakhir dengan …`,
    head: 'Catatan perubahan',
    headOf: (device: string, seq: number, hash: string) =>
      `komputer ${device}, urutan ${seq}, kode jejak ${hash}`,
    back: 'Impor kembali',
    backAbout:
      'Kolom ID jangan diubah: dengan itu setiap baris dikenali saat berkas ini diimpor. Sel kosong tidak menghapus isian.',
  },
  refusal: {
    sealed: 'Daftar tertutup hanya dapat dilihat di dalam Selaras dan tidak diekspor.',
    nothing: 'Tidak ada baris yang tampil, jadi tidak ada yang diekspor.',
  },
  window: {
    open: 'Ekspor',
    choose: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)' },
    hint: 'Seluruh daftar menurut saringan dan urutan sekarang, dengan semua isian',
    working: (plural: string) => `Mengekspor ${plural}`,
    done: (name: string, rows: string) => `“${name}” diunduh: ${rows} baris.`,
    clipped: (cells: string) => `${cells} teks terlalu panjang untuk satu sel dan terpotong dalam berkas.`,
    cancelled: 'Ekspor dibatalkan. Tidak ada berkas yang dibuat.',
  },
} as const)
