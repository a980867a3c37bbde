import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import type { Guard } from '../../../electron/budget/reader/limits.ts'
import { Refusal } from '../../../electron/budget/reader/refusal.ts'
import { readXml, type XmlHandler } from '../../../electron/budget/reader/xml.ts'
import { XmlScanner } from '../../../electron/budget/reader/xml-scan.ts'

type Events = readonly string[] | 'refused'

const names = ['a', 'w:t', 'c', 'n:id', 'élan', 'row', '𐐀x']
const attributeNames = ['r', 'w:val', 'r:id', 'xml:space', 'ü']

const recorder = (): { events: string[]; handler: XmlHandler } => {
  const events: string[] = []
  const open: XmlHandler['open'] = (name, attributes) =>
    events.push(`<${name} ${attributeNames.map((one) => JSON.stringify(attributes.get(one) ?? null)).join()}`)
  return {
    events,
    handler: { open, close: (name) => events.push(`>${name}`), text: (text) => events.push(`"${text}`) },
  }
}
const orRefused = (read: () => readonly string[]): Events => {
  try {
    return read()
  } catch {
    return 'refused'
  }
}

const bySaxes = (xml: string): Events =>
  orRefused(() => {
    const events: string[] = []
    let depth = 0
    const local = (name: string): string => name.slice(name.indexOf(':') + 1)
    const fail = (): never => {
      throw new Error('refused')
    }
    const parser = new SaxesParser({ xmlns: false, position: false })
    parser.on('error', fail)
    parser.on('doctype', fail)
    parser.on('opentag', ({ name, attributes }) => {
      depth += 1
      events.push(
        `<${local(name)} ${attributeNames.map((one) => JSON.stringify((attributes as Record<string, string>)[one] ?? null)).join()}`,
      )
    })
    parser.on('closetag', ({ name }) => {
      depth -= 1
      events.push(`>${local(name)}`)
    })
    // Blanks around the root are no part of it.
    parser.on('text', (text) => depth === 0 || events.push(`"${text}`))
    parser.on('cdata', (text) => text === '' || events.push(`"${text}`))
    parser.write(xml).close()
    return events
  })

const inPieces = (xml: string, sizes: readonly number[]): Events =>
  orRefused(() => {
    const { events, handler } = recorder()
    const scanner = new XmlScanner(handler, () => {})
    let at = 0
    for (let turn = 0; at < xml.length; turn += 1) {
      let end = at + (sizes[turn % sizes.length] ?? 1)
      if (/[\ud800-\udbff]/.test(xml[end - 1] ?? '')) end += 1
      scanner.write(xml.slice(at, end))
      at = end
    }
    scanner.end()
    return events
  })

const noGuard: Guard = { text: () => {}, bytes: () => {}, check: () => {} }
const fromBytes = (bytes: Uint8Array): Events =>
  orRefused(() => {
    const { events, handler } = recorder()
    readXml(bytes, handler, noGuard)
    return events
  })

const letters = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('a', 'Z', '7', ' ', '.', 'é', '\u2028', '𐐀', '>', "'", '-') },
      {
        weight: 2,
        arbitrary: fc.constantFrom('&amp;', '&#65;', '&#x41;', '&lt;', '&#10;', '\n', '\r\n', '\r', '\t'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ']]',
          '&',
          '&x;',
          '&#0;',
          '&#xD800;',
          '&#X41;',
          ']]>',
          '\u0001',
          '\ufffe',
          '"',
        ),
      },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
const rarely = (odd: string): fc.Arbitrary<string> =>
  fc.oneof({ weight: 15, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fc.constant(odd) })
