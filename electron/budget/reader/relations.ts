import type { Guard } from './limits.ts'
import { type Attributes, readXml } from './xml.ts'
import type { Archive } from './zip.ts'

export type Relation = { readonly id: string; readonly kind: string; readonly target: string }

const resolve = (base: string, target: string): string => {
  const parts = target.startsWith('/') ? [] : base.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The parts that a part of an Office file refers to; references to other files are not among them. */
export const relationsOf = async (
  archive: Archive,
  part: string,
  guard: Guard,
): Promise<readonly Relation[]> => {
  const at = part.lastIndexOf('/') + 1
  const name = `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
  if (!archive.has(name)) return []
  const found: Relation[] = []
  const open = (tag: string, attributes: Attributes): void => {
    if (tag !== 'Relationship' || attributes.get('TargetMode') === 'External') return
    const kind = attributes.get('Type') ?? ''
    found.push({
      id: attributes.get('Id') ?? '',
      kind: kind.slice(kind.lastIndexOf('/') + 1),
      target: resolve(part, attributes.get('Target') ?? ''),
    })
  }
  readXml(await archive.read(name), { open, close: () => {}, text: () => {} }, guard)
  return found
}

/** The main part of an Office file, where its own relations say or at the usual place. */
export const mainPart = async (archive: Archive, usual: string, guard: Guard): Promise<string> => {
  const main = (await relationsOf(archive, '', guard)).find(({ kind }) => kind === 'officeDocument')
  return main !== undefined && archive.has(main.target) ? main.target : usual
}
