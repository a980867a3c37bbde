import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { openElectron } from '../../../electron/shell/electron.ts'
import { callChannel, eventChannel } from '../../../electron/shell/electron-channel.ts'
import { allowedPermissions, guardNavigation } from '../../../electron/shell/electron-guard.ts'
import { keychain } from '../../../electron/shell/electron-keychain.ts'
import { registerOrigin } from '../../../electron/shell/electron-origin.ts'
import * as fake from './electron.fake.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'selaras-electron-'))
const renderer = path.join(folder, 'renderer')
const secret = 'isi rahasia di luar berkas jendela'

const makeRenderer = (): void => {
  mkdirSync(path.join(renderer, 'assets'), { recursive: true })
  writeFileSync(path.join(folder, 'rahasia.txt'), secret)
  writeFileSync(path.join(renderer, 'tak-terdaftar.js'), secret)
  writeFileSync(
    path.join(renderer, 'index.html'),
    '<script nonce="__SELARAS_NONCE__" src="/assets/a.js"></script>',
  )
  writeFileSync(path.join(renderer, 'assets', 'a.js'), 'halo')
  writeFileSync(
    path.join(renderer, 'files.json'),
    JSON.stringify({ 'index.html': 'text/html', 'assets/a.js': 'text/javascript' }),
  )
}

const options = {
  root: folder,
  coreModule: path.join(folder, 'core.js'),
  rendererFolder: renderer,
  preload: path.join(folder, 'preload.cjs'),
  icon: path.join(folder, 'icon.png'),
  workspace: path.join(folder, 'ruang'),
  remember: true,
}

const last = <T>(list: readonly T[]): T => {
  const item = list.at(-1)
  if (item === undefined) throw new Error('nothing was made')
  return item
}

const openWindow = async () => {
  const shell = await openElectron(options)
  if (shell === undefined) throw new Error('the workspace is taken')
  const core = last(fake.processes)
  core.emit('message', { kind: 'ready' })
  return { shell, core, window: last(fake.windows), session: last(fake.madeSessions) }
}

type Opened = Awaited<ReturnType<typeof openWindow>>

