import { spoken } from './terms.ts'

/** Words of filling a workspace with the registers of a demonstration city. */
export const demoCityTexts = spoken({
  reason: (plural: string) => `Data contoh: ${plural}`,
  notEmpty:
    'Data contoh hanya dapat diisikan ke ruang kerja yang belum memuat OPD. Buat ruang kerja baru untuk mencobanya.',
} as const)
