import { z } from 'zod'
import { mostText } from '../records/cell.ts'

/** Far above any printed regulation and any framework, and what a window shows without effort. */
export const mostLines = 20_000
export const mostNodes = 10_000

const words = z.string()

const printed = z.object({
  kind: z.literal('peraturan'),
  /** As printed, one for each line of the file. */
  lines: z.array(z.string().max(mostText)).max(mostLines),
})

export const moreKinds = ['anotasi', 'bukti', 'kelompok'] as const

const node = z.object({
  /** In the file, from 1. */
  line: z.number().int(),
  urn: words,
  /** Urn of the node above; '' at the top. */
  parent: words,
  ref: words,
  name: words,
  text: words,
  more: z.array(z.object({ kind: z.enum(moreKinds), text: words })),
  /** Whether it asks for something, or only holds others. */
  assessable: z.boolean(),
})
export type FrameworkNode = Readonly<z.infer<typeof node>>

const framework = z.object({
  kind: z.literal('kerangka'),
  /** Language of the words, as the file says: “id”, “en”. */
  locale: words,
  nodes: z.array(node).max(mostNodes),
})

/** What was read of a file and is kept: the printed lines of a regulation, or the nodes of a framework in their order. */
export const instrumentContent = z.discriminatedUnion('kind', [printed, framework])
export type InstrumentContent = Readonly<z.infer<typeof instrumentContent>>
