import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'

export type Literal = { readonly file: string; readonly text: string }
type Node = { readonly type?: string; readonly [key: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const walk = (node: unknown, visit: (node: Node) => void): void => {
  if (Array.isArray(node)) for (const item of node) walk(item, visit)
  if (!isNode(node)) return
  visit(node)
  for (const value of Object.values(node)) if (typeof value === 'object') walk(value, visit)
}

export const filesIn = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

const parse = (file: string, code: string): unknown =>
  parseAst(code, { lang: file.endsWith('x') ? 'tsx' : 'ts' })

/** Keys of the keyboard keep their printed names. */
const isKey = (text: string): boolean =>
  /^(?:(?:Ctrl|Shift|Alt|Enter|Esc|Tab|Home|End|F\d+|[A-Z?/])\+?)+$/.test(text.trim())
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text) && !isKey(text)
const literalOf = (node: unknown): string =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : ''
const shownProps = new Set([
  'label',
  'title',
  'placeholder',
  'description',
  'aria-label',
  'alt',
  'message',
  'legend',
  'caption',
  'error',
  'heading',
])

/** Words that a component would show although they are not in the catalogue. */
export const shownLiterals = (file: string, code: string): Literal[] => {
  const found: Literal[] = []
  const add = (text: string): void => void (hasWords(text) && found.push({ file, text: text.trim() }))
  walk(parse(file, code), (node) => {
    if (node.type === 'JSXText') add(String(node['value']))
    if (node.type === 'JSXAttribute' && isNode(node['name']) && shownProps.has(String(node['name']['name'])))
      add(literalOf(node['value']))
    if (node.type === 'JSXExpressionContainer') add(literalOf(node['expression']))
  })
  return found
}

const fixedPartsOf = (template: Node): string =>
  (template['quasis'] as { value: { cooked?: string } }[]).map(({ value }) => value.cooked ?? '').join(' ')

/** Sentences given to `fail('Type', 'sentence')` outside the catalogue. */
export const failureLiterals = (file: string, code: string): Literal[] => {
  const found: Literal[] = []
  walk(parse(file, code), (node) => {
    const callee = node['callee']
    if (node.type !== 'CallExpression' || !isNode(callee) || callee['name'] !== 'fail') return
    const message = (node['arguments'] as unknown[])[1]
    const text =
      isNode(message) && message.type === 'TemplateLiteral' ? fixedPartsOf(message) : literalOf(message)
    if (hasWords(text)) found.push({ file, text })
  })
  return found
}

/** Every text of the catalogue: string literals and the fixed parts of templates, but not keys. */
export const catalogueTexts = (file: string): Literal[] => {
  const found: Literal[] = []
  walk(parse(file, readFileSync(file, 'utf8')), (node) => {
    if (node.type === 'Literal' && typeof node['value'] === 'string')
      found.push({ file, text: node['value'] })
    if (node.type === 'TemplateElement')
      found.push({ file, text: String((node['value'] as { cooked?: string }).cooked ?? '') })
  })
  return found.filter(({ text }) => hasWords(text) && !/^[./]|^[a-z][A-Za-z]*$|^[A-Z][a-z]+[A-Z]/.test(text))
}

export const sourcesIn = (folder: string): (readonly [file: string, code: string])[] =>
  filesIn(folder, /\.tsx?$/).map((file) => [file, readFileSync(file, 'utf8')] as const)
