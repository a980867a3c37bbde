import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bridge } from '../../../shared/contract/bridge.ts'
import { type Application, openApplication } from '../harness.ts'
import { shellParts } from './fixture.ts'

declare const window: {
  readonly selaras: Bridge
  readonly seen: string[]
  open: (address: string) => unknown
}
declare const location: { readonly assign: (address: string) => void }
declare const getComputedStyle: (element: unknown) => { readonly color: string }
declare const document: { readonly querySelector: (selector: string) => unknown; readonly title: string }
declare const fetch: (address: string) => Promise<unknown>

const profilesOf = (pid: number | undefined): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`selaras-jendela-${pid}-`))

describe('the Chromium shell', { timeout: 60_000 }, () => {
  let parts: Awaited<ReturnType<typeof shellParts>>
  let app: Application

  beforeAll(async () => {
    parts = await shellParts()
    app = await openApplication({ parts })
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })

  const call = (text: string): Promise<string> =>
    app.page.evaluate((asked) => window.selaras.call(asked), text)
  const faultsDuring = async (action: () => Promise<unknown>): Promise<string[]> => {
    await action()
    return app.faults.splice(0)
  }

  /** What the browser itself lists, strays included. */
  const tabs = async (): Promise<unknown[]> => {
    const session = await app.page.context().newCDPSession(app.page)
    const { targetInfos } = await session.send('Target.getTargets')
    await session.detach()
    return targetInfos.filter(({ type }) => type === 'page')
  }

  test('shows the page on its own origin, with its styles, lazy modules and an answer of the core', async () => {
    await app.page.getByText('Jawaban: halo').waitFor()
    expect(app.page.url()).toBe('https://selaras.localhost/')
    expect(await app.page.evaluate(() => getComputedStyle(document.querySelector('h1')).color)).toBe(
      'rgb(11, 92, 94)',
    )
    expect(await app.page.evaluate(() => Object.keys(window.selaras))).toEqual(['shell', 'call', 'onEvent'])
    await app.screenshot('uji-jendela')
    await app.axe()
  })

  test('the harness sees what axe finds, and what the console says', async () => {
    await app.page.evaluate(
      `document.body.append(Object.assign(document.createElement('img'), { id: 'x', src: 'data:,' }))`,
    )
    await expect(app.axe()).rejects.toThrow('image-alt')
    await app.page.evaluate(`document.querySelector('#x').remove()`)
    const faults = await faultsDuring(() =>
      app.page.evaluate(`console.error('rusak'); queueMicrotask(() => { throw new Error('jebol') })`),
    )
    expect(faults.join('\n')).toMatch(/console: rusak[\s\S]*uncaught: Error: jebol/)
  })

  test('carries long texts and many calls at once, each to its own caller', async () => {
    const long = 'ä'.repeat(2_000_000)
    const answers = await Promise.all([
      call(long),
      ...Array.from({ length: 50 }, (_, at) => call(`ke-${at}`)),
    ])
    expect(answers[0] === long).toBe(true)
    expect(answers.slice(1)).toEqual(Array.from({ length: 50 }, (_, at) => `ke-${at}`))
  })

  test('hands events of the core to the page', async () => {
    await call('peristiwa')
    expect(await app.page.evaluate(() => window.seen)).toEqual(['berubah'])
  })

  test('tells the core which workspace it serves', async () => {
    expect(await call('lingkungan')).toBe(app.workspace)
  })

  test('runs jobs that the core asks for, gives them bytes, and kills them on request', async () => {
    expect(await call('pekerjaan')).toBe('job 1: {"sum":6}')
    expect(await call('pekerjaan-lama')).toBe(`job 2 berakhir ${128 + constants.signals.SIGKILL}`)
    expect(await call('pekerjaan-asing')).toBe('job 3 berakhir null')
  })

  test('gives a file once, under its own name, and does not leave the page', async () => {
    const file = await app.download(() => app.page.getByText('Unduh').click())
    expect(file.name).toContain('2027')
    expect(new TextDecoder().decode(file.bytes)).toBe('a;b\n')
    expect(app.page.url()).toBe('https://selaras.localhost/')
    const again = await faultsDuring(() => app.page.goto('https://selaras.localhost/unduh/satu'))
    expect(again.join()).toContain('404')
    await app.page.goto('https://selaras.localhost/')
  })

  test('gives files of 20 MB, and says so when one is too large', async () => {
    const goTo = (token: string) =>
      app.page.evaluate((address) => location.assign(address), `/unduh/${token}`)
    const large = await app.download(() => goTo('besar'))
    expect(large.bytes.byteLength).toBe(20_000_000)
    await faultsDuring(async () => {
      await goTo('terlalu-besar')
      await app.page.getByText('terlalu besar untuk diunduh').waitFor()
      await app.page.goto('https://selaras.localhost/')
    })
  })

  test.each([
    'https://example.org/',
    'http://selaras.localhost/',
    'https://selaras.localhost.example.org/',
    'data:text/html,x',
    'file:///etc/passwd',
  ])('stays where it is when the page wants to go to %s', async (address) => {
    await faultsDuring(async () => {
      await app.page.evaluate((to) => location.assign(to), address)
      expect(await call('masih')).toBe('masih')
    })
    expect(app.page.url()).toBe('https://selaras.localhost/')
  })

  test('opens no second window, and closes a tab that the browser opened by itself', async () => {
    expect(await app.page.evaluate(() => window.open('https://selaras.localhost/') === null)).toBe(true)
    // Several: a page that waits in the thread of its opener, and is closed there, once stopped both.
    for (let times = 0; times < 10; times += 1) {
      await app.page.evaluate(`{
        const link = Object.assign(document.createElement('a'), { href: '/lain', target: '_blank', rel: 'opener' })
        document.body.append(link)
        link.click()
        link.remove()
      }`)
      expect(await call('masih')).toBe('masih')
    }
    await expect.poll(tabs).toHaveLength(1)
    expect(app.page.url()).toBe('https://selaras.localhost/')
  })

  test('refuses inline scripts and requests to elsewhere, and the harness sees both', async () => {
    const faults = await faultsDuring(async () => {
      await app.page.evaluate(() => fetch('https://example.org/').catch(() => 'refused'))
      await app.page.evaluate(
        `const s = document.createElement('script'); s.textContent = 'document.title = "jebol"'; document.body.append(s)`,
      )
    })
    expect(await app.page.evaluate(() => document.title)).not.toBe('jebol')
    expect(faults.join('\n')).toMatch(/connect-src/)
    expect(faults.join('\n')).toMatch(/script-src/)
  })

  test('shows every address of ours that is no file as the page itself, so that a reload comes back', async () => {
    await app.page.goto('https://selaras.localhost/anggaran/2027?opd=1')
    await app.page.getByText('Jawaban: halo').waitFor()
    expect(app.page.url()).toBe('https://selaras.localhost/anggaran/2027?opd=1')
  })

  test('says in one sentence that the core ended, and a click starts it again where the officer was', async () => {
    const faults = await faultsDuring(async () => {
      await app.page.evaluate(() => void window.selaras.call('mati').catch(() => {}))
      await app.page.getByText('Bagian pengolah data Selaras berhenti').waitFor()
      await app.axe()
      await app.page.getByText('Muat ulang', { exact: true }).click()
      await app.page.getByText('Jawaban: halo').waitFor()
    })
    expect(faults.filter((fault) => !fault.includes('503'))).toEqual([])
    expect(app.page.url()).toBe('https://selaras.localhost/anggaran/2027?opd=1')
  })

  test('is one window per workspace: the second start ends with a sentence', async () => {
    const { workspace, settings } = app
    await expect(openApplication({ parts, workspace, settings })).rejects.toThrow('before its window opened')
  })

  test('leaves no profile and no process behind when its window is closed', async () => {
    const second = await openApplication({ parts })
    expect(profilesOf(second.shell.pid)).toHaveLength(1)
    const ended = once(second.shell, 'exit')
    await second.page.close()
    expect((await ended)[0]).toBe(0)
    expect(profilesOf(second.shell.pid)).toEqual([])
    await second.stop()
  })
})
