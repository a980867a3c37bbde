import { parseArgs } from 'node:util'
import { fail, type Result } from '../shared/contract/result.ts'
import { backupTexts } from '../shared/texts/backup.ts'
import { cliTexts } from '../shared/texts/cli.ts'
import { coreTexts } from '../shared/texts/core.ts'
import { backupCreate, backupRestore } from './cli/backup.ts'
import { budgetConsolidate } from './cli/budget-consolidate.ts'
import { budgetImport } from './cli/budget-import.ts'
import { type Answer, type Cli, type Command, loggedIn, type Options, Usage, yearOf } from './cli/context.ts'
import { demo } from './cli/demo.ts'
import {
  deviceOf,
  deviceRequest,
  enrolDevice,
  enrolTarget,
  entryOf,
  joinDevice,
  listDevices,
  releaseEntry,
  revokeDevice,
} from './cli/device.ts'
import {
  claimOf,
  commitOf,
  exportFile,
  exportLog,
  rebuildTables,
  searchText,
  textOf,
  undoCommit,
  verifyLog,
} from './cli/log-commands.ts'
import { askSecret } from './cli/terminal.ts'
import { verifyDocument } from './cli/verify.ts'
import { createWorkspace } from './cli/workspace.ts'
import { composition } from './composition.ts'
import { composeCore } from './core/compose.ts'
import type { Core } from './core/core.ts'
import { defaultWorkspace } from './core/default-workspace.ts'
import { makeJobRunner } from './jobs/run-job.ts'
import { spawnNode } from './jobs/spawn-node.ts'
import { settingsFolder } from './shell/settings.ts'

const commands: Readonly<Record<string, Command>> = {
  'workspace create': createWorkspace,
  'budget import': budgetImport,
  'budget consolidate': loggedIn(budgetConsolidate, yearOf),
  verify: verifyDocument,
  'audit verify': loggedIn(verifyLog, claimOf),
  'audit export': loggedIn(exportLog, exportFile),
  'audit rebuild': loggedIn(rebuildTables),
  undo: loggedIn(undoCommit, commitOf),
  search: loggedIn(searchText, textOf),
  'backup create': loggedIn(backupCreate),
  'backup restore': backupRestore,
  'device request': deviceRequest,
  'device enrol': loggedIn(enrolDevice, enrolTarget),
  'device join': joinDevice,
  'device list': loggedIn(listDevices),
  'device revoke': loggedIn(revokeDevice, deviceOf),
  'device release': loggedIn(releaseEntry, entryOf),
  demo,
}

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const accepted = {
  workspace: text,
  officer: text,
  regulation: text,
  city: text,
  name: text,
  agency: text,
  opd: text,
  'opd-name': text,
  year: text,
  xlsx: text,
  docx: text,
  pdf: text,
  sign: text,
  paper: text,
  against: text,
  head: text,
  out: text,
  seq: text,
  json: flag,
  'dry-run': flag,
  append: flag,
  help: flag,
} as const

type Parsed = { readonly options: Options; readonly words: readonly string[] }

const parse = (args: readonly string[]): Parsed => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: accepted, allowPositionals: true })
    return { options: values, words: positionals }
  } catch (error) {
    throw new Usage(cliTexts.unknownOption(error instanceof Error ? error.message : ''))
  }
}

const commandFor = (words: readonly string[]): Command => {
  const command = commands[words.slice(0, 2).join(' ')] ?? commands[words[0] ?? '']
  if (command === undefined) throw new Usage(cliTexts.unknownCommand(words.slice(0, 2).join(' ')))
  return command
}

const compose = (workspace: string): Core => {
  const root = new URL('.', import.meta.url)
  return composeCore({
    root,
    composition,
    compositionUrl: '',
    workspace,
    settings: settingsFolder(),
    jobs: makeJobRunner(spawnNode(root)),
    threads: false,
    onEvent: () => undefined,
    onDefect: (error, call) => console.error(call, error),
  })
}

const print = (result: Result<Answer>, json: boolean): number => {
  if (!result.ok) {
    if (json) process.stdout.write(`${JSON.stringify(result.error, null, 2)}\n`)
    else process.stderr.write(`${result.error.message}\n`)
    return 1
  }
  process.stdout.write(
    json ? `${JSON.stringify(result.value.json, null, 2)}\n` : `${result.value.lines.join('\n')}\n`,
  )
  return result.value.exit ?? 0
}

const usage = (message: string, json: boolean): number => {
  if (json) process.stdout.write(`${JSON.stringify({ type: 'Usage', message }, null, 2)}\n`)
  else process.stderr.write(`${message}\n\n${cliTexts.usage}`)
  return 2
}

const run = async ({ options, words }: Parsed): Promise<number> => {
  const command = commandFor(words)
  const workspace =
    typeof options['workspace'] === 'string'
      ? options['workspace']
      : (process.env['SELARAS_WORKSPACE'] ?? defaultWorkspace())
  const cli: Cli = { core: compose(workspace), options, words, ask: askSecret }
  const { settledAtStart } = cli.core.session.here
  if (settledAtStart !== null) process.stderr.write(`${backupTexts[settledAtStart]}\n`)
  try {
    return print(await command(cli), options['json'] === true)
  } finally {
    await cli.core.stop()
  }
}

const main = async (args: readonly string[]): Promise<number> => {
  const json = args.includes('--json')
  try {
    const parsed = parse(args)
    if (parsed.options['help'] !== true && parsed.words.length > 0) return await run(parsed)
    if (parsed.options['help'] !== true && json) return usage(cliTexts.noCommand, json)
    process.stdout.write(json ? `${JSON.stringify({ usage: cliTexts.usage }, null, 2)}\n` : cliTexts.usage)
    return parsed.options['help'] === true ? 0 : 2
  } catch (error) {
    if (error instanceof Usage) return usage(error.message, json)
    console.error(error)
    return print(fail('Defect', coreTexts.defect, { detail: String(error) }), json)
  }
}

process.exitCode = await main(process.argv.slice(2))
