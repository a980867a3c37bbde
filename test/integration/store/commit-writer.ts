import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { privateKeyFrom } from '../../../electron/store/keys.ts'
import { Store } from '../../../electron/store/store.ts'
import { definitions, definitionsVersion } from '../../../shared/records/index.ts'

/** Makes a database in the folder given and as many one-row commits as asked for. */
const [folder = '', count = '0'] = process.argv.slice(2)
const store = new Store({
  path: join(folder, 'selaras.db'),
  key: randomBytes(32),
  definitions,
  definitionsVersion,
  now: Date.now,
})
const signing = privateKeyFrom('ed25519', randomBytes(32))
store.actAs({ workspace: 'w', device: 'aaaaaaaaaa', signing })
const grants = [{ role: 'admin', opd: null, from: null, until: null }] as const
for (let n = 0; n < Number(count); n += 1) {
  store.commit({ officer: 'aaaaaaaaaa.1.1', capacity: 'Admin', grants, signing }, 'OPD', (tx) =>
    tx.create('opd', { code: `${n}` }),
  )
}
