import { readFileSync } from 'node:fs'
import { type RekeyOrder, rekeyFiles } from '../../../electron/identity/rekey-files.ts'

/** Changes the key of a database and ends as by a power cut after the given step. Arguments: file of the order, workspace, step. */
const [file = '', workspace = '', last = ''] = process.argv.slice(2)
const { key, newKey, slots } = JSON.parse(readFileSync(file, 'utf8'))
const order: RekeyOrder = {
  workspace,
  key: Buffer.from(key, 'hex'),
  newKey: Buffer.from(newKey, 'hex'),
  slots,
}
await rekeyFiles(order, (step) => {
  if (step === last) process.kill(process.pid, 'SIGKILL')
})
