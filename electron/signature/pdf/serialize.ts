import { createHash } from 'node:crypto'
import type { PdfDict, PdfValue } from './value.ts'

const nameText = (name: string): string =>
  `/${[...Buffer.from(name, 'latin1')]
    .map((byte) =>
      byte > 0x20 && byte < 0x7f && !'()<>[]{}/%#'.includes(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `#${byte.toString(16).padStart(2, '0')}`,
    )
    .join('')}`

const numberText = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/\.?0+$/, '')

const literal = (bytes: Uint8Array): string =>
  `(${Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\\()]/g, (character) => `\\${character}`)
    .replaceAll('\r', '\\r')})`

const dictText = (value: PdfDict): string =>
  `<<${[...value.entries].map(([key, item]) => `${nameText(key)} ${serialize(item)}`).join(' ')}>>`

/** The text of a value; of a stream only its dictionary. One latin1 character is one byte. */
export const serialize = (value: PdfValue): string => {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value)
  switch (value.kind) {
    case 'name':
      return nameText(value.name)
    case 'string':
      return value.hex ? `<${Buffer.from(value.bytes).toString('hex')}>` : literal(value.bytes)
    case 'ref':
      return `${value.num} ${value.gen} R`
    case 'array':
      return `[${value.items.map(serialize).join(' ')}]`
    case 'dict':
      return dictText(value)
    case 'stream':
      return dictText(value.dict)
    case 'raw':
      return value.text
  }
}

/** One text per meaning: keys sorted, strings in hex, streams by digest. Equal texts are equal values. */
export const canonical = (value: PdfValue): string => {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return serialize(value)
  switch (value.kind) {
    case 'string':
      return `<${Buffer.from(value.bytes).toString('hex')}>`
    case 'array':
      return `[${value.items.map(canonical).join(' ')}]`
    case 'dict':
      return `<<${[...value.entries]
        .map(([key, item]) => `${nameText(key)} ${canonical(item)}`)
        .sort()
        .join(' ')}>>`
    case 'stream':
      return `${canonical(value.dict)}#${createHash('sha256').update(value.bytes).digest('hex')}`
    default:
      return serialize(value)
  }
}
