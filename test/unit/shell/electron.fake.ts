import { EventEmitter } from 'node:events'

/** Stands for the module `electron`, which needs its binary: records what the shell asks of it and lets tests answer. */
type Handler = (...args: never[]) => unknown

export class FakeFrame {
  url: string
  parent: FakeFrame | null = null
  detached = false
  destroyed = false
  constructor(url: string) {
    this.url = url
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
}

export class FakeContents extends EventEmitter {
  mainFrame = new FakeFrame('app://selaras/')
  openHandler: Handler | undefined
  readonly sent: unknown[][] = []
  destroyed = false
  setWindowOpenHandler(handler: Handler): void {
    this.openHandler = handler
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  getURL(): string {
    return this.mainFrame.url
  }
  send(...message: unknown[]): void {
    this.sent.push(message)
  }
}

export const windows: BrowserWindow[] = []

export class BrowserWindow extends EventEmitter {
  readonly options: Record<string, unknown>
  readonly webContents = new FakeContents()
  readonly loaded: string[] = []
  shown = 0
  gone = false
  constructor(options: Record<string, unknown>) {
    super()
    this.options = options
    windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(address: string): Promise<void> {
    this.loaded.push(address)
    this.webContents.mainFrame.url = address
  }
  isDestroyed(): boolean {
    return this.gone
  }
  isMinimized(): boolean {
    return false
  }
  isMaximized(): boolean {
    return true
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1200, height: 700 }
  }
  maximize(): void {}
  restore(): void {}
  setTitle(): void {}
  focus(): void {
    this.shown += 1
  }
  close(): void {
    this.emit('close')
    this.gone = true
    this.emit('closed')
  }
}

class FakeApp extends EventEmitter {
  isPackaged = true
  getPath = (): string => '/data/Selaras'
  getVersion = (): string => '0.1.0'
  setName = (): void => {}
  whenReady = async (): Promise<void> => {}
  requestSingleInstanceLock = (): boolean => true
  exit = (): void => {}
}
export const app = new FakeApp()

export const handled = new Map<string, Handler>()
class FakeIpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    handled.set(channel, handler)
  }
}
export const ipcMain = new FakeIpcMain()

export class FakeSession {
  readonly partition: string
  readonly options: unknown
  readonly asked = new Map<string, Handler>()
  readonly schemes = new Map<string, (request: Request) => Promise<Response>>()
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
      void this.schemes.set(scheme, handler),
  }
  readonly webRequest = { onBeforeRequest: (handler: Handler) => void this.asked.set('request', handler) }
  constructor(partition: string, options: unknown) {
    this.partition = partition
    this.options = options
  }
  setPermissionRequestHandler = (handler: Handler): void => void this.asked.set('permission', handler)
  setPermissionCheckHandler = (handler: Handler): void => void this.asked.set('check', handler)
  setDevicePermissionHandler = (handler: Handler): void => void this.asked.set('device', handler)
  setBluetoothPairingHandler = (handler: Handler): void => void this.asked.set('bluetooth', handler)
  setDisplayMediaRequestHandler = (handler: Handler): void => void this.asked.set('display', handler)
}
export const madeSessions: FakeSession[] = []
export const session = {
  fromPartition: (partition: string, options: unknown): FakeSession => {
    const made = new FakeSession(partition, options)
    madeSessions.push(made)
    return made
  },
}

export const privileged: unknown[] = []
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void privileged.push(...schemes),
}

export class FakeProcess extends EventEmitter {
  readonly received: unknown[] = []
  readonly module: string
  readonly options: Record<string, unknown>
  constructor(module: string, options: Record<string, unknown>) {
    super()
    this.module = module
    this.options = options
  }
  postMessage(message: { kind?: string }): void {
    this.received.push(message)
    if (message.kind === 'stop') this.emit('exit', 0)
  }
  kill(): boolean {
    this.emit('exit', null)
    return true
  }
}
export const processes: FakeProcess[] = []
export const utilityProcess = {
  fork: (module: string, _args: string[], options: Record<string, unknown>): FakeProcess => {
    const made = new FakeProcess(module, options)
    processes.push(made)
    return made
  },
}

export const safe = { backend: 'gnome_libsecret', available: true, fails: false, renew: false, syncCalls: 0 }
const sync = (): never => {
  safe.syncCalls += 1
  throw new Error('deprecated')
}
const flip = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
export const safeStorage = {
  getSelectedStorageBackend: () => safe.backend,
  isAsyncEncryptionAvailable: async () => safe.available,
  encryptStringAsync: async (text: string) => {
    if (safe.fails) throw new Error('locked')
    return flip(Buffer.from(text))
  },
  decryptStringAsync: async (sealed: Buffer) => {
    if (safe.fails) throw new Error('locked')
    return { result: flip(sealed).toString(), shouldReEncrypt: safe.renew }
  },
  encryptString: sync,
  decryptString: sync,
  isEncryptionAvailable: sync,
  setUsePlainTextEncryption: sync,
}

export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false }
export const Menu = { setApplicationMenu: () => {}, buildFromTemplate: () => ({}) }
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }
export const opened: string[] = []
export const shell = { openExternal: async (address: string) => void opened.push(address) }

export const exposed = new Map<string, Record<string, Handler>>()
export const contextBridge = {
  exposeInMainWorld: (name: string, api: Record<string, Handler>) => void exposed.set(name, api),
}
class FakeIpcRenderer extends EventEmitter {
  readonly invoked: unknown[][] = []
  async invoke(...message: unknown[]): Promise<unknown> {
    this.invoked.push(message)
    return 'jawaban'
  }
}
export const ipcRenderer = new FakeIpcRenderer()

export default { app, ipcMain, shell }
