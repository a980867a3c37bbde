import type { OutputOf } from '../../shared/contract/call.ts'
import type { commitReach } from '../../shared/contract/records.ts'

export type Reach = OutputOf<typeof commitReach>
type Question = { readonly reach: Reach; readonly answer: (sure: boolean) => void }

let open: Question | null = null
const watchers = new Set<() => void>()
const put = (question: Question | null): void => {
  open = question
  for (const watcher of watchers) watcher()
}

export const questionNow = (): Question | null => open
export const watchQuestion = (watcher: () => void): (() => void) => {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

/** Asks in the frame's dialog; a question that another one replaces, or that the lock closes, is answered with no. */
export const askUndo = (reach: Reach): Promise<boolean> => {
  open?.answer(false)
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const question: Question = {
    reach,
    answer: (sure) => {
      if (open === question) put(null)
      resolve(sure)
    },
  }
  put(question)
  return promise
}
