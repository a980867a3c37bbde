import type { Damage } from '../../shared/contract/check.ts'
import type { Finding } from '../../shared/rules/audit/verdict.ts'
import { markDamage, readDamage } from '../store/upkeep/damage.ts'

const rescueLimit = 60 * 60 * 1000

/** An officer whose password opened the keys while the data itself does not open. */
type Rescue = { readonly key: Uint8Array; readonly since: number }

/** What is known of damage to the database, and who may see to it where nobody can come in. */
export class DamagedData {
  private readonly workspace: string
  private readonly now: () => number
  private rescue: Rescue | null = null

  constructor(workspace: string, now: () => number) {
    this.workspace = workspace
    this.now = now
  }

  get known(): Damage | null {
    return readDamage(this.workspace)
  }

  /** Damage that was met, until a check says more of it. */
  mark(found: Finding): void {
    if (this.known !== null) return
    const time = new Date(this.now()).toISOString()
    const nothing = { pages: 0, commits: 0, attachments: 0, unreadable: [], heads: [], workspace: '' }
    markDamage(this.workspace, { ...nothing, time, findings: [found] })
  }

  /** For an hour; the key is a copy of its own. */
  mayBeSeenTo(key: Uint8Array): void {
    this.leave()
    this.rescue = { key: Uint8Array.from(key), since: this.now() }
  }

  /** Key of the damaged data for whoever may see to it without a session; null: nobody. */
  rescueKey(): Uint8Array | null {
    if (this.rescue !== null && this.now() - this.rescue.since > rescueLimit) this.leave()
    return this.known === null ? null : (this.rescue?.key ?? null)
  }

  leave(): void {
    this.rescue?.key.fill(0)
    this.rescue = null
  }
}
