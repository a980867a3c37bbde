import { spoken } from './terms.ts'

export const passwordTexts = spoken({
  tooShort: (least: number, now: number) =>
    `Kata sandi paling sedikit ${least} huruf (sekarang ${now}). Kalimat pendek dari beberapa kata mudah diingat dan kuat.`,
  tooLong: (most: number) => `Kata sandi paling panjang ${most} huruf.`,
  common: 'Kata sandi ini termasuk yang paling sering dipakai orang dan mudah ditebak. Pilih yang lain.',
  context: (word: string) =>
    `Kata sandi ini hampir seluruhnya “${word}”, yang mudah ditebak dari nama, NIP, atau instansi. Tambahkan kata lain.`,
} as const)
