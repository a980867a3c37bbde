import { spoken } from './terms.ts'

/** Devices of a workspace: taking them in, taking them out, joining. */
export const deviceTexts = spoken({
  badRequest:
    'Kode permohonan ini tidak lengkap atau berubah. Salin lagi seluruhnya dari komputer yang baru.',
  known: 'Komputer ini sudah terdaftar dan sudah dipakai.',
  notFound: 'Komputer itu tidak ada dalam daftar komputer kota.',
  ownDevice:
    'Komputer yang sedang dipakai tidak dapat dicabut dari dirinya sendiri. Cabut dari komputer lain.',
  alreadyRevoked: 'Komputer ini sudah dicabut.',
  enrolled: (name: string) => `Komputer baru: ${name}`,
  revoked: (name: string, seq: number) => `Komputer dicabut: ${name}; catatan terakhir yang berlaku ${seq}`,
  welcomeName: (name: string) => `Sambutan ${name}.selaras`,
  noRequest: 'Folder ini belum mempunyai permohonan bergabung. Buat permohonan lebih dahulu.',
  damagedWelcome: 'Berkas sambutan tidak utuh. Salin lagi dari komputer yang mendaftarkan.',
  otherDevice: 'Berkas sambutan ini dibuat untuk komputer lain.',
  clockBehind:
    'Jam komputer ini tertinggal dari catatan ruang kerja. Betulkan tanggal dan jamnya, lalu ulangi.',
  newerVersion: 'Ruang kerja itu memakai Selaras yang lebih baru. Perbarui aplikasi di komputer ini.',
  keptFolder: (time: string) => `sebelum-bergabung-${time}`,
  /** For the command line. */
  requested: (device: string, fingerprint: string) => `Permohonan komputer ${device}, sidik ${fingerprint}.`,
  requestNext:
    'Serahkan kode berikut kepada admin di komputer yang sudah terdaftar; sidiknya harus sama di kedua layar.',
  enrolledAs: (name: string, device: string, fingerprint: string) =>
    `${name} (${device}) terdaftar; sidik ${fingerprint}.`,
  workspaceCode: (code: string) => `Kode ruang kerja ${code}: cocokkan dengan yang tampil saat bergabung.`,
  joined: (city: string, commits: number) => `Bergabung dengan ruang kerja ${city}: ${commits} catatan.`,
  line: (device: string, name: string, isOwn: boolean) =>
    `${device}  ${name}${isOwn ? ' (komputer ini)' : ''}`,
  last: (seq: number, time: string) => `  catatan terakhir ${seq}, ${time}`,
  silent: '  belum menulis catatan',
  revokedAfter: (seq: number) => `  dicabut setelah catatan ${seq}`,
  held: (seq: number, reason: string) => `  catatan ${seq} tertahan: ${reason}`,
  done: (commit: string) => `Tercatat: ${commit}.`,
} as const)
