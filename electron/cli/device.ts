import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { heldRelease } from '../../shared/contract/conflict.ts'
import { deviceEnrol, deviceList, deviceRevoke } from '../../shared/contract/device.ts'
import { fail, ok } from '../../shared/contract/result.ts'
import { longDateTime } from '../../shared/format/date.ts'
import { cliTexts } from '../../shared/texts/cli.ts'
import { deviceTexts } from '../../shared/texts/device.ts'
import {
  type Cli,
  type Command,
  call,
  officer,
  option,
  password,
  readUpload,
  required,
  saveDownload,
  Usage,
} from './context.ts'

const wordAt = (cli: Cli, at: number, what: string): string => {
  const word = cli.words[at]
  if (word === undefined) throw new Usage(cliTexts.missing(what))
  return word
}

export const deviceRequest: Command = async (cli) => {
  const made = cli.core.requestJoin(option(cli, 'name') ?? '')
  if (!made.ok) return made
  const { code, device, fingerprint } = made.value
  const file = cli.words[2]
  try {
    if (file !== undefined) writeFileSync(file, `${code}\n`)
  } catch {
    return fail('FileNotWritten', cliTexts.fileNotWritten(file ?? ''), { file })
  }
  const lines = [deviceTexts.requested(device, fingerprint), deviceTexts.requestNext, code]
  return ok({ json: made.value, lines })
}

/** The code itself, or the file that holds it. */
const codeOf = (cli: Cli): string => {
  const word = wordAt(cli, 2, 'KODE')
  return existsSync(word) ? readFileSync(word, 'utf8') : word
}

export const enrolTarget = (cli: Cli): void => {
  wordAt(cli, 2, 'KODE')
  required(cli, 'out')
}

export const enrolDevice: Command = async (cli) => {
  const done = await call(cli, deviceEnrol, { code: codeOf(cli) })
  if (!done.ok) return done
  const { welcome, ...told } = done.value
  const saved = saveDownload(cli, welcome.token, required(cli, 'out'))
  if (!saved.ok) return saved
  return ok({
    json: { ...told, file: saved.value },
    lines: [
      deviceTexts.enrolledAs(told.name, told.device, told.fingerprint),
      deviceTexts.workspaceCode(told.workspaceCode),
      cliTexts.written(saved.value),
    ],
  })
}

export const joinDevice: Command = async (cli) => {
  const file = wordAt(cli, 2, 'BERKAS')
  const read = readUpload(file)
  if (!read.ok) return read
  const secret = await password(cli)
  if (!secret.ok) return secret
  const done = await cli.core.join(read.value.bytes, officer(cli), secret.value)
  if (!done.ok) return done
  const { city, commits, workspaceCode } = done.value
  const lines = [deviceTexts.joined(city, commits), deviceTexts.workspaceCode(workspaceCode)]
  return ok({ json: done.value, lines })
}

export const listDevices: Command = async (cli) => {
  const done = await call(cli, deviceList, {})
  if (!done.ok) return done
  const lines = done.value.devices.flatMap(({ device, name, isOwn, last, revokedAfter, held }) => [
    deviceTexts.line(device, name, isOwn),
    last === null ? deviceTexts.silent : deviceTexts.last(last.seq, longDateTime(last.time)),
    ...(revokedAfter === null ? [] : [deviceTexts.revokedAfter(revokedAfter)]),
    ...held.map(({ seq, reason }) => deviceTexts.held(seq, reason)),
  ])
  return ok({ json: done.value, lines })
}

const numberOf = (text: string | null): number | null => {
  if (text === null) return null
  if (!/^\d{1,15}$/.test(text)) throw new Usage(cliTexts.unknownOption(text))
  return Number(text)
}

export const deviceOf = (cli: Cli): void => {
  wordAt(cli, 2, 'KODE-KOMPUTER')
  numberOf(option(cli, 'seq'))
}

export const revokeDevice: Command = async (cli) => {
  const device = wordAt(cli, 2, 'KODE-KOMPUTER')
  const done = await call(cli, deviceRevoke, { device, seq: numberOf(option(cli, 'seq')) })
  return done.ok ? ok({ json: done.value, lines: [deviceTexts.done(done.value.commit)] }) : done
}

export const entryOf = (cli: Cli): void => {
  deviceOf(cli)
  required(cli, 'seq')
}

export const releaseEntry: Command = async (cli) => {
  const device = wordAt(cli, 2, 'KODE-KOMPUTER')
  const done = await call(cli, heldRelease, { device, until: numberOf(required(cli, 'seq')) ?? 0 })
  return done.ok ? ok({ json: done.value, lines: [deviceTexts.done(done.value.commit)] }) : done
}
