/** Formats that a workbook does not spell out, by number. */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0',
  42: '"Rp"#,##0',
  43: '#,##0.00',
  44: '"Rp"#,##0.00',
  45: 'mm:ss',
  46: 'h:mm:ss',
  47: 'mm:ss',
  49: '@',
}
export const builtInFormat = (id: number): string => builtIn[id] ?? 'General'

type Section = {
  readonly before: string
  readonly after: string
  readonly decimals: number
  readonly least: number
  readonly grouped: boolean
  readonly percent: boolean
  readonly divide: number
  readonly digits: boolean
  readonly date: boolean
}

const literal = /"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]/g

const sectionOf = (code: string): Section => {
  const digitsAt = code.replace(literal, (match) => '\u0001'.repeat(match.length)).search(/[0#?]/)
  let before = ''
  let after = ''
  let core = ''
  let last = 0
  const plain = (text: string, at: number): void => {
    for (let index = 0; index < text.length; index += 1) {
      const sign = text[index] ?? ''
      if (/[0#?.,%@]/.test(sign)) core += sign
      else if (/[\s()\-+/:$€£!^&'~{}<>=A-Za-z]/.test(sign) && !/[dmyhs]/i.test(sign)) {
        if (digitsAt === -1 || at + index < digitsAt) before += sign
        else after += sign
      }
    }
  }
  for (const match of code.matchAll(literal)) {
    plain(code.slice(last, match.index), last)
    const text = match[1] ?? match[2] ?? match[3] ?? ''
    if (digitsAt === -1 || match.index < digitsAt) before += text
    else after += text
    last = match.index + match[0].length
  }
  plain(code.slice(last), last)
  const bare = code.replace(literal, '')
  const [whole = '', fraction = ''] = core.replace(/[%@]/g, '').split('.')
  const tail = /,+$/.exec(core.replace(/[%@]/g, ''))?.[0].length ?? 0
  return {
    before,
    after,
    decimals: fraction.replace(/,/g, '').length,
    least: (whole.match(/0/g) ?? []).length,
    grouped: /[#0],[#0]/.test(whole),
    percent: core.includes('%'),
    divide: 1_000 ** tail,
    digits: /[0#?]/.test(core),
    date: /[dyhs]|m{1,5}/i.test(bare.replace(/general/gi, '')) && !/[0#?]/.test(bare),
  }
}

const cache = new Map<string, readonly Section[]>()
const sectionsOf = (code: string): readonly Section[] => {
  const known = cache.get(code)
  if (known !== undefined) return known
  const sections = code
    .slice(0, 255)
    .split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map(sectionOf)
  if (cache.size < 2_000) cache.set(code, sections)
  return sections
}

const dateText = (serial: number, code: string, date1904: boolean): string => {
  const days = Math.floor(serial) + (date1904 ? 1_462 : 0)
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000)
  if (Number.isNaN(date.getTime())) return String(serial)
  const pad = (value: number): string => String(value).padStart(2, '0')
  const day = `${pad(date.getUTCDate())}/${pad(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`
  const minutes = Math.round((serial - Math.floor(serial)) * 1_440)
  const time = `${pad(Math.floor(minutes / 60))}.${pad(minutes % 60)}`
  if (!/[dy]/i.test(code)) return time
  return /h/i.test(code) && minutes > 0 ? `${day} ${time}` : day
}

const digitsOf = (value: number, { decimals, least, grouped }: Section): string => {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(Math.min(decimals, 20)).split('.')
  const padded = whole.padStart(least, '0')
  const marked = grouped ? padded.replace(/\B(?=(\d{3})+$)/g, '.') : padded
  return fraction === '' ? marked : `${marked},${fraction}`
}

const general = (value: number): string => String(Number(value.toPrecision(15))).replace('.', ',')

/** A number as a spreadsheet with Indonesian settings shows it: 10000000 with "Rp"#,##0 = "Rp10.000.000". */
export const showNumber = (value: number, code: string, date1904 = false): string => {
  if (code === 'General' || code === '' || code === '@') return general(value)
  const sections = sectionsOf(code)
  const chosen =
    value < 0 && sections.length > 1
      ? sections[1]
      : value === 0 && sections.length > 2
        ? sections[2]
        : sections[0]
  if (chosen === undefined) return general(value)
  if (chosen.date) return dateText(value, code, date1904)
  if (!chosen.digits)
    return /general/i.test(code)
      ? general(value)
      : `${chosen.before}${chosen.after}`.trim() || (value === 0 ? '-' : general(value))
  const scaled = (chosen.percent ? value * 100 : value) / chosen.divide
  const sign = value < 0 && sections.length === 1 ? '-' : ''
  return `${sign}${chosen.before.trimStart()}${digitsOf(scaled, chosen)}${chosen.percent ? '%' : ''}${chosen.after}`.trim()
}
