import { parseAst } from 'rolldown/parseAst'

/** What the code of the Electron shell may not contain (SECURITY: static gate); `rule` names it. */
export type Finding = { readonly rule: string; readonly file: string; readonly what: string }

type Node = { readonly type?: string; readonly [key: string]: unknown }
type Report = (rule: string, what: string) => void
type Check = (node: Node, file: string, report: Report) => void

const windowFactory = 'electron/shell/electron-window.ts'
const ipcFile = 'electron/shell/electron-ipc.ts'
/** The one module that may hand an address to another program; it does not exist as long as nothing needs it. */
const externalFile = 'electron/shell/electron-external.ts'

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
const nameOf = (value: unknown): string => {
  if (!isNode(value)) return ''
  return String(value.name ?? value.value ?? '')
}
const memberOf = (node: Node): string => (node.type === 'MemberExpression' ? nameOf(node.property) : '')

const safeValues: Readonly<Record<string, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
}
const required = ['sandbox', 'contextIsolation', 'nodeIntegration'] as const

const webPreferences: Check = (node, _file, report) => {
  if (node.type !== 'Property') return
  const key = nameOf(node.key)
  const value = isNode(node.value) && node.value.type === 'Literal' ? node.value.value : undefined
  if (key in safeValues && value !== safeValues[key]) report('webPreferences', key)
  if (key === 'enableBlinkFeatures') report('webPreferences', key)
  if (key !== 'webPreferences' || !isNode(node.value)) return
  const given = node.value.type === 'ObjectExpression' ? (node.value.properties as Node[]) : []
  const keys = given.map((property) => nameOf(property.key))
  for (const name of required) if (!keys.includes(name)) report('webPreferences', `${name} is not set`)
}

const windowMakers = ['BrowserWindow', 'BaseWindow', 'BrowserView', 'WebContentsView']
const oneWindowFactory: Check = (node, file, report) => {
  if (node.type !== 'NewExpression' || !isNode(node.callee)) return
  const made = nameOf(node.callee) || memberOf(node.callee)
  if (windowMakers.includes(made) && file !== windowFactory) report('window-factory', made)
}

const rawIpc: Check = (node, file, report) => {
  if (file === ipcFile) return
  const imported = node.type === 'ImportSpecifier' && nameOf(node.imported) === 'ipcMain'
  const picked = node.type === 'Property' && nameOf(node.key) === 'ipcMain'
  if (imported || picked || memberOf(node) === 'ipcMain') report('ipc', 'ipcMain')
}

/** The fixed text at the start of an argument, '' when it is computed. */
const textOf = (node: unknown): string => {
  if (!isNode(node)) return ''
  if (node.type === 'Literal') return String(node.value)
  const [first] = (node.quasis ?? []) as { value?: { cooked?: string } }[]
  return first?.value?.cooked ?? ''
}

const foreignLoad: Check = (node, _file, report) => {
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return
  const called = memberOf(node.callee)
  const [address] = node.arguments as Node[]
  if (called === 'loadFile') report('load', 'loadFile')
  if (called === 'loadURL' && /^(?!app:\/\/selaras\/)[\w.+-]+:/.test(textOf(address)))
    report('load', textOf(address))
}

const external: Check = (node, file, report) => {
  if (file === externalFile) return
  const used =
    memberOf(node) === 'openExternal' || (node.type === 'Property' && nameOf(node.key) === 'openExternal')
  if (used) report('open-external', 'openExternal')
}

const oldKeychain = ['encryptString', 'decryptString', 'isEncryptionAvailable', 'setUsePlainTextEncryption']
const keychain: Check = (node, _file, report) => {
  if (oldKeychain.includes(memberOf(node))) report('keychain', memberOf(node))
}

/** Electron's objects never reach the page: only functions that the preload script wrote itself. */
const exposure: Check = (node, _file, report) => {
  if (node.type !== 'CallExpression' || !isNode(node.callee) || memberOf(node.callee) !== 'exposeInMainWorld')
    return
  const [, api] = node.arguments as Node[]
  const given =
    api?.type === 'ObjectExpression' ? (api.properties as Node[]).map((property) => property.value) : [api]
  const leaked = given.some(
    (value) => nameOf(value) === 'ipcRenderer' || (isNode(value) && nameOf(value.object) === 'ipcRenderer'),
  )
  if (leaked) report('exposure', 'ipcRenderer')
}

const checks: readonly Check[] = [
  webPreferences,
  oneWindowFactory,
  rawIpc,
  foreignLoad,
  external,
  keychain,
  exposure,
]

const walk = (value: unknown, visit: (node: Node) => void): void => {
  if (!isNode(value)) return
  if (typeof value.type === 'string') visit(value)
  for (const child of Object.values(value)) walk(child, visit)
}

/** Findings of one file; `file` from the project's folder, with forward slashes. Throws on a file that does not parse. */
export const gate = (file: string, code: string): Finding[] => {
  const found: Finding[] = []
  const report: Report = (rule, what) => found.push({ rule, file, what })
  walk(parseAst(code, { lang: 'ts' }), (node) => {
    for (const check of checks) check(node, file, report)
  })
  return found
}
