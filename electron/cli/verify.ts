import { documentVerify } from '../../shared/contract/document.ts'
import { ok } from '../../shared/contract/result.ts'
import { cliTexts } from '../../shared/texts/cli.ts'
import { type Command, call, readUpload, Usage } from './context.ts'

const good = new Set(['valid', 'uncertified'])

export const verifyDocument: Command = async (cli) => {
  const path = cli.words[1]
  if (path === undefined) throw new Usage(cliTexts.missingFiles)
  const read = readUpload(path)
  if (!read.ok) return read
  const done = await call(cli, documentVerify, {
    file: { name: read.value.name, bytes: new Uint8Array(read.value.bytes) },
  })
  if (!done.ok) return done
  const { headline, signatures, verdict } = done.value
  const lines = signatures.flatMap(({ signer, sentences }) => [
    signer,
    ...sentences.map(({ text }) => `  ${text}`),
  ])
  return ok({ json: done.value, lines: [headline, ...lines], exit: good.has(verdict) ? 0 : 1 })
}
