import { once } from 'node:events'
import { readFileSync, writeSync } from 'node:fs'
import { unpackCommit } from '../../../electron/store/commit-bytes.ts'
import { Store } from '../../../electron/store/store.ts'
import { ByteReader } from '../../../shared/commit/bytes.ts'
import { definitionsVersion } from '../../../shared/records/index.ts'
import { things } from '../../fixtures/things.ts'

/** Receives commits from a file, a few at a time and in the order of the file, until it is killed; says how many it has for done. */
const [line] = (await once(process.stdin, 'data')) as [Buffer]
const order = JSON.parse(line.toString()) as {
  readonly path: string
  readonly key: string
  readonly commits: string
  readonly now: number
}
const key = Buffer.from(order.key, 'hex')
const from = new ByteReader(readFileSync(order.commits))
const commits = from.list(() => unpackCommit(from.bytes()))
const store = new Store({
  path: order.path,
  key,
  definitions: things,
  definitionsVersion,
  now: () => order.now,
})
const atOnce = 7
for (let at = 0; at < commits.length; at += atOnce) {
  const received = store.receive(commits.slice(at, at + atOnce))
  if (!received.ok) throw new Error(JSON.stringify(received.error))
  writeSync(1, `${at + atOnce}\n`)
}
store.close()
process.exit()
