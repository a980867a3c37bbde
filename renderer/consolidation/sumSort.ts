import type { SumLine } from './SumTable.tsx'

const words = { label: 'nama', rows: 'baris', withoutCost: 'tanpa-biaya', total: 'jumlah' } as const
export type SumColumn = keyof typeof words
export type SumSort = { readonly key: SumColumn; readonly direction: 'asc' | 'desc' }

const columns = Object.keys(words) as SumColumn[]
const ways = { asc: 'naik', desc: 'turun' } as const

/** As the address says it: “jumlah-turun”. */
export const sortWord = ({ key, direction }: SumSort): string => `${words[key]}-${ways[direction]}`

/** The opposite; whatever an address may hold. */
export const sortOf = (word: string | null): SumSort | null => {
  for (const key of columns)
    for (const direction of ['asc', 'desc'] as const)
      if (sortWord({ key, direction }) === word) return { key, direction }
  return null
}

/** Names begin with A, numbers with the greatest; a third press gives the order of the consolidation again. */
export const nextSumSort = (sort: SumSort | null, key: SumColumn): SumSort | null => {
  const [first, second] = key === 'label' ? (['asc', 'desc'] as const) : (['desc', 'asc'] as const)
  if (sort?.key !== key) return { key, direction: first }
  return sort.direction === first ? { key, direction: second } : null
}

const compare = (a: SumLine, b: SumLine, key: SumColumn): number =>
  key === 'label' ? a.label.localeCompare(b.label, 'id', { numeric: true }) : a[key] - b[key]

type Block = { readonly head: SumLine; readonly children: SumLine[] }

const blocksOf = (lines: readonly SumLine[]): Block[] => {
  const blocks: Block[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (line.level === 'child' && last !== undefined) last.children.push(line)
    else blocks.push({ head: line, children: [] })
  }
  return blocks
}

/** Lines in the order asked for; what stands under a line stays under it, in the same order among itself. */
export const sortedLines = (lines: readonly SumLine[], sort: SumSort | null): readonly SumLine[] => {
  if (sort === null) return lines
  const sign = sort.direction === 'desc' ? -1 : 1
  const by = (a: SumLine, b: SumLine) => sign * compare(a, b, sort.key)
  return blocksOf(lines)
    .sort((a, b) => by(a.head, b.head))
    .flatMap(({ head, children }) => [head, ...children.sort(by)])
}
