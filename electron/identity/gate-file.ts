import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeFileDurably } from '../store/upkeep/files.ts'

/**
 * `failed` and `passed`: an attempt. `carried`: what earlier failures, told in the log by now, still count.
 * `label`: that of the slots, no name. `time`: ms since 1970. `up`: ms since this computer was started, which no clock moves.
 */
const step = z.object({
  kind: z.enum(['failed', 'passed', 'carried']),
  label: z.string().max(100),
  count: z.number().int().min(0),
  time: z.number(),
  up: z.number(),
})
export type Step = z.infer<typeof step>

const begin = z.object({ kind: z.literal('begin'), after: z.string().max(64) })
const lineShape = z.object({ entry: z.union([begin, step]), hash: z.string() })
type Entry = z.infer<typeof begin> | Step
export type Line<E = Entry> = { readonly entry: E; readonly hash: string }

export type GateFile = {
  readonly lines: readonly Line[]
  /** Nothing was taken out, put in or changed between the first line and the last. */
  readonly isWhole: boolean
}

const valuesOf = (entry: Entry): readonly unknown[] =>
  entry.kind === 'begin'
    ? [entry.kind, entry.after]
    : [entry.kind, entry.label, entry.count, entry.time, entry.up]

const hashOf = (before: string, entry: Entry): string =>
  createHash('sha256')
    .update(before)
    .update(JSON.stringify(valuesOf(entry)))
    .digest('hex')

export const isStep = (line: Line): line is Line<Step> => line.entry.kind !== 'begin'

export const withLine = ({ lines, isWhole }: GateFile, entry: Entry): GateFile => ({
  lines: [...lines, { entry, hash: hashOf(lines.at(-1)?.hash ?? '', entry) }],
  isWhole,
})

/** A file that goes on after the hash with which an earlier one ended. */
export const freshFile = (after: string, carried: readonly Step[] = []): GateFile =>
  carried.reduce<GateFile>(withLine, withLine({ lines: [], isWhole: true }, { kind: 'begin', after }))

const parseLine = (text: string): Line | null => {
  try {
    return lineShape.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const follows = (line: Line, at: number, lines: readonly Line[]): boolean =>
  (at === 0) === (line.entry.kind === 'begin') && line.hash === hashOf(lines[at - 1]?.hash ?? '', line.entry)

/** A last line that was cut off while it was written is none. What does not read or follow is no reason to count less. */
export const parseGate = (text: string): GateFile => {
  const texts = text.split('\n').slice(0, -1)
  const parsed = texts.map(parseLine)
  const lines = parsed.filter((line) => line !== null)
  return { lines, isWhole: lines.length === texts.length && lines.every(follows) }
}

/** One that begins where there is none yet. */
export const readGate = (path: string): GateFile => {
  const file = existsSync(path) ? parseGate(readFileSync(path, 'utf8')) : null
  return file === null || file.lines.length === 0 ? freshFile('') : file
}

export const writeGate = (path: string, { lines }: GateFile): void =>
  writeFileDurably(path, Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join('')))
