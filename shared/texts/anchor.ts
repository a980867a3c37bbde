import { spoken } from './terms.ts'

/** Words about what this computer remembers of the log (electron/core/own-device.ts). */
export const anchorTexts = spoken({
  behind: (device: string, from: number, to: number) =>
    `Data ini hanya dapat dibaca: catatan perubahan ${device}.${from}${from === to ? '' : ` sampai ${device}.${to}`} pernah ditulis di komputer ini dan sekarang tidak ada. Pulihkan salinan data terbaru; bila tidak ada, admin dapat melanjutkan sebagai komputer baru di Pemeriksaan catatan.`,
  other: (device: string, seq: number) =>
    `Data ini hanya dapat dibaca: catatan perubahan ${device}.${seq} bukan yang pernah ditulis di komputer ini. Pulihkan salinan data terbaru; bila tidak ada, admin dapat melanjutkan sebagai komputer baru di Pemeriksaan catatan.`,
  unread:
    'Data ini hanya dapat dibaca: nomor catatan terakhir yang disimpan di folder setelan komputer ini tidak terbaca, sehingga tidak diketahui apakah data ini lengkap. Perbaiki hak akses folder setelan, lalu masuk lagi.',
  needsAdmin:
    'Data ini disalin dari komputer lain. Admin perlu masuk lebih dahulu, agar komputer ini mendapat nomor catatannya sendiri.',
  notBehind: 'Data di komputer ini lengkap; tidak ada yang perlu dilanjutkan sebagai komputer baru.',
  afterCopy: (head: string) =>
    `Komputer ini mulai dari data yang disalin dari komputer lain; catatan komputer itu di sini berakhir pada ${head}`,
  afterLoss: (here: string, anchored: string) =>
    `Komputer ini melanjutkan sebagai komputer baru setelah kehilangan catatan; catatan sebelumnya di sini berakhir pada ${here}, sedangkan yang terakhir ditulis ${anchored}`,
  title: 'Catatan terakhir menurut komputer ini',
  about:
    'Nomor dan kode jejak catatan terakhir disimpan juga di luar berkas data, sehingga catatan yang hilang dari ujungnya akan terlihat.',
  whole: (head: string) => `Lengkap: catatan terakhir komputer ini, ${head}, ada.`,
  lacking: (here: string, anchored: string) =>
    `Tidak lengkap: catatan di sini sampai ${here}, sedangkan yang terakhir ditulis di komputer ini ${anchored}.`,
  code: 'Kode jejak terakhir',
  unwritten:
    'Catatan terbaru belum dapat disimpan di folder setelan komputer ini. Periksa ruang dan hak akses folder itu; Selaras mencoba lagi pada setiap perubahan.',
  missingOther: (device: string, from: string, to: string) =>
    `Dari komputer ${device} pernah ada catatan sampai nomor ${to}; sekarang di sini sampai nomor ${from}. Selebihnya dapat diterima lagi dari komputer yang masih memegangnya.`,
  noLogHead:
    'PDF ini tidak menyebut catatan terakhirnya, jadi bukan cetakan Selaras atau dari versi yang lebih lama. Ketik kode jejak dari kaki halamannya dengan pilihan --head.',
  holds: (name: string) => `Catatan ${name} masih ada di sini, persis seperti yang tercetak.`,
  shorter: (name: string, last: number) =>
    last === 0
      ? `Catatan ${name} TIDAK ada di sini: dari komputer itu tidak ada catatan sama sekali.`
      : `Catatan ${name} TIDAK ada di sini: catatan komputer itu di sini hanya sampai nomor ${last}.`,
  differs: (name: string) => `Catatan ${name} di sini BUKAN yang tercetak: kode jejaknya berbeda.`,
  open: 'Buka Pemeriksaan catatan',
  goOn: 'Lanjutkan sebagai komputer baru',
  goOnAsk: 'Lanjutkan sebagai komputer baru?',
  goOnConsequence:
    'Catatan yang hilang tidak kembali dengan ini, dan nomor catatan komputer ini berakhir di sini. Kehilangan itu tercatat dalam catatan perubahan atas nama Anda.',
  wentOn: 'Komputer ini melanjutkan dengan nomor catatan baru. Data dapat diubah lagi.',
} as const)
