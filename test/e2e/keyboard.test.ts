import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from './harness.ts'
import { ask, find, look, openWorkspace, password } from './window.ts'

declare const document: {
  readonly activeElement: {
    readonly tagName: string
    getAttribute: (name: string) => string | null
    readonly textContent: string
  } | null
}

/** No pointer is used here: everything an officer does can be done with the keys alone. */
describe('the keyboard alone', () => {
  let app: Application

  beforeAll(async () => {
    app = await openWorkspace()
  })
  afterAll(async () => {
    await app.stop()
  })
  const press = async (...keys: string[]) => {
    for (const key of keys) await app.page.keyboard.press(key)
  }
  const type = (text: string) => app.page.keyboard.type(text)
  const heading = (name: string | RegExp, level = 1) => app.page.getByRole('heading', { name, level })
  const focused = () =>
    app.page.evaluate(() => {
      const { activeElement: here } = document
      return here === null
        ? ''
        : [
            here.tagName,
            here.getAttribute('role') ?? here.getAttribute('name') ?? '',
            here.textContent.slice(0, 40),
          ]
            .join(' ')
            .trim()
    })
  const goTo = async (words: string, name: string) => {
    await find(app, words, name)
    await heading(name).waitFor()
  }

  it('reaches the content first by the skip link', async () => {
    await press('Tab')
    expect(await focused()).toMatch(/^A .*Lewati ke isi/)
    await press('Enter')
    expect(await focused()).toMatch(/^MAIN/)
  })

  it('goes to a page by Ctrl+K and its name, and the focus begins there', async () => {
    await goTo('perangkat daerah', 'Perangkat daerah (OPD)')
    await app.page.waitForFunction(`document.activeElement?.tagName === 'MAIN'`)
  })

  it('adds with N, fills field by field, saves with Ctrl+S and closes with Esc', async () => {
    await press('n')
    await app.page.waitForFunction(`document.activeElement?.name === 'code'`)
    await type('1.02')
    await press('Tab')
    await type('Dinas Kesehatan')
    await press('Control+s')
    await heading('Dinas Kesehatan', 2).waitFor()
    await press('e')
    await app.page.waitForFunction(`document.activeElement?.name === 'code'`)
    await press('Escape')
    await heading('Dinas Kesehatan', 2).waitFor({ state: 'detached' })
    expect(await focused()).toMatch(/^DIV grid/)
  })

  it('asks before Esc would throw away what was typed', async () => {
    await press('ArrowDown', 'Enter')
    await heading('Dinas Kesehatan', 2).waitFor()
    await press('e', 'Tab', 'End')
    await type(' Kota')
    await press('Escape')
    const dialog = app.page.getByRole('dialog', { name: 'Isian belum disimpan' })
    await dialog.waitFor()
    await look(app, 'papan-ketik-isian-belum-disimpan')
    await press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await press('Control+s')
    await app.page.getByRole('status').filter({ hasText: 'disimpan' }).waitFor()
    await press('Escape')
    await heading('Dinas Kesehatan Kota', 2).waitFor({ state: 'detached' })
  })

  it('opens a record alone with Ctrl+Enter and comes back with Alt+Left', async () => {
    await ask(app, 'record.save', {
      type: 'opd',
      id: null,
      seen: null,
      values: { code: '1.03', name: 'Dinas Sosial' },
    })
    await app.page.getByRole('row', { name: /Dinas Sosial/ }).waitFor()
    await press('End', 'Control+Enter')
    await app.page.getByRole('button', { name: 'Tampilkan bersama daftar' }).waitFor()
    await look(app, 'isian-sendiri')
    await press('Alt+ArrowLeft')
    await app.page.getByRole('grid').waitFor()
  })

  it('searches the list with / and leaves the search with Esc', async () => {
    await app.page.getByRole('row', { name: /Kesehatan/ }).waitFor()
    await press('/')
    await type('sosial')
    await app.page.getByRole('row', { name: /Kesehatan/ }).waitFor({ state: 'detached' })
    await press('Escape')
    await app.page.getByRole('row', { name: /Kesehatan/ }).waitFor()
  })

  it('shows the keys of the screen with ? and gives the focus back', async () => {
    await press('Escape')
    const before = await focused()
    await press('?')
    await app.page.getByRole('dialog', { name: 'Tombol di layar ini' }).waitFor()
    await look(app, 'tombol')
    await press('Escape')
    await app.page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused()).toBe(before)
  })

  it('folds the navigation with Ctrl+B', async () => {
    await press('Control+b')
    await app.page.getByRole('button', { name: 'Lebarkan menu' }).waitFor()
    await look(app, 'menu-ciut')
    await press('Control+b')
    await app.page.getByRole('button', { name: 'Ciutkan menu' }).waitFor()
  })

  it('changes the year, which stands in the address and survives another page', async () => {
    await find(app, 'ta 2028', 'Ganti ke TA 2028')
    await app.page.getByRole('button', { name: /^TA 2028/ }).waitFor()
    await find(app, 'beranda', 'Beranda')
    await heading(/Selamat bekerja/).waitFor()
    expect(new URL(app.page.url()).searchParams.get('ta')).toBe('2028')
  })

  it('chooses dark by Ctrl+K, and the choice is there again after the next login', async () => {
    await find(app, 'tampilan gelap', 'Tampilan gelap')
    await app.page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
    await press('Control+Shift+L')
    await heading('Selaras terkunci').waitFor()
    await app.page.reload()
    await heading('Masuk').waitFor()
    await type('198804122010012003')
    await press('Tab')
    await type(password)
    await press('Enter')
    await heading(/Selamat bekerja/).waitFor()
    await app.page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
  })
})
