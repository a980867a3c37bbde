import { resolve } from 'node:path'
import type { OutputOf } from '../../shared/contract/call.ts'
import {
  auditExport,
  auditRebuild,
  auditVerify,
  commitUndo,
  searchAll,
} from '../../shared/contract/records.ts'
import { ok } from '../../shared/contract/result.ts'
import { parseHead } from '../../shared/rules/audit/head.ts'
import { cliTexts } from '../../shared/texts/cli.ts'
import { resourcePath } from '../document/resource.ts'
import { type Cli, type Command, call, option, readUpload, saveDownload, Usage } from './context.ts'

type Verified = OutputOf<typeof auditVerify>

/** `--against` or `--head`: what to hold the log against. */
export const claimOf = (cli: Cli): void => {
  const head = option(cli, 'head')
  if (head !== null && parseHead(head) === null) throw new Usage(cliTexts.badHead(head))
}

const spoiled = new Set(['changed', 'invalid', 'unreadable'])
const holds = ({ against }: Verified): boolean =>
  against === null || (against.found === 'same' && !spoiled.has(against.signed?.verdict ?? ''))

const linesOf = ({ commits, rows, heads, faults, recoveries, against }: Verified): string[] => [
  faults.length === 0 ? cliTexts.chainWhole(commits, rows) : cliTexts.chainBroken(faults.length),
  ...heads.map(({ device, seq, hash }) => cliTexts.head(device, seq, hash)),
  ...faults.map(({ device, seq, message }) => cliTexts.fault(device, seq, message)),
  ...recoveries.map(({ device, seq, time }) => cliTexts.recoveryUsed(device, seq, time)),
  ...(against === null ? [] : [against.message]),
  ...(against === null || against.signed === null ? [] : [cliTexts.pdfSigned(against.signed.headline)]),
]

export const verifyLog: Command = async (cli) => {
  const file = option(cli, 'against')
  const read = file === null ? null : readUpload(file)
  if (read !== null && !read.ok) return read
  const against = read === null ? null : { ...read.value, bytes: new Uint8Array(read.value.bytes) }
  const done = await call(cli, auditVerify, { against, head: option(cli, 'head') })
  if (!done.ok) return done
  const isGood = done.value.faults.length === 0 && holds(done.value)
  return ok({ json: done.value, lines: linesOf(done.value), exit: isGood ? 0 : 1 })
}

export const rebuildTables: Command = async (cli) => {
  const done = await call(cli, auditRebuild, {})
  if (!done.ok) return done
  const { commits, equal } = done.value
  return ok({
    json: done.value,
    lines: [equal ? cliTexts.rebuilt(commits) : cliTexts.rebuiltDifferent(commits)],
    exit: equal ? 0 : 1,
  })
}

/** Shipped with the application; it runs without it. */
const verifier = 'verifikasi-catatan.mjs'

export const exportFile = (cli: Cli): string => {
  const file = cli.words[2]
  if (file === undefined) throw new Usage(cliTexts.missingFiles)
  return file
}

export const exportLog: Command = async (cli) => {
  const done = await call(cli, auditExport, {})
  if (!done.ok) return done
  const { token, commits, head } = done.value
  const file = resolve(exportFile(cli))
  const saved = saveDownload(cli, token, file)
  const script = resourcePath(verifier)
  if (!saved.ok) return saved
  return ok({
    json: { file, commits, head, verifier: script },
    lines: [cliTexts.logExported(commits, file), cliTexts.verifyLogWith(script, file, head)],
  })
}

export const commitOf = (cli: Cli): string => {
  const commit = cli.words[1]
  if (commit === undefined) throw new Usage(cliTexts.missing('KODE-CATATAN'))
  return commit
}

export const undoCommit: Command = async (cli) => {
  const done = await call(cli, commitUndo, { commit: commitOf(cli) })
  return done.ok ? ok({ json: done.value, lines: [cliTexts.undone(done.value.commit)] }) : done
}

export const textOf = (cli: Cli): string => {
  const text = cli.words.slice(1).join(' ')
  if (text === '') throw new Usage(cliTexts.missing('TEKS'))
  return text
}

export const searchText: Command = async (cli) => {
  const done = await call(cli, searchAll, { text: textOf(cli) })
  if (!done.ok) return done
  const lines = done.value.found.map(
    ({ label, title, within, id }) => `${label}: ${title}${within === '' ? '' : ` · ${within}`} (${id})`,
  )
  return ok({ json: done.value, lines: lines.length === 0 ? [cliTexts.nothingFound] : lines })
}
