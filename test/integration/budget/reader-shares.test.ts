import { expect, it } from 'vitest'
import { parseForms } from '../../../electron/budget/reader/index.ts'
import { parseInJob } from '../../../electron/budget/reader/parse-in-job.ts'
import { makeJobRunner } from '../../../electron/jobs/run-job.ts'
import { spawnNode } from '../../../electron/jobs/spawn-node.ts'
import { goodFile } from '../../fixtures/hostile.ts'
import { formRows, xlsx } from '../../fixtures/office.ts'

const jobs = makeJobRunner(spawnNode(new URL('../../../electron/', import.meta.url)))
const forms = Array.from({ length: 9 }, (_unused, at) => ({
  name: `form-${at}.xlsx`,
  bytes: xlsx({ rows: formRows(8 + at * 20) }),
}))

it('files shared by two processes come back in their order, with the same sums, and progress only grows', async () => {
  const steps: number[] = []
  const onProgress = (done: number, total: number): void => void steps.push(done * 1_000 + total)
  expect(await parseInJob(jobs, forms, { processes: 2, onProgress })).toEqual(await parseForms(forms))
  expect(steps).toEqual(forms.map((_unused, at) => (at + 1) * 1_000 + forms.length))
}, 20_000)

it('Batal ends both processes and says so of every file that was not read', async () => {
  const abort = new AbortController()
  const files = Array.from({ length: 60 }, () => goodFile)
  const result = await parseInJob(jobs, files, {
    processes: 2,
    signal: abort.signal,
    onProgress: (done) => done >= 3 && abort.abort(),
  })
  const stopped = result.files.filter((file) => 'error' in file && file.error.type === 'Stopped')
  expect(result.files).toHaveLength(60)
  expect(stopped.length).toBeGreaterThan(0)
  expect(result.files.at(-1)).toBe(stopped.at(-1))
}, 20_000)
