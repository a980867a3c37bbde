import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { publicBytes } from '../../../electron/store/keys.ts'
import { must } from '../../fixtures/store.ts'
import { exported, verifyFiles } from '../../fixtures/verifier.ts'
import { forge } from './forge.ts'
import type { Node } from './network.ts'
import { create, give, makeOpd, office, shown, spread } from './office.ts'

/** What the stand-alone verifier says of the log that a device holds, refused commits too. */
const verdict = ({ store }: Node): string => String(verifyFiles([Buffer.concat(exported(store))]).said[0])

it.each([
  ['a device', {}, () => create(office.rogue, 'device', { deviceId: 'x', name: 'x', signKey: 'teks' })],
  [
    'a recovery',
    { event: 'recovery' },
    () => create(office.rogue, 'credential', { officer: office.rogue.actor.officer, signKey: 5 }),
  ],
])('a refused commit of %s whose key is none is named, and all else is verified', (_name, facts, change) => {
  const { rogue, third, admin } = office
  must(third.store.receive([forge(rogue, { facts, changes: [change()] })]))
  expect(shown(third)).toEqual(['forbidden'])
  makeOpd(admin, '9')
  give(admin, third)
  expect(verdict(third)).not.toContain('TIDAK UTUH')
})

/** Somebody who is no administrator any more says a key of hers is the administrator's, and signs as them. */
const signAsAdmin = (): void => {
  const { rogue, third, admin } = office
  const thief = generateKeyPairSync('ed25519').privateKey
  const { device, seq } = rogue.store.head()
  const said = { officer: admin.actor.officer, signKey: publicBytes(thief) }
  const one = forge(rogue, { changes: [create(rogue, 'credential', said)] })
  const two = forge(rogue, {
    seq: seq + 2,
    previous: one.hash,
    seen: { ...rogue.store.log.vector(), [device]: seq + 1 },
    officer: admin.actor.officer,
    officerKey: thief,
    changes: [create(rogue, 'opd', { code: 'p', name: 'Palsu' }, 2)],
  })
  must(third.store.receive([one, two]))
  expect(shown(third).sort()).toEqual(['forbidden', 'officer-signature'])
}
const lend = (until: string | null): string => {
  const { admin, rogue } = office
  const { officer } = rogue.actor
  return must(
    admin.store.commit(admin.actor, 'Peran', (tx) => tx.create('role', { officer, role: 'admin', until })),
  ).value
}

it('an administrator whose role was taken away vouches for nobody', () => {
  const { admin } = office
  const role = lend(null)
  must(admin.store.commit(admin.actor, 'Akhiri', (tx) => tx.remove('role', role)))
  spread(admin)
  signAsAdmin()
  expect(verdict(office.third)).toContain('PERLU DIPERIKSA')
})

it('an administrator whose role ended by its date vouches for nobody', () => {
  lend('2026-11-20')
  spread(office.admin)
  signAsAdmin()
  expect(verdict(office.third)).toContain('PERLU DIPERIKSA')
})
