import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from './harness.ts'
import { dragOver, look, openWorkspace, pasteText } from './window.ts'

const head = ['Sub Output', 'Tahap', 'Metode', 'Pelaksana', 'Durasi', 'Sumber Daya']
const form = (stage: string): string[][] => [
  head,
  ['Aplikasi', stage, 'Rapat', 'Vendor', '1 Bulan', 'APBD : 10 Juta'],
]
const csv = (stage: string) =>
  form(stage)
    .map((line) => line.join(';'))
    .join('\n')
const tsv = (stage: string) =>
  form(stage)
    .map((line) => line.join('\t'))
    .join('\n')

describe('an import that is open', { timeout: 120_000 }, () => {
  let app: Application
  beforeAll(async () => {
    app = await openWorkspace()
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })
  const rail = () => app.page.getByRole('navigation', { name: 'Berkas' })
  const dialog = () => app.page.getByRole('dialog', { name: 'Tabel ini formulir lain' })
  const cell = () => app.page.locator('[data-row="0"][data-column="0"]')

  it('takes a file that is dropped, and a form that is pasted outside of the grid', async () => {
    await app.page.getByRole('navigation').getByRole('link', { name: 'Anggaran TIK' }).first().click()
    await app.page.getByRole('button', { name: 'Impor formulir' }).first().click()
    await app.page.getByRole('heading', { name: 'Impor formulir anggaran' }).waitFor()
    await dragOver(app, 'drop', { name: 'satu.csv', text: csv('Analisis') })
    await app.page.getByRole('grid', { name: 'Baris yang terbaca' }).waitFor()
    await dragOver(app, 'drop', { name: 'dua.csv', text: csv('Pengodean') })
    await rail().getByText('0 dari 2 selesai').waitFor()
    await pasteText(app, tsv('Uji'))
    await rail().getByText('0 dari 3 selesai').waitFor()
    await app.page.getByRole('button', { name: 'Tambah berkas' }).waitFor()
    await look(app, 'impor-tambah')
  })

  it('asks before a whole form is pasted over the open one', async () => {
    await cell().click()
    const before = await cell().textContent()
    await app.page.evaluate(`(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', ${JSON.stringify(tsv('Lain'))})
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })()`)
    await dialog().waitFor()
    await look(app, 'impor-tempel-formulir')
    expect(await cell().textContent()).toBe(before)
    await dialog().getByRole('button', { name: 'Tambahkan sebagai berkas baru' }).click()
    await rail().getByText('0 dari 4 selesai').waitFor()
    expect(await cell().textContent()).toBe(before)
  })
})
