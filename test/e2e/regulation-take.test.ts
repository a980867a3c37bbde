import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameworkLibrary, laterLibrary, mendedPerwal, printedPerwal } from '../fixtures/library/texts.ts'
import type { Application } from './harness.ts'
import { ask, dragOver, find, look, openWorkspace, pasteText } from './window.ts'

type Rolling = { scrollTop: number; readonly scrollHeight: number }

describe('a text that is brought into the library', { timeout: 120_000 }, () => {
  let app: Application
  beforeAll(async () => {
    app = await openWorkspace()
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: true })
  const tab = (name: string | RegExp) => app.page.getByRole('tab', { name })
  const field = (name: string) => app.page.getByRole('textbox', { name: new RegExp(`^${name}`) })
  const notice = (text: string | RegExp) => app.page.getByRole('status').filter({ hasText: text })
  const heading = (name: string) => app.page.getByRole('heading', { name, level: 1 })
  const text = () => app.page.getByRole('region', { name: 'Naskah sebagaimana tercetak' })
  const choice = () => app.page.getByRole('combobox', { name: 'Peraturan yang dibaca' })
  const reads = (name: string) => app.page.locator(`input[role=combobox][value="${name}"]`).waitFor()
  const bring = async (name: string, words: string) =>
    app.page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(words),
    })
  const kept = async () => (await ask<{ total: number }>(app, 'record.list', { type: 'instrument' })).total

  it('begins at the library, and says what can come in', async () => {
    await app.page.getByRole('link', { name: 'Peraturan', exact: true }).click()
    await button('Tambah peraturan atau kerangka').click()
    await heading('Tambah peraturan atau kerangka').waitFor()
    await look(app, 'pustaka-tambah')
  })

  it('is refused with what to do instead where nothing can be read of it', async () => {
    await bring('perwal.pdf', '%PDF-1.7 …')
    await app.page.getByText(/Berkas ini PDF; buka, salin seluruh teksnya/).waitFor()
    await bring('rusak.yaml', 'objects:\n  framework:\n\tname: x\n   urn: y\n')
    await app.page.getByText(/Susunan berkas tidak terbaca/).waitFor()
    await app.page
      .getByRole('cell', { name: /Baris ini menjorok dengan tab/ })
      .first()
      .waitFor()
    await look(app, 'pustaka-tak-terbaca')
  })

  it('shows what was read of a regulation, and names by line what is wrong', async () => {
    await bring('perwal-contoh.txt', printedPerwal)
    await tab('Perlu dilihat (2)').waitFor()
    await app.page.getByRole('row', { name: /^28 .*tidak mengikuti nomor 1/ }).waitFor()
    await app.page.getByRole('row', { name: /^29 Pasal 9 .*dibaca sebagai rujukan/ }).waitFor()
    expect(await field('Nama singkat').inputValue()).toBe('Perwal Contoh 12/2021')
    expect(await field('Ditetapkan').inputValue()).toBe('05-03-2021')
    await app.page.getByText('3 bab · 5 pasal · 2 ayat').waitFor()
    await look(app, 'pustaka-perwal-perlu')
    await tab('Naskah').click()
    await app.page.getByText('Setiap kode sumber disimpan pada gudang kode kota.').waitFor()
    await look(app, 'pustaka-perwal-naskah')
    await tab(/^Tidak diambil/).click()
    await app.page.getByRole('row', { name: /Nomor halaman 1 Bukan bagian naskah/ }).waitFor()
    await look(app, 'pustaka-perwal-tidak')
  })

  it('is kept all the same, opens in the reader, and one press takes it back', async () => {
    await app.page.keyboard.press('Control+s')
    await heading('Peraturan').waitFor()
    await reads('Perwal Contoh 12/2021')
    await text().getByText('Untuk dibaca dan dikutip.').waitFor()
    await text().getByText('Kepatuhan kota dinilai menurut Perwal Prabumulih 64/2017 saja.').waitFor()
    await look(app, 'pustaka-perwal-dibaca')
    await notice('Perwal Contoh 12/2021 disimpan di pustaka.')
      .getByRole('button', { name: 'Urungkan' })
      .click()
    await app.page.getByText('Peraturan atau kerangka ini tidak ada lagi').waitFor()
    expect(await kept()).toBe(0)
    await notice('diurungkan').getByRole('button', { name: 'Kembalikan lagi' }).click()
    await text().getByText('Untuk dibaca dan dikutip.').waitFor()
  })

  it('is searched and quoted as the built-in ones are', async () => {
    await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await text().evaluate((box: Rolling) => {
      box.scrollTop = box.scrollHeight
    })
    await app.page.keyboard.press('/')
    await app.page.keyboard.type('kota')
    await app.page.getByText(/bagian memuat “kota”/).waitFor()
    expect(await text().evaluate((box: Rolling) => box.scrollTop)).toBe(0)
    await app.page.getByRole('searchbox', { name: 'Cari dalam peraturan' }).fill('kode sumber')
    await app.page.getByText('2 bagian memuat “kode sumber”').waitFor()
    await button('Pasal 3').last().click()
    const panel = app.page.getByRole('article', { name: 'Pasal 3' })
    await panel.getByRole('link', { name: 'Penjelasan Pasal 3' }).waitFor()
    await panel.getByText(/tidak ada kewajiban atau daftar yang bergantung padanya/).waitFor()
    await look(app, 'pustaka-perwal-cari')
    await button('Salin dengan kutipan').click()
    await notice('Pasal 3 disalin').waitFor()
    expect(await app.page.evaluate('navigator.clipboard.readText()')).toBe(
      '“Setiap kode sumber disimpan pada gudang kode kota.” (Pasal 3 Peraturan Walikota Contoh Nomor 12 Tahun 2021)',
    )
    await panel.getByRole('link', { name: 'Penjelasan Pasal 3' }).click()
    await app.page.getByRole('article', { name: 'Penjelasan Pasal 3' }).waitFor()
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('searchbox', { name: 'Cari dalam peraturan' }).fill('')
  })

  it('comes again as another version beside the first, with what differs', async () => {
    await find(app, 'tambah peraturan atau', 'Tambah: Peraturan atau kerangka')
    await heading('Tambah peraturan atau kerangka').waitFor()
    await pasteText(app, mendedPerwal)
    await tab(/^Bedanya \(\d+\)/).waitFor()
    await app.page
      .getByText(/^Dibandingkan dengan Perwal Contoh 12\/2021: 4 baru, 2 berubah, 3 hilang/)
      .waitFor()
    await app.page.getByText(/Perwal Contoh 12\/2021 sudah ada dengan isi lain/).waitFor()
    await look(app, 'pustaka-perwal-beda')
    await field('Versi').fill('setelah diperbaiki')
    await app.page.getByText(/sudah ada dengan isi lain/).waitFor({ state: 'detached' })
    await button('Simpan').click()
    await heading('Peraturan').waitFor()
    await reads('Perwal Contoh 12/2021, versi setelah diperbaiki')
    await text().getByRole('link', { name: 'Perwal Contoh 12/2021', exact: true }).click()
    await text().getByText('Dinas menyusun rencana setiap tahun.').waitFor()
    expect(await kept()).toBe(2)
  })

  it('is a framework too: its nodes in Indonesian where there are such, and the reasons for what is left out', async () => {
    await button('Tambah peraturan atau kerangka').click()
    await dragOver(app, 'drop', { name: 'keamanan.yaml', text: frameworkLibrary() })
    await app.page.getByText('2 kelompok · 3 butir').waitFor()
    await tab('Perlu dilihat (0)').waitFor()
    await app.page.getByText('Kota memiliki kebijakan keamanan.').waitFor()
    await look(app, 'pustaka-kerangka-naskah')
    await tab(/^Tidak diambil/).click()
    await app.page.getByRole('row', { name: /Ancaman \(threats\) 2 / }).waitFor()
    await app.page.getByRole('row', { name: /Terjemahan fr/ }).waitFor()
    await look(app, 'pustaka-kerangka-tidak')
    await button('Simpan').click()
    await heading('Peraturan').waitFor()
    await reads('Kerangka Keamanan Contoh, versi 1')
    await text().getByText('Boleh disalin dengan menyebut sumber.').waitFor()
    await button('Buka A.1 Kebijakan').click()
    await app.page.getByRole('article', { name: 'A.1 Kebijakan' }).waitFor()
    await text().getByText('D (Dasar), L (Lanjut)').waitFor()
    await look(app, 'pustaka-kerangka-dibaca')
    await button('Salin dengan kutipan').click()
    expect(await app.page.evaluate('navigator.clipboard.readText()')).toBe(
      '“Kota memiliki kebijakan keamanan.\nKebijakan itu ditinjau setiap tahun.” (A.1 Kebijakan Kerangka Keamanan Contoh, versi 1)',
    )
  })

  it('shows what a later version of a framework changes', async () => {
    await app.page.goto(new URL('/peraturan/tambah', app.page.url()).href)
    await heading('Tambah peraturan atau kerangka').waitFor()
    await bring('keamanan-2.yaml', laterLibrary())
    await app.page
      .getByText(/^Dibandingkan dengan Kerangka Keamanan Contoh, versi 1: 2 baru, 1 berubah, 1 hilang/)
      .waitFor()
    await look(app, 'pustaka-kerangka-beda')
    await tab('Perlu dilihat (1)').click()
    await app.page.getByRole('row', { name: /yang tidak ada dalam berkas/ }).waitFor()
    await button('Simpan').click()
    await text().getByText('Salinan data dibuat setiap jam dan dicoba setiap bulan.').waitFor()
  })

  it('is found with Ctrl+K, and its record is mended and removed in its register', async () => {
    await find(app, 'perwal contoh', 'Perwal Contoh 12/2021')
    await heading('Peraturan').waitFor()
    await text().getByText('Untuk dibaca dan dikutip.').waitFor()
    await button('Keterangan').click()
    await heading('Peraturan dan kerangka tambahan').waitFor()
    await app.page.getByRole('grid').getByText('Kerangka Keamanan Contoh').first().waitFor()
    await look(app, 'pustaka-daftar')
    await app.page.getByRole('tab', { name: 'Lampiran' }).click()
    await app.page.getByText(/perwal-contoh\.txt|tempelan\.txt/).waitFor()
    await app.page.getByRole('tab', { name: 'Naskah' }).click()
    await button('Baca naskah').waitFor()
    await button(/^Hapus Perwal Contoh/).click()
    await notice('dihapus.').getByRole('button', { name: 'Urungkan' }).click()
    await notice('diurungkan').waitFor()
    expect(await kept()).toBe(4)
  })

  it('is chosen by keyboard among all texts', async () => {
    await app.page.getByRole('link', { name: 'Peraturan', exact: true }).first().click()
    await heading('Peraturan').waitFor()
    await reads('Perwal Prabumulih 64/2017')
    await choice().focus()
    await app.page.keyboard.press('ArrowDown')
    await app.page.getByRole('option', { name: 'Kerangka Keamanan Contoh, versi 2' }).waitFor()
    await app.screenshot('pustaka-pilihan')
    await app.page.keyboard.press('ArrowUp')
    await app.page.locator('[data-combobox-selected]').filter({ hasText: 'versi 2' }).waitFor()
    await app.page.keyboard.press('Enter')
    await reads('Kerangka Keamanan Contoh, versi 2')
    await text().getByText('Salinan data dibuat setiap jam dan dicoba setiap bulan.').waitFor()
  })
})
