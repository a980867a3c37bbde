import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { Store } from '../../../electron/store/store.ts'
import { versions } from '../../fixtures/versions.ts'

/** Upgrades the database that it is told of, and is killed meanwhile. */
const [line] = (await once(process.stdin, 'data')) as [Buffer]
const { path, key } = JSON.parse(line.toString()) as { readonly path: string; readonly key: string }
writeSync(1, 'mulai\n')
const store = new Store({ path, key: Buffer.from(key, 'hex'), ...versions[2], now: Date.now })
store.close()
writeSync(1, 'selesai\n')
process.exit()
