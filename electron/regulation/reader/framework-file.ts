import type { ReadInstrument } from '../../../shared/contract/regulation.ts'
import { parseDay } from '../../../shared/format/typed.ts'
import { type FrameworkNode, mostNodes } from '../../../shared/regulation/content.ts'
import { readFramework } from '../../../shared/regulation/framework.ts'
import { regulationImportTexts } from '../../../shared/texts/regulation-import.ts'
import { regulationLeftOutTexts } from '../../../shared/texts/regulation-left-out.ts'
import type { Notes } from './notes.ts'
import { refuse } from './refusal.ts'
import type { Value } from './yaml.ts'

const words = regulationLeftOutTexts
const texts = regulationImportTexts.framework

type Entries = ReadonlyMap<string, Value>
const none: Entries = new Map()
const entriesOf = (value: Value | undefined): Entries => value?.entries() ?? none
const itemsOf = (value: Value | undefined): readonly Value[] => value?.items() ?? []
const textOf = (map: Entries, key: string): string =>
  (map.get(key)?.text() ?? '').replaceAll('\t', ' ').trim()

/** Named with its reason: what is at `key` of the part of the file that is called `part`. */
const leave = (
  notes: Notes,
  part: keyof typeof words.parts,
  map: Entries,
  taken: ReadonlySet<string>,
): void => {
  const known: Readonly<Record<string, { what: string; reason: string }>> = words.parts[part]
  for (const [key, value] of map) {
    if (taken.has(key)) continue
    const count = value.items()?.length ?? value.entries()?.size ?? null
    if (count === 0 || (count === null && value.text() === '')) continue
    const named = Object.hasOwn(known, key) ? known[key] : undefined
    if (named === undefined)
      notes.leave(words.unknown(key.slice(0, 60)), words.unknownReason, part === 'node' ? 1 : null)
    else notes.leave(words.named(named.what, key), named.reason, part === 'node' ? 1 : count)
  }
}

/** The Indonesian words where the file has them. */
class Wording {
  translated = 0
  readonly locales = new Set<string>()

  of(map: Entries, ...keys: readonly string[]): string[] {
    const translations = entriesOf(map.get('translations'))
    for (const locale of translations.keys()) if (locale !== 'id') this.locales.add(locale)
    const own = entriesOf(translations.get('id'))
    if (keys.some((key) => textOf(own, key) !== '')) this.translated += 1
    return keys.map((key) => textOf(own, key) || textOf(map, key))
  }
}

const taken = {
  library: new Set([
    'urn',
    'locale',
    'ref_id',
    'name',
    'description',
    'copyright',
    'version',
    'provider',
    'packager',
    'publication_date',
    'objects',
    'translations',
  ]),
  objects: new Set(['framework', 'frameworks']),
  framework: new Set([
    'urn',
    'ref_id',
    'name',
    'description',
    'requirement_nodes',
    'requirements',
    'implementation_groups_definition',
    'translations',
  ]),
  node: new Set([
    'urn',
    'parent_urn',
    'ref_id',
    'name',
    'description',
    'annotation',
    'typical_evidence',
    'assessable',
    'depth',
    'implementation_groups',
    'translations',
  ]),
} as const

/** One framework of the file, or the first of several; refuses a file that has none, with what it has. */
const frameworkOf = (objects: Entries, notes: Notes): Entries => {
  const several = itemsOf(objects.get('frameworks'))
  const [first] = [objects.get('framework'), ...several].filter((value) => value !== undefined)
  const others = several.length - (objects.has('framework') ? 0 : 1)
  if (others > 0) notes.leave(words.otherFrameworks.what, words.otherFrameworks.reason, others)
  return first?.entries() ?? refuse('NoFramework')
}

const groupNames = (framework: Entries, wording: Wording): ReadonlyMap<string, string> =>
  new Map(
    itemsOf(framework.get('implementation_groups_definition')).map((value) => {
      const group = entriesOf(value)
      const ref = textOf(group, 'ref_id')
      const [name = ''] = wording.of(group, 'name')
      return [ref, name === '' || name === ref ? ref : texts.group(ref, name)]
    }),
  )

/** Characters. */
const mostShort = 60
const yes = /^(?:true|yes|on)$/i

