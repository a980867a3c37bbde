import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { findBrowser, usualPlaces } from '../../../electron/shell/browsers.ts'
import { chromiumArguments, type Look } from '../../../electron/shell/chromium-arguments.ts'
import { temporaryProfile } from '../../../electron/shell/profile.ts'
import { parseSettings, settingsFolder } from '../../../electron/shell/settings.ts'
import { confSettings } from '../../../electron/shell/settings-conf.ts'
import { claimWorkspace, instanceAddress } from '../../../electron/shell/single.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'selaras-mulai-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('finding a browser', () => {
  const there =
    (...files: string[]) =>
    (file: string): boolean =>
      files.includes(file)

  test('takes SELARAS_CHROMIUM before everything installed', () => {
    expect(findBrowser({ SELARAS_CHROMIUM: '/x/chrome' }, 'linux', () => true)).toEqual({
      name: 'chrome',
      file: '/x/chrome',
    })
  })

  test.each([
    ['linux', { PATH: '/usr/bin' }, '/usr/bin/google-chrome', 'Google Chrome'],
    ['linux', { PATH: '/bin' }, '/snap/bin/chromium', 'Chromium'],
    ['linux', {}, '/usr/bin/microsoft-edge', 'Microsoft Edge'],
    ['win32', { PROGRAMFILES: 'C:\\P' }, 'C:\\P\\Google\\Chrome\\Application\\chrome.exe', 'Google Chrome'],
    [
      'win32',
      { 'PROGRAMFILES(X86)': 'C:\\P' },
      'C:\\P\\Microsoft\\Edge\\Application\\msedge.exe',
      'Microsoft Edge',
    ],
    ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\L\\Chromium\\Application\\chrome.exe', 'Chromium'],
    [
      'darwin',
      { HOME: '/Users/a' },
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'Google Chrome',
    ],
    [
      'darwin',
      { HOME: '/Users/a' },
      '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium',
      'Chromium',
    ],
  ] as const)('finds it on %s with %o at %s', (platform, env, file, name) => {
    expect(findBrowser(env, platform, there(file))).toEqual({ name, file })
  })

  test('prefers Chrome where there are several, and says when there is none', () => {
    expect(findBrowser({ PATH: '/usr/bin' }, 'linux', () => true)?.name).toBe('Google Chrome')
    expect(findBrowser({ PATH: '/usr/bin' }, 'linux', () => false)).toBeUndefined()
  })

  test('never looks into a folder that is relative to where it was started', () => {
    expect(usualPlaces({ PATH: '.:bin::/usr/bin' }, 'linux').every(({ file }) => path.isAbsolute(file))).toBe(
      true,
    )
  })
})

describe('the arguments of the browser', () => {
  const look: Look = {
    profile: '/p',
    headless: false,
    asRoot: false,
    place: null,
    theme: 'system',
    debugPort: undefined,
  }

  test('weaken nothing', () => {
    const all = chromiumArguments({ ...look, headless: true, theme: 'dark' }).join(' ')
    expect(all).not.toMatch(
      /disable-web-security|no-sandbox|ignore-certificate|disable-site-isolation|allow-running-insecure|single-process|disable-features=[^ ]*Isolat/,
    )
    expect(all).not.toContain('--remote-debugging-port')
    expect(all).not.toContain('--remote-allow-origins')
  })

  test('switch the sandbox off only as root, and open a port only for tests', () => {
    expect(chromiumArguments({ ...look, asRoot: true })).toContain('--no-sandbox')
    expect(chromiumArguments({ ...look, debugPort: '0' })).toContain('--remote-debugging-port=0')
  })

  test('keep the profile off the record, in its own folder, and resolve no name', () => {
    expect(chromiumArguments(look)).toEqual(
      expect.arrayContaining([
        '--user-data-dir=/p',
        '--incognito',
        '--remote-debugging-pipe',
        '--host-resolver-rules=MAP * ~NOTFOUND',
      ]),
    )
  })

  test('put the window where it stood', () => {
    const place = { x: 5, y: -3, width: 900, height: 700, maximized: true }
    const args = chromiumArguments({ ...look, place })
    expect(args).toEqual(
      expect.arrayContaining(['--window-position=5,-3', '--window-size=900,700', '--start-maximized']),
    )
  })
})

describe('the temporary profile', () => {
  test('is new each time, is deleted, and takes along what killed shells left behind', async () => {
    const left = path.join(folder, 'selaras-jendela-999999999-abc')
    const alive = path.join(folder, `selaras-jendela-${process.ppid}-abc`)
    const foreign = path.join(folder, 'lain-999999999-abc')
    for (const place of [left, alive, foreign]) mkdirSync(place)
    const first = await temporaryProfile(folder)
    const second = await temporaryProfile(folder)
    expect(first.folder).not.toBe(second.folder)
    await expect.poll(() => existsSync(left)).toBe(false)
    expect([alive, foreign].map((place) => existsSync(place))).toEqual([true, true])
    await first.remove()
    expect(existsSync(first.folder)).toBe(false)
    await second.remove()
  })
})

describe('one window per workspace', () => {
  test('the second start asks the first to show itself; another workspace is free; so is this one after its end', async () => {
    const onShow = vi.fn()
    const first = await claimWorkspace(folder, '/data/a', onShow)
    expect(await claimWorkspace(folder, '/data/a', vi.fn())).toEqual({ taken: true })
    await expect.poll(() => onShow.mock.calls.length).toBe(1)
    const other = await claimWorkspace(folder, '/data/b', vi.fn())
    expect(other.taken).toBe(false)
    for (const claim of [first, other]) if (!claim.taken) claim.release()
    const again = await claimWorkspace(folder, '/data/a', vi.fn())
    expect(again.taken).toBe(false)
    if (!again.taken) again.release()
  })

  test('uses a short local address on every system, the same for the same folder', () => {
    expect(instanceAddress('/s', '/data/a/', 'linux')).toBe(instanceAddress('/s', '/data/x/../a', 'linux'))
    expect(instanceAddress('/s', '/data/a', 'win32')).toMatch(/^\\\\\.\\pipe\\selaras-\w+$/)
    expect(instanceAddress(`/${'panjang/'.repeat(30)}`, '/data/a', 'linux').length).toBeLessThan(108)
  })
})

describe('the machine settings', () => {
  test('lie where Electron keeps them', () => {
    expect(settingsFolder({ XDG_CONFIG_HOME: '/c' }, 'linux')).toBe('/c/Selaras')
    expect(settingsFolder({ SELARAS_SETTINGS: '/s' }, 'linux')).toBe('/s')
  })

  test.each([
    null,
    7,
    'x',
    [],
    { window: 1 },
    { window: { x: 1 } },
    { theme: 'ungu', lastWorkspace: 3 },
    { window: { x: 0, y: 0, width: 10, height: 10 } },
  ])('fall back to the defaults for %o', (given) =>
    expect(parseSettings(given)).toEqual({ window: null, theme: 'system', lastWorkspace: null }),
  )

  test('come back as they were written, in a file that only this account reads', async () => {
    const place = { x: 1, y: 2, width: 1000, height: 700, maximized: false }
    const own = path.join(folder, 'setelan')
    await confSettings(own).write({ window: place, theme: 'dark' })
    await confSettings(own).write({ lastWorkspace: '/data' })
    expect(confSettings(own).read()).toEqual({ window: place, theme: 'dark', lastWorkspace: '/data' })
    expect(JSON.parse(readFileSync(path.join(own, 'config.json'), 'utf8'))).toMatchObject({ theme: 'dark' })
  })
})
