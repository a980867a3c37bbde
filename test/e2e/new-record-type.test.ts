import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRenderer } from '../../build/renderer.ts'
import type { Application } from './harness.ts'
import { ask, find, look, openWorkspace } from './window.ts'

const here = import.meta.dirname
const root = path.join(here, '..', '..')
const renderer = path.join(root, 'dist', 'test', 'new-record-type')

describe('a record type that is only defined', () => {
  let app: Application

  beforeAll(async () => {
    await buildRenderer(path.join(here, 'app', 'new-record-type'), renderer)
    app = await openWorkspace({
      parts: { root, core: path.join(root, 'electron', 'core.ts'), renderer },
      env: { SELARAS_COMPOSITION: pathToFileURL(path.join(here, 'new-record-type', 'composition.ts')).href },
    })
    await ask(app, 'record.save', {
      type: 'opd',
      id: null,
      seen: null,
      values: { code: '1.02', name: 'Dinas Kesehatan' },
    })
  })
  afterAll(async () => {
    await app.stop()
  })
  const field = (name: string) => app.page.getByLabel(name, { exact: true })
  const notice = (text: string) => app.page.getByRole('status').filter({ hasText: text })

  it('is built as officers get it, without what React does for developers', () => {
    for (const file of readdirSync(path.join(renderer, 'assets')))
      expect(readFileSync(path.join(renderer, 'assets', file), 'latin1')).not.toContain('jsxDEV')
  })

  it('has a page in the navigation that says what belongs there and which pasal asks for it', async () => {
    await app.page.getByRole('link', { name: 'Anjungan informasi warga' }).click()
    await app.page.getByText('Belum ada anjungan informasi warga').waitFor()
    await app.page.getByText(/Pasal 12 ayat \(1\), Pasal 12 ayat \(4\) Perwal Prabumulih 64\/2017/).waitFor()
  })

  it('has a form with a field for every kind', async () => {
    await app.page.getByRole('button', { name: 'Tambah anjungan informasi' }).click()
    await field('Alamat *').fill('dinkes.prabumulih.go.id')
    const form = app.page.getByRole('form', { name: 'Anjungan informasi baru' })
    await form.getByRole('combobox', { name: 'Pengelola' }).fill('keseh')
    await app.page.getByRole('option', { name: 'Dinas Kesehatan' }).click()
    await form.getByRole('combobox', { name: 'Lokasi hosting' }).click()
    await app.page.getByRole('option', { name: 'Indonesia' }).click()
    await field('Sewa setahun (Rp)').fill('2400000')
    await field('Sewa berakhir').fill('31-12-2027')
    await field('Catatan').fill('Dikelola bersama bidang aptika')
    await look(app, 'jenis-baru-isian')
    await app.page.getByRole('button', { name: 'Simpan' }).click()
    await notice('Anjungan informasi “dinkes.prabumulih.go.id” ditambahkan.').waitFor()
  })

  it('has a list that shows each value as tables do', async () => {
    const row = app.page.getByRole('grid').getByRole('row', { name: /dinkes/ })
    await app.page.getByRole('button', { name: 'Tutup', exact: true }).click()
    await row.waitFor()
    const cells = await row.getByRole('gridcell').allInnerTexts()
    expect(cells.slice(1), 'after the box that picks the row').toEqual([
      'dinkes.prabumulih.go.id',
      'Dinas Kesehatan',
      'Indonesia',
      '2.400.000',
      '31-12-2027',
    ])
    await look(app, 'jenis-baru-daftar')
  })

  it('has a history that is undone like any other', async () => {
    await app.page
      .getByRole('grid')
      .getByRole('row', { name: /dinkes/ })
      .click()
    await field('Sewa setahun (Rp)').fill('3000000')
    await app.page.keyboard.press('Control+s')
    await notice('disimpan').waitFor()
    await app.page.getByRole('tab', { name: 'Riwayat' }).click()
    const history = app.page.getByRole('list', { name: 'Riwayat' })
    await history.getByText('Rp3.000.000').waitFor()
    await look(app, 'jenis-baru-riwayat')
    await history
      .getByRole('button', { name: /Urungkan/ })
      .first()
      .click()
    await notice('Perubahan diurungkan.').waitFor()
    await app.page.getByRole('tab', { name: 'Isian' }).click()
    await app.page.waitForFunction(`document.querySelector('[name="rent"]')?.value === '2.400.000'`)
  })

  it('is found by the words in it', async () => {
    await find(app, 'aptika', 'dinkes.prabumulih.go.id')
    await app.page.getByRole('heading', { name: 'dinkes.prabumulih.go.id', level: 2 }).waitFor()
  })
})
