import { resolve } from 'node:path'
import { ok } from '../../shared/contract/result.ts'
import { cliTexts } from '../../shared/texts/cli.ts'
import { type Command, officer, password, Usage } from './context.ts'

export const backupCreate: Command = async ({ core, words }) => {
  const made = await core.backup(words[2] === undefined ? null : resolve(words[2]))
  if (!made.ok) return made
  const { path, size, rows, head } = made.value
  return ok({
    json: { file: path, size, rows, head, verified: true },
    lines: [cliTexts.backupMade(path, rows)],
  })
}

export const backupRestore: Command = async (cli) => {
  const file = cli.words[2]
  if (file === undefined) throw new Usage(cliTexts.missingFiles)
  const secret = await password(cli)
  if (!secret.ok) return secret
  const done = await cli.core.restore(resolve(file), officer(cli), secret.value)
  return done.ok
    ? ok({ json: done.value, lines: [cliTexts.restored(done.value.city, done.value.head)] })
    : done
}
