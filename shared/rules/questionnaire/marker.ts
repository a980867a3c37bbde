/** What the first cell of each sheet says, so that the file is known again whatever became of names and places. */
export type Marker = {
  readonly workspace: string
  readonly opd: string
  /** Of the record that says what the file showed. */
  readonly code: string
  /** Type of the register; '' for the instructions. */
  readonly type: string
  /** Of the program's definitions. */
  readonly version: number
}

const word = 'SELARAS-ISIAN'
export const markerFormat = 1

export const markerText = ({ workspace, opd, code, type, version }: Marker): string =>
  [word, markerFormat, workspace, opd, code, type === '' ? '-' : type, version].join(' ')

/** Null where a text is none; `newer`: of a format that this program does not know. */
export const parseMarker = (text: string): Marker | 'newer' | null => {
  const [first, format, workspace = '', opd = '', code = '', type = '', version = ''] = text
    .trim()
    .split(/\s+/)
  if (first !== word) return null
  if (Number(format) !== markerFormat) return Number(format) > markerFormat ? 'newer' : null
  return { workspace, opd, code, type: type === '-' ? '' : type, version: Number(version) }
}

/** No letter or figure that is taken for another one. */
export const codeLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
export const codeLength = 8
/** “ABCD-EFGH”. `pick`: places in `codeLetters`. */
export const codeFrom = (pick: readonly number[]): string => {
  const letters = pick.map((at) => codeLetters[at % codeLetters.length] ?? '').join('')
  return `${letters.slice(0, codeLength / 2)}-${letters.slice(codeLength / 2)}`
}