const blanks = fc.constantFrom(' ', '  ', '\n', '\t ')
const attribute = fc
  .tuple(blanks, fc.constantFrom(...attributeNames), fc.constantFrom('=', ' = '), letters, rarely('<'))
  .map(([before, name, sign, value, odd]) => `${before}${name}${sign}"${value.replaceAll('"', '')}${odd}"`)
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    letters,
    fc.constantFrom(
      '<!-- a - b -->',
      '<!---->',
      '<![CDATA[ a ]] < & ]]>',
      '<?p x?>',
      '<?p?>',
      '<![CDATA[]]>',
    ),
    fc
      .tuple(
        fc.constantFrom(...names),
        fc.array(attribute, { maxLength: 3 }),
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([name, attributes, children]) =>
        children.length === 0
          ? `<${name}${attributes.join('')}/>`
          : `<${name}${attributes.join('')}>${children.join('')}</${name} >`,
      ),
  ),
}))
const head = fc.constantFrom(
  '',
  '<?xml version="1.0"?>',
  "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n",
  '\n',
)
const document = fc
  .tuple(
    head,
    fc.constantFrom(...names),
    fc.array(node, { maxLength: 5 }),
    fc.constantFrom('', '\n', '<!--x-->'),
  )
  .map(([first, name, children, last]) => `${first}<${name}>${children.join('')}</${name}>${last}`)

const scraps = [
  '<',
  '>',
  '/',
  '=',
  '"',
  '&',
  '<!DOCTYPE a>',
  '<a>',
  '</a>',
  '<?xml version="1.0"?>',
  '--',
  ' ',
  '<![CDATA[',
  '\u0000',
  ';',
  '?>',
  '-',
]
const spoiled = fc
  .tuple(document, fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom('', ...scraps)), { maxLength: 3 }))
  .map(([xml, changes]) =>
    changes.reduce((text, [place, length, scrap]) => {
      const at = place % (text.length + 1)
      return text.slice(0, at) + scrap + text.slice(at + length)
    }, xml),
  )
  .map((text) => text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''))
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 })

it('gives the same events as saxes for lawful and spoiled documents, whatever the pieces they come in', () => {
  const seen = { read: 0, refused: 0 }
  fc.assert(
    fc.property(fc.oneof(document, spoiled), sizes, (xml, pieces) => {
      const wanted = bySaxes(xml)
      seen[wanted === 'refused' ? 'refused' : 'read'] += 1
      expect(inPieces(xml, pieces)).toEqual(wanted)
      expect(fromBytes(new TextEncoder().encode(xml))).toEqual(wanted)
    }),
    { numRuns: Number(process.env.SELARAS_XML_RUNS ?? 1_500) },
  )
  expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(200)
})

it('reads UTF-16 of both orders, and a mark of the order in front of UTF-8', () => {
  const xml = '<a r="é𐐀">x&#65;</a>'
  const little = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'))
  const big = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le').swap16())
  const marked = new TextEncoder().encode(`\ufeff${xml}`)
  for (const bytes of [little, big, marked]) expect(fromBytes(bytes)).toEqual(bySaxes(xml))
})

it('refuses bytes that are no UTF-8, also where a piece ends', () => {
  const filler = 'x'.repeat(128 * 1024 - 5)
  for (const tail of [[0xc3], [0xe2, 0x82], [0x80], [0xf0, 0x9f, 0x98]]) {
    const parts = [
      new TextEncoder().encode(`<a>${filler}`),
      new Uint8Array(tail),
      new TextEncoder().encode('</a>'),
    ]
    expect(fromBytes(new Uint8Array(Buffer.concat(parts)))).toBe('refused')
  }
  const whole = new TextEncoder().encode(`<a>${filler}€€</a>`)
  expect(fromBytes(whole)).toEqual(bySaxes(new TextDecoder().decode(whole)))
})

it('looks at one very long text a few times, not once for each piece of it', () => {
  let pieces = 0
  const long = new TextEncoder().encode(`<a>${'é'.repeat(6_000_000)}</a>`)
  const { events, handler } = recorder()
  readXml(long, handler, { ...noGuard, check: () => (pieces += 1) })
  expect(events).toHaveLength(3)
  expect(pieces).toBeLessThan(12)
})

it.each([
  ['a document type', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
  ['elements 300 deep', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`],
])('calls %s unsafe', (_what, xml) => {
  const read = (): void => readXml(new TextEncoder().encode(xml), recorder().handler, noGuard)
  expect(read).toThrow(Refusal)
  expect(read).toThrow('UnsafeXml')
})
