import { z } from 'zod'
import { instrumentContent } from '../regulation/content.ts'
import { command, query, task } from './call.ts'
import { committed, isoDate, recordId, upload, whole } from './shapes.ts'

/** Kept for the whole city. */
const librarians = { whole: ['admin', 'perencana'] } as const

const words = z.string().max(2000)
const day = isoDate.or(z.literal(''))

/** What an officer may say otherwise before it is kept; '' and null where nobody knows. */
export const instrumentFacts = z.object({
  short: words,
  title: words,
  version: words,
  number: words,
  year: whole.nullable(),
  enacted: day,
  promulgated: day,
})
export type InstrumentFacts = Readonly<z.infer<typeof instrumentFacts>>

/** Something odd at a line of a file: what stands there, what is the matter, what can be done. */
export const lineFinding = z.object({
  line: whole,
  printed: z.string(),
  weight: z.enum(['wrong', 'odd']),
  message: z.string(),
  advice: z.string(),
})
export type LineFinding = Readonly<z.infer<typeof lineFinding>>

const publication = z.object({
  publisher: z.string(),
  released: day,
  copyright: z.string(),
  about: z.string(),
  /** What the file calls itself, whatever its version; ''. */
  series: z.string(),
})

export const readInstrument = z.object({
  facts: instrumentFacts,
  publication,
  content: instrumentContent,
  findings: z.array(lineFinding),
  /** `count` null where there is one of it or none can be counted. */
  leftOut: z.array(z.object({ what: z.string(), count: whole.nullable(), reason: z.string() })),
})
export type ReadInstrument = Readonly<z.infer<typeof readInstrument>>

/**
 * Reads a regulation (text, or a file like those of resources/regulations) or a framework (a library of CISO Assistant) in a process
 * that can be killed. Nothing is written; what was read waits under the token. Errors: `Unreadable` with `findings`, `Cancelled`.
 */
export const regulationRead = task('regulation.read', {
  roles: librarians,
  input: z.object({ file: upload }),
  output: z.object({ token: z.string(), file: z.string(), digest: z.string(), read: readInstrument }),
})

/** Keeps what was read as one version of a regulation or framework, with its file, in one commit. Errors: `PreviewGone`, `Forbidden`. */
export const regulationTake = command('regulation.take', {
  roles: librarians,
  input: z.object({ token: z.string(), facts: instrumentFacts }),
  output: committed.extend({ id: recordId }),
})

/** The text of a regulation or framework that the city brought. Errors: `NotFound`, `Unreadable`. */
export const regulationText = query('regulation.text', {
  roles: 'session',
  input: z.object({ id: recordId }),
  output: z.object({ content: instrumentContent }),
})
