import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the data lies when nobody says otherwise: the platform's folder for application data. */
export const defaultWorkspace = (): string => {
  const home = homedir()
  if (process.platform === 'win32')
    return join(process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Selaras', 'data')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Selaras', 'data')
  return join(process.env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'selaras', 'data')
}
