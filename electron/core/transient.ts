import { randomBytes } from 'node:crypto'
import type { Downloads, Staging } from '../feature.ts'
import type { DownloadFile } from '../shell/protocol.ts'

const tenMinutes = 10 * 60 * 1000
const newToken = (): string => randomBytes(24).toString('base64url')

/** Files that wait under one-time addresses. */
export class DownloadShelf implements Downloads {
  private readonly files = new Map<string, { readonly file: DownloadFile; readonly until: number }>()
  private readonly now: () => number
  constructor(now: () => number) {
    this.now = now
  }

  offer = (name: string, type: string, bytes: Uint8Array): { token: string; name: string; size: number } => {
    this.forgetOld()
    const token = newToken()
    this.files.set(token, { file: { name, type, bytes }, until: this.now() + tenMinutes })
    return { token, name, size: bytes.length }
  }

  take = (token: string): DownloadFile | null => {
    const found = this.files.get(token)
    this.files.delete(token)
    return found === undefined || found.until < this.now() ? null : found.file
  }

  clear(): void {
    this.files.clear()
  }

  private forgetOld(): void {
    for (const [token, { until }] of this.files) if (until < this.now()) this.files.delete(token)
  }
}

const keptValues = 20

/** Values between two calls of one session, the newest ones: an officer who opens file after file fills no memory. */
export class StagingShelf implements Staging {
  private readonly values = new Map<string, unknown>()
  put = (value: unknown): string => {
    const token = newToken()
    this.values.set(token, value)
    if (this.values.size > keptValues) this.values.delete(this.values.keys().next().value as string)
    return token
  }
  get = <T>(token: string): T | null => (this.values.get(token) as T | undefined) ?? null
  drop = (token: string): void => void this.values.delete(token)
  clear(): void {
    this.values.clear()
  }
}
