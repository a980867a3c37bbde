import { spoken } from './terms.ts'

/** How attempts to log in that failed before anybody was in are told in the log. */
export const gateTexts = spoken({
  failed: (count: number, who: string, since: string) =>
    `${count} kali gagal masuk untuk ${who} sejak ${since}`,
  unknown: 'NIP yang tidak terdaftar',
  accounts: { recovery: 'kode pemulihan', restore: 'pemulihan salinan data' },
  changed: 'Berkas percobaan masuk di komputer ini diubah atau dihapus oleh pihak lain',
} as const)
