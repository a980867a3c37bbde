import { strToU8, type Zippable, zipSync } from 'fflate'

/** A ZIP whose bytes depend on its content alone: fixed dates, entries in the order given. */
export const zipOf = (entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array => {
  const files: Zippable = {}
  for (const [name, content] of Object.entries(entries))
    files[name] = typeof content === 'string' ? strToU8(content) : content
  return zipSync(files, { level: 6, mtime: '2026-10-21T00:00:00', os: 0 })
}

/** The date that every sample carries in its properties. */
export const made = '2026-10-21T02:00:00Z'
export const xml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
export const coreProperties = (title: string): string =>
  xml(
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
      'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:title>${escaped(title)}</dc:title><dc:creator>Subbagian Perencanaan</dc:creator>` +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created>` +
      `<dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified></cp:coreProperties>`,
  )
