import { longDate, monthNames } from '../../shared/format/date.ts'
import { identityTexts } from '../../shared/texts/identity.ts'

const texts = identityTexts.nip
const groups = [8, 6, 1, 3]
const whole = 18

/** What was typed or pasted, digits only, at most a few more than belong there so that too many show. */
export const nipDigits = (text: string): string => text.replace(/\D/g, '').slice(0, 24)

/** "196608011988" → "19660801 1988": grouped while it is typed. */
export const groupNip = (digits: string): string => {
  let rest = digits
  const parts: string[] = []
  for (const size of groups) {
    if (rest === '') break
    parts.push(rest.slice(0, size))
    rest = rest.slice(size)
  }
  return parts.join(' ') + rest
}

const isDay = (text: string): boolean => {
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`
  return longDate(iso) !== iso && Number(text.slice(0, 4)) >= 1920
}
const isMonth = (text: string): boolean =>
  Number(text.slice(0, 4)) >= 1950 && Number(text.slice(4, 6)) >= 1 && Number(text.slice(4, 6)) <= 12

/** What is wrong with a NIP, as a sentence; null when nothing is. Source of the parts: Perka BKN 22/2007. */
export const checkNip = (digits: string): string | null => {
  if (digits === '') return texts.missing
  if (digits.length < whole) return texts.digits(digits.length)
  if (digits.length > whole) return texts.tooLong(digits.length)
  if (!isDay(digits.slice(0, 8))) return texts.birth
  if (!isMonth(digits.slice(8, 14))) return texts.appointment
  return ['1', '2'].includes(digits.charAt(14)) ? null : texts.sex
}

/** “Lahir 1 Agustus 1966, diangkat Maret 1988.”: lets the officer see a slip; null while the NIP is not whole. */
export const readNip = (digits: string): string | null => {
  if (checkNip(digits) !== null) return null
  const born = longDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`)
  return texts.read(born, `${monthNames[Number(digits.slice(12, 14)) - 1]} ${digits.slice(8, 12)}`)
}
