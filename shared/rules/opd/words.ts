/** Words that begin the name of an OPD; two OPDs with different ones are never the same. */
const kinds = new Set([
  'dinas',
  'badan',
  'satuan',
  'sekretariat',
  'inspektorat',
  'kecamatan',
  'kelurahan',
  'kantor',
  'bagian',
  'rumah',
  'puskesmas',
])
/** Words that stand in so many names that they tell none apart. */
const common = new Set([...kinds, 'daerah', 'kota', 'umum', 'pelayanan', 'formulir', 'anggaran', 'tik'])

/** The city of the letterhead is no part of the name: “Pemerintah Kota Prabumulih · Dinas …”, “Dinas … Kota Prabumulih”. */
const before = /^(?:pemerintah |pemkot |pemkab )(?:(?:kota|kabupaten|provinsi) )?(?:\S+ ){0,3}?(?=\S)/
const after = / (?:pemerintah )?(?:kota|kabupaten|kab|provinsi)(?: \S+){1,3}$/

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.(?:docx?|xlsx?|csv|txt|html?|tsv)$/, ' ')
    .replaceAll('&', ' dan ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const withoutCity = (text: string): string => {
  const short = text.replace(after, '')
  const words = short.split(' ')
  const at = before.test(short) ? words.findIndex((word) => kinds.has(word)) : -1
  return at > 0 ? words.slice(at).join(' ') : short
}

/** Every word of a text, in small letters, without punctuation. */
export const wordsOf = (text: string): readonly string[] => plain(text).split(' ').filter(Boolean)

/** What makes a name: capitals, punctuation, “dan” or “&”, and the city beside it make no other. */
export const nameKey = (text: string): string =>
  withoutCity(plain(text))
    .split(' ')
    .filter((word) => word !== 'dan')
    .join(' ')

export const kindOf = (key: string): string | null => {
  const [first = ''] = key.split(' ')
  return kinds.has(first) ? first : null
}
/** “dinas pupr” → “pupr”. */
export const bare = (key: string): string => (kindOf(key) === null ? key : key.split(' ').slice(1).join(' '))

export const telling = (words: readonly string[]): readonly string[] =>
  words.filter((word) => word.length > 2 && word !== 'dan' && !common.has(word))

/** First letters: “pekerjaan umum penataan ruang” → “pupr”. */
export const initials = (key: string): string =>
  key
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')

/** Words as they follow each other in a text: “sosial” does not stand in “sosialisasi”. */
export const holds = (text: string, part: string): boolean => part !== '' && ` ${text} `.includes(` ${part} `)
