import { spoken } from './terms.ts'

export const sealedTexts = spoken({
  destroyed: (record: string) => `Pemusnahan berkas rahasia ${record}`,
  needsApprover:
    'Pemusnahan memerlukan alasan, dasar hukum, dan persetujuan petugas kedua yang masih bertugas. Tidak ada yang dimusnahkan.',
  destructionStays: 'Pemusnahan yang sudah dicatat tidak diubah dan tidak dibatalkan.',
  alreadyDestroyed: 'Berkas ini sudah dimusnahkan.',
  unknownFile: 'Berkas rahasia dengan nomor ini tidak ada di komputer ini. Tidak ada yang dimusnahkan.',
  remains:
    'Isi berkas dihapus di komputer ini dan di setiap komputer yang menerima catatan pemusnahan. Salinan data yang dibuat sebelumnya masih memuatnya; musnahkan salinan itu sesuai jadwal retensi.',
} as const)
