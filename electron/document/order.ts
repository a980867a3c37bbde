import { z } from 'zod'
import type { LogHead } from '../../shared/rules/audit/head.ts'
import type { ConsolidationReport } from '../../shared/rules/budget/report.ts'
import type { AskedBook } from '../../shared/rules/questionnaire/book.ts'
import type { VerifyReport } from '../signature/verify/report.ts'
import type { ListSheet } from './list-sheet.ts'

const bytes = z.instanceof(Uint8Array)
const paper = z.enum(['A4', 'F4'])
const time = z.coerce.date()

/** The report comes from the core's own consolidation; its sums are checked where it is written. */
const report = z.custom<ConsolidationReport>(
  (value) =>
    z
      .object({
        rows: z.array(z.unknown()),
        forms: z.array(z.unknown()),
        all: z.object({ total: z.number() }),
      })
      .safeParse(value).success,
)

const signing = z.object({
  pkcs12: bytes,
  password: z.string(),
  name: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  location: z.string().exactOptional(),
  time,
})

/** Made by the core from its own list; whoever writes it takes each cell as it is. */
const list = z.custom<ListSheet>(
  (value) =>
    z.object({ columns: z.array(z.unknown()), rows: z.array(z.array(z.unknown())) }).safeParse(value).success,
)

/** The same, for what goes to OPDs. */
const books = z.custom<readonly AskedBook[]>(
  (value) =>
    z
      .array(z.object({ sheets: z.array(z.unknown()) }))
      .min(1)
      .safeParse(value).success,
)

/** What the document job does; one order per process. */
export const documentOrder = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pdf'),
    report,
    paper,
    mode: z.enum(['wet', 'outside', 'sign']),
    certificateNotice: z.string().exactOptional(),
    /** Signs what was written; a certificate made for a demonstration is marked on the page by itself. */
    signing: signing.exactOptional(),
  }),
  z.object({ kind: z.literal('docx'), report, paper }),
  z.object({ kind: z.literal('xlsx'), report, paper: paper.default('A4') }),
  z.object({ kind: z.literal('list'), format: z.enum(['xlsx', 'csv']), list }),
  z.object({ kind: z.literal('questionnaires'), books }),
  z.object({ kind: z.literal('certificate'), pkcs12: bytes, password: z.string() }),
  /** The head of the log that a print names, and its signatures. */
  z.object({ kind: z.literal('printed'), pdf: bytes, now: time }),
  z.object({ kind: z.literal('verify'), pdf: bytes, roots: z.array(bytes).default([]), now: time }),
])
export type DocumentOrder = z.output<typeof documentOrder>

/** Answers of `pdf`, `docx`, `xlsx`, `list` and `questionnaires`. */
export type Written = {
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, hex. */
  readonly digest: string
  readonly pages: number | null
  /** The certificate that signed it; null: not signed. */
  readonly certificate: Signed | null
}
/** Answer of `printed`. */
export type Printed = { readonly head: LogHead | null; readonly report: VerifyReport }
export type Signed = {
  readonly owner: string
  readonly issuer: string
  readonly serial: string
  readonly demo: boolean
}
