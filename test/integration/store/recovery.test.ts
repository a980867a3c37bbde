import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recoveryFacts } from '../../../electron/store/judging/recovery.ts'
import { officerKeysFrom, publicBytes, recoveryKeysFrom } from '../../../electron/store/keys.ts'
import type { Actor } from '../../../electron/store/store.ts'
import type { Transaction } from '../../../electron/store/transaction.ts'
import { verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { patched } from '../../fixtures/patched.ts'
import { codeFrom, grantOf, must } from '../../fixtures/store.ts'
import { exported, verifyFiles } from '../../fixtures/verifier.ts'
import { codeSecret, hashOf, missing, type Network, type Node, openNetwork } from './network.ts'

let network: Network
let a: Node
let b: Node
beforeEach(() => {
  network = openNetwork({ devices: 2 }, ['verifikator'])
  ;[a, b] = network.nodes as [Node, Node]
})
afterEach(() => network.close())

const wrapped = { salt: '', memoryKiB: 8, passes: 1, lanes: 1, sealed: '' }
type Facts = (signKey: Uint8Array) => Readonly<Record<string, string>>

/** New keys for the administrator, by whatever facts, and whatever else the commit does. */
const recover = (facts: Facts, more: (tx: Transaction) => void = () => undefined): Actor => {
  const keys = officerKeysFrom(randomBytes(32))
  const signKey = publicBytes(keys.signing)
  const actor: Actor = { ...a.actor, grants: [grantOf(['admin', null])], signing: keys.signing }
  must(
    patched(a.store).commit(actor, 'Kode pemulihan dipakai', (tx) => {
      Object.assign(tx.facts, facts(signKey))
      tx.create('credential', {
        officer: actor.officer,
        signKey,
        boxKey: publicBytes(keys.boxing),
        wrapped,
      })
      more(tx)
    }),
  )
  return actor
}
const byCode =
  (secret: Uint8Array): Facts =>
  (signKey) =>
    recoveryFacts(a.store.nextPlace(), signKey, recoveryKeysFrom(secret).signing)
const write = (actor: Actor, code: string) =>
  must(a.store.commit(actor, `OPD ${code}`, (tx) => tx.create('opd', { code })))
const exchange = () => must(b.store.receive(missing(a.store, b.store)))
/** The verdict of the stand-alone verifier on the log of the other device. */
const verdict = () => verifyFiles([Buffer.concat(exported(b.store))]).said[0]?.split(' ')[0]
const refused = () => b.store.refused().map(({ reason }) => reason)

describe('a recovery with the printed code', () => {
  it('is accepted by other devices, what follows with the new key as well, and with the old key no longer', () => {
    const old = a.actor
    const recovered = recover(byCode(codeSecret))
    write(recovered, '1')
    expect(exchange()).toMatchObject({ applied: 2, waiting: 0, aside: 0 })
    expect([hashOf(b.store), verifyChain(b.store.db).faults]).toEqual([hashOf(a.store), []])
    expect(verdict()).toBe('UTUH')
    write(old, '2')
    exchange()
    expect(refused()).toEqual(['officer-signature'])
  })

  it('is proven: a claim alone, another code, or a proof from elsewhere is refused, and the chain says so', () => {
    const elsewhere: Facts = (signKey) =>
      recoveryFacts(
        { ...a.store.nextPlace(), device: 'zzzzzzzzzz' },
        signKey,
        recoveryKeysFrom(codeSecret).signing,
      )
    const otherKey: Facts = () => byCode(codeSecret)(randomBytes(32))
    for (const forged of [() => ({ event: 'recovery' }), byCode(randomBytes(32)), elsewhere, otherKey]) {
      network.close()
      network = openNetwork({ devices: 2 }, ['verifikator'])
      ;[a, b] = network.nodes as [Node, Node]
      recover(forged)
      exchange()
      expect([refused(), verdict()]).toEqual([['officer-signature'], 'PERLU'])
      expect(verifyChain(a.store.db).faults).toEqual([
        { device: a.store.head().device, seq: a.store.head().seq, fault: 'officer-signature' },
      ])
    }
  })

  it('ends with a new code: the old one proves nothing to whoever knows the new', () => {
    const next = randomBytes(32)
    must(a.store.commit(a.actor, 'Kode baru', (tx) => tx.create('recoveryKey', codeFrom(next))))
    recover(byCode(codeSecret))
    exchange()
    expect([refused(), verdict()]).toEqual([['officer-signature'], 'PERLU'])
    expect(verifyChain(a.store.db).faults).toHaveLength(1)
  })

  it('with the new code is accepted', () => {
    const next = randomBytes(32)
    must(a.store.commit(a.actor, 'Kode baru', (tx) => tx.create('recoveryKey', codeFrom(next))))
    recover(byCode(next))
    exchange()
    expect([refused(), hashOf(b.store)]).toEqual([[], hashOf(a.store)])
    expect([verifyChain(b.store.db).faults, verdict()]).toEqual([[], 'UTUH'])
  })

  it('brings keys and a role, and nothing else with it', () => {
    recover(byCode(codeSecret), (tx) => tx.create('opd', { code: 'selundup' }))
    exchange()
    expect([refused(), verdict()]).toEqual([['officer-signature'], 'PERLU'])
    expect(b.store.reader.where('opd', {})).toEqual([])
  })

  it('brings the role of an administrator back where nobody had it', () => {
    recover(byCode(codeSecret), (tx) => tx.create('role', { officer: a.actor.officer, role: 'admin' }))
    exchange()
    expect([refused(), hashOf(b.store)]).toEqual([[], hashOf(a.store)])
  })
})
