import { budgetReturnTexts } from '../../shared/texts/budget-return.ts'
import type { Letter, Remark } from './returnLetter.ts'

const { columns } = budgetReturnTexts

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\n', '<br>')
const paragraph = (text: string): string => `<p>${escaped(text)}</p>`
const cells = (tag: 'td' | 'th', words: readonly string[]): string =>
  `<tr>${words.map((word) => `<${tag}>${escaped(word)}</${tag}>`).join('')}</tr>`

const remarksTable = (remarks: readonly Remark[]): string =>
  remarks.length === 0
    ? ''
    : `<table border="1">${cells('th', Object.values(columns))}${remarks
        .map(({ row, place, found, mend }) => cells('td', [row, place, found, mend]))
        .join('')}</table>`

/** The letter as Word takes it from the clipboard: paragraphs and real tables, the kop centred. */
export const letterHtml = (letter: Letter): string => {
  const { government, agency, address, contact } = letter.letterhead
  const kop = [government.toUpperCase(), agency.toUpperCase(), address, contact].filter(Boolean)
  const annex = letter.annex === null ? '' : paragraph(letter.annex.of) + paragraph(letter.annex.title)
  const list = remarksTable(letter.remarks)
  return [
    `<div align="center">${kop.map(escaped).join('<br>')}</div><hr>`,
    `<p align="right">${escaped(letter.placeAndDate)}</p>`,
    `<table>${letter.head.map(({ label, words }) => cells('td', [label, `: ${words}`])).join('')}</table>`,
    paragraph(letter.to.join('\n')),
    ...letter.paragraphs.map(paragraph),
    letter.annex === null ? list : '',
    ...letter.closing.map(paragraph),
    paragraph([letter.signer.position, '', '', '', letter.signer.name, ...letter.signer.below].join('\n')),
    letter.annex === null ? '' : annex + list,
  ].join('')
}

/** Puts the letter on the clipboard, for Word as it is laid out and for a message as text; false where the system did not let it. */
export const copyLetter = async (text: string, html: string): Promise<boolean> => {
  const blob = (kind: string, words: string) => new Blob([words], { type: kind })
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) }),
    ])
    return true
  } catch {
    return false
  }
}
