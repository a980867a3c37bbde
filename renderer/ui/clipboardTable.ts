import type { PickedFile } from './DropZone.tsx'

const encoder = new TextEncoder()

/** The text of a paste as bytes: `text/html` where it holds a table (Word, Excel), else plain text; null where empty. */
export const pastedTable = (data: DataTransfer, name: string): PickedFile | null => {
  const html = data.getData('text/html')
  const plain = data.getData('text/plain')
  if (/<table[\s>]/i.test(html))
    return { name: `${name}.html`, bytes: encoder.encode(html), type: 'text/html' }
  return plain.trim() === ''
    ? null
    : { name: `${name}.tsv`, bytes: encoder.encode(plain), type: 'text/plain' }
}
