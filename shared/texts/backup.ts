export const backupTexts = {
  damaged:
    'Salinan data ini tidak utuh dan tidak dipulihkan. Data yang ada tidak disentuh; pakai salinan lain.',
  notVerified:
    'Salinan data selesai ditulis tetapi tidak lolos pemeriksaan, lalu dihapus. Data asli utuh; coba lagi di tempat lain.',
  notFound: 'Salinan data itu tidak ditemukan.',
  fileName: (city: string, time: string) => `Selaras ${city} ${time}.salinan`,
  keptFolder: (time: string) => `sebelum-dipulihkan-${time}`,
} as const
