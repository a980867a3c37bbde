import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeForm } from './forms.ts'
import type { Application } from './harness.ts'
import { openWorkspace, password } from './window.ts'

const opd = { code: '1.02.01', name: 'Dinas Kesehatan' }
const other = { code: '4.01.01', name: 'Sekretariat Daerah' }

/** F9 right behind the next press of the mouse, before the window had time for anything between them. */
const settleAfterPress = `document.addEventListener(
  'pointerdown',
  () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F9', cancelable: true })),
  { once: true },
)`

describe('one form in the window', { timeout: 120_000 }, () => {
  let app: Application
  let page: Page
  let form: string
  beforeAll(async () => {
    app = await openWorkspace()
    page = app.page
    form = await makeForm(app, opd)
  }, 180_000)
  afterAll(async () => {
    await app.stop()
  })

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const open = async (id: string, tab = '', name = opd.name) => {
    await page.goto(
      `https://selaras.localhost/anggaran/formulir?buka=${id}${tab === '' ? '' : `&tab=${tab}`}`,
    )
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }
  const cell = (row: number, column: number) => page.locator(`[data-row="${row}"][data-column="${column}"]`)
  const type = async (row: number, column: number, text: string) => {
    await cell(row, column).click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  const failed = () => page.locator('[data-tone="failed"]').count()

  test('work that comes back after the lock is not called out of date when nobody else changed the form', async () => {
    await open(form)
    await type(0, 3, 'Vue')
    await page.getByText('1 baris diubah dan belum disimpan').waitFor()
    await button('Kunci Selaras').click()
    await page.getByLabel('Kata sandi', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.getByText('Perubahan yang belum disimpan sebelumnya dipulihkan.').waitFor()
    expect(await page.getByText('sementara itu juga diubah').count()).toBe(0)
    await button('Buang perubahan').click()
    await button('Buang').click()
  })

  test('the first version is held against nothing, and says so', async () => {
    const again = await makeForm(app, opd, [
      'SIM Layanan\tAplikasi\tPengodean\tReact\tVendor\t4 Bulan\tAPBD : 60 Juta',
    ])
    await open(form, 'versi')
    await page.getByText('Ini versi pertama').waitFor()
    expect(await page.getByRole('heading', { name: 'Perbedaan dengan versi' }).count()).toBe(0)
    await button('Bandingkan').click()
    await page.getByRole('heading', { name: 'Yang berubah pada versi 2' }).waitFor()
    await open(again, 'versi')
    await page.getByRole('heading', { name: 'Perbedaan dengan versi 1' }).waitFor()
    await open(form)
    await button('Pakai versi ini').dblclick()
    await page.getByText('Versi 1 sekarang dipakai').waitFor()
  })

  test('a double click takes one step, also where it saves first', async () => {
    await open(await makeForm(app, other), '', other.name)
    await button('Mulai periksa').dblclick()
    await page.getByText('Formulir sedang diperiksa.').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await type(0, 3, 'Svelte')
    await button('Rekomendasikan').dblclick()
    await page.getByRole('dialog').getByRole('button', { name: 'Rekomendasikan' }).dblclick()
    await button('Kunci').waitFor()
    await button('Kunci').dblclick()
    await button('Buka kunci').waitFor()
    await page.getByText('Formulir dikunci.').waitFor()
    await expect.poll(() => button('Buka kunci').isEnabled()).toBe(true)
    expect(await failed()).toBe(0)
    await button('Buka kunci').dblclick()
    await button('Kunci').waitFor()
    expect(await failed()).toBe(0)
  })

  test('a returned form gives a letter to the head of the office, with kop and signer, as it is printed', async () => {
    const council = { code: '4.02.01', name: 'Sekretariat DPRD' }
    await open(await makeForm(app, council), '', council.name)
    await button('Kembalikan').click()
    await page.getByLabel('Catatan untuk OPD').fill('Mohon dilengkapi.')
    await page.getByRole('dialog').getByRole('button', { name: 'Kembalikan' }).click()
    await button('Surat pengembalian').click()
    const letter = page.getByRole('region', { name: 'Naskah surat' })
    await letter.getByText('Yth. Sekretaris DPRD').waitFor()
    await letter.getByText('Pemerintah Kota Prabumulih').waitFor()
    await letter.getByText('Besar biaya belum jelas.').waitFor()
    await page.getByLabel('Yth.').fill('Plt. Sekretaris DPRD')
    await page.getByLabel('Nama', { exact: true }).fill('Budi Santoso, S.T.')
    await page.getByLabel('NIP').fill('197501012000031001')
    await page.evaluate('window.print = () => {}')
    await page.keyboard.press('Control+p')
    await page.emulateMedia({ media: 'print' })
    const paper = page.locator('body > section')
    for (const words of ['Yth. Plt. Sekretaris DPRD', 'Budi Santoso, S.T.', 'NIP 19750101 200003 1 001'])
      await paper.getByText(words).first().waitFor()
    expect(await page.getByRole('dialog').isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
    await app.axe()
  })

  test('a doubt about one cell is found right by one key or click, undone, and the history says who settled it', async () => {
    const office = { code: '7.01.01', name: 'Kecamatan Prabumulih Timur' }
    await open(await makeForm(app, office), 'periksa', office.name)
    await page.getByText('tidak terbaca sebagai jumlah').first().waitFor()
    await type(0, 3, 'Vue')
    await page.evaluate(settleAfterPress)
    await cell(2, 6).click()
    await page.getByText('Tanda diselesaikan: sudah benar.').waitFor()
    await page.getByText('Tidak ada sel yang perlu diperiksa.').waitFor()
    await page.getByText('Baris 3, Sumber daya: ‘menyesuaikan’').waitFor()
    await button('Riwayat').click()
    const past = page.getByRole('list', { name: 'Riwayat' })
    await past.getByText('‘menyesuaikan’ dinyatakan sudah benar').waitFor()
    await past.getByText('Baris 1, Metode atau platform').waitFor()
    expect(await past.getByText('Vue').count()).toBe(1)
    expect(await past.getByText('kosong').count()).toBe(0)
    await app.screenshot('form-riwayat')
    await app.axe()
    await past.getByRole('button', { name: 'Urungkan' }).click()
    await button('Perlu diperiksa (1)').click()
    await page.getByRole('button', { name: 'Sudah benar: Baris 3, Sumber daya' }).dblclick()
    await page.getByText('Tidak ada sel yang perlu diperiksa.').waitFor()
    expect(await failed()).toBe(0)
    await app.screenshot('form-periksa')
  })
})
