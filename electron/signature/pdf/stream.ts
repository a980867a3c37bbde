import { inflateSync } from 'node:zlib'
import { damaged, isKind, type PdfDict, type PdfStream, type PdfValue } from './value.ts'

/** No cross-reference or object stream is larger than this when unpacked. */
const mostBytes = 64 * 1024 * 1024

export const numberAt = (dict: PdfDict, key: string, otherwise: number): number => {
  const value = dict.entries.get(key)
  return typeof value === 'number' ? value : otherwise
}

const inflate = (bytes: Uint8Array): Uint8Array => {
  try {
    return inflateSync(bytes, { maxOutputLength: mostBytes })
  } catch {
    return damaged('compressed stream cannot be read')
  }
}

const paeth = (a: number, b: number, c: number): number => {
  const p = a + b - c
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  if (pa <= pb && pa <= pc) return a
  return pb <= pc ? b : c
}

const predicted = (kind: number, a: number, b: number, c: number): number =>
  [0, a, b, (a + b) >> 1, paeth(a, b, c)][kind] ?? damaged('unknown predictor')

/** PNG predictors, as cross-reference streams use them: one byte per column. */
const unpredict = (bytes: Uint8Array, columns: number): Uint8Array => {
  const rows = Math.floor(bytes.length / (columns + 1))
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (columns + 1)] ?? 0
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const a = column > 0 ? (out[at - 1] ?? 0) : 0
      const b = row > 0 ? (out[at - columns] ?? 0) : 0
      const c = column > 0 && row > 0 ? (out[at - columns - 1] ?? 0) : 0
      out[at] = ((bytes[row * (columns + 1) + 1 + column] ?? 0) + predicted(kind, a, b, c)) & 0xff
    }
  }
  return out
}

const single = (value: PdfValue | undefined): PdfValue | undefined =>
  isKind(value, 'array') && value.items.length === 1 ? value.items[0] : value

/** Content of a cross-reference or object stream: plain or Flate, with PNG predictors. */
export const unpack = ({ dict, bytes }: PdfStream): Uint8Array => {
  const filter = single(dict.entries.get('Filter'))
  if (filter === undefined || filter === null) return bytes
  if (!isKind(filter, 'name') || filter.name !== 'FlateDecode') return damaged('unknown filter')
  const plain = inflate(bytes)
  const parameters = single(dict.entries.get('DecodeParms'))
  if (!isKind(parameters, 'dict') || numberAt(parameters, 'Predictor', 1) < 10) return plain
  const columns = numberAt(parameters, 'Columns', 1)
  return columns >= 1 && columns <= 64 ? unpredict(plain, columns) : damaged('strange columns')
}