const nodeOf = (
  value: Value,
  groups: ReadonlyMap<string, string>,
  wording: Wording,
  notes: Notes,
): FrameworkNode | null => {
  const map = value.entries()
  if (map === null) {
    notes.find({ line: value.line, weight: 'wrong', ...texts.noNode })
    return null
  }
  leave(notes, 'node', map, taken.node)
  const [name = '', text = '', annotation = '', evidence = ''] = wording.of(
    map,
    'name',
    'description',
    'annotation',
    'typical_evidence',
  )
  const inGroups = itemsOf(map.get('implementation_groups')).map((item) => item.text() ?? '')
  const more = [
    { kind: 'anotasi', text: annotation },
    { kind: 'bukti', text: evidence },
    {
      kind: 'kelompok',
      text: inGroups
        .filter(Boolean)
        .map((ref) => groups.get(ref) ?? ref)
        .join(', '),
    },
  ] as const
  return {
    line: value.line,
    urn: notes.keep(textOf(map, 'urn').toLowerCase()),
    parent: notes.keep(textOf(map, 'parent_urn').toLowerCase()),
    ref: notes.keep(textOf(map, 'ref_id')),
    name: notes.keep(name),
    text: notes.keep(text),
    more: more.filter((one) => notes.keep(one.text) !== ''),
    assessable: yes.test(textOf(map, 'assessable')),
  }
}

const nodesOf = (framework: Entries, wording: Wording, notes: Notes): FrameworkNode[] => {
  const listed = framework.get('requirement_nodes') ?? framework.get('requirements')
  const items = itemsOf(listed)
  if (items.length === 0) return refuse('NoNodes')
  if (items.length > mostNodes) return refuse('TooManyNodes')
  const groups = groupNames(framework, wording)
  return items.flatMap((item) => nodeOf(item, groups, wording, notes) ?? [])
}

const dayOf = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : (parseDay(text) ?? '')
/** A name that fits into a choice; a reference where it does not. */
const shortOf = (title: string, ref: string): string =>
  ((title.length <= mostShort ? title : ref) || ref || title).slice(0, 200)

const publisherOf = (library: Entries): string => {
  const [provider, packager] = [textOf(library, 'provider'), textOf(library, 'packager')]
  if (packager === '' || packager === provider) return provider
  return [provider, texts.packagedBy(packager)].filter(Boolean).join(', ')
}

const isDay = (day: string): boolean => !Number.isNaN(Date.parse(day))

/** A library of CISO Assistant: its framework, in both layouts of its making. Refuses what is none. */
export const readFrameworkFile = (root: Value, notes: Notes): ReadInstrument => {
  const library = entriesOf(root)
  const objects = library.get('objects')?.entries() ?? refuse('NotALibrary')
  const wording = new Wording()
  const framework = frameworkOf(objects, notes)
  leave(notes, 'library', library, taken.library)
  leave(notes, 'objects', objects, taken.objects)
  leave(notes, 'framework', framework, taken.framework)
  const [libraryName = '', copyright = '', libraryAbout = ''] = wording.of(
    library,
    'name',
    'copyright',
    'description',
  )
  const [name = '', about = ''] = wording.of(framework, 'name', 'description')
  wording.translated = 0
  const nodes = nodesOf(framework, wording, notes)
  const { findings } = readFramework(nodes)
  for (const finding of findings) notes.find(finding)
  if (wording.locales.size > 0)
    notes.leave(
      words.translations.what([...wording.locales].slice(0, 12).join(', ')),
      words.translations.reason(String(wording.translated), String(nodes.length)),
      null,
    )
  const title = name || libraryName
  const released = dayOf(textOf(library, 'publication_date'))
  return {
    facts: {
      title: title.slice(0, 2000),
      short: shortOf(title, textOf(framework, 'ref_id') || textOf(library, 'ref_id')),
      version: textOf(library, 'version').slice(0, 60),
      number: '',
      year: null,
      enacted: '',
      promulgated: '',
    },
    publication: {
      publisher: publisherOf(library).slice(0, 2000),
      released: isDay(released) ? released : '',
      copyright: notes.keep(copyright),
      about: notes.keep(about || libraryAbout),
      series: (textOf(framework, 'urn') || textOf(library, 'urn')).slice(0, 500),
    },
    content: {
      kind: 'kerangka',
      locale: wording.translated * 2 > nodes.length ? 'id' : textOf(library, 'locale').slice(0, 12) || 'en',
      nodes,
    },
    findings: notes.findings,
    leftOut: notes.leftOut,
  }
}
