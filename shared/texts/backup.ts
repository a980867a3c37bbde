import { spoken } from './terms.ts'

export const backupTexts = spoken({
  damaged:
    'Salinan data ini tidak utuh dan tidak dipulihkan. Data yang ada tidak disentuh; pakai salinan lain.',
  notVerified:
    'Salinan data selesai ditulis tetapi tidak lolos pemeriksaan, lalu dihapus. Data asli dan salinan sebelumnya utuh; coba lagi di tempat lain.',
  finished:
    'Pemulihan sempat terputus, lalu diselesaikan. Data dari salinan sudah terpasang; data sebelumnya disimpan di dalam folder data.',
  dropped:
    'Pemulihan yang terputus dibatalkan. Data semula utuh dan tidak berubah; ulangi pemulihannya bila perlu.',
  tooLarge: (folder: string) =>
    `Salinan ini terlalu besar untuk diunduh lewat jendela. Salin berkasnya langsung dari folder ${folder}.`,
  notFound: 'Salinan data itu tidak ditemukan.',
  otherWorkspace: (city: string) =>
    `Salinan ini milik ruang kerja lain (${city}), bukan salinan dari data di komputer ini. Data yang ada tidak disentuh.`,
  wrongLogin:
    'NIP atau kata sandi tidak cocok dengan salinan ini. Pakai kata sandi yang berlaku saat salinan dibuat.',
  notAdmin:
    'Salinan data dipulihkan oleh admin. Di dalam salinan ini, NIP tersebut bukan admin untuk semua OPD; pakai NIP dan kata sandi admin.',
  fileName: (city: string, time: string) => `Selaras ${city} ${time}.salinan`,
  beforeUpgrade: (city: string, time: string) => `Selaras ${city} ${time} sebelum pembaruan.salinan`,
  keptFolder: (time: string) => `sebelum-dipulihkan-${time}`,
} as const)
