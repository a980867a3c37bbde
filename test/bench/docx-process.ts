// Reads one DOCX form again and again, as ours or as a peer does, and prints the median of its milliseconds.
import { readFileSync } from 'node:fs'
import { parseForms } from '../../electron/budget/reader/index.ts'
import { median, timed } from './harness.ts'
import { library } from './peers.ts'

/** As many as a city has OPDs: one process reads all of their forms. */
const times = 60
const [which = 'ours', file = ''] = process.argv.slice(2)
const bytes = new Uint8Array(readFileSync(file))

const ours = async (): Promise<void> => {
  const { files } = await parseForms([{ name: 'form.docx', bytes }])
  if (!files.every((read) => 'outputs' in read)) throw new Error('not read')
}
// biome-ignore lint/suspicious/noExplicitAny: a peer library without types here
const mammoth = which === 'mammoth' ? ((await library('mammoth')) as any) : null
const convert = mammoth?.default?.convertToHtml ?? mammoth?.convertToHtml
const peer = async (): Promise<void> => {
  const { value } = await convert({ buffer: Buffer.from(bytes) })
  if (!String(value).includes('<table')) throw new Error('not read')
}

const spent: number[] = []
for (let n = 0; n < times; n += 1) spent.push(await timed(which === 'ours' ? ours : peer))
console.log(median(spent))
