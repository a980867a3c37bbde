import { fail, type Result } from '../../shared/contract/result.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import type { Gate } from './gate.ts'

/** Tries with secrets: one after the other, and later after failures. */
export class Attempts {
  private readonly gate: Gate
  private last: Promise<unknown> = Promise.resolve()

  constructor(gate: Gate) {
    this.gate = gate
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

  /**
   * A try with a secret: it waits its time after failures, and an answer of the type `wrong` is one more. `label`: whose, as in
   * the slots. Call it within `inTurn`.
   */
  async attempt<T>(label: string, wrong: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
    const wait = this.gate.wait(label)
    if (wait > 0) return fail('Wait', coreTexts.waitLogin(Math.ceil(wait / 1000)), { milliseconds: wait })
    const done = await work()
    if (done.ok) this.gate.passed(label)
    else if (done.error.type === wrong) this.gate.failed(label)
    return done
  }
}
