import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { appendToFile, syncFile, writeFileDurably } from './files.ts'

/** The last commit of a chain as this machine saw it; `own`: the chain of a device that wrote here. */
export type AnchoredHead = { readonly seq: number; readonly hash: string; readonly own: boolean }
export type AnchoredHeads = ReadonlyMap<string, AnchoredHead>

/** Of all workspaces of this machine, beside its settings. */
export const anchorPath = (settings: string, workspace: string): string =>
  join(settings, 'jangkar', `${encodeURIComponent(workspace)}.txt`)

const pattern = /^(own|other) ([0-9a-z]{10}) ([1-9]\d{0,14}) ([0-9a-f]{64})$/

const lineOf = (device: string, { seq, hash, own }: AnchoredHead): string =>
  `${own ? 'own' : 'other'} ${device} ${seq} ${hash}\n`

/** The highest head of each device. A line that a power cut left by half says nothing. */
export const parseAnchor = (text: string): Map<string, AnchoredHead> => {
  const heads = new Map<string, AnchoredHead>()
  for (const line of text.split('\n')) {
    const [, whose, device = '', seq, hash = ''] = pattern.exec(line) ?? []
    if (whose === undefined) continue
    const known = heads.get(device)
    const own = whose === 'own' || known?.own === true
    const isNewer = known === undefined || Number(seq) > known.seq
    heads.set(device, isNewer ? { seq: Number(seq), hash, own } : { ...known, own })
  }
  return heads
}

const codeOf = (error: unknown): unknown => (error as NodeJS.ErrnoException).code

/** Null where there is no such file. Throws where it is there and cannot be read. */
export const readAnchor = (path: string): AnchoredHeads | null => {
  try {
    return parseAnchor(readFileSync(path, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Beyond it, what was overtaken is left out. */
const longest = 64 * 1024

/** The whole file anew, on the disk when this returns. */
const writeAll = (path: string, heads: AnchoredHeads): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileDurably(path, Buffer.from([...heads].map(([device, head]) => lineOf(device, head)).join('')))
}

const orAnew = (path: string, heads: AnchoredHeads, work: () => void): void => {
  try {
    work()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    writeAll(path, heads)
  }
}

/** Adds lines without waiting for the disk; `heads` is what the file holds then, should it have to be written anew. */
export const appendAnchor = (path: string, changed: AnchoredHeads, heads: AnchoredHeads): void => {
  const lines = [...changed].map(([device, head]) => lineOf(device, head)).join('')
  orAnew(path, heads, () => appendToFile(path, Buffer.from(lines)))
}

/** Brings it to the disk. */
export const syncAnchor = (path: string, heads: AnchoredHeads): void =>
  orAnew(path, heads, () => {
    const text = readFileSync(path, 'utf8')
    if (text.length > longest) writeAll(path, parseAnchor(text))
    else syncFile(path)
  })
