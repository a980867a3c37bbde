import { SaxesParser } from 'saxes'
import { type Guard, limits } from './limits.ts'
import { Refusal, refuse } from './refusal.ts'

export type Attributes = Readonly<Record<string, string>>
/** Names come without their prefix: `w:tbl` and `ns0:tbl` are both "tbl". */
export type XmlHandler = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

const chunkBytes = 64 * 1024
const local = new Map<string, string>()
const localName = (name: string): string => {
  const known = local.get(name)
  if (known !== undefined) return known
  const plain = name.slice(name.indexOf(':') + 1)
  if (local.size < 5_000) local.set(name, plain)
  return plain
}

/** An attribute of a Word part by its local name: `val` finds `w:val`. */
export const attribute = (attributes: Attributes, name: string): string | undefined => {
  const usual = attributes[`w:${name}`] ?? attributes[name]
  if (usual !== undefined) return usual
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key]
  return undefined
}

const decoderFor = (bytes: Uint8Array): InstanceType<typeof TextDecoder> => {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le')
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be')
  if (a === 0x3c && b === 0) return new TextDecoder('utf-16le')
  if (a === 0 && b === 0x3c) return new TextDecoder('utf-16be')
  return new TextDecoder('utf-8', { fatal: true })
}

const parserFor = (handler: XmlHandler): SaxesParser => {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  parser.on('error', () => refuse('Damaged'))
  parser.on('doctype', () => refuse('UnsafeXml'))
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > limits.depth) refuse('UnsafeXml')
    handler.open(localName(tag.name), tag.attributes as Attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handler.close(localName(tag.name))
  })
  parser.on('text', handler.text)
  parser.on('cdata', handler.text)
  return parser
}

/** Streams XML into the handler. Document types, and with them every entity that is not built in, are refused. */
export const readXml = (bytes: Uint8Array, handler: XmlHandler, guard: Guard): void => {
  const decoder = decoderFor(bytes)
  const parser = parserFor(handler)
  try {
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      guard.check()
      parser.write(decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true }))
    }
    parser.write(decoder.decode())
    parser.close()
  } catch (error) {
    if (error instanceof Refusal) throw error
    refuse('Damaged')
  }
}
