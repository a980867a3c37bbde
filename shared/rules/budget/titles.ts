import { isClosing } from './shapes.ts'

const label =
  /^(?:nama\s+|judul\s+)?(?:output|keluaran|kegiatan|sub\s*kegiatan|pekerjaan|judul(?:\s+kegiatan)?|nama aplikasi|program\/kegiatan)\s*(?:\d{1,2}|[a-z]|[ivx]{1,4})?\s*[:=.]\s*(?<title>.+)$/is

/** "Output : Pengembangan SIM PKK" = "Pengembangan SIM PKK"; null where the text has no such label. */
export const labelledTitle = (text: string): string | null => {
  const title = label
    .exec(text.replace(/\s*\|\s*/g, ' '))
    ?.groups?.title?.replace(/^[:\s]+/, '')
    .trim()
  return title === undefined || title === '' ? null : title
}
export const plainTitle = (text: string): string => (labelledTitle(text) ?? text).replace(/\s+/g, ' ').trim()

const boilerplate =
  /formulir|\bform\b|lampiran|penjelasan|pemerintah|^\s*(?:dinas|badan|kantor|sekretariat|kecamatan|kelurahan|bagian|inspektorat|rsud|satuan)\b|tahun|anggaran|rencana|perangkat daerah|\bopd\b|\bskpd\b|\btabel\b|nomor|tanggal|perwal|peraturan|kepada|yth|alamat|telepon|jalan|\bjl\b|halaman|:|\bpasal\b|usulan|rekap|\bt\.?\s?a\.?\s*\d{4}|kebutuhan tik|^\W*$/i

export type TitleGuess = { readonly title: string; readonly at: number; readonly sure: boolean }

/** The title among the texts above a table: one with a label is sure, else the nearest that is not the head of a letter. */
export const guessTitle = (above: readonly string[]): TitleGuess | null => {
  for (let at = above.length - 1; at >= 0; at -= 1) {
    const title = labelledTitle(above[at] ?? '')
    if (title !== null) return { title: plainTitle(title), at, sure: true }
  }
  const at = above.length - 1
  const text = above[at]
  if (
    text === undefined ||
    text.length > 150 ||
    boilerplate.test(text) ||
    isClosing(text) ||
    text.includes(' | ')
  )
    return null
  return { title: plainTitle(text), at, sure: false }
}
