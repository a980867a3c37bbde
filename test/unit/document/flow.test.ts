import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, paginate } from '../../../electron/document/pdf/flow.ts'
import { softBreak, wrap } from '../../../electron/document/pdf/wrap.ts'
import { codeGroups } from '../../../shared/format/code.ts'

type Named = Block<null> & { readonly id: number }
const space = { top: 10, bottom: 110 }
const room = space.bottom - space.top

const head: Block<null> = { height: 8, draw: () => {} }
const blocks = fc
  .array(
    fc.record({ height: fc.integer({ min: 1, max: 40 }), keepWithNext: fc.boolean(), headed: fc.boolean() }),
    {
      maxLength: 60,
    },
  )
  .map((all) =>
    all.map(
      ({ height, keepWithNext, headed }, id): Named => ({
        id,
        height,
        keepWithNext,
        ...(headed ? { repeat: [head] } : {}),
        draw: () => {},
      }),
    ),
  )

const idOf = (block: Block<null>): number | undefined => (block as Named).id

describe('pages', () => {
  it('hold every block once and in order', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const ids = paginate(all, space).flatMap((page) => page.map(({ block }) => idOf(block)))
        expect(ids.filter((id) => id !== undefined)).toEqual(all.map(({ id }) => id))
      }),
    )
  })

  it('never run over their lower edge', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        for (const page of paginate(all, space)) {
          for (const { block, y } of page) expect(y + block.height).toBeLessThanOrEqual(space.bottom)
        }
      }),
    )
  })

  it('never end between blocks that belong together, unless these are taller than a page', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const lastIds = paginate(all, space)
          .slice(0, -1)
          .map((page) => idOf(page.at(-1)?.block as Block<null>))
        for (const id of lastIds as number[]) {
          if (all[id]?.keepWithNext !== true) continue
          const from = all.findLastIndex((block, at) => at < id && block.keepWithNext !== true) + 1
          const to = all.findIndex((block, at) => at >= id && block.keepWithNext !== true)
          const cluster = all.slice(from, to < 0 ? undefined : to + 1)
          const height = cluster.reduce(
            (sum, block) => sum + block.height,
            (cluster[0]?.repeat?.length ?? 0) * head.height,
          )
          expect(height).toBeGreaterThan(room)
        }
      }),
    )
  })

  it('start with the heading of the table that goes on', () => {
    const rows = Array.from(
      { length: 30 },
      (_, id): Named => ({ id, height: 10, repeat: [head], draw: () => {} }),
    )
    const [first, ...later] = paginate(rows, space)
    expect(first?.[0]?.block).toBe(rows[0])
    for (const page of later) expect(page[0]?.block).toBe(head)
  })

  it('do not begin with empty space', () => {
    const gap: Block<null> = { height: 20, space: true, draw: () => {} }
    const tall: Block<null> = { height: 95, draw: () => {} }
    const pages = paginate([tall, gap, tall], space)
    expect(pages.map((page) => page.map(({ block }) => block))).toEqual([[tall], [tall]])
  })
})

describe('lines', () => {
  const measure = (text: string): number => [...text].length

  it('are never wider than their column', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 1, max: 20 }), (text, width) => {
        for (const line of wrap(text, width, measure)) expect(measure(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('lose no letter', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 1, max: 20 }), (text, width) => {
        const letters = (value: string) => value.replaceAll(/[\s\p{Cc}]/gu, '')
        expect(letters(wrap(text, width, measure).join(''))).toBe(letters(text))
      }),
    )
  })

  it('break after a slash before they break inside a word', () => {
    expect(wrap(codeGroups('2.16.01.2.06').join(softBreak), 8, measure)).toEqual(['2.16.01.', '2.06'])
    expect(wrap('Metode/teknologi/platform', 17, measure)).toEqual(['Metode/teknologi/', 'platform'])
  })
})
