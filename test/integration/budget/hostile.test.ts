import { beforeAll, describe, expect, it } from 'vitest'
import { parseForm } from '../../../electron/budget/reader/index.ts'
import { limits } from '../../../electron/budget/reader/limits.ts'
import { parseInJob } from '../../../electron/budget/reader/parse-in-job.ts'
import { makeJobRunner } from '../../../electron/jobs/run-job.ts'
import { spawnNode } from '../../../electron/jobs/spawn-node.ts'
import type { ParsedFile, RefusedFile } from '../../../shared/rules/budget/parsed.ts'
import { goodFile, goodTotal, type Hostile, hostileFiles, twins } from '../../fixtures/hostile.ts'

const jobs = makeJobRunner(spawnNode(new URL('../../../electron/', import.meta.url)))
const corpus = hostileFiles()
type Seen = {
  readonly file: ParsedFile | RefusedFile
  readonly next: ParsedFile | RefusedFile
}
const seen = new Map<string, Seen>()
const batch = 12

/** A good file before all, then each hostile file with a good one behind it. */
const runBatch = async (hostile: readonly Hostile[]): Promise<void> => {
  const queue = [goodFile, ...hostile.flatMap((file) => [file, goodFile])]
  const { files } = await parseInJob(jobs, queue)
  hostile.forEach(({ name }, index) => {
    const at = index * 2 + 1
    const [file, next] = [files[at], files[at + 1]]
    if (file !== undefined && next !== undefined) seen.set(name, { file, next })
  })
}

beforeAll(async () => {
  for (let at = 0; at < corpus.length; at += batch) await runBatch(corpus.slice(at, at + batch))
}, 120_000)

const totalOf = (file: ParsedFile | RefusedFile | undefined): number | null =>
  file !== undefined && 'outputs' in file ? file.outputs.reduce((sum, { total }) => sum + total, 0) : null

describe('a hostile file ends with one sentence or is read, and the good file behind it is still read', () => {
  it('the corpus holds at least eighty files, each with a name of its own', () => {
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length)
    expect(corpus.length).toBeGreaterThanOrEqual(80)
  })

  it.each(corpus.map((hostile) => [hostile.name, hostile] as const))('%s', (name, hostile) => {
    const result = seen.get(name)
    if (result === undefined) throw new Error('no result')
    const { file, next } = result
    expect(totalOf(next)).toBe(goodTotal)
    if ('error' in file) {
      expect(file.error.message).toMatch(/^[A-Z].{20,250}\.$/)
      if (hostile.expect !== 'any') expect(hostile.expect).toContain(file.error.type)
      return
    }
    expect(['read', 'any']).toContain(hostile.expect)
    if (hostile.total !== undefined) expect(totalOf(file)).toBe(hostile.total)
    if (hostile.says !== undefined)
      expect(JSON.stringify([file.doubts, file.leftOut])).toContain(hostile.says)
  })

  it('no file of the corpus had to be ended from outside: each stayed within its own limits of time and memory', () => {
    expect(limits.processMegabytes).toBeLessThanOrEqual(200)
    expect(
      [...seen]
        .filter(([, { file }]) => 'error' in file && file.error.type === 'Crashed')
        .map(([name]) => name),
    ).toEqual([])
  })

  it('a bomb of 300 KB that inflates to 300 MB is refused before anything is inflated', async () => {
    const bomb = corpus.find(({ name }) => name === 'bom-300mb.xlsx')
    if (bomb === undefined) throw new Error('no bomb')
    expect(bomb.bytes.length).toBeLessThan(400_000)
    await parseForm(goodFile)
    const memory = process.memoryUsage.rss()
    const file = await parseForm(bomb)
    expect('error' in file && file.error.type).toBe('ZipBomb')
    expect(process.memoryUsage.rss() - memory).toBeLessThan(50 * 1024 * 1024)
  })
})

describe('the process itself is ended when the limits inside it do not hold', () => {
  it('a file that keeps silent too long is refused as too slow, and the others are read', async () => {
    const slow = { name: 'kembar.csv', bytes: twins(19_000) }
    const { files } = await parseInJob(jobs, [goodFile, slow, goodFile], { silenceMs: 150 })
    const [, file] = files
    expect(file !== undefined && 'error' in file && file.error.type).toBe('TooSlow')
  }, 20_000)

  it('Batal ends the process at once and says so of every file that was not read', async () => {
    const abort = new AbortController()
    const files = Array.from({ length: 40 }, () => goodFile)
    const result = await parseInJob(jobs, files, {
      signal: abort.signal,
      onProgress: (done) => done >= 3 && abort.abort(),
    })
    expect(result.files).toHaveLength(40)
    expect(result.files.slice(0, 3).every((file) => totalOf(file) === goodTotal)).toBe(true)
    const last = result.files.at(-1)
    expect(last !== undefined && 'error' in last && last.error.type).toBe('Stopped')
  }, 20_000)

  it('a process that takes more memory than allowed is ended while it is busy', async () => {
    const { files } = await parseInJob(jobs, [goodFile], { limitMegabytes: 4 })
    const [file] = files
    expect(file !== undefined && 'error' in file ? file.error.type : '').toBe('TooHungry')
  }, 20_000)
})
