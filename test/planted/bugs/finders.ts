/** Tests that look where bugs are planted. */
export const network = ['test/integration/store/network.test.ts']
export const lock = ['test/integration/store/lock.test.ts']
export const revocations = ['test/integration/store/revocations.test.ts']
export const evolution = ['test/integration/store/evolution.test.ts']
export const attack = ['test/integration/store/attack.test.ts']
export const sealed = [
  'test/integration/store/sealed.test.ts',
  'test/integration/store/sealed-attack.test.ts',
]
export const exported = ['test/integration/store/export.test.ts']
export const anchor = ['test/integration/store/anchor.test.ts']

export const rekey = ['test/integration/core/rekey.test.ts']
export const patchedRights = ['test/integration/store/patched-rights.test.ts']
export const patchedClient = ['test/integration/store/patched-client.test.ts']
export const devices = ['test/integration/core/devices.test.ts']
export const recovery = ['test/integration/store/recovery.test.ts']
export const gate = ['test/integration/core/gate.test.ts']

export const conflict = ['test/integration/conflict']
export const knownThen = ['test/integration/store/known-then.test.ts']
