import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EditedWorkbook } from '../fixtures/edit-workbook.ts'
import type { Application, Download } from './harness.ts'
import { ask, look, openWorkspace, pasteText } from './window.ts'

type List = { readonly rows: readonly { id: string; values: Record<string, unknown> }[] }
const [petunjuk, websites] = [1, 3] as const
const sites = [
  ['dinkes.prabumulihkota.go.id', 'situs', 'opd'],
  ['instagram.com/dinkes_prabumulih', 'medsos', null],
  ['puskesmas-cambai.prabumulihkota.go.id', 'situs', 'sewa'],
  ['sehat.prabumulihkota.go.id', 'situs', 'sewa'],
] as const

describe('files that go to OPDs and come back', { timeout: 180_000 }, () => {
  let app: Application
  let [opd, other] = ['', '']
  let left: Download
  const make = async (type: string, values: object): Promise<string> =>
    (await ask<{ id: string }>(app, 'record.save', { type, id: null, seen: null, values })).id

  beforeAll(async () => {
    app = await openWorkspace()
    opd = await make('opd', { code: '1.02', name: 'Dinas Kesehatan', short: 'Dinkes', active: true })
    other = await make('opd', { code: '1.06', name: 'Dinas Sosial', short: 'Dinsos', active: true })
    for (const [address, kind, placement] of sites)
      await make('website', { address, kind, placement, opd, live: true, provider: 'PT Rumah Situs' })
    await make('website', { address: 'dinsos.prabumulihkota.go.id', kind: 'situs', opd: other })
    await make('application', { name: 'SIMPUS', origin: 'daerah', opd, docManual: 'ada' })
    await go(`/daftar/website`)
    await app.page.getByRole('heading', { name: 'Situs dan media sosial', level: 1 }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })
  const go = (path: string) => app.page.goto(`${new URL(app.page.url()).origin}${path}`)
  const button = (name: string | RegExp) => app.page.getByRole('button', { name })
  const grid = () => app.page.getByRole('grid')
  const row = (name: string | RegExp) => grid().getByRole('row', { name })
  const notice = (text: string | RegExp) => app.page.getByRole('status').filter({ hasText: text })
  const present = async () =>
    (await ask<List>(app, 'record.list', { type: 'website', filters: { opd } })).rows
  const bring = (...files: { name: string; bytes: Uint8Array }[]) =>
    app.page.locator('input[type="file"]').setInputFiles(
      files.map(({ name, bytes }) => ({
        name,
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      })),
    )
  const placeOf = (book: EditedWorkbook, key: string, line: number): string => {
    const [, letters] =
      new RegExp(`<c r="([A-Z]+)4"[^>]*><is><t[^>]*>${key}<`).exec(book.sheet(websites)) ?? []
    return `${letters}${line}`
  }
  const answered = (): EditedWorkbook => {
    const book = new EditedWorkbook(left.bytes)
    const free = [...book.sheet(petunjuk).matchAll(/<c r="(C\d+)" s="\d+"\/>/g)].map(
      ([, place]) => place ?? '',
    )
    for (const [n, words] of [
      'dr. Hesti Widyaningsih',
      'Sekretaris Dinas',
      '28-11-2026',
      '440/1203/Dinkes/2026',
    ].entries())
      book.put(petunjuk, free[n] ?? '', words)
    return book
  }

  it('are made for every OPD from a list, by keyboard, as one file each in a ZIP', async () => {
    await row(/dinkes\.prabumulih/)
      .first()
      .waitFor()
    await button('Ekspor').focus()
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('menuitem', { name: 'Lembar isian untuk OPD' }).waitFor()
    await look(app, 'ekspor-lembar-isian')
    await app.page.getByRole('menuitem', { name: 'Lembar isian untuk OPD' }).focus()
    await app.page.keyboard.press('Enter')
    const dialog = app.page.getByRole('dialog', { name: 'Lembar isian untuk OPD' })
    await dialog.getByLabel('Semua OPD aktif').waitFor()
    await dialog
      .getByLabel('Dikirim kembali ke')
      .fill('Diskominfo, Jl. Jenderal Sudirman Km. 12, diskominfo@prabumulihkota.go.id')
    await dialog.getByLabel('Dikembalikan paling lambat').fill('05-12-2026')
    await look(app, 'lembar-isian-daftar')
    const zip = await app.download(async () => {
      await dialog.getByLabel('Dikembalikan paling lambat').focus()
      await app.page.keyboard.press('Enter')
    })
    expect(zip.name).toMatch(/^Situs dan media sosial - 2 OPD .*\.zip$/)
    const names = Object.keys(unzipSync(zip.bytes))
    expect(names).toEqual([
      expect.stringMatching(/^Situs dan media sosial - Dinkes /),
      expect.stringMatching(/^Situs dan media sosial - Dinsos /),
    ])
    await notice(/diunduh: 2 berkas, 5 baris terisi/).waitFor()
    await dialog.waitFor({ state: 'detached' })
  })

  it('are made for one OPD and several registers from its page of compliance', async () => {
    await go(`/kepatuhan/opd?opd=${opd}`)
    await app.page.getByRole('heading', { name: 'Dinas Kesehatan', level: 1 }).waitFor()
    await button('Buat lembar isian').click()
    const dialog = app.page.getByRole('dialog', { name: 'Lembar isian untuk OPD: Dinas Kesehatan' })
    await dialog.getByRole('checkbox', { name: 'Dataset', exact: true, checked: true }).waitFor()
    await look(app, 'lembar-isian-opd')
    await dialog.getByRole('button', { name: 'Kosongkan' }).click()
    expect(await dialog.getByRole('button', { name: 'Buat berkas' }).isDisabled()).toBe(true)
    for (const name of ['Aplikasi', 'Situs dan media sosial'])
      await dialog.getByRole('checkbox', { name, exact: true }).check()
    left = await app.download(() => dialog.getByRole('button', { name: 'Buat berkas' }).click())
    expect(left.name).toMatch(/^Lembar isian - Dinkes .*\.xlsx$/)
    await notice(/diunduh: 1 berkas, 5 baris terisi/).waitFor()
  })

  it('say that nothing differs where they come back untouched, and are kept as received', async () => {
    await button('Baca isian OPD').click()
    await app.page.getByRole('heading', { name: 'Baca isian OPD', level: 1 }).waitFor()
    await look(app, 'baca-isian-kosong')
    await bring(left)
    await app.page.getByText('Tidak ada perbedaan: 5 baris sama dengan yang tercatat.').waitFor()
    await app.page.getByText('0 baris diambil').waitFor()
    await app.page.getByText(/^Yang menjawab belum diisi/).waitFor()
    await look(app, 'baca-isian-sama')
    await button('Catat diterima').click()
    await notice('Isian Dinas Kesehatan dicatat diterima; berkasnya dilampirkan.').waitFor()
    await look(app, 'baca-isian-tersimpan')
    await notice('dicatat diterima').getByRole('button', { name: 'Urungkan' }).click()
    await notice('Perubahan diurungkan.').waitFor()
  })

  it('show what is new, changed, declared, gone, unread, and what both changed, and take what the officer takes', async () => {
    const book = answered()
    book.put(websites, placeOf(book, 'country', 8), 'Singapura')
    book.put(websites, placeOf(book, 'provider', 8), 'PT Awan Nusantara')
    book.put(websites, placeOf(book, 'legalForm', 8), 'Berbadan hukum Indonesia')
    book.put(websites, placeOf(book, 'leaseUntil', 10), 'tahun depan')
    book.put(websites, placeOf(book, 'provider', 9), '')
    book.dropRow(websites, 11)
    book
      .put(websites, 'B12', 'labkesda.prabumulihkota.go.id')
      .put(websites, placeOf(book, 'kind', 12), 'Situs web')
    book.put(websites, 'C3', 'Sudah lengkap')
    const [dinkes] = (await present()).filter(({ values }) => String(values['address']).startsWith('dinkes'))
    const { seen } = await ask<{ seen: Record<string, number> }>(app, 'record.get', {
      type: 'website',
      id: dinkes?.id,
    })
    await ask(app, 'record.save', {
      type: 'website',
      id: dinkes?.id,
      seen,
      values: { provider: 'PT Petugas Monev' },
    })
    await go('/kepatuhan/isian')
    await bring({ name: left.name, bytes: book.bytes() })
    await app.page
      .getByText('1 baru, 1 berubah, 1 isian berbeda, 1 tidak terbaca, 1 tidak ada di berkas, 1 tetap')
      .waitFor()
    expect(await app.page.getByLabel('Menurut (jabatan, nama)').inputValue()).toBe(
      'Sekretaris Dinas, dr. Hesti Widyaningsih',
    )
    await look(app, 'baca-isian')
    await row(/dinkes\.prabumulih/)
      .first()
      .click()
    const detail = app.page.getByRole('region', { name: 'Perbandingan dinkes.prabumulihkota.go.id' })
    await detail.getByText('Saat berkas dibuat: “PT Rumah Situs”; sejak itu diubah di Selaras.').waitFor()
    expect(await detail.getByLabel('Ambil Penyedia hosting').isChecked()).toBe(false)
    expect(await detail.getByLabel('Ambil Negara server').isChecked()).toBe(true)
    await look(app, 'baca-isian-berbeda')
    await detail.getByLabel('Ambil Badan usaha penyedia').focus()
    await app.page.keyboard.press('Space')
    await app.page.getByText('2 baris diambil').waitFor()
    await grid().focus()
    for (const key of ['Home', 'Space']) await app.page.keyboard.press(key)
    await app.page.getByText('3 baris diambil').waitFor()
    await row(/puskesmas|instagram/)
      .first()
      .click()
    await look(app, 'baca-isian-kosong-sel')
    await row(/sehat|puskesmas/)
      .filter({ hasText: 'Tidak terbaca' })
      .click()
    await look(app, 'baca-isian-tidak-terbaca')
    await button('Simpan 3 baris').click()
    await notice('Isian Dinas Kesehatan: 1 ditambahkan, 1 diubah, 1 pernyataan dicatat.').waitFor()
    const after = await present()
    expect(after.find(({ id }) => id === dinkes?.id)?.values).toMatchObject({
      country: 'SG',
      provider: 'PT Petugas Monev',
      legalForm: null,
    })
    expect(after.map(({ values }) => values['address'])).toContain('labkesda.prabumulihkota.go.id')
    await notice('1 ditambahkan').getByRole('button', { name: 'Urungkan' }).click()
    await notice('Perubahan diurungkan.').waitFor()
    expect(await present()).toHaveLength(4)
  })

  it('are read many at once, one beside the other, and one that is none of ours says so', async () => {
    await go('/kepatuhan/isian')
    const csv = { name: 'catatan rapat koordinasi.csv', bytes: new TextEncoder().encode('a;b\nc;d\n') }
    const book = answered().put(websites, placeOf(new EditedWorkbook(left.bytes), 'country', 8), 'Indonesia')
    const zip = await ask<{ token: string }>(app, 'questionnaire.make', {
      types: ['website'],
      opds: [other],
      year: 2027,
    })
    expect(zip.token).not.toBe('')
    await bring({ name: left.name, bytes: book.bytes() }, csv)
    const rail = app.page.getByRole('navigation', { name: 'Berkas' })
    await rail.getByRole('button', { name: /Dinas Kesehatan/ }).waitFor()
    await rail.getByRole('button', { name: /catatan rapat/ }).click()
    await app.page.getByText(/^Berkas ini bukan lembar isian Selaras/).waitFor()
    await look(app, 'baca-isian-banyak')
    await rail.getByRole('button', { name: /Dinas Kesehatan/ }).click()
    await button('Simpan 1 baris').waitFor()
    await app.page.keyboard.press('Control+s')
    await notice('Isian Dinas Kesehatan: 0 ditambahkan, 1 diubah.').waitFor()
    await rail.getByRole('img', { name: 'Tersimpan' }).waitFor()
    await app.page.getByRole('link', { name: 'Lembar yang dikirim' }).click()
    await app.page.getByRole('heading', { name: 'Lembar isian OPD', level: 1 }).waitFor()
    await row(/Dinas Kesehatan/)
      .first()
      .waitFor()
    await look(app, 'lembar-isian-register')
    await app.page.keyboard.press('n')
    await app.page.getByRole('button', { name: 'Buat berkas' }).waitFor()
    await look(app, 'lembar-isian-tambah')
  })

  it('lead from the import of a register to the comparison with their OPD', async () => {
    await go('/daftar/website')
    await button('Impor').click()
    await app.page.getByRole('heading', { name: 'Impor Situs dan media sosial', level: 1 }).waitFor()
    await bring(left)
    await app.page.getByRole('heading', { name: 'Baca isian OPD', level: 1 }).waitFor()
    await app.page.getByText('0 baris diambil').waitFor()
  })
})

describe('rows that are pasted on a list', { timeout: 120_000 }, () => {
  let app: Application
  beforeAll(async () => {
    app = await openWorkspace()
    await ask(app, 'record.save', {
      type: 'opd',
      id: null,
      seen: null,
      values: { code: '1.02', name: 'Dinas Kesehatan', active: true },
    })
    await ask(app, 'record.save', { type: 'partner', id: null, seen: null, values: { name: 'PT Jaringan' } })
    await app.page.goto(`${new URL(app.page.url()).origin}/daftar/partner`)
    await app.page
      .getByRole('grid')
      .getByRole('row', { name: /PT Jaringan/ })
      .waitFor()
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })
  const table = 'Nama mitra\tNomor PKS\nPT Serat Optik\t12/PKS/2026\nPT Menara\t13/PKS/2026'

  it('are seen before they are saved, wherever on the list the focus stands', async () => {
    await app.page.getByRole('grid').focus()
    await app.page.evaluate(`(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', ${JSON.stringify(table)})
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })()`)
    await app.page.getByRole('heading', { name: 'Impor Mitra infrastruktur', level: 1 }).waitFor()
    await app.page.getByText('2 baru, 0 berubah, 0 tetap, 0 tidak terbaca').waitFor()
    await app.page.getByRole('button', { name: 'Simpan 2 baris' }).click()
    await app.page
      .getByRole('grid')
      .getByRole('row', { name: /PT Serat Optik/ })
      .waitFor()
  })

  it('stay with an open record, whose own they may be', async () => {
    await app.page
      .getByRole('grid')
      .getByRole('row', { name: /PT Menara/ })
      .click()
    await app.page.getByRole('form', { name: 'PT Menara' }).waitFor()
    await pasteText(app, table)
    await app.page.keyboard.press('Escape')
    expect(new URL(app.page.url()).pathname).toBe('/daftar/partner')
    await app.page.keyboard.press('?')
    await app.page
      .getByText('Tempel baris dari Excel: dilihat dulu, baru disimpan')
      .waitFor({ state: 'detached' })
  })
})
