import type { RefusalType } from '../../../shared/texts/import-refused.ts'

/** What an archive is by the names of its parts. */
export const archiveKind = (
  names: readonly string[],
  has: (name: string) => boolean,
): 'xlsx' | 'docx' | RefusalType => {
  if (has('xl/workbook.bin')) return 'BinaryWorkbook'
  if (has('xl/workbook.xml')) return 'xlsx'
  if (has('word/document.xml')) return 'docx'
  if (has('ppt/presentation.xml')) return 'Presentation'
  if (has('content.xml') && has('mimetype')) return 'OpenDocument'
  if (!has('[Content_Types].xml')) return 'Archive'
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx'
  return names.some((name) => name.startsWith('word/')) ? 'docx' : 'Unknown'
}

/** HTML by its look: the clipboard of Word and Excel, and the “.xls” that many web applications give out. */
export const looksLikeHtml = (text: string): boolean =>
  /<table[\s>]/i.test(text) && /^\s*(?:version:\d|<)/i.test(text.slice(0, 2_000))
