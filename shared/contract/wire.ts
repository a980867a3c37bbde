import type { Request } from './bridge.ts'

declare const btoa: (binary: string) => string
declare const atob: (base64: string) => string

const chunk = 0x8000

const toBase64 = (bytes: Uint8Array): string => {
  let binary = ''
  for (let at = 0; at < bytes.length; at += chunk) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunk))
  }
  return btoa(binary)
}

const fromBase64 = (base64: string): Uint8Array<ArrayBuffer> => {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}

/** Of bytes, and of an object that has one of these names itself. */
const tags = ['"$bytes"', '"$object"']
const longestHead = 1000

type Tagged = { readonly $bytes?: unknown; readonly $object?: unknown }
const isObject = (value: unknown): value is Tagged =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const looksTagged = (value: unknown): value is object =>
  isObject(value) && ('$bytes' in value || '$object' in value)

const encodeItem = (item: unknown): unknown => {
  if (item instanceof Uint8Array) return { $bytes: toBase64(item) }
  return looksTagged(item) ? { $object: Object.entries(item) } : item
}

const decodeItem = (item: unknown, bytesOf: (base64: string) => Uint8Array): unknown => {
  if (!isObject(item)) return item
  if (typeof item.$bytes === 'string') return bytesOf(item.$bytes)
  return Array.isArray(item.$object) ? Object.fromEntries(item.$object) : item
}

/**
 * One text for every message between window and core: JSON, with bytes as `{"$bytes": base64}`. An object that has such a name itself
 * goes as the list of its entries, `{"$object": […]}`: nobody's words are taken for bytes.
 */
export const encodeWire = (value: unknown): string => JSON.stringify(value, (_key, item) => encodeItem(item))

/**
 * The opposite of `encodeWire`; throws on text that is not JSON. The result is `unknown` until a schema has parsed it.
 * `bytesOf` where base64 is read faster than in a browser.
 */
export const decodeWire = (text: string, bytesOf = fromBase64): unknown =>
  tags.some((tag) => text.includes(tag))
    ? JSON.parse(text, (_key, item) => decodeItem(item, bytesOf))
    : JSON.parse(text)

/** What a window asks. The head stands on a line of its own: who passes the request on need not read the input. */
export const encodeRequest = ({ name, call, input }: Request): string =>
  `${JSON.stringify([name, call])}\n${encodeWire(input ?? null)}`

export type Asked = { readonly name: string; readonly call: string; readonly input: string }

/** Head of a request, its input still as text; null where it is none. */
export const readRequest = (text: string): Asked | null => {
  const end = text.indexOf('\n')
  if (end < 0 || end > longestHead) return null
  try {
    const [name, call] = JSON.parse(text.slice(0, end)) as unknown[]
    return typeof name === 'string' && typeof call === 'string'
      ? { name, call, input: text.slice(end + 1) }
      : null
  } catch {
    return null
  }
}
