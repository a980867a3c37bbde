import { mkdir, readdir, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayInWib, tableDate } from '../../shared/format/date.ts'
import type { Application } from './harness.ts'
import { ask, look, openWorkspace } from './window.ts'

type Log = { readonly total: number }
const inDays = (days: number): string => dayInWib(Date.now() + days * 86_400_000)

describe('papers of a record', () => {
  let app: Application
  let opd = ''
  let dataset = ''

  const make = async (type: string, values: object) =>
    (await ask<{ id: string }>(app, 'record.save', { type, id: null, seen: null, values })).id
  const entries = async () => (await ask<Log>(app, 'log.list', { limit: 1 })).total
  const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: true })
  const notice = (text: string | RegExp) => app.page.getByRole('status').filter({ hasText: text })
  const tab = (name: string | RegExp) => app.page.getByRole('tab', { name })
  const paper = (name: string) =>
    app.page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: name }).first()
  const field = (name: string) => app.page.getByRole('textbox', { name: new RegExp(`^${name}`) })
  const open = async (id: string) => {
    await app.page.goto(`https://selaras.localhost/daftar/dataset?buka=${id}`)
    await tab('Isian').waitFor()
  }
  /** Files hang over the page, or are let go on it; a paste of pictures as a browser makes them. */
  const bring = (
    type: 'dragenter' | 'drop' | 'paste',
    ...files: readonly { name: string; text?: string }[]
  ) =>
    app.page.evaluate(
      `(async () => {
        const draw = (words) => new Promise((done) => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 700 })
          const on = canvas.getContext('2d')
          on.fillStyle = '#dfe8e7'; on.fillRect(0, 0, 1200, 700)
          on.fillStyle = '#0b6862'; on.fillRect(80, 120, 480, 420); on.fillRect(640, 220, 480, 320)
          on.font = '48px sans-serif'; on.fillText(words, 80, 80)
          canvas.toBlob(done, 'image/png')
        })
        const data = new DataTransfer()
        for (const { name, text } of ${JSON.stringify(files)})
          data.items.add(text === undefined
            ? new File([await draw(name)], name, { type: 'image/png' })
            : new File([text], name))
        const about = { bubbles: true, cancelable: true }
        const target = document.activeElement ?? document.body
        if ('${type}' === 'paste') target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, ...about }))
        else document.body.dispatchEvent(new DragEvent('${type}', { dataTransfer: data, ...about }))
      })()`,
    )

  beforeAll(async () => {
    app = await openWorkspace()
    opd = await make('opd', { code: '1.02', name: 'Dinas Kesehatan', active: true })
    dataset = await make('dataset', { opd, name: 'Data kunjungan puskesmas' })
    await make('dataset', { opd, name: 'Data tenaga kesehatan' })
  })
  afterAll(async () => {
    await app.stop()
  })

  it('are dropped anywhere on the page of the record, several with one commit, and lie where they are shown', async () => {
    await open(dataset)
    await bring('dragenter', { name: 'a.pdf', text: 'a' })
    await app.page.getByText('Dilampirkan pada “Data kunjungan puskesmas”').waitFor()
    await look(app, 'lampiran-melayang')
    const before = await entries()
    await bring('drop', { name: 'SK walidata.pdf', text: 'SK nomor 800' }, { name: 'Denah ruang server.png' })
    await notice('2 berkas dilampirkan.').waitFor()
    expect(await entries()).toBe(before + 1)
    await tab('Lampiran (2)').waitFor()
    await paper('SK walidata.pdf').waitFor()
    await look(app, 'lampiran')
  })

  it('are pasted with Ctrl+V, also while a field has the focus; a picture is named by its moment', async () => {
    await tab('Isian').click()
    await field('Nama').focus()
    await bring('paste', { name: 'image.png' })
    await notice(/“Tangkapan layar \d{2}-\d{2}-\d{4} \d{2}\.\d{2}\.png” dilampirkan\./).waitFor()
    await tab('Lampiran (3)').waitFor()
    await paper('Tangkapan layar').getByText('Tangkapan layar', { exact: true }).waitFor()
  })

  it('are not made of words or tables that Word and Excel copy with a picture beside them', async () => {
    const pasteWords = (data: Record<string, string>, selector: string) =>
      app.page.evaluate(`(() => {
        const clipboardData = new DataTransfer()
        clipboardData.items.add(new File(['gambar'], 'image.png', { type: 'image/png' }))
        for (const [type, text] of Object.entries(${JSON.stringify(data)})) clipboardData.setData(type, text)
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
        document.querySelector(${JSON.stringify(selector)}).dispatchEvent(event)
        return event.defaultPrevented
      })()`)
    const words = { 'text/plain': 'Nama', 'text/html': '<p>Nama</p>' }
    const table = { 'text/html': '<table><tr><td>Nama</td></tr></table>' }
    expect(await pasteWords(words, 'body')).toBe(false)
    expect(await pasteWords(table, 'body')).toBe(false)
    expect(await pasteWords({ 'text/plain': 'Nama' }, 'form input')).toBe(false)
    await app.page.keyboard.press('Control+k')
    await app.page.getByRole('dialog').waitFor()
    expect(await pasteWords({}, '[role="dialog"]')).toBe(false)
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('dialog').waitFor({ state: 'detached' })
    await tab('Lampiran (3)').waitFor()
  })

  it('that are pictures are shown whole, one after the other; others are handed out as they came', async () => {
    await button('Lihat Denah ruang server.png').click()
    const dialog = app.page.getByRole('dialog', { name: 'Denah ruang server.png' })
    const width = () => app.page.evaluate(`document.querySelector('[role="dialog"] img')?.naturalWidth ?? 0`)
    await expect.poll(width).toBe(1200)
    await look(app, 'lampiran-gambar')
    await dialog.getByText('2 dari 2').waitFor()
    await app.page.keyboard.press('ArrowLeft')
    await app.page.getByRole('dialog', { name: /^Tangkapan layar/ }).waitFor()
    await expect.poll(width).toBe(1200)
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('dialog').waitFor({ state: 'detached' })
    const taken = await app.download(() => button('Unduh SK walidata.pdf').click())
    expect([taken.name, Buffer.from(taken.bytes).toString()]).toEqual(['SK walidata.pdf', 'SK nomor 800'])
  })

  it('are described where they stand, by keyboard: when they hold is apart from when they were uploaded', async () => {
    await button('Beri keterangan SK walidata.pdf').press('Enter')
    const form = app.page.getByRole('form', { name: 'Beri keterangan SK walidata.pdf' })
    await form.getByRole('combobox', { name: 'Jenis' }).press('ArrowDown')
    await app.page.getByRole('option', { name: 'SK', exact: true }).waitFor()
    await app.page.keyboard.press('Home')
    await app.page.keyboard.press('Enter')
    await form.getByLabel('Nomor').fill('800/12/Kominfo/2024')
    await form.getByLabel('Judul atau perihal').fill('Penunjukan walidata')
    await form.getByLabel('Tanggal berkas').fill('05-2024')
    await form.getByRole('textbox', { name: 'Berlaku sampai' }).fill(tableDate(inDays(30)))
    await look(app, 'lampiran-keterangan')
    await app.page.keyboard.press('Control+s')
    await notice('Keterangan “Penunjukan walidata” disimpan.').waitFor()
    await form.waitFor({ state: 'detached' })
    const row = paper('Penunjukan walidata')
    await row.getByText('SK · Nomor 800/12/Kominfo/2024 · 05-2024').waitFor()
    await row.getByText('berakhir 30 hari lagi').waitFor()
    await row.getByText(/SK walidata\.pdf · 1 KB · diunggah \d{2}-\d{2}-\d{4} oleh Siti Rahmawati/).waitFor()
    await look(app, 'lampiran-berakhir')
  })

  it('that the record has already are said to be there', async () => {
    await bring('drop', { name: 'salinan.pdf', text: 'SK nomor 800' })
    await notice('“salinan.pdf” sudah terlampir pada data ini.').waitFor()
    await bring('drop', { name: 'salinan.pdf', text: 'SK nomor 800' }, { name: 'catatan.txt', text: 'x' })
    await notice(
      '1 berkas dilampirkan. “salinan.pdf” sudah ada di sini sebagai “Penunjukan walidata”.',
    ).waitFor()
  })

  it('give way to a newer version and stay beside it', async () => {
    await button('Tindakan lain untuk Penunjukan walidata').click()
    const chosen = app.page.waitForEvent('filechooser')
    await app.page.getByRole('menuitem', { name: 'Ganti dengan versi baru' }).click()
    const file = {
      name: 'SK walidata 2026.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('SK nomor 900'),
    }
    await (await chosen).setFiles(file)
    await notice('“SK walidata 2026.pdf” menggantikan versi sebelumnya').waitFor()
    const form = app.page.getByRole('form', { name: 'Beri keterangan SK walidata 2026.pdf' })
    await form.getByRole('textbox', { name: 'Berlaku sampai' }).fill(tableDate(inDays(-1)))
    await form.getByRole('button', { name: 'Simpan' }).click()
    const row = paper('Penunjukan walidata')
    await row.getByText(`berakhir ${tableDate(inDays(-1))}`).waitFor()
    await row.getByText('1 versi lama').click()
    await row.getByText(/digantikan oleh SK walidata 2026\.pdf/).waitFor()
    await look(app, 'lampiran-versi')
    const taken = await app.download(() => button('Unduh SK walidata.pdf').click())
    expect(Buffer.from(taken.bytes).toString()).toBe('SK nomor 800')
  })

  it('are the source of a decision, and go with it until that is undone', async () => {
    await tab('Isian').click()
    const choice = app.page.getByRole('combobox', { name: 'Berkas dokumen itu' })
    await choice.click()
    await app.page.getByRole('option', { name: /Penunjukan walidata/ }).click()
    await app.page.keyboard.press('Control+s')
    await notice('Dataset “Data kunjungan puskesmas” disimpan.').waitFor()
    await choice.scrollIntoViewIfNeeded()
    await look(app, 'lampiran-sumber')
    const taken = await app.download(() => button('Lihat berkas Penunjukan walidata').click())
    expect(Buffer.from(taken.bytes).toString()).toBe('SK nomor 900')
    await tab(/^Lampiran/).click()
    await button('Tindakan lain untuk Penunjukan walidata').click()
    await app.page.getByRole('menuitem', { name: 'Hapus' }).click()
    await notice('Lampiran “Penunjukan walidata” dihapus.').waitFor()
    await tab('Isian').click()
    await expect.poll(() => choice.inputValue()).toBe('')
    await notice('dihapus').getByRole('button', { name: 'Urungkan' }).click()
    await expect.poll(() => choice.inputValue()).toBe('Penunjukan walidata')
  })

  it('that end stand among what is due, and lead back to their record', async () => {
    await app.page.goto('https://selaras.localhost/kepatuhan/tempo')
    await app.page
      .getByRole('link', { name: 'Penunjukan walidata · Data kunjungan puskesmas' })
      .waitFor({ state: 'detached' })
    await ask(app, 'attachment.add', {
      owner: dataset,
      files: [{ name: 'PKS.pdf', bytes: new Uint8Array([7]) }],
    })
    const { attachments, seen } = await ask<{ attachments: { id: string }[]; seen: object }>(
      app,
      'attachment.list',
      { owner: dataset },
    )
    const values = { kind: 'kontrak', subject: 'PKS berbagi data', expires: inDays(7) }
    await ask(app, 'attachment.save', { id: attachments[0]?.id, values, seen })
    const link = app.page.getByRole('link', { name: 'PKS berbagi data · Data kunjungan puskesmas' })
    await link.waitFor()
    await app.page.getByText('Lampiran berakhir: Kontrak').waitFor()
    await look(app, 'lampiran-tempo')
    await link.click()
    await paper('PKS berbagi data').getByText('berakhir 7 hari lagi').waitFor()
  })

  it('wait for a record that is not there yet, and are attached once it is saved', async () => {
    await app.page.goto('https://selaras.localhost/daftar/dataset?buka=baru')
    await field('Nama').fill('Data stunting')
    await bring('drop', { name: 'Nota dinas.pdf', text: 'nota' }, { name: 'Contoh tabel.png' })
    await notice('2 berkas menunggu; dilampirkan begitu data ini disimpan.').waitFor()
    await look(app, 'lampiran-menunggu')
    await button('Batal lampirkan Contoh tabel.png').click()
    await app.page.keyboard.press('Control+s')
    await tab('Lampiran (1)').click()
    await paper('Nota dinas.pdf').waitFor()
  })

  it('that could not be kept are not lost with the new record: it says so, and tries again', async () => {
    const folder = path.join(app.workspace, 'blobs')
    const before = await readdir(folder)
    const same = { name: 'x.pdf', bytes: new Uint8Array(Buffer.from('berita acara')) }
    await ask(app, 'attachment.add', { owner: dataset, files: [same] })
    const place = (await readdir(folder)).find((name) => !before.includes(name)) ?? ''
    // A folder stands where the file belongs: it cannot be written.
    await rm(path.join(folder, place))
    await mkdir(path.join(folder, place))
    await app.page.goto('https://selaras.localhost/daftar/dataset?buka=baru')
    await field('Nama').fill('Data imunisasi')
    await bring('drop', { name: 'Berita acara.pdf', text: 'berita acara' })
    await notice('1 berkas menunggu').waitFor()
    await app.page.keyboard.press('Control+s')
    await app.page.getByText('Data sudah tersimpan, berkasnya belum terlampir.').waitFor()
    await look(app, 'lampiran-belum')
    await rmdir(path.join(folder, place))
    await button('Lampirkan lagi').click()
    await tab('Lampiran (1)').click()
    await paper('Berita acara.pdf').waitFor()
    const { total } = await ask<Log>(app, 'record.list', { type: 'dataset', search: 'imunisasi' })
    expect(total).toBe(1)
  })
})
