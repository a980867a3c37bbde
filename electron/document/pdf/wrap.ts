export type Measure = (text: string) => number

/** Not printed: a line may end there. */
export const softBreak = '\u200b'
const pieces = /[^\s/\-_\u200b]*[/\-_\u200b]+|[^\s/\-_\u200b]+|\s+/gu

/** What paper cannot show: control characters become spaces; line ends stay. */
const printable = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, ' ')

const cut = (word: string, width: number, measure: Measure): string[] => {
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (part !== '' && measure(part + character) > width) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}

const unbroken = (text: string): string => text.replaceAll(softBreak, '')

const wrapParagraph = (paragraph: string, width: number, measure: Measure): string[] => {
  const lines: string[] = []
  let line = ''
  const take = (piece: string) => {
    if (measure((line + piece).trimEnd()) <= width) {
      line += piece
      return
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    const parts = cut(piece.trimStart(), width, measure)
    lines.push(...parts.slice(0, -1))
    line = parts.at(-1) ?? ''
  }
  for (const [piece] of paragraph.matchAll(pieces)) take(piece)
  return [...lines, line.trimEnd()]
}

/** Lines no wider than `width`; breaks at spaces, then after “/”, “-”, “_” and soft breaks, and inside a word only where it must. */
export const wrap = (text: string, width: number, measure: Measure): string[] =>
  printable(text)
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph.trim(), width, (part) => measure(unbroken(part))))
    .map(unbroken)
