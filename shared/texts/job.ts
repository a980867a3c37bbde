export const jobTexts = {
  cancelled: 'Dibatalkan. Tidak ada yang ditulis.',
  tooLong: (seconds: number) =>
    `Pekerjaan ini dihentikan karena melebihi ${seconds} detik. Tidak ada yang ditulis.`,
  tooMuchMemory: 'Pekerjaan ini dihentikan karena memerlukan memori terlalu banyak. Tidak ada yang ditulis.',
  ended:
    'Pekerjaan ini terhenti sebelum selesai: prosesnya dihentikan dari luar atau macet. Tidak ada yang ditulis; coba sekali lagi.',
} as const
