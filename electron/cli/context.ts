import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { z } from 'zod'
import type { AnyCall } from '../../shared/contract/call.ts'
import { type Failure, fail, ok, type Result } from '../../shared/contract/result.ts'
import { type SessionFacts, sessionLogin } from '../../shared/contract/session.ts'
import { cliTexts } from '../../shared/texts/cli.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import type { Core } from '../core/core.ts'

/** What a command gives back: the JSON document, and the lines that a person reads. */
export type Answer = {
  readonly json: unknown
  readonly lines: readonly string[] /** 1: done, but the answer is bad news. */
  readonly exit?: 0 | 1
}
export type Options = Readonly<Record<string, string | boolean | undefined>>

/** Wrong use of the command line: exit 2. */
export class Usage extends Error {}

export type Cli = {
  readonly core: Core
  readonly options: Options
  readonly words: readonly string[]
  readonly ask: (question: string) => Promise<string | null>
}
export type Command = (cli: Cli) => Promise<Result<Answer>>

export const call = async <C extends AnyCall>(
  cli: Cli,
  asked: C,
  input: z.input<C['input']>,
): Promise<Result<z.output<C['output']>>> =>
  (await cli.core.handle(asked.name, input, 'cli')) as Result<z.output<C['output']>>

export const option = (cli: Cli, name: string): string | null => {
  const value = cli.options[name]
  return typeof value === 'string' && value !== '' ? value : null
}

export const required = (cli: Cli, name: string): string => {
  const value = option(cli, name)
  if (value === null) throw new Usage(cliTexts.missing(`--${name}`))
  return value
}

export const yearOf = (cli: Cli): number => {
  const text = required(cli, 'year')
  if (!/^20\d\d$/.test(text)) throw new Usage(cliTexts.badYear(text))
  return Number(text)
}

export const password = async (cli: Cli): Promise<Result<string>> => {
  const given = process.env['SELARAS_PASSWORD'] ?? (await cli.ask(cliTexts.askPassword))
  return given === null || given === '' ? fail('PasswordMissing', cliTexts.noPassword) : ok(given)
}

/** Officer of --officer or SELARAS_OFFICER. */
export const officer = (cli: Cli): string => {
  const nip = option(cli, 'officer') ?? process.env['SELARAS_OFFICER']
  if (nip === undefined) throw new Usage(cliTexts.missing('--officer'))
  return nip.replace(/\D/g, '')
}

/** A first password from an admin opens nothing here: the own one is chosen in the window. */
const withOwnPassword = (entered: Result<SessionFacts>): Result<SessionFacts> =>
  entered.ok && entered.value.mustChangePassword
    ? fail('MustChangePassword', coreTexts.mustChangePassword)
    : entered

export const login = async (cli: Cli): Promise<Result<SessionFacts>> => {
  const secret = await password(cli)
  return secret.ok
    ? withOwnPassword(await call(cli, sessionLogin, { nip: officer(cli), password: secret.value }))
    : secret
}

/** Runs a command after login. `check` throws `Usage` before anybody is asked for a password. */
export const loggedIn =
  (command: Command, check: (cli: Cli) => void = () => undefined): Command =>
  async (cli) => {
    check(cli)
    const session = await login(cli)
    return session.ok ? command(cli) : session
  }

export const readUpload = (file: string): Result<{ name: string; bytes: Uint8Array }> => {
  try {
    return ok({ name: basename(file), bytes: readFileSync(file) })
  } catch {
    return fail('FileNotRead', cliTexts.fileNotRead(file), { file })
  }
}

/** Takes an offered download and writes it to a path that the user named. */
export const saveDownload = (
  cli: Cli,
  token: string,
  file: string,
): { ok: true; value: string } | { ok: false; error: Failure } => {
  const found = cli.core.download(token)
  if (found === null) return fail('FileNotWritten', cliTexts.fileNotWritten(file), { file })
  try {
    writeFileSync(file, found.bytes)
    return ok(file)
  } catch {
    return fail('FileNotWritten', cliTexts.fileNotWritten(file), { file })
  }
}
