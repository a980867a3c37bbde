const utf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 400)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const half = sample.length / 2
  if (sample.length >= 8 && (zeros[1] ?? 0) > half * 0.6 && zeros[0] === 0) return 'utf-16le'
  if (sample.length >= 8 && (zeros[0] ?? 0) > half * 0.6 && zeros[1] === 0) return 'utf-16be'
  return null
}

const decode = (bytes: Uint8Array): string => {
  const wide = utf16(bytes)
  if (wide !== null) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a binary file from a text
const control = /[\u0000-\u0008\u000e-\u001f\ufffd]/g

/** Text of a file in UTF-8, UTF-16 or Windows-1252; null for bytes that are no text. */
export const decodeText = (bytes: Uint8Array): string | null => {
  const text = decode(bytes)
  const odd = text.slice(0, 100_000).match(control)?.length ?? 0
  if (odd > 0 && odd * 200 > Math.min(text.length, 100_000)) return null
  return text.replace(/^\ufeff/, '')
}
