import { join } from 'node:path'
import { checkStore } from '../../../electron/store/upkeep/check.ts'
import { rebuild } from '../../../electron/store/upkeep/rebuild.ts'
import { definitions, definitionsVersion } from '../../../shared/records/index.ts'

/** Checks or rebuilds a database and ends as by a power cut at the given step. Arguments: kind, folder, key in hex, step. */
const [kind = '', folder = '', hex = '', last = ''] = process.argv.slice(2)
const end = (step: string): void => {
  if (step === last) process.kill(process.pid, 'SIGKILL')
}
const path = join(folder, 'selaras.db')
const key = Buffer.from(hex, 'hex')
const common = { path, key, definitions, definitionsVersion }
if (kind === 'rebuild') rebuild({ ...common, keep: join(folder, 'simpan'), onStep: end })
else checkStore({ ...common, blobs: join(folder, 'blobs'), since: [], compares: true, onProgress: end })
