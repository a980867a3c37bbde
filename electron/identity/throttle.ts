const free = 5
const first = 1_000
const longest = 15 * 60 * 1000

/** Growing delay after failed logins, per account and device: five tries, then 1 s, 2 s, 4 s … to 15 minutes. Nobody is locked out for good. */
export class Throttle {
  private readonly failures = new Map<string, { count: number; until: number }>()

  /** Milliseconds until the account may try again; 0 when it may now. */
  wait(account: string, now: number): number {
    return Math.max(0, (this.failures.get(account)?.until ?? 0) - now)
  }

  failed(account: string, now: number): void {
    const count = (this.failures.get(account)?.count ?? 0) + 1
    const delay = count < free ? 0 : Math.min(longest, first * 2 ** (count - free))
    this.failures.set(account, { count, until: now + delay })
  }

  passed(account: string): void {
    this.failures.delete(account)
  }
}
