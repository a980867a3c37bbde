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

const fromBase64 = (base64: string): Uint8Array => {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}

type Tagged = { $bytes: string }
const isTagged = (value: unknown): value is Tagged =>
  typeof value === 'object' && value !== null && typeof (value as Tagged).$bytes === 'string'

/** One text for every message between window and core: JSON, with bytes as `{"$bytes": base64}`. */
export const encodeWire = (value: unknown): string =>
  JSON.stringify(value, (_key, item) => (item instanceof Uint8Array ? { $bytes: toBase64(item) } : item))

/** The opposite of `encodeWire`; throws on text that is not JSON. The result is `unknown` until a schema has parsed it. */
export const decodeWire = (text: string): unknown =>
  JSON.parse(text, (_key, item) => (isTagged(item) ? fromBase64(item.$bytes) : item))
