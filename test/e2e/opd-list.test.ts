import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from './harness.ts'
import { dragOver, look, openWorkspace, pasteText } from './window.ts'

const table = [
  ['No', 'Kode OPD', 'Nama OPD', 'Singkatan'],
  ['1', '1.01.01', 'Dinas Pendidikan dan Kebudayaan', 'Disdikbud'],
  ['2', '1.02.01', 'Dinas Kesehatan', 'Dinkes'],
  ['3', '1.05.01', 'Satuan Polisi Pamong Praja', 'Satpol PP'],
  ['4', '1.05.01', 'Badan Penanggulangan Bencana Daerah', 'BPBD'],
  ['5', '1.02.01', 'Dinas Kesehatan', 'Dinkes'],
]
const tsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n')

describe('the list of OPDs, taken in whole', { timeout: 120_000 }, () => {
  let app: Application
  beforeAll(async () => {
    app = await openWorkspace()
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) => app.page.getByRole('button', { name })
  const to = (link: string) => app.page.getByRole('link', { name: link, exact: true }).first().click()
  const cell = (row: number, column: number) =>
    app.page.locator(`[data-row="${row}"][data-column="${column}"]`)

  it('is offered on the Beranda while it is empty, and in the register', async () => {
    await app.page.getByText(/Daftar OPD masih kosong/).waitFor()
    await look(app, 'beranda-tanpa-opd')
    await to('Perangkat daerah (OPD)')
    await button('Tempel atau impor daftar').first().waitFor()
    await look(app, 'daftar-opd-kosong')
    await to('Beranda')
    await button('Isi daftar OPD').click()
    await app.page.getByRole('heading', { name: 'Isi daftar OPD' }).waitFor()
    await look(app, 'daftar-opd-isi')
  })

  it('shows a target over the whole page while a file hangs over it', async () => {
    await dragOver(app, 'dragenter')
    await app.page.getByText('Lepaskan untuk memasukkan berkas').waitFor()
    await app.screenshot('daftar-opd-lepas')
    await dragOver(app, 'dragleave')
    await app.page.getByText('Lepaskan untuk memasukkan berkas').waitFor({ state: 'hidden' })
  })

  it('is pasted, says what is new and what is doubtful, and is written as one change', async () => {
    await pasteText(app, tsv(table))
    await app.page.getByText('4 OPD terbaca: 2 baru, 0 diubah, 0 sudah ada; 1 tertulis dua kali').waitFor()
    await app.page.getByText('2 baris belum jelas dan tidak ikut disimpan').waitFor()
    await look(app, 'daftar-opd-pratinjau')
    await button('Tunjukkan').click()
    await app.page.keyboard.press('ArrowDown')
    await app.page.keyboard.type('1.05.02')
    await app.page.keyboard.press('Enter')
    await button('Simpan 4 OPD').click()
    await app.page.getByText('Daftar OPD tersimpan: 4 ditambahkan, 0 diubah.').waitFor()
    await app.page.getByRole('grid').getByText('Badan Penanggulangan Bencana Daerah').waitFor()
  })

  it('is not called complete until an officer says so', async () => {
    await to('Anggaran TIK')
    await app.page.getByText('daftar OPD belum dinyatakan lengkap').waitFor()
    await to('Perangkat daerah (OPD)')
    await app.page.getByText('4 OPD · belum dinyatakan lengkap').waitFor()
    await look(app, 'daftar-opd-belum-lengkap')
    await button('Nyatakan lengkap').click()
    await app.page.getByText(/^4 OPD · dinyatakan lengkap oleh Siti Rahmawati/).waitFor()
    await button('Batalkan pernyataan lengkap').waitFor()
    await look(app, 'daftar-opd-lengkap')
    await to('Anggaran TIK')
    await app.page.getByText(/^0 dari 4 OPD telah mengirim formulir/).waitFor()
    expect(await app.page.getByText(/belum dinyatakan lengkap/).count()).toBe(0)
    await to('Perangkat daerah (OPD)')
  })

  it('shows what a later list would change, and one press takes that back', async () => {
    await button('Tempel atau impor daftar').click()
    await app.page.getByRole('heading', { name: 'Isi daftar OPD' }).waitFor()
    await pasteText(
      app,
      tsv([
        ['1.02.01', 'Dinas Kesehatan Kota', ''],
        ['1.03.01', 'Dinas Pekerjaan Umum', 'PUPR'],
      ]),
    )
    await app.page.getByText('2 OPD terbaca: 1 baru, 1 diubah, 0 sudah ada').waitFor()
    await app.page.getByText('3 OPD dalam daftar tidak tertulis di sini dan tidak diubah').waitFor()
    await cell(0, 5).getByText('Nama: Dinas Kesehatan menjadi Dinas Kesehatan Kota').waitFor()
    await look(app, 'daftar-opd-berubah')
    await button('Simpan 2 OPD').click()
    await app.page.getByRole('heading', { name: 'Perangkat daerah (OPD)' }).waitFor()
    await app.page.getByRole('grid').getByText('Dinas Kesehatan Kota').waitFor()
    await app.page
      .getByRole('status')
      .filter({ hasText: '1 ditambahkan, 1 diubah' })
      .getByRole('button', { name: 'Urungkan' })
      .click()
    await app.page.getByRole('grid').getByText('Dinas Kesehatan', { exact: true }).waitFor()
  })
})
