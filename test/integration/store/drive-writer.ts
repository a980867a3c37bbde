import { storageFailure } from '../../../electron/store/failures.ts'
import { privateKeyFrom } from '../../../electron/store/keys.ts'
import { Store } from '../../../electron/store/store.ts'
import { definitions, definitionsVersion } from '../../../shared/records/index.ts'
import { patched } from '../../fixtures/patched.ts'

/** Writes commits until one is refused, and says how many were acknowledged and why it ended. Arguments: path, key, officer, device, workspace and seed. */
const [path = '', hex = '', officer = '', device = '', workspace = '', seed = ''] = process.argv.slice(2)
const grants = [{ role: 'admin', opd: null, from: null, until: null }] as const
const bytes = (text: string): Buffer => Buffer.from(text, 'hex')
let acknowledged = 0
let ended = ''
try {
  const store = new Store({
    path,
    key: bytes(hex),
    definitions,
    definitionsVersion,
    now: Date.now,
    mustExist: true,
  })
  const signing = privateKeyFrom('ed25519', bytes(seed))
  store.actAs({ workspace, device, signing })
  // Nobody judges here: the officer signs with the key of the device.
  patched(store)
  while (ended === '' && acknowledged < 200) {
    const done = store.commit({ officer, capacity: 'Admin', grants, signing }, 'OPD', (tx) =>
      tx.create('opd', { code: `${acknowledged}`, name: 'x'.repeat(500) }),
    )
    if (done.ok) acknowledged += 1
    else ended = done.error.type
  }
} catch (error) {
  ended = storageFailure(error)?.type ?? `Defect ${String(error)}`
}
console.log(JSON.stringify({ acknowledged, ended }))
