import { fail, type Result } from '../../shared/contract/result.ts'
import { shellTexts } from '../../shared/texts/shell.ts'
import type { FromCore, Port, ToCore } from './protocol.ts'

export type OpenedByKeychain = { readonly bytes: Uint8Array; readonly renew: boolean }
export type Keychain = {
  /** Wraps bytes with the operating system's keychain. Errors: `KeychainMissing`, `KeychainFailed`. */
  readonly seal: (bytes: Uint8Array) => Promise<Result<Uint8Array>>
  /** `renew`: the keychain has a newer key; seal again and keep that. Errors as `seal`. */
  readonly open: (sealed: Uint8Array) => Promise<Result<OpenedByKeychain>>
}

const missing = async () => fail('KeychainMissing', shellTexts.keychainMissing)
export const noKeychain: Keychain = { seal: missing, open: missing }

type Order = Extract<FromCore, { kind: 'keychain' }>

/** In the shell: what the core asks of the keychain, answered. */
export const answerKeychain = async (keychain: Keychain, { id, order, bytes }: Order): Promise<ToCore> => {
  const isOrder = bytes instanceof Uint8Array && (order === 'seal' || order === 'open')
  return { kind: 'keychain', id, answer: isOrder ? await keychain[order](bytes) : await missing() }
}

/** In the core: the keychain of the shell that started it. */
export const keychainByShell = (port: Port): Keychain => {
  const waiting = new Map<number, (answer: Result<never>) => void>()
  let last = 0
  port.onMessage((message) => {
    const { kind, id, answer } = (message ?? {}) as Partial<Extract<ToCore, { kind: 'keychain' }>>
    if (kind !== 'keychain' || id === undefined || answer === undefined) return
    waiting.get(id)?.(answer as Result<never>)
    waiting.delete(id)
  })
  const ask =
    (order: Order['order']) =>
    (bytes: Uint8Array): Promise<Result<never>> =>
      new Promise((resolve) => {
        last += 1
        waiting.set(last, resolve)
        port.send({ kind: 'keychain', id: last, order, bytes })
      })
  return { seal: ask('seal'), open: ask('open') }
}
