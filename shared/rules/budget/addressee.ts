type Rule = readonly [name: RegExp, head: string]

/** How the head of an office is called, by how its name begins; “$1” is the rest of the name. The first that fits counts. */
const rules: readonly Rule[] = [
  [/^sekretariat\b\s*(.*)$/i, 'Sekretaris $1'],
  [/^inspektorat\b\s*(.*)$/i, 'Inspektur $1'],
  [/^((?:rsud|rsu|rs|rumah sakit)\b.*)$/i, 'Direktur $1'],
  [/^((?:perumda|perusahaan|pdam|perseroda)\b.*)$/i, 'Direktur $1'],
  [/^(?:kantor\s+)?kecamatan\b\s*(.*)$/i, 'Camat $1'],
  [/^(?:kantor\s+)?kelurahan\b\s*(.*)$/i, 'Lurah $1'],
  // The head of a disaster agency is the Sekretaris Daerah by office; letters go to who runs it.
  [/^((?:badan penanggulangan bencana|bpbd)\b.*)$/i, 'Kepala Pelaksana $1'],
  [/^(.+)$/, 'Kepala $1'],
]

/** “Dinas Kesehatan” → “Kepala Dinas Kesehatan”, “Kecamatan Prabumulih Timur” → “Camat Prabumulih Timur”. '' for no name. */
export const addresseeOf = (opd: string): string => {
  const name = opd.replace(/\s+/g, ' ').trim()
  const rule = rules.find(([pattern]) => pattern.test(name))
  return rule === undefined ? '' : name.replace(rule[0], rule[1]).trim()
}