beforeAll(() => {
  vi.stubEnv('SELARAS_SETTINGS', path.join(folder, 'setelan'))
  makeRenderer()
  registerOrigin()
  guardNavigation(fake.app as never)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

describe('the Electron shell', () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openWindow()
  })
  afterAll(() => opened.shell.close())

  const ask = (address: string, method = 'GET'): Promise<Response> => {
    const handler = opened.session.schemes.get('app')
    if (handler === undefined) throw new Error('app:// is not handled')
    return handler({ url: address, method } as Request)
  }

  test('makes app:// an origin like https and gives it nothing more', () => {
    expect(fake.privileged).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
  })

  test('opens one window, sandboxed and isolated, without Node, on its own origin', () => {
    const { webPreferences } = opened.window.options as { webPreferences: Record<string, unknown> }
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: false,
      preload: options.preload,
      session: opened.session,
    })
    expect(opened.window.loaded).toEqual(['app://selaras/'])
    expect(fake.windows).toHaveLength(1)
  })

  test('keeps its session in memory only', () => {
    expect(opened.session.partition).not.toMatch(/^persist:/)
    expect(opened.session.options).toEqual({ cache: false })
  })

  test('refuses every permission but writing to the clipboard, and that only to its own page', () => {
    const request = opened.session.asked.get('permission') as (...args: unknown[]) => void
    const check = opened.session.asked.get('check') as (...args: unknown[]) => boolean
    const names = [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fullscreen',
      'usb',
      'fileSystem',
      'apa-saja',
    ]
    const granted = (name: string, requestingUrl: string): boolean => {
      const answer = vi.fn()
      request({}, name, answer, { requestingUrl })
      return answer.mock.calls[0]?.[0] === true || check({}, name, requestingUrl)
    }
    expect(names.filter((name) => granted(name, 'app://selaras/'))).toEqual([])
    expect(allowedPermissions).toEqual(['clipboard-sanitized-write'])
    expect(granted('clipboard-sanitized-write', 'app://selaras/')).toBe(true)
    expect(granted('clipboard-sanitized-write', 'app://selarasX/')).toBe(false)
    expect((opened.session.asked.get('device') as () => boolean)()).toBe(false)
    const pairing = vi.fn()
    ;(opened.session.asked.get('bluetooth') as (...args: unknown[]) => void)({}, pairing)
    expect(pairing).toHaveBeenCalledWith({ confirmed: false })
    const display = vi.fn()
    ;(opened.session.asked.get('display') as (...args: unknown[]) => void)({}, display)
    expect(display).toHaveBeenCalledWith(null)
  })

  test.each([
    'https://example.org/',
    'http://localhost/',
    'file:///etc/passwd',
    'app://selarasX/',
    'app://selaras.x/',
    'javascript:1',
    'ws://x/',
  ])('asks the network for nothing: %s is cancelled', (url) => {
    const answer = vi.fn()
    ;(opened.session.asked.get('request') as (...args: unknown[]) => void)({ url }, answer)
    expect(answer).toHaveBeenCalledWith({ cancel: true })
  })

  test('refuses navigation elsewhere, redirects, new windows and webviews, in every page', () => {
    const contents = opened.window.webContents
    const prevented = (event: string, url: string): boolean => {
      const preventDefault = vi.fn()
      contents.emit(event, { preventDefault, url })
      return preventDefault.mock.calls.length > 0
    }
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      for (const url of [
        'https://example.org/',
        'file:///x',
        'app://selarasX/',
        'app://selaras@x/',
        'about:blank',
        'app://',
      ])
        expect([event, url, prevented(event, url)]).toEqual([event, url, true])
      expect(prevented(event, 'app://selaras/anggaran')).toBe(false)
    }
    expect(prevented('will-attach-webview', 'app://selaras/')).toBe(true)
    expect((contents.openHandler as () => unknown)()).toEqual({ action: 'deny' })
  })

  const call = (event: unknown, text: unknown): Promise<string> => {
    const handler = fake.handled.get(callChannel) as (event: unknown, text: unknown) => Promise<string>
    return handler(event, text)
  }
  const own = () => ({ sender: opened.window.webContents, senderFrame: opened.window.webContents.mainFrame })
  const frame = (change: Partial<fake.FakeFrame>): fake.FakeFrame =>
    Object.assign(new fake.FakeFrame('app://selaras/'), change)
  const destroyed = Object.assign(new fake.FakeContents(), { destroyed: true })

  const badSenders: Record<string, () => unknown> = {
    'a null frame': () => ({ ...own(), senderFrame: null }),
    'a sub-frame': () => ({ ...own(), senderFrame: frame({ parent: frame({}) }) }),
    'a file:// page': () => ({ ...own(), senderFrame: frame({ url: 'file:///app://selaras/' }) }),
    'an http:// page': () => ({ ...own(), senderFrame: frame({ url: 'http://selaras/' }) }),
    'a look-alike': () => ({ ...own(), senderFrame: frame({ url: 'app://selarasX/' }) }),
    'a destroyed frame': () => ({ ...own(), senderFrame: frame({ destroyed: true }) }),
    'other contents': () => ({ sender: new fake.FakeContents(), senderFrame: frame({}) }),
    'destroyed contents': () => ({ sender: destroyed, senderFrame: frame({}) }),
    'a detached frame': () => ({ ...own(), senderFrame: frame({ detached: true }) }),
    'a page with a user name': () => ({ ...own(), senderFrame: frame({ url: 'app://selaras@jahat/' }) }),
    'a page with a port': () => ({ ...own(), senderFrame: frame({ url: 'app://selaras:1/' }) }),
    'no address': () => ({ ...own(), senderFrame: frame({ url: '' }) }),
  }
  test.each(Object.keys(badSenders))('answers no call of %s', (name) => {
    const before = opened.core.received.length
    expect(() => call(badSenders[name]?.(), 'x')).toThrow('sender refused')
    expect(opened.core.received).toHaveLength(before)
  })

  test('hands texts of its own page to the core unread, and nothing but texts', async () => {
    const answer = call(own(), 'apa pun')
    const message = last(opened.core.received) as { kind: string; id: number; text: string }
    expect(message).toMatchObject({ kind: 'call', text: 'apa pun' })
    opened.core.emit('message', { kind: 'reply', id: message.id, text: 'jawab' })
    expect(await answer).toBe('jawab')
    const before = opened.core.received.length
    for (const value of fc.sample(
      fc.anything().filter((item) => typeof item !== 'string'),
      200,
    ))
      expect(() => call(own(), value)).toThrow('a call is one text')
    expect(opened.core.received).toHaveLength(before)
  })

  test('sends events of the core to the window, and ignores what is no message of the protocol', () => {
    opened.core.emit('message', { kind: 'event', text: 'e1' })
    for (const junk of [null, 7, 'x', {}, { kind: 'rm -rf' }, []]) opened.core.emit('message', junk)
    expect(opened.window.webContents.sent).toEqual([[eventChannel, 'e1']])
  })

  test('uses one channel; electron-store opens the only other one, which tells folder and version alone', () => {
    expect([...fake.handled.keys()]).toEqual([callChannel])
    expect(fake.ipcMain.eventNames()).toEqual(['electron-store-get-data'])
    const event: { returnValue?: unknown } = {}
    fake.ipcMain.emit('electron-store-get-data', event)
    expect(event.returnValue).toEqual({ defaultCwd: '/data/Selaras', appVersion: '0.1.0' })
  })

  test('starts core and jobs as utility processes with their limits, and refuses code from outside', () => {
    expect(opened.core.module).toBe(options.coreModule)
    expect(opened.core.options.env).toMatchObject({ SELARAS_WORKSPACE: options.workspace })
    opened.core.emit('message', { kind: 'spawn-job', job: 1, module: './jobs/parse.js', limitMegabytes: 96 })
    const job = last(fake.processes)
    expect(job.module).toBe(path.join(folder, 'jobs', 'parse.js'))
    expect(job.options).toMatchObject({ execArgv: ['--max-old-space-size=96'] })
    opened.core.emit('message', { kind: 'to-job', job: 1, message: 'kerjakan' })
    expect(job.received).toEqual(['kerjakan'])
    opened.core.emit('message', { kind: 'kill-job', job: 1 })
    expect(last(opened.core.received)).toEqual({ kind: 'job-exit', job: 1, code: null })
    const before = fake.processes.length
    for (const module of ['../../etc/x.js', '/etc/passwd', 'file:///etc/passwd', '../x.js'])
      opened.core.emit('message', { kind: 'spawn-job', job: 2, module, limitMegabytes: 1 })
    expect(fake.processes).toHaveLength(before)
  })

  test('lends the core the keychain, and does nothing else that is asked that way', async () => {
    const bytes = new Uint8Array([0, 1, 254, 255])
    const answerTo = async (message: object): Promise<unknown> => {
      const before = opened.core.received.length
      opened.core.emit('message', { kind: 'keychain', ...message })
      await expect.poll(() => opened.core.received.length).toBe(before + 1)
      return (last(opened.core.received) as { answer: unknown }).answer
    }
    const sealed = (await answerTo({ id: 1, order: 'seal', bytes })) as { value: Uint8Array }
    expect(sealed).toMatchObject({ ok: true })
    expect(await answerTo({ id: 2, order: 'open', bytes: sealed.value })).toMatchObject({ value: { bytes } })
    for (const strange of [
      { id: 3, order: 'toString', bytes },
      { id: 4, order: 'seal', bytes: 'teks' },
    ])
      expect(await answerTo(strange)).toMatchObject({ ok: false, error: { type: 'KeychainMissing' } })
  })

  test('gives each answer the policy, with a nonce of its own that the page carries', async () => {
    const nonces = new Set<string>()
    for (const address of [
      '/',
      '/anggaran/2027',
      '/assets/a.js',
      '/tidak.ada',
      '/unduh/x',
      '/berhenti',
      '/%',
    ]) {
      const asked = ask(`app://selaras${address}`)
      if (address.startsWith('/unduh/'))
        opened.core.emit('message', {
          kind: 'download',
          id: (last(opened.core.received) as { id: number }).id,
          file: null,
        })
      const response = await asked
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none'; script-src 'nonce-[\w+/]{24}'; style-src 'self' 'nonce-/)
      for (const part of ['object-src', 'base-uri', 'frame-ancestors', 'form-action', 'connect-src'])
        expect(policy).toContain(`${part} 'none'`)
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin')
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      nonces.add(nonce)
      if (address === '/')
        expect(await response.text()).toBe(`<script nonce="${nonce}" src="/assets/a.js"></script>`)
    }
    expect(nonces.size).toBe(7)
  })

  test('gives a file of the core as an attachment, named safely, and only once found', async () => {
    const asked = ask('app://selaras/unduh/abc')
    const { id, token } = last(opened.core.received) as { id: number; token: string }
    expect(token).toBe('abc')
    const file = { name: 'Rekap "a"\r\nX: 1.pdf', type: 'text/html\r\nX: 1', bytes: new Uint8Array([1, 2]) }
    opened.core.emit('message', { kind: 'download', id, file })
    const response = await asked
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Rekap _a___X_ 1.pdf"; filename*=UTF-8''Rekap%20%22a%22%0D%0AX%3A%201.pdf`,
    )
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(file.bytes)
  })

  test('reads nothing outside of the files that the build listed, whatever the address', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2E%2e',
        '..%2f',
        '%5c',
        '\\',
        '%00',
        '\0',
        '//',
        'assets',
        'rahasia.txt',
        'tak-terdaftar.js',
      ),
      fc.constantFrom(
        'C:',
        '%c0%ae',
        'index.html',
        'files.json',
        '?',
        '#',
        '@',
        ':',
        'file:',
        '..;',
        '%252e%252e',
        '\\\\server\\share',
      ),
      fc.string({ maxLength: 12 }),
      fc.string({ minLength: 4000, maxLength: 5000 }),
    )
    const start = fc.constantFrom(
      'app://selaras/',
      'app://selaras',
      'app://selaras/../',
      'APP://SELARAS/',
      'app:///',
      'app://x/',
      'file:///',
      '',
    )
    const address = fc.tuple(start, fc.array(piece, { maxLength: 8 }), fc.constantFrom('/', '', '%2f', '\\'))
    await fc.assert(
      fc.asyncProperty(address, async ([head, pieces, between]) => {
        const response = await ask(head + pieces.join(between).replaceAll('unduh', ''))
        const body = await response.text()
        expect(body).not.toContain(secret)
        expect(body.startsWith('{')).toBe(false)
        expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      }),
      { numRuns: 5000 },
    )
  }, 60_000)

  test.each(['POST', 'PUT', 'DELETE', 'HEAD'])('answers no %s', async (method) => {
    expect((await ask('app://selaras/assets/a.js', method)).status).toBe(404)
  })

  test('shows its page again after the renderer or the core ended, and starts a new core when asked', async () => {
    await opened.window.loadURL('app://selaras/anggaran?opd=1')
    opened.window.webContents.emit('render-process-gone', {})
    expect(last(opened.window.loaded)).toBe('app://selaras/anggaran?opd=1')
    const pending = call(own(), 'tak terjawab')
    opened.core.emit('exit', 3)
    await expect(pending).rejects.toThrow()
    expect(last(opened.window.loaded)).toBe('app://selaras/berhenti?dari=%2Fanggaran%3Fopd%3D1')
    const told = await (await ask(last(opened.window.loaded))).text()
    expect(told).toContain('data yang sudah disimpan tetap aman')
    expect(told).toContain('href="/anggaran?opd=1"')
    const before = fake.processes.length
    await ask('app://selaras/anggaran?opd=1')
    expect(fake.processes).toHaveLength(before + 1)
    opened.core = last(fake.processes)
  })

  test.each(['//jahat.example/', '/\\jahat.example', 'https://jahat.example/', '/"><script>'])(
    'never leads to %s from the page that says so',
    async (from) => {
      const page = await (await ask(`app://selaras/berhenti?dari=${encodeURIComponent(from)}`)).text()
      expect(page).not.toContain('jahat')
      expect(page).not.toContain('<script')
    },
  )

  test('shows the window that is already there instead of a second one on the same workspace', async () => {
    const before = fake.windows.length
    expect(await openElectron(options)).toBeUndefined()
    expect(fake.windows).toHaveLength(before)
    await expect.poll(() => opened.window.shown).toBe(1)
  })

  test('stops the core when the window is closed, and keeps place and workspace in the settings', async () => {
    const { core } = opened
    await opened.shell.close()
    expect(core.received).toContainEqual({ kind: 'stop' })
    const kept: unknown = JSON.parse(readFileSync(path.join(folder, 'setelan', 'config.json'), 'utf8'))
    expect(kept).toEqual({
      lastWorkspace: options.workspace,
      window: { x: 10, y: 20, width: 1200, height: 700, maximized: true },
    })
    opened = await openWindow()
  })
})

