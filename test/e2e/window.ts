import type { Bridge } from '../../shared/contract/bridge.ts'
import { decodeWire, encodeRequest } from '../../shared/contract/wire.ts'
import { type Application, type ApplicationOptions, openApplication } from './harness.ts'

declare const window: { readonly selaras: Bridge }

export const password = 'kopi tubruk hangat di teras'
export const officer = {
  name: 'Siti Rahmawati, S.Kom.',
  nip: '198804122010012003',
  position: 'Pranata Komputer Ahli Muda',
} as const

/** No step of the window takes this long, on a slow machine either. */
const patience = 12_000

let asked = 0
/** A call over the window's own bridge, as another window of the same core would make it. Throws where it is refused. */
export const ask = async <T = Record<string, unknown>>(
  { page }: Application,
  name: string,
  input: unknown,
): Promise<T> => {
  asked += 1
  const request = encodeRequest({ name, input, call: `uji-${asked}` })
  const reply = decodeWire(await page.evaluate((text) => window.selaras.call(text), request)) as {
    readonly ok: boolean
    readonly value?: unknown
  }
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
  return reply.value as T
}

/** The application with a workspace of its own, and its first officer logged in. */
export const openWorkspace = async (
  options: ApplicationOptions = {},
  own: { readonly regulation?: string; readonly city?: string } = {},
): Promise<Application> => {
  const app = await openApplication(options)
  app.page.setDefaultTimeout(patience)
  await app.page.getByRole('heading', { name: 'Selamat datang di Selaras' }).waitFor()
  await ask(app, 'workspace.create', {
    ...officer,
    regulation: 'prabumulih',
    city: 'Kota Prabumulih',
    agency: 'Dinas Komunikasi dan Informatika',
    password,
    ...own,
  })
  await app.page.reload()
  await app.page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
  return app
}

/** Light and dark: axe finds nothing, and a picture of each is kept to be looked at. */
export const look = async (app: Application, name: string): Promise<void> => {
  for (const dark of [false, true]) {
    await app.dark(dark)
    await app.screenshot(dark ? `${name}-gelap` : name)
    await app.axe(dark ? 'colours' : 'all')
  }
  await app.dark(false)
}

/** Ctrl+K, the words, and Enter once `found` is the first of what is listed. */
export const find = async ({ page }: Application, words: string, found: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await page.locator('.mantine-Spotlight-search:focus').waitFor()
  await page.keyboard.type(words)
  await page.locator('[data-action][data-selected]').filter({ hasText: found }).waitFor()
  await page.keyboard.press('Enter')
}

/** Ctrl+V of a text outside of any field. */
export const pasteText = ({ page }: Application, text: string): Promise<unknown> =>
  page.evaluate(`(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })()`)

/** A file hangs over the page, leaves it, or is let go on the page itself, outside of any box. */
export const dragOver = (
  { page }: Application,
  type: 'dragenter' | 'dragleave' | 'drop',
  file: { readonly name: string; readonly text: string } = { name: 'berkas.csv', text: 'x' },
): Promise<unknown> =>
  page.evaluate(`(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([${JSON.stringify(file.text)}], ${JSON.stringify(file.name)}))
    document.body.dispatchEvent(new DragEvent('${type}', { dataTransfer, bubbles: true, cancelable: true }))
  })()`)
