import { constants, getPriority, setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Result } from '../../shared/contract/result.ts'
import type { RegulationName } from '../../shared/contract/session.ts'
import { speakAs } from '../../shared/texts/terms.ts'
import { onShellGone, portToShell } from '../shell/port.ts'
import { outOfMemory, overLimit } from './run-job.ts'

type Order = {
  readonly limitMegabytes: number
  readonly speech: RegulationName
  readonly message: unknown
}
/** `piece`: a part of the result that is done, so that it is not lost when the process is killed. */
type OnProgress = (done: number, total: number | null, piece?: unknown) => void

const megabyte = 1024 * 1024
const watchEvery = 50

/** A timer cannot run while the main thread is busy; a thread can. The heap has V8's own limit, buffers lie outside of it. */
const watch = `
const { workerData } = require('node:worker_threads')
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.most) process.kill(process.pid, workerData.signal)
}, workerData.every)
`

const watchMemory = (limitMegabytes: number): void => {
  const most = process.memoryUsage.rss() + limitMegabytes * megabyte
  const workerData = { most, every: watchEvery, signal: overLimit }
  const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 }
  const worker = new Worker(watch, { eval: true, workerData, resourceLimits })
  worker.on('error', () => process.exit(outOfMemory))
  worker.unref()
}

/** Lists and keys of the officer go before: a job lasts, they must not wait. Where the system refuses, it runs beside them. */
const stepBack = (): void => {
  try {
    setPriority(
      Math.min(constants.priority.PRIORITY_LOW, getPriority() + constants.priority.PRIORITY_BELOW_NORMAL),
    )
  } catch {
    return
  }
}

/** Inside a job process: runs the one piece of work that arrives as a message and says how it went. The sender then kills the process. */
export const serveJob = (
  work: (message: unknown, onProgress: OnProgress) => Result<unknown> | Promise<Result<unknown>>,
): void => {
  const port = portToShell()
  if (port === undefined) throw new TypeError('a job runs only in a process that was started for it')
  const send = (message: unknown): void => port.send(message as never)
  onShellGone(() => process.exit(0))
  port.onMessage(async (order) => {
    const { limitMegabytes, speech, message } = order as Order
    speakAs(speech)
    stepBack()
    watchMemory(limitMegabytes)
    send({ kind: 'started' })
    const result = await work(message, (done, total, piece) => send({ kind: 'progress', done, total, piece }))
    send(result.ok ? { kind: 'done', value: result.value } : { kind: 'failed', error: result.error })
  })
}
