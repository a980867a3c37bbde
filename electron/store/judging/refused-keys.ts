import type { RowChange } from '../../../shared/commit/part.ts'
import { deviceIdOf } from '../keys.ts'
import { readCommit } from '../log.ts'
import type { Statements } from '../statements.ts'
import { refusedSince } from './refused.ts'

/** The key under which a change enrols a device, with its id; null for any other change, and for a key that is not that device's. */
export const enrolmentIn = ({
  type,
  operation,
  cells,
}: Omit<RowChange, 'id'>): { readonly device: string; readonly key: Uint8Array } | null => {
  const { deviceId, signKey } = cells
  const isEnrolment = type === 'device' && operation === 'create' && signKey instanceof Uint8Array
  return isEnrolment && deviceIdOf(signKey) === deviceId ? { device: deviceId, key: signKey } : null
}

/** Keys that were said in commits which may not count: whose they are follows from them, or is asked elsewhere. Read once each. */
export class RefusedKeys {
  private readonly statements: Statements
  private count = 0
  private last = 0
  private readonly devices = new Map<string, Uint8Array>()
  private readonly officers = new Map<string, Uint8Array[]>()
  constructor(statements: Statements) {
    this.statements = statements
  }

  forget(): void {
    this.count = 0
    this.last = 0
    this.devices.clear()
    this.officers.clear()
  }

  ofDevice(device: string): Uint8Array | null {
    this.follow()
    return this.devices.get(device) ?? null
  }

  ofOfficer(officer: string): readonly Uint8Array[] {
    this.follow()
    return this.officers.get(officer) ?? []
  }

  private follow(): void {
    const { n } = this.statements.get('select count(*) as n from _localRefused').get() as { n: number }
    if (n === this.count) return
    const fresh = refusedSince(this.statements, this.last)
    if (this.count + fresh.length !== n) {
      this.forget()
      this.follow()
      return
    }
    for (const stored of fresh) {
      for (const change of readCommit(this.statements, stored).changes) this.learn(change)
      this.last = stored.arrival
    }
    this.count = n
  }

  private learn(change: RowChange): void {
    const enrolled = enrolmentIn(change)
    if (enrolled !== null) this.devices.set(enrolled.device, enrolled.key)
    const { officer, signKey } = change.cells
    const isKey =
      change.type === 'credential' && change.operation === 'create' && signKey instanceof Uint8Array
    if (isKey && typeof officer === 'string')
      this.officers.set(officer, [...(this.officers.get(officer) ?? []), signKey])
  }
}