describe('the keychain slot', () => {
  const bytes = new Uint8Array([0, 1, 254, 255])
  afterEach(
    () =>
      void Object.assign(fake.safe, {
        backend: 'gnome_libsecret',
        available: true,
        fails: false,
        renew: false,
      }),
  )

  test('gives back what it sealed, and says when it should be sealed again', async () => {
    const sealed = await keychain.seal(bytes)
    if (!sealed.ok) throw new Error(sealed.error.type)
    fake.safe.renew = true
    expect(await keychain.open(sealed.value)).toEqual({ ok: true, value: { bytes, renew: true } })
    expect(fake.safe.syncCalls).toBe(0)
  })

  test.runIf(process.platform === 'linux').each(['basic_text', 'unknown'])(
    'is missing where the backend is %s',
    async (backend) => {
      fake.safe.backend = backend
      expect(await keychain.seal(bytes)).toMatchObject({ ok: false, error: { type: 'KeychainMissing' } })
      expect(await keychain.open(bytes)).toMatchObject({ ok: false, error: { type: 'KeychainMissing' } })
    },
  )

  test('is missing where the system has none, and failed where it refuses', async () => {
    fake.safe.fails = true
    expect(await keychain.seal(bytes)).toMatchObject({ ok: false, error: { type: 'KeychainFailed' } })
    fake.safe.available = false
    expect(await keychain.open(bytes)).toMatchObject({ ok: false, error: { type: 'KeychainMissing' } })
  })
})

describe('the preload script', () => {
  test('gives the page one function out and one stream in, and nothing of Electron', async () => {
    await import('../../../electron/preload.ts')
    const bridge = fake.exposed.get('selaras') as unknown as {
      call: (text: string) => Promise<string>
      onEvent: (listener: (text: string) => void) => () => void
    }
    expect([...fake.exposed.keys()]).toEqual(['selaras'])
    expect(Object.keys(bridge).sort()).toEqual(['call', 'onEvent', 'shell'])
    expect(await bridge.call('x')).toBe('jawaban')
    expect(fake.ipcRenderer.invoked).toEqual([[callChannel, 'x']])
    const heard: string[] = []
    const off = bridge.onEvent((text) => heard.push(text))
    fake.ipcRenderer.emit(eventChannel, { sender: 'hidden' }, 'satu')
    off()
    fake.ipcRenderer.emit(eventChannel, {}, 'dua')
    expect(heard).toEqual(['satu'])
  })
})
