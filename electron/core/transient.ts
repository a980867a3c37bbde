import { hkdfSync, randomBytes } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import type { Downloads, Staging } from '../feature.ts'
import type { DownloadFile } from '../shell/protocol.ts'
import { sealWith, unsealWith } from '../store/box.ts'

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

type Holder = { readonly officer: string; readonly key: Uint8Array }
const keyOf = (seed: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', seed, Buffer.alloc(0), 'selaras/1/staging', 32))

/**
 * Values between two calls of one officer, the newest ones: an officer who opens file after file fills no memory.
 * While the data is locked they are only there sealed, with a key that the officer's password opens; never on a disk.
 */
export class StagingShelf implements Staging {
  private values = new Map<string, unknown>()
  private holder: Holder | null = null
  private sealed: { readonly officer: string; readonly bytes: Uint8Array } | null = null

  put = (value: unknown): string => {
    const token = newToken()
    this.values.set(token, value)
    if (this.values.size > keptValues) this.values.delete(this.values.keys().next().value as string)
    return token
  }
  get = <T>(token: string): T | null => (this.values.get(token) as T | undefined) ?? null
  change = (token: string, value: unknown): void => {
    // Taken out first: it counts as the newest from here on.
    if (this.values.delete(token)) this.values.set(token, value)
  }
  drop = (token: string): void => void this.values.delete(token)

  clear(): void {
    this.values.clear()
  }

  /** At a login: what this officer left comes back; what another one left is gone. */
  enter(officer: string, seed: Uint8Array): void {
    if (this.holder?.officer !== officer) this.values.clear()
    this.leave()
    this.holder = { officer, key: keyOf(seed) }
    const plain = this.sealed?.officer === officer ? unsealWith(this.holder.key, this.sealed.bytes) : null
    this.sealed = null
    // The bytes of files are parts of `plain` from here on.
    if (plain !== null) this.values = deserialize(plain) as Map<string, unknown>
  }

  /** At a lock. */
  leave(): void {
    const { holder, values } = this
    this.holder = null
    this.values = new Map()
    if (holder === null) return
    if (values.size > 0) {
      const plain = serialize(values)
      this.sealed = { officer: holder.officer, bytes: sealWith(holder.key, plain) }
      plain.fill(0)
    }
    holder.key.fill(0)
  }
}
