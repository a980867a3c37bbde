import { spoken } from './terms.ts'

export const jobTexts = spoken({
  cancelled: 'Dibatalkan. Tidak ada yang disimpan.',
  tooLong: (seconds: number) =>
    `Pekerjaan ini dihentikan karena melebihi ${seconds} detik. Tidak ada yang disimpan.`,
  tooMuchMemory: 'Pekerjaan ini dihentikan karena memerlukan memori terlalu banyak. Tidak ada yang disimpan.',
  ended:
    'Pekerjaan ini terhenti sebelum selesai: prosesnya dihentikan dari luar atau macet. Tidak ada yang disimpan; coba sekali lagi.',
} as const)
