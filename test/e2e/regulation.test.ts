import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from './harness.ts'
import { look, openWorkspace } from './window.ts'

describe('the library of regulations', () => {
  let app: Application
  beforeAll(async () => {
    app = await openWorkspace()
  })
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: true })
  const text = () => app.page.getByRole('region', { name: 'Naskah sebagaimana tercetak' })
  const choice = () => app.page.getByRole('combobox', { name: 'Peraturan yang dibaca' })
  const panel = (name: string) => app.page.getByRole('article', { name })

  it('opens the regulation of the city, as printed, with the remarks of Selaras apart', async () => {
    await app.page.getByRole('link', { name: 'Peraturan', exact: true }).click()
    await app.page.getByRole('heading', { name: 'Peraturan', level: 1 }).waitFor()
    expect(await choice().inputValue()).toBe('Perwal Prabumulih 64/2017')
    await text().getByText('paling lama 2 (tahun) tahun').waitFor()
    await text()
      .getByText(/maksudnya 2 \(dua\) tahun/)
      .waitFor()
    await look(app, 'peraturan')
  })

  it('leads from the outline to a pasal, and shows what hangs on an ayat', async () => {
    await button('Pasal 11').click()
    await panel('Pasal 11').waitFor()
    await button('Buka Pasal 11 ayat (3)').click()
    await panel('Pasal 11 ayat (3)').waitFor()
    await button('Buka Penjelasan Pasal 6 ayat (4)').click()
    await panel('Penjelasan Pasal 6 ayat (4)').getByText('Menjelaskan').waitFor()
    await button('Buka Pasal 6 ayat (3)').click()
    const open = panel('Pasal 6 ayat (3)')
    await open.getByText(/spesifik, terukur, realistis/).waitFor()
    await open.getByRole('link', { name: 'Perangkat daerah (OPD)' }).waitFor()
    await look(app, 'peraturan-ayat')
    await open.getByRole('link', { name: 'Pasal 11 ayat (3) Perwal Singkawang 27/2019' }).click()
    await panel('Pasal 11 ayat (3)').getByText('Perwal Singkawang 27/2019', { exact: true }).waitFor()
    await app.page.goBack()
    await open.waitFor()
  })

  it('copies a unit with its citation', async () => {
    await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await button('Salin dengan kutipan').click()
    await app.page.getByRole('status').filter({ hasText: 'Pasal 6 ayat (3) disalin' }).waitFor()
    expect(await app.page.evaluate('navigator.clipboard.readText()')).toMatch(
      /^“Dalam hal penyusunan .*fungsinya\.” \(Pasal 6 ayat \(3\) Peraturan Walikota Prabumulih Nomor 64 Tahun 2017\)$/,
    )
  })

  it('is searched by keyboard, and a result opens beside the others', async () => {
    await app.page.keyboard.press('Escape')
    await panel('Pasal 6 ayat (3)').waitFor({ state: 'detached' })
    await app.page.keyboard.press('/')
    await app.page.keyboard.type('kode sumber')
    await app.page.getByText('3 bagian memuat “kode sumber”').waitFor()
    await button('Pasal 11 ayat (3) huruf e').click()
    await panel('Pasal 11 ayat (3) huruf e').waitFor()
    await look(app, 'peraturan-cari')
    await app.page.getByRole('searchbox', { name: 'Cari dalam peraturan' }).fill('zzz')
    await app.page.getByText('Tidak ada yang memuat “zzz”.').waitFor()
    await app.page.getByRole('searchbox', { name: 'Cari dalam peraturan' }).press('Escape')
    await text().getByText('paling lama 2 (tahun) tahun').waitFor()
  })

  it('keeps the other regulation for reading', async () => {
    await choice().click()
    await app.page.getByRole('option', { name: 'Perwal Singkawang 27/2019' }).click()
    await text().getByText('Tim Kebijakan TIK;').waitFor()
    await text()
      .getByText(/BAB VI tercetak dua kali/)
      .waitFor()
    await look(app, 'peraturan-singkawang')
  })
})
