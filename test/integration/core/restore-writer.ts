import { restoreBackup } from '../../../electron/backup/restore.ts'
import { definitionsVersion } from '../../../shared/records/index.ts'

/** Restores a backup and ends as by a power cut after the given step. Arguments: file, workspace, NIP, password, step. */
const [file = '', workspace = '', nip = '', password = '', last = ''] = process.argv.slice(2)
const order = {
  file,
  workspace,
  nip,
  password,
  kept: 'sebelum',
  definitionsVersion,
  over: null,
  today: '2026-11-22',
}
await restoreBackup(order, (step) => {
  if (step === last) process.kill(process.pid, 'SIGKILL')
})
