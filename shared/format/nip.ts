/**
 * NIP as it is written: "196608011988031001" → "19660801 198803 1 001" (birth, appointment, sex, number).
 * What is not 18 digits is returned as it is. Source: Perka BKN 22/2007.
 */
export const formatNip = (nip: string): string => {
  const digits = nip.replaceAll(/\s/g, '')
  const parts = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(digits)
  return parts === null ? nip : parts.slice(1).join(' ')
}

/** A NIP as the store knows it: the digits of what was typed. */
export const nipDigits = (typed: string): string => typed.replace(/\D/g, '')
