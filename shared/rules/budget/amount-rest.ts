/** What is left of a cell once its money is taken out. */
const edge = '(?:[\\s:;,.+&/=•·*]|[-–—](?!\\d))'
const joiner = '(?:dan|serta|dari|bersumber|sebesar|senilai|sejumlah|dana)(?![a-z])'
const leading = new RegExp(`^(?:${edge}|${joiner}|\\)|\\(\\s*\\))+`, 'i')
const trailing = new RegExp(`(?:${edge}|(?<![a-z])${joiner}|\\(|\\(\\s*\\))+$`, 'i')

const trimPiece = (piece: string): string => {
  let text = piece.replace(leading, '').replace(trailing, '')
  if (/^\([^()]*\)?$/.test(text)) text = text.replace(/^\(|\)$/g, '')
  if (!text.includes('(')) text = text.replace(/\)+$/, '')
  return text.trim()
}

export const leftover = (text: string, used: readonly (readonly [number, number])[]): string => {
  if (used.length === 0) return text.trim()
  const sorted = [...used].sort(([a], [b]) => a - b)
  const parts: string[] = []
  let at = 0
  for (const [start, end] of sorted) {
    if (start > at) parts.push(text.slice(at, start))
    at = Math.max(at, end)
  }
  parts.push(text.slice(at))
  return parts
    .map(trimPiece)
    .filter((part) => part !== '')
    .join('; ')
}

/** "37 orang pendamping", "1 unit server": a resource that is counted, so it is understood and no doubt. */
const counted =
  /^\d{1,4}\s*(?:\([a-z ]+\)\s*)?(?:orang|org|personil|personel|peserta|pegawai|staf|tenaga|tim|unit|buah|bh|set|paket|pkt|lisensi|akun|titik|meter|m|roll|rol|lembar|eksemplar|rim|gb|tb|mbps|ruang|kendaraan|server|laptop|komputer|pc|printer|modul|dokumen|laporan)(?![a-z])/i
export const isCounted = (text: string): boolean =>
  text.split(/[,;\n+&]|\bdan\b|\bserta\b/).every((part) => counted.test(part.trim()))
