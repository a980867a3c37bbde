import { composition } from '../../../electron/composition.ts'
import type { Guard } from '../../../electron/store/transaction.ts'
import { openTestCore } from '../../fixtures/core.ts'

/** Logs in to a restored workspace and ends as by a power cut where its new device would be enrolled. Arguments: workspace, NIP, password. */
const [folder = '', nip = '', password = ''] = process.argv.slice(2)
const killed: Guard = ({ definition }) => {
  if (definition.type === 'device') process.kill(process.pid, 'SIGKILL')
  return null
}
const at = openTestCore({ folder, composition: { ...composition, guards: [...composition.guards, killed] } })
await at.login(nip, password)
