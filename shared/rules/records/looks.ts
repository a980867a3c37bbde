import { recordsTexts } from '../../texts/records-core.ts'

const texts = recordsTexts.looks

/** What a text should look like: a doubt is told beside it, and never refuses it. */
export type Look = 'nip' | 'ip' | 'domain'

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * NIP (Perka BKN 22/2007): birth, month of appointment, sex, number. A NI PPPK has 21 in place of the month. Whatever is no number of
 * this kind is a code of the office's own.
 */
const nip = (text: string): string | null => {
  const bare = text.replace(/[\s.]/g, '')
  if (!/^\d+$/.test(bare)) return null
  const [, year, month, day, appointed, kind, sex] =
    /^(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})(\d)\d{3}$/.exec(bare) ?? []
  if (year === undefined) return bare.length > 8 ? texts.nipLength(bare.length) : null
  if (!isDay(Number(year), Number(month), Number(day))) return texts.nipBirth
  const isMonth = Number(kind) >= 1 && Number(kind) <= 12
  if ((!isMonth && kind !== '21') || Number(appointed) - Number(year) < 15) return texts.nipAppointed
  return sex === '1' || sex === '2' ? null : texts.nipSex
}

const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/
const isPrivate = (a: number, b: number): boolean =>
  a === 10 ||
  a === 127 ||
  (a === 172 && b >= 16 && b <= 31) ||
  (a === 192 && b === 168) ||
  (a === 100 && b >= 64 && b <= 127)

const ip = (text: string): string | null => {
  const bare = text.trim()
  if (/^[0-9a-f:]+(\/\d{1,3})?$/i.test(bare) && bare.includes(':')) return null
  const found = octets.exec(bare)
  if (found === null) return texts.ip
  const [a = 0, b = 0, c = 0, d = 0] = found.slice(1, 5).map(Number)
  if ([a, b, c, d].some((octet) => octet > 255) || Number(found[5] ?? 0) > 32) return texts.ip
  return isPrivate(a, b) ? texts.ipPrivate : null
}

/** An address of a site, or the name of an account on social media. */
const domain = (text: string): string | null => {
  const bare = text.trim().replace(/^https?:\/\//i, '')
  if (/^@[\w.]+$/.test(bare)) return null
  const host = bare.split(/[/?#]/)[0] ?? ''
  return /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(:\d+)?$/i.test(host) ? null : texts.domain
}

const looks: Readonly<Record<Look, (text: string) => string | null>> = { nip, ip, domain }

/** One sentence of doubt, or null. */
export const doubtOf = (look: Look, text: string): string | null => looks[look](text)
