import { thousands } from './money.ts'

/** 0.125 → "12,5%". `digits` after the comma are always shown; rounds half away from zero. */
export const percent = (ratio: number, digits = 1): string => {
  const scale = 10 ** digits
  const scaled = Math.round(Math.abs(ratio) * 100 * scale + Number.EPSILON)
  const whole = thousands(Math.floor(scaled / scale))
  const tail = digits === 0 ? '' : `,${String(scaled % scale).padStart(digits, '0')}`
  return `${ratio < 0 && scaled !== 0 ? '-' : ''}${whole}${tail}%`
}
