import { resolve } from 'node:path'
import { ok, type Result } from '../../shared/contract/result.ts'
import { sessionLogin } from '../../shared/contract/session.ts'
import { cliTexts } from '../../shared/texts/cli.ts'
import { type Cli, type Command, call, officer, password, Usage } from './context.ts'

export const backupCreate: Command = async ({ core, words }) => {
  const made = await core.backup(words[2] === undefined ? null : resolve(words[2]))
  if (!made.ok) return made
  const { path, size, rows, head } = made.value
  return ok({
    json: { file: path, size, rows, head, verified: true },
    lines: [cliTexts.backupMade(path, rows)],
  })
}

/** Over data that is there its admin logs in first; the copy may need another password, that of its time. */
const openPresent = async (cli: Cli, secret: string): Promise<Result<unknown>> =>
  cli.core.session.here.isBegun()
    ? call(cli, sessionLogin, { nip: officer(cli), password: secret })
    : ok(null)

export const backupRestore: Command = async (cli) => {
  const file = cli.words[2]
  if (file === undefined) throw new Usage(cliTexts.missingFiles)
  const secret = await password(cli)
  if (!secret.ok) return secret
  const present = await openPresent(cli, secret.value)
  if (!present.ok) return present
  const ofCopy = process.env['SELARAS_BACKUP_PASSWORD'] ?? secret.value
  const done = await cli.core.restore(resolve(file), officer(cli), ofCopy)
  return done.ok
    ? ok({ json: done.value, lines: [cliTexts.restored(done.value.city, done.value.head)] })
    : done
}
