import { fail, type Result } from '../../shared/contract/result.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { Throttle } from './throttle.ts'

/** Tries with secrets: one after the other, and later after failures. */
export class Attempts {
  private readonly throttle = new Throttle()
  private readonly now: () => number
  private last: Promise<unknown> = Promise.resolve()

  constructor(now: () => number) {
    this.now = now
  }

  /**
   * Work with passwords and slots, one after the other: of a hundred attempts at once all would be tried before the first
   * had failed, and of two changes of the slots one would be lost.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work)
    this.last = done.catch(() => undefined)
    return done
  }

  /** A try with a secret: it waits its time after failures, and an answer of the type `wrong` is one more. Call it within `inTurn`. */
  async attempt<T>(account: string, wrong: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    const wait = this.throttle.wait(account, this.now())
    if (wait > 0) return fail('Wait', coreTexts.waitLogin(Math.ceil(wait / 1000)), { milliseconds: wait })
    const done = await work()
    if (done.ok) this.passed(account)
    else if (done.error.type === wrong) this.throttle.failed(account, this.now())
    return done
  }

  /** What failed before delays nobody any more. */
  passed(account: string): void {
    this.throttle.passed(account)
  }
}
