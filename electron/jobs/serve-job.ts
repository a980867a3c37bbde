import type { Result } from '../../shared/contract/result.ts'
import { onShellGone, portToShell } from '../shell/port.ts'
import { outOfMemory } from './run-job.ts'

type Order = { readonly limitMegabytes: number; readonly message: unknown }
type OnProgress = (done: number, total: number | null) => void

const megabyte = 1024 * 1024
const watchEvery = 50

const watchMemory = (limitMegabytes: number): void => {
  const start = process.memoryUsage.rss()
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() - start > limitMegabytes * megabyte) process.exit(outOfMemory)
  }, watchEvery)
  timer.unref()
}

/** Inside a job process: runs the one piece of work that arrives as a message and says how it went. The sender then kills the process. */
export const serveJob = (work: (message: unknown, onProgress: OnProgress) => Result<unknown> | Promise<Result<unknown>>): void => {
  const port = portToShell()
  if (port === undefined) throw new TypeError('a job runs only in a process that was started for it')
  const send = (message: unknown): void => port.send(message as never)
  onShellGone(() => process.exit(0))
  port.onMessage(async (order) => {
    const { limitMegabytes, message } = order as Order
    watchMemory(limitMegabytes)
    const result = await work(message, (done, total) => send({ kind: 'progress', done, total }))
    send(result.ok ? { kind: 'done', value: result.value } : { kind: 'failed', error: result.error })
  })
}
