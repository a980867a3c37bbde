import { safeStorage } from 'electron'
import { fail, ok } from '../../shared/contract/result.ts'
import { shellTexts } from '../../shared/texts/shell.ts'
import type { Keychain } from './keychain.ts'

/** On Linux without a keyring Electron would wrap with a fixed password that anyone knows. */
const isReal = (): boolean =>
  process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())

const isThere = async (): Promise<boolean> => (await safeStorage.isAsyncEncryptionAvailable()) && isReal()

const missing = () => fail('KeychainMissing', shellTexts.keychainMissing)
const failed = () => fail('KeychainFailed', shellTexts.keychainFailed)

/** One slot more for the database key, never the only one: a keychain can be lost with the account. After `ready`. */
export const keychain: Keychain = {
  seal: async (bytes) => {
    if (!(await isThere())) return missing()
    const text = Buffer.from(bytes).toString('base64')
    return safeStorage.encryptStringAsync(text).then((sealed) => ok(new Uint8Array(sealed)), failed)
  },
  open: async (sealed) => {
    if (!(await isThere())) return missing()
    return safeStorage
      .decryptStringAsync(Buffer.from(sealed))
      .then(
        ({ result, shouldReEncrypt }) =>
          ok({ bytes: new Uint8Array(Buffer.from(result, 'base64')), renew: shouldReEncrypt }),
        failed,
      )
  },
}
