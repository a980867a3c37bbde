import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Keychain } from '../shell/keychain.ts'
import { writeFileDurably } from '../store/upkeep/files.ts'

export const keychainPath = (workspace: string): string => join(workspace, 'kunci-sistem')

const sealedIn = (workspace: string): Uint8Array | null =>
  existsSync(keychainPath(workspace)) ? readFileSync(keychainPath(workspace)) : null

/** The database key, sealed by the operating system: from it the slots are made anew, and it opens nothing by itself. Null where the keychain is another one by now. */
export const openKeychainSlot = async (
  workspace: string,
  keychain: Keychain,
): Promise<{ readonly key: Uint8Array; readonly renew: boolean } | null> => {
  const sealed = sealedIn(workspace)
  const opened = sealed === null ? null : await keychain.open(sealed)
  return opened?.ok ? { key: opened.value.bytes, renew: opened.value.renew } : null
}

/** Seals the key where that is not done, or was done with another key or by another keychain. Where the system has none there is no slot. */
export const keepKeychainSlot = async (
  workspace: string,
  keychain: Keychain,
  key: Uint8Array,
): Promise<void> => {
  const present = await openKeychainSlot(workspace, keychain)
  if (present !== null && !present.renew && Buffer.compare(present.key, key) === 0) return
  const sealed = await keychain.seal(key)
  if (sealed.ok) writeFileDurably(keychainPath(workspace), sealed.value)
}
