type Known = readonly [canonical: string, pattern: string]

/** Sources of funds as officers write them; the longer name stands before the shorter that it begins with. */
const known: readonly Known[] = [
  ['APBD Provinsi', 'apbd[\\s-]*(?:provinsi|prov\\b\\.?|tk\\.?\\s*i\\b|i\\b)'],
  ['APBD', 'apbd[\\s-]*(?:kota|kabupaten|kab\\b\\.?|murni|tk\\.?\\s*ii\\b|ii\\b)'],
  ['APBD Perubahan', 'apbd[\\s-]*(?:perubahan|p\\b)|p-apbd|papbd'],
  ['APBD', 'apbd|a\\.p\\.b\\.d\\.?|anggaran pendapatan dan belanja daerah'],
  ['APBDes', 'apb\\s?des(?:a)?'],
  ['APBN', 'apbn|a\\.p\\.b\\.n\\.?|anggaran pendapatan dan belanja negara'],
  ['DAK Nonfisik', 'dak[\\s-]*non[\\s-]*fisik'],
  ['DAK Fisik', 'dak[\\s-]*fisik'],
  ['DAK', 'dak|dana alokasi khusus'],
  ['DAU', 'dau|dana alokasi umum'],
  ['DBHCHT', 'dbh[\\s-]*cht|dbhcht'],
  ['DBH', 'dbh|dana bagi hasil'],
  ['DID', 'did|dana insentif daerah'],
  ['Insentif Fiskal', 'insentif fiskal'],
  ['BLUD', 'blud|badan layanan umum daerah'],
  ['BLU', 'blu'],
  ['BOS', 'bosp?|dana bos|bantuan operasional sekolah'],
  ['BOK', 'bok|bantuan operasional kesehatan'],
  ['JKN', 'jkn|kapitasi(?: jkn)?'],
  ['Hibah', '(?:dana )?hibah'],
  ['CSR', '(?:dana )?csr|tjsl(?:p)?'],
  ['Dana Desa', 'dana desa'],
  ['Dana Kelurahan', 'dana kelurahan'],
  ['Bantuan Keuangan', 'bantuan keuangan|bankeu'],
  ['PAD', 'pad|pendapatan asli daerah'],
  ['SiLPA', 'silpa'],
  ['Pinjaman Daerah', 'pinjaman(?: daerah)?'],
  ['Swadaya', 'swadaya(?: masyarakat)?'],
]

const year = '(?:\\s*(?:(?:t\\.?\\s?a\\.?|tahun(?: anggaran)?|thn\\.?)\\s*)?(?:19|20)\\d\\d(?![\\d.,]*\\d))?'
const matchers = known.map(
  ([canonical, pattern]) => [canonical, new RegExp(`(?:${pattern})(?![a-z0-9])${year}`, 'iy')] as const,
)

const any = known.map(([, pattern]) => pattern).join('|')
/** One look for all of them: most places of a text begin no source. */
const anyAt = new RegExp(`(?:${any})(?![a-z0-9])`, 'iy')
const anywhere = new RegExp(any, 'i')

export type SourceMatch = { readonly source: string; readonly end: number }

/** The source of funds that begins at `at`, with a year that follows it ("APBD TA 2027"). */
export const sourceAt = (text: string, at: number): SourceMatch | null => {
  anyAt.lastIndex = at
  if (!anyAt.test(text)) return null
  for (const [source, matcher] of matchers) {
    matcher.lastIndex = at
    if (matcher.test(text)) return { source, end: matcher.lastIndex }
  }
  return null
}

const letter = /[a-z0-9]/i
/** Every source named in a text, in order, each once. */
export const sourcesIn = (text: string): readonly string[] => {
  if (!anywhere.test(text)) return []
  const found = new Set<string>()
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && letter.test(text[at - 1] ?? '')) continue
    const match = sourceAt(text, at)
    if (match === null) continue
    found.add(match.source)
    at = match.end - 1
  }
  return [...found]
}
