/** Where a block stands on its page, for rules that close a table at a page end. */
export type Standing = { readonly first: boolean; readonly last: boolean }

/** A piece of the page that is never split. Heights in points. `Pen` is what draws; this file never calls it. */
export type Block<Pen> = {
  readonly height: number
  readonly draw: (pen: Pen, y: number, standing: Standing) => void
  /** Must not be parted from the block after it. */
  readonly keepWithNext?: boolean
  /** Drawn above this block where it starts a page: heading rows. */
  readonly repeat?: readonly Block<Pen>[]
  /** Stands in for this block where it starts a page. */
  readonly atTop?: Block<Pen>
  /** Empty space: left out at the top of a page. */
  readonly space?: boolean
}

export type Placed<Pen> = { readonly block: Block<Pen>; readonly y: number; readonly standing: Standing }
export type PageSpace = { readonly top: number; readonly bottom: number }

const clusters = <Pen>(blocks: readonly Block<Pen>[]): Block<Pen>[][] => {
  const all: Block<Pen>[][] = []
  let cluster: Block<Pen>[] = []
  for (const block of blocks) {
    cluster.push(block)
    if (block.keepWithNext === true) continue
    all.push(cluster)
    cluster = []
  }
  return cluster.length === 0 ? all : [...all, cluster]
}

const heightOf = <Pen>(blocks: readonly Block<Pen>[]): number =>
  blocks.reduce((sum, block) => sum + block.height, 0)

const opening = <Pen>(block: Block<Pen>): readonly Block<Pen>[] => [
  ...(block.repeat ?? []),
  block.atTop ?? block,
]

/**
 * Distributes blocks over pages. Blocks kept together move to the next page together; only what is taller than a
 * whole page is parted. Heading rows are repeated where a page starts inside a table.
 */
export const paginate = <Pen>(blocks: readonly Block<Pen>[], space: PageSpace): Placed<Pen>[][] => {
  const pages: { block: Block<Pen>; y: number }[][] = [[]]
  let y = space.top
  const page = () => pages.at(-1) as { block: Block<Pen>; y: number }[]
  const room = space.bottom - space.top

  const put = (block: Block<Pen>) => {
    if (block.space === true && page().length === 0) return
    const parts = page().length === 0 && pages.length > 1 ? opening(block) : [block]
    for (const part of parts) {
      page().push({ block: part, y })
      y += part.height
    }
  }

  const breakPage = () => {
    pages.push([])
    y = space.top
  }

  for (const cluster of clusters(blocks)) {
    const [head, ...rest] = cluster as [Block<Pen>, ...Block<Pen>[]]
    const tooTall = heightOf([...opening(head), ...rest]) > room
    const parts = tooTall ? cluster.map((block) => [block]) : [cluster]
    for (const part of parts) {
      if (page().length > 0 && y + heightOf(part) > space.bottom) breakPage()
      for (const block of part) put(block)
    }
  }
  return pages
    .filter((placed) => placed.length > 0)
    .map((placed) =>
      placed.map((each, index) => ({
        ...each,
        standing: { first: index === 0, last: index === placed.length - 1 },
      })),
    )
}
