import { spoken } from './terms.ts'

/** Names of the demonstration: a believable city's officer, a password that is printed, a certificate that says it is an example. */
export const demoTexts = spoken({
  workspace: {
    regulation: 'prabumulih',
    city: 'Kota Prabumulih (contoh)',
    agency: 'Dinas Komunikasi dan Informatika',
  },
  officer: {
    nip: '198703122010012004',
    name: 'Rina Wulandari',
    position: 'Kepala Bidang Aplikasi Informatika',
    password: 'jembatan biru pagi hari',
  },
  profile: {
    address: 'Jalan Jenderal Sudirman Km. 12, Prabumulih 31121',
    contact: 'Telepon (0713) 000000, kominfo.contoh.go.id',
    place: 'Prabumulih',
    signerPosition: 'Plt. Kepala Dinas Komunikasi dan Informatika',
    signerName: 'Rina Wulandari, S.Kom., M.T.',
    signerRank: 'Pembina (IV/a)',
    signerNip: '198703122010012004',
  },
  fileName: 'Konsolidasi-TIK-2027-Kota-Prabumulih',
  certificateFile: 'sertifikat-contoh.p12',
  certificatePassword: 'contoh saja',
  certificateNote: (file: string) =>
    `Sertifikat contoh untuk mencoba tanda tangan: ${file}, kata sandi “contoh saja”`,
} as const)
