import { getPriority } from 'node:os'
import { expect, it } from 'vitest'
import { makeJobRunner } from '../../../electron/jobs/run-job.ts'
import { spawnNode } from '../../../electron/jobs/spawn-node.ts'

it('a job stands back behind the process that the officer waits for', async () => {
  const jobs = makeJobRunner(spawnNode(new URL('../../fixtures/', import.meta.url)))
  const told = await jobs.run<number>('priority-job', null, { timeoutMs: 60_000, limitMegabytes: 256 })
  expect(told.ok && told.value).toBeGreaterThan(getPriority())
})
