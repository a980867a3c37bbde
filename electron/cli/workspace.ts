import { ok } from '../../shared/contract/result.ts'
import { regulationNames, workspaceCreate } from '../../shared/contract/session.ts'
import { cliTexts } from '../../shared/texts/cli.ts'
import { type Cli, type Command, call, officer, option, password, required, Usage } from './context.ts'

const regulationOf = (cli: Cli): (typeof regulationNames)[number] => {
  const name = required(cli, 'regulation')
  const known = regulationNames.find((one) => one === name)
  if (known === undefined) throw new Usage(cliTexts.unknownOption(`--regulation ${name}`))
  return known
}

export const createWorkspace: Command = async (cli) => {
  const start = {
    regulation: regulationOf(cli),
    city: required(cli, 'city'),
    name: required(cli, 'name'),
    nip: officer(cli),
    agency: option(cli, 'agency') ?? '',
  }
  const secret = await password(cli)
  if (!secret.ok) return secret
  const made = await call(cli, workspaceCreate, { ...start, password: secret.value })
  if (!made.ok) return made
  const folder = cli.core.session.workspace
  const { session, recoveryCode } = made.value
  return ok({
    json: {
      workspace: folder,
      city: start.city,
      regulation: start.regulation,
      officer: session.nip,
      recoveryCode,
    },
    lines: [cliTexts.created(start.city, folder), cliTexts.recovery(recoveryCode)],
  })
}
