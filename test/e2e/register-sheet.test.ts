import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from './harness.ts'
import { ask, look, openWorkspace, pasteText } from './window.ts'

type List = { readonly rows: readonly { id: string; values: Record<string, unknown> }[] }
const type = 'website'
const sites = [
  ['dinkes.prabumulihkota.go.id', 'situs', 'opd'],
  ['disdikbud.prabumulihkota.go.id', 'situs', 'sewa'],
  ['instagram.com/dinkes_prabumulih', 'medsos', null],
  ['prabumulihkota.go.id', 'situs', 'diskominfo'],
  ['satpolpp.prabumulihkota.go.id', 'situs', 'sewa'],
] as const

describe('a register as a sheet', { timeout: 120_000 }, () => {
  let app: Application
  let opd = ''

  beforeAll(async () => {
    app = await openWorkspace()
    const { id } = await ask<{ id: string }>(app, 'record.save', {
      type: 'opd',
      id: null,
      seen: null,
      values: { code: '1.02', name: 'Dinas Kesehatan', active: true },
    })
    opd = id
    for (const [address, kind, placement] of sites)
      await ask(app, 'record.save', {
        type,
        id: null,
        seen: null,
        values: { address, kind, placement, opd, live: true, leaseUntil: '2027-02-28' },
      })
    await app.page.goto(`${new URL(app.page.url()).origin}/daftar/${type}`)
    await app.page.getByRole('heading', { name: 'Situs dan media sosial', level: 1 }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) => app.page.getByRole('button', { name })
  const row = (name: string | RegExp) => app.page.getByRole('grid').getByRole('row', { name })
  const notice = (text: string | RegExp) => app.page.getByRole('status').filter({ hasText: text })
  const present = async () => (await ask<List>(app, 'record.list', { type })).rows

  it('is exported as it is filtered, by mouse and by keyboard', async () => {
    await row(/prabumulihkota\.go\.id/)
      .first()
      .waitFor()
    await button('Ekspor').click()
    await app.page.getByRole('menuitem', { name: 'Excel (.xlsx)' }).waitFor()
    await look(app, 'daftar-ekspor')
    const taken = await app.download(() => app.page.getByRole('menuitem', { name: 'Excel (.xlsx)' }).click())
    expect(taken.name).toMatch(/^Situs dan media sosial .*\.xlsx$/)
    await notice(/diunduh: 5 baris/).waitFor()
    await app.page.getByRole('combobox', { name: 'Jenis' }).click()
    await app.page.getByRole('option', { name: 'Media sosial' }).click()
    await row(/instagram/).waitFor()
    await row(/dinkes\.prabumulih/).waitFor({ state: 'detached' })
    await button('Ekspor').focus()
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('menuitem', { name: 'CSV (.csv)' }).waitFor()
    await app.page.keyboard.press('ArrowDown')
    const csv = await app.download(async () => {
      await app.page.getByRole('menuitem', { name: 'CSV (.csv)' }).focus()
      await app.page.keyboard.press('Enter')
    })
    const text = new TextDecoder().decode(csv.bytes)
    expect(text.trim().split('\r\n')).toHaveLength(2)
    expect(text).toContain('instagram.com/dinkes_prabumulih;Dinas Kesehatan;Media sosial')
    await app.page.locator('[aria-label="Hapus saringan: Jenis"]').click()
    expect(await present()).toHaveLength(5)
  })

  it('changes one field of many rows at once, shows what changes from what, and takes it back', async () => {
    const placements = async () => (await present()).map(({ values }) => values['placement'])
    await row(/disdikbud/)
      .getByRole('checkbox')
      .check()
    await row(/satpolpp/)
      .getByRole('checkbox')
      .check()
    await app.page.getByText('2 dipilih').waitFor()
    await look(app, 'daftar-dipilih')
    await button('Pilih seluruh daftar').click()
    await app.page.getByText('5 dipilih').waitFor()
    await button('Ubah isian').click()
    const dialog = app.page.getByRole('dialog', { name: 'Ubah isian pada 5 baris' })
    await dialog.getByRole('combobox', { name: 'Isian yang diubah' }).click()
    await app.page.getByRole('option', { name: 'Penempatan' }).click()
    await dialog.getByText('Isi nilai baru untuk melihat baris mana yang berubah.').waitFor()
    await look(app, 'ubah-banyak-kosong')
    await dialog.getByRole('combobox', { name: 'Nilai baru' }).click()
    await app.page.getByRole('option', { name: 'Disewa' }).click()
    await dialog.getByText('3 baris berubah').waitFor()
    await dialog.getByText('2 baris sudah demikian').waitFor()
    await dialog.getByRole('row', { name: /Infrastruktur OPD sendiri 1/ }).waitFor()
    await look(app, 'ubah-banyak')
    await dialog.getByRole('button', { name: 'Simpan pada 3 baris' }).click()
    await notice('Penempatan disimpan pada 3 baris.').waitFor()
    expect(await placements()).toEqual(Array(5).fill('sewa'))
    await notice('Penempatan disimpan').getByRole('button', { name: 'Urungkan' }).click()
    await notice('Perubahan diurungkan.').waitFor()
    expect(new Set(await placements())).toEqual(new Set(['opd', 'sewa', null, 'diskominfo']))
  })

  it('writes over nothing that another officer changed meanwhile, names it, and goes on with what is there now', async () => {
    await app.page.getByRole('grid').focus()
    await app.page.keyboard.press('Home')
    await app.page.keyboard.press('Shift+ArrowDown')
    await app.page.getByText('2 dipilih').waitFor()
    await app.page.keyboard.press('e')
    const dialog = app.page.getByRole('dialog', { name: 'Ubah isian pada 2 baris' })
    await dialog.getByRole('combobox', { name: 'Isian yang diubah' }).waitFor()
    await app.page.keyboard.type('Penyedia')
    await app.page.keyboard.press('ArrowDown')
    await app.page.keyboard.press('Enter')
    await dialog.getByLabel('Nilai baru').fill('PT Awan Nusantara')
    await dialog.getByText('2 baris berubah').waitFor()
    const [first] = (await present()).filter(({ values }) => String(values['address']).startsWith('dinkes'))
    const { seen } = await ask<{ seen: Record<string, number> }>(app, 'record.get', { type, id: first?.id })
    await ask(app, 'record.save', { type, id: first?.id, seen, values: { provider: 'PT Petugas Lain' } })
    await app.page.keyboard.press('Enter')
    await dialog
      .getByText(/1 baris diubah petugas lain setelah ditampilkan: “dinkes\.prabumulihkota\.go\.id”/)
      .waitFor()
    await look(app, 'ubah-banyak-basi')
    await dialog.getByRole('button', { name: 'Muat yang terbaru' }).click()
    await dialog.getByRole('row', { name: /PT Petugas Lain 1/ }).waitFor()
    await dialog.getByRole('button', { name: 'Simpan pada 2 baris' }).click()
    await notice('Penyedia hosting disimpan pada 2 baris.').waitFor()
  })

  it('comes back from its own file without a difference, and says so', async () => {
    await button('Ekspor').click()
    const file = await app.download(() => app.page.getByRole('menuitem', { name: 'Excel (.xlsx)' }).click())
    await button('Impor').click()
    await app.page.getByRole('heading', { name: 'Impor Situs dan media sosial', level: 1 }).waitFor()
    await look(app, 'impor-daftar')
    await app.page.locator('input[type="file"]').setInputFiles({
      name: file.name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(file.bytes),
    })
    await app.page
      .getByText('Isi berkas ini sama persis dengan daftar; tidak ada yang perlu disimpan.')
      .waitFor()
    expect(await button('Simpan').isDisabled()).toBe(true)
    await look(app, 'impor-sama')
    await button('Pilih berkas lain').click()
  })

  it('is pasted, shows row by row what is new, differs or was not read, and is written as one change', async () => {
    const id = (await present()).find(({ values }) => values['address'] === 'prabumulihkota.go.id')?.id
    await pasteText(
      app,
      [
        ['ID', 'Alamat', 'OPD', 'Jenis', 'Penempatan', 'Sewa sampai', 'Pengunjung'],
        [id, 'prabumulihkota.go.id', '1.02', 'Situs web', 'Disewa', '31-12-2027', '12'],
        ['', 'dpmptsp.prabumulihkota.go.id', 'Dinas Kesehatan', 'Situs web', '', 'Maret tahun depan', ''],
        ['', 'bkpsdm.prabumulihkota.go.id', 'Dinas Kesehatan', 'Situs web', 'Disewa', '2027-05-31', ''],
        ['', 'dinsos.prabumulihkota.go.id', 'Dinas Sosial', 'Situs web', 'Awan', '', ''],
        ['abcdefghij.9.9', 'hilang.go.id', '', '', '', '', ''],
      ]
        .map((cells) => cells.join('\t'))
        .join('\n'),
    )
    await app.page.getByText('1 baru, 1 berubah, 0 tetap, 3 tidak terbaca').waitFor()
    await app.page.getByText('Kolom yang tidak diambil: “Pengunjung” (tidak dikenal).').waitFor()
    await look(app, 'impor-pratinjau')
    await row(/dpmptsp/).click()
    const detail = app.page.getByRole('region', { name: 'Baris 3', exact: true })
    await detail.getByText(/‘Maret tahun depan’ tidak terbaca sebagai tanggal/).waitFor()
    await look(app, 'impor-baris-tidak-terbaca')
    await row(/^Berubah/)
      .or(row(/prabumulihkota\.go\.id/).filter({ hasText: 'Berubah' }))
      .first()
      .click()
    await app.page.getByRole('region', { name: 'Baris 2', exact: true }).getByText('31-12-2027').waitFor()
    await look(app, 'impor-baris-berubah')
    await app.page.getByRole('grid').focus()
    for (const key of ['Home', 'ArrowDown', 'Space', 'Escape']) await app.page.keyboard.press(key)
    expect(
      await row(/dpmptsp/)
        .getByRole('checkbox')
        .isChecked(),
    ).toBe(true)
    await row(/hilang/)
      .getByRole('checkbox')
      .click()
    expect(
      await row(/hilang/)
        .getByRole('checkbox')
        .isChecked(),
      'no such record',
    ).toBe(false)
    await button('Simpan 3 baris').click()
    await notice('Situs dan media sosial: 2 ditambahkan, 1 diubah.').waitFor()
    await row(/bkpsdm/).waitFor()
    expect((await present()).map(({ values }) => values['address'])).toContain('dpmptsp.prabumulihkota.go.id')
    await notice('2 ditambahkan').getByRole('button', { name: 'Urungkan' }).click()
    await row(/bkpsdm/).waitFor({ state: 'detached' })
    expect(await present()).toHaveLength(5)
  })

  it('keeps a view under a name over a reload, shows which one it is, and lets it go again', async () => {
    const views = button('Tampilan daftar')
    await views.click()
    await app.page.getByText(/^Belum ada\. Simpan saringan/).waitFor()
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('button', { name: 'Saringan lain' }).click()
    await app.page.getByRole('menuitem', { name: 'Penempatan' }).click()
    await app.page.getByRole('combobox', { name: 'Penempatan' }).click()
    await app.page.getByRole('option', { name: 'Disewa' }).click()
    await row(/instagram/).waitFor({ state: 'detached' })
    await button('Kolom yang tampil').click()
    await app.page.getByRole('menuitemcheckbox', { name: 'Milik' }).click()
    await app.page.keyboard.press('Escape')
    await views.focus()
    await app.page.keyboard.press('Enter')
    await app.page.getByLabel('Nama tampilan').fill('Situs sewaan')
    await app.page.keyboard.press('Enter')
    await notice('Tampilan “Situs sewaan” disimpan.').waitFor()
    await app.page.getByRole('button', { name: 'Situs sewaan', exact: true, pressed: true }).waitFor()
    await look(app, 'tampilan-tersimpan')
    await app.page.keyboard.press('Escape')
    await app.page.locator('[aria-label="Hapus saringan: Penempatan"]').click()
    await row(/instagram/).waitFor()
    await button('Kolom yang tampil').click()
    await app.page.getByRole('menuitem', { name: 'Kembalikan seperti semula' }).click()
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('columnheader', { name: 'Milik' }).waitFor()
    await app.page.reload()
    await row(/instagram/).waitFor()
    await views.click()
    await app.page.getByRole('button', { name: 'Situs sewaan', exact: true, pressed: false }).click()
    await row(/instagram/).waitFor({ state: 'detached' })
    expect(await app.page.getByRole('columnheader', { name: 'Milik' }).count()).toBe(0)
    await views.click()
    await button('Bagikan tampilan Situs sewaan kepada semua petugas').click()
    await notice('Tampilan “Situs sewaan” dibagikan kepada semua petugas.').waitFor()
    await look(app, 'tampilan-dibagikan')
    await button('Hapus tampilan Situs sewaan').click()
    await notice('Tampilan “Situs sewaan” dihapus.').waitFor()
    await app.page.getByText(/^Belum ada\. Simpan saringan/).waitFor()
    await notice('dihapus').getByRole('button', { name: 'Urungkan' }).click()
    await views.click()
    await app.page.getByRole('button', { name: /^Situs sewaan/ }).waitFor()
  })

  it('offers to keep for all computers what an earlier version kept on this one', async () => {
    const old = { name: 'Semua situs', sort: null, filters: {}, columns: ['address'] }
    await ask(app, 'draft.put', { place: 'ui/tampilan/website', value: JSON.stringify([old]) })
    await app.page.reload()
    await button('Tampilan daftar').click()
    await app.page.getByText('Hanya di komputer ini').waitFor()
    await button('Simpan tampilan Semua situs untuk semua komputer').click()
    await notice('Tampilan “Semua situs” disimpan.').waitFor()
    await app.page.getByText('Hanya di komputer ini').waitFor({ state: 'detached' })
    await button('Hapus tampilan Semua situs').waitFor()
  })
})
