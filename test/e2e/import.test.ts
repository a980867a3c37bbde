import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from './harness.ts'
import { ask, dragOver, look, openWorkspace, password } from './window.ts'

const samples = path.join(import.meta.dirname, '..', '..', 'resources', 'samples')
const sample = (name: string): string => path.join(samples, name)
const csv = (amount: string): string =>
  [
    'Sub Output;Tahap;Metode;Pelaksana;Durasi;Sumber Daya',
    'Pengembangan SIM Aset;;;;;',
    'Aplikasi;Analisis;Rapat;Vendor;1 Bulan;APBD : 10 Juta',
    `Aplikasi;Pengodean;Laravel;Vendor;2 Bulan;APBD : ${amount}`,
  ].join('\n')

describe('an import in the window', { timeout: 120_000 }, () => {
  let app: Application
  beforeAll(async () => {
    app = await openWorkspace()
    await ask(app, 'record.save', {
      type: 'opd',
      id: null,
      seen: null,
      values: { code: '1.02.01', name: 'Dinas Kesehatan', active: true },
    })
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) =>
    app.page.getByRole('button', { name, exact: typeof name === 'string' })
  const field = (label: string) => app.page.getByRole('textbox', { name: new RegExp(`^${label}( \\*)?$`) })
  const focused = (element: ReturnType<typeof field>) =>
    expect.poll(() => element.evaluate((node) => node.matches(':focus')), { timeout: 5_000 }).toBe(true)
  const toImport = async () => {
    await app.page.getByRole('navigation').getByRole('link', { name: 'Anggaran TIK' }).first().click()
    await app.page.getByRole('heading', { name: 'Anggaran TIK' }).waitFor()
    await button('Impor formulir').first().click()
    await app.page.getByRole('heading', { name: 'Impor formulir anggaran' }).waitFor()
  }
  const bring = async (text: string) => {
    await dragOver(app, 'drop', { name: 'aset.csv', text })
    await app.page.getByRole('grid', { name: 'Baris yang terbaca' }).waitFor()
  }

  it('keeps its box after a file that cannot be read, with the reason beside it', async () => {
    await toImport()
    await app.page.locator('input[type=file]').setInputFiles({
      name: 'foto.docx',
      mimeType: 'image/png',
      buffer: Buffer.from('\x89PNG\r\n\x1a\n....'),
    })
    await app.page.getByText(/^foto\.docx: /).waitFor()
    await button('Pilih berkas').waitFor()
    await look(app, 'impor-ditolak')
  })

  it('takes a file that is let go anywhere on the page', async () => {
    await dragOver(app, 'dragenter')
    await app.page.getByText('Lepaskan untuk memasukkan berkas').waitFor()
    await bring(csv('15 Juta'))
  })

  it('says why Simpan is grey, and leads to what is missing', async () => {
    const opd = app.page.getByRole('combobox', { name: 'Perangkat daerah' })
    await button('Pilih OPD yang mengirim formulir ini.').click()
    await focused(opd)
    await opd.fill('Badan Pengelolaan Aset')
    await app.page.getByRole('option', { name: 'OPD lain yang belum ada di daftar' }).click()
    await expect.poll(() => field('Nama OPD').inputValue()).toBe('Badan Pengelolaan Aset')
    await focused(field('Kode OPD'))
    await app.page.getByText(/akan ditambahkan bersama formulir ini, tanpa kode/).waitFor()
    expect(await button('Simpan formulir').isEnabled()).toBe(true)
    await field('Kode OPD').fill('5.02.0.00.0.00.01.0000')
    expect(await field('Kode OPD').evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true)
    await look(app, 'impor-opd-baru')
    await field('Kode OPD').fill('1.02.01')
    await button('Kode ini sudah dipakai OPD lain; perbaiki kodenya.').waitFor()
    await field('Kode OPD').fill('5.02.01')
    await field('Singkatan').fill('BPA')
    await button('Pilih dari daftar OPD').click()
    await app.page.getByRole('combobox', { name: 'Perangkat daerah' }).click()
    await app.page.getByRole('option', { name: 'OPD lain yang belum ada di daftar' }).click()
    expect(await field('Nama OPD').inputValue()).toBe('Badan Pengelolaan Aset')
    await button('Simpan formulir').click()
    await app.page.getByText(/^Formulir Badan Pengelolaan Aset tersimpan/).waitFor()
  })

  it('finds the OPD by its short name and shows what a later file would change', async () => {
    await toImport()
    await bring(csv('20 Juta'))
    const opd = app.page.getByRole('combobox', { name: 'Perangkat daerah' })
    await opd.fill('bpa')
    await app.page.getByRole('option', { name: /Badan Pengelolaan Aset/ }).click()
    await app.page
      .getByText(
        /^Dibandingkan dengan versi 1: 0 baris baru, 0 hilang, 1 berubah; jumlah Rp25\.000\.000 menjadi Rp30\.000\.000\./,
      )
      .waitFor()
    await look(app, 'impor-perbedaan')
    await button('Lihat perbedaan').click()
    await app.page.getByRole('dialog').getByText('APBD : 15 Juta').waitFor()
    await look(app, 'impor-perbedaan-rinci')
    await app.page.keyboard.press('Escape')
  })

  it('says that a file holds what is there already, and offers first not to save it', async () => {
    await button('Tolak berkas').click()
    await toImport()
    await bring(csv('15 Juta'))
    const opd = app.page.getByRole('combobox', { name: 'Perangkat daerah' })
    await opd.fill('bpa')
    await app.page.getByRole('option', { name: /Badan Pengelolaan Aset/ }).click()
    await app.page.getByText(/^Isinya sama persis dengan versi 1/).waitFor()
    await look(app, 'impor-sama')
    await button('Simpan sebagai versi baru').waitFor()
    await button('Tidak usah disimpan').click()
    await app.page.getByText('Berkas ini ditolak dan tidak akan disimpan.').waitFor()
  })

  const cell = (row: number, column: number) =>
    app.page.locator(`[data-row="${row}"][data-column="${column}"]`)
  const wrong = (row: number, found: string) =>
    button(new RegExp(`^Baris ${row}, kolom Jumlah \\(Rp\\): ‘${found}’ bukan jumlah`))
  const framed = (row: number, column: number) =>
    expect
      .poll(() => cell(row, column).evaluate((node) => node.contains(node.ownerDocument.activeElement)), {
        timeout: 5_000,
      })
      .toBe(true)

  it('reads words of money typed into Jumlah, and holds Simpan back while one is no amount', async () => {
    await toImport()
    await bring(csv('15 Juta'))
    await app.page.getByRole('combobox', { name: 'Perangkat daerah' }).fill('bpa')
    await app.page.getByRole('option', { name: /Badan Pengelolaan Aset/ }).click()
    await cell(1, 3).click()
    await app.page.keyboard.type('40 jt')
    await app.page.keyboard.press('Enter')
    await app.page.getByText('Jumlah Rp50.000.000').waitFor()
    await cell(1, 3).click()
    await app.page.keyboard.type('menyusul')
    await app.page.keyboard.press('Enter')
    await wrong(2, 'menyusul').waitFor()
    expect(await button('Simpan formulir').isDisabled()).toBe(true)
    await wrong(2, 'menyusul').click()
    await framed(1, 3)
    expect(await cell(1, 3).getAttribute('aria-invalid')).toBe('true')
    expect(await cell(1, 3).innerText()).toContain('menyusul')
    await look(app, 'impor-jumlah-salah')
    await app.page.keyboard.press('Control+z')
    await app.page.getByText('Jumlah Rp50.000.000').waitFor()
    await wrong(2, 'menyusul').waitFor({ state: 'hidden' })
    await button('Tolak berkas').click()
  })

  it('on a stored form takes words of money as well; what is no amount stays and leads to its cell', async () => {
    await app.page.getByRole('navigation').getByRole('link', { name: 'Anggaran TIK' }).first().click()
    await app.page
      .getByText(/^Badan Pengelolaan Aset/)
      .first()
      .click()
    await app.page.getByRole('grid', { name: /^Baris formulir/ }).waitFor()
    const main = app.page.getByRole('main')
    await cell(0, 8).click()
    await app.page.keyboard.type('40 jt')
    await app.page.keyboard.press('Enter')
    await main.getByText('Rp55.000.000', { exact: true }).waitFor()
    await app.page.keyboard.type('menyusul')
    await app.page.keyboard.press('Enter')
    await wrong(2, 'menyusul').waitFor()
    await app.page.keyboard.press('Control+s')
    await framed(1, 8)
    expect(await cell(1, 8).getAttribute('aria-invalid')).toBe('true')
    await look(app, 'formulir-jumlah-salah')
    await app.page.keyboard.press('Control+z')
    await main.getByText('Rp55.000.000', { exact: true }).waitFor()
    await app.page.keyboard.press('Control+y')
    await wrong(2, 'menyusul').waitFor()
    await cell(0, 8).click()
    await button('Simpan').click()
    await framed(1, 8)
    await app.page.keyboard.type('lima juta')
    await app.page.keyboard.press('Enter')
    await wrong(2, 'menyusul').waitFor({ state: 'hidden' })
    await app.page.keyboard.press('Control+s')
    await app.page.getByText('2 baris tersimpan.').waitFor()
    await app.page.reload()
    await main.getByText('Rp45.000.000', { exact: true }).waitFor()
    expect(await cell(0, 8).innerText()).toContain('40.000.000')
    expect(await cell(1, 8).innerText()).toContain('5.000.000')
  })

  it('puts the focus on the next file after one was saved, and keeps the open one in sight', async () => {
    await toImport()
    const names = [
      'bappeda.xlsx',
      'bkpsdm.xlsx',
      'bpkad.xlsx',
      'dinas-pupr.xlsx',
      'dinas-sosial.xlsx',
      'satpol-pp.docx',
    ]
    await app.page.locator('input[type=file]').setInputFiles(names.map(sample))
    await app.page.getByText('0 dari 6 selesai').waitFor()
    const rail = app.page.getByRole('navigation', { name: 'Berkas' })
    const truth = JSON.parse(await readFile(sample('bappeda.json'), 'utf8')) as { opd: { code: string } }
    await field('Kode OPD').fill(truth.opd.code)
    await button('Simpan formulir').click()
    await app.page.getByText('1 dari 6 selesai').waitFor()
    await expect
      .poll(() => rail.locator('[aria-current="true"]').evaluate((node) => node.matches(':focus')))
      .toBe(true)
    await rail.getByRole('button', { name: /Satuan Polisi/ }).click()
    await expect
      .poll(() =>
        rail.evaluate((place) => {
          const [box, own] = [place, place.querySelector('[aria-current="true"]')].map((each) =>
            each?.getBoundingClientRect(),
          )
          return box !== undefined && own !== undefined && own.bottom <= box.bottom + 1
        }),
      )
      .toBe(true)
  })

  it.each([1280, 1366, 1440, 1600, 1920])(
    'shows every act of the panel of doubts whole at a width of %i',
    async (width) => {
      await app.page.setViewportSize({ width, height: width === 1280 ? 720 : 768 })
      const panel = app.page.getByRole('region', { name: 'Sel yang perlu diperiksa' })
      await panel.getByRole('button', { name: 'Tunjukkan' }).first().waitFor()
      const cut = await panel.evaluate((place) => {
        const { left, right } = place.getBoundingClientRect()
        return [...place.querySelectorAll('button')]
          .filter((each) => {
            const own = each.getBoundingClientRect()
            return own.left < left || own.right > right || each.scrollWidth > each.clientWidth
          })
          .map((each) => each.textContent)
      })
      expect(cut).toEqual([])
      await app.screenshot(`impor-tanda-${width}`)
    },
  )
})

describe('several files of one OPD in one import', { timeout: 120_000 }, () => {
  let app: Application
  const names = ['bappeda-perbaikan.xlsx', 'bappeda.xlsx', 'bkpsdm.xlsx', 'bpkad.xlsx', 'satpol-pp.docx']
  beforeAll(async () => {
    app = await openWorkspace()
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) =>
    app.page.getByRole('button', { name, exact: typeof name === 'string' })
  const rail = () => app.page.getByRole('navigation', { name: 'Berkas' })
  const inRail = (name: string) => rail().getByRole('button', { name: new RegExp(` ${name}( |$)`) })
  const question = () =>
    app.page.getByRole('region', { name: '2 berkas dari OPD yang sama: mana yang berlaku?' })
  const field = (label: string) => app.page.getByRole('textbox', { name: new RegExp(`^${label}( \\*)?$`) })
  const truthOf = async (name: string) =>
    JSON.parse(await readFile(sample(name.replace(/\.\w+$/, '.json')), 'utf8')) as {
      opd: { code: string; name: string }
      total: number
    }
  const bappedaForms = async () => {
    const year = Number(await field('Tahun').inputValue())
    const { forms } = await ask<{ forms: { opdCode: string; version: number; total: number }[] }>(
      app,
      'budget.forms',
      { year },
    )
    const { opd } = await truthOf('bappeda.xlsx')
    return forms
      .filter(({ opdCode }) => opdCode === opd.code)
      .map(({ version, total }) => ({ version, total }))
  }

  it('asks which of them counts, also where the OPD is new, and saves neither with the others', async () => {
    await app.page.getByRole('navigation').getByRole('link', { name: 'Anggaran TIK' }).first().click()
    await button('Impor formulir').first().click()
    await app.page.locator('input[type=file]').setInputFiles(names.map(sample))
    await app.page.getByText('0 dari 5 selesai').waitFor()
    for (const name of names) {
      const { opd } = await truthOf(name)
      await inRail(name).click()
      await field('Kode OPD').fill(opd.code)
      await field('Nama OPD').fill(opd.name)
    }
    await rail().getByText('3 berkas menunggu: 2 dari OPD yang sama, 1 perlu diperiksa.').waitFor()
    await inRail('bappeda.xlsx').click()
    await question().waitFor()
    await look(app, 'impor-berkas-kembar')
    await button('Simpan semua (3)').click()
    await app.page.getByRole('dialog', { name: '1 berkas perlu keputusan Anda' }).waitFor()
    await look(app, 'impor-simpan-semua')
    await button('Simpan 2 formulir').click()
    await app.page.getByText(/^2 formulir tersimpan: .* 3 berkas menunggu\.$/).waitFor()
    await rail().getByText('3 berkas menunggu: 2 dari OPD yang sama, 1 perlu diperiksa.').waitFor()
    await app.page.getByText('2 dari 5 selesai').waitFor()
    await inRail('bappeda.xlsx').click()
    expect(await bappedaForms()).toEqual([])
  })

  it('sets the others aside, visibly, and takes them back', async () => {
    await button('Pakai berkas ini: bappeda.xlsx').click()
    await inRail('bappeda-perbaikan.xlsx tidak disimpan').click()
    await app.page.getByText('Tidak disimpan. Yang dipakai untuk OPD ini: bappeda.xlsx.').waitFor()
    await look(app, 'impor-tidak-disimpan')
    await button('Ambil kembali').click()
    await question().waitFor()
    await button('Pakai berkas ini: bappeda-perbaikan.xlsx').click()
    await button('Simpan formulir').click()
    await app.page.getByText(/^Formulir Badan Perencanaan Pembangunan Daerah tersimpan/).waitFor()
    await inRail('satpol-pp.docx').click()
    const { total } = await truthOf('bappeda-perbaikan.xlsx')
    expect(await bappedaForms()).toEqual([{ version: 1, total }])
  })

  it('saves one more of them on purpose, and each version names its file', async () => {
    await inRail('bappeda.xlsx').click()
    await button('Ambil kembali').click()
    await app.page.getByText(/^Berkas bappeda-perbaikan\.xlsx dari OPD yang sama sudah disimpan/).waitFor()
    await app.page.getByText(/Menjadi versi 2 dan dipakai dalam konsolidasi/).waitFor()
    await button('Simpan formulir').click()
    await app.page.getByText('4 dari 5 selesai').waitFor()
    await inRail('satpol-pp.docx').click()
    const { total } = await truthOf('bappeda.xlsx')
    expect(await bappedaForms()).toEqual([{ version: 2, total }])
    await button('Simpan formulir').click()
    await app.page.getByRole('row', { name: /Badan Perencanaan Pembangunan Daerah/ }).click()
    await button(/^Versi \(/).click()
    await app.page.getByTitle('bappeda.xlsx', { exact: true }).waitFor()
    await app.page.getByTitle('bappeda-perbaikan.xlsx', { exact: true }).waitFor()
    await look(app, 'formulir-versi-berkas')
  })
})

describe('an import that is left before it is saved', { timeout: 120_000 }, () => {
  let app: Application
  const names = ['bappeda.xlsx', 'bkpsdm.xlsx', 'dinas-kesehatan.docx', 'dinas-sosial.xlsx', 'rsud.csv']
  beforeAll(async () => {
    app = await openWorkspace()
    const opds = JSON.parse(await readFile(sample('opd.json'), 'utf8')) as { code: string }[]
    for (const opd of opds.filter(({ code }) => !code.startsWith('1.06')))
      await ask(app, 'record.save', { type: 'opd', id: null, seen: null, values: { ...opd, active: true } })
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) =>
    app.page.getByRole('button', { name, exact: typeof name === 'string' })
  const rail = () => app.page.getByRole('navigation', { name: 'Berkas' })
  const inRail = (name: string) => rail().getByRole('button', { name: new RegExp(` ${name}( |$)`) })
  const picker = () => app.page.getByRole('combobox', { name: 'Perangkat daerah' })
  const cell = (row: number, column: number) =>
    app.page.locator(`[data-row="${row}"][data-column="${column}"]`)
  const toImport = async () => {
    await app.page.getByRole('navigation').getByRole('link', { name: 'Anggaran TIK' }).first().click()
    await button(/^Impor formulir/)
      .first()
      .click()
    await app.page.getByRole('heading', { name: 'Impor formulir anggaran' }).waitFor()
  }
  const isAsLeft = async () => {
    await app.page
      .getByText('Impor yang belum selesai dilanjutkan: 4 dari 5 berkas belum disimpan.')
      .waitFor()
    expect(await rail().locator('[aria-current="true"]').innerText()).toContain('rsud.csv')
    await inRail('bkpsdm.xlsx ditolak').waitFor()
    expect(await app.page.getByRole('textbox', { name: 'Nomor surat' }).inputValue()).toBe('27/TIK')
    expect(await cell(0, 0).innerText()).toContain('Tahap yang diperbaiki')
  }

  it('is there again after another page, with its choices and corrections', async () => {
    await toImport()
    await app.page.locator('input[type=file]').setInputFiles(names.map(sample))
    await app.page.getByText('0 dari 5 selesai').waitFor()
    await inRail('bkpsdm.xlsx').click()
    await button('Tolak berkas').click()
    await inRail('rsud.csv').click()
    await app.page.getByRole('textbox', { name: 'Nomor surat' }).fill('27/TIK')
    await cell(0, 0).click()
    await app.page.keyboard.type('Tahap yang diperbaiki')
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('navigation').getByRole('link', { name: 'Beranda' }).click()
    await app.page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
    await toImport()
    await isAsLeft()
    await look(app, 'impor-dilanjutkan')
  })

  it('is there again after a lock, for the same officer', async () => {
    await app.page.keyboard.press('Control+Shift+L')
    await app.page
      .getByLabel(/Kata sandi/)
      .first()
      .fill(password)
    await app.page.keyboard.press('Enter')
    await isAsLeft()
  })

  it('takes the first OPD that is listed with Enter, moves with the arrows, closes with Escape', async () => {
    await picker().fill('dinkes')
    await app.page.keyboard.press('Escape')
    await app.page.getByRole('option').first().waitFor({ state: 'hidden' })
    await picker().fill('badan kep')
    await app.page.keyboard.press('Enter')
    await expect
      .poll(() => picker().inputValue())
      .toBe('5.03.01 · Badan Kepegawaian dan Pengembangan Sumber Daya Manusia')
    await picker().fill('dinas k')
    const marked = (code: string) =>
      app.page.locator('[role="option"][data-combobox-selected]').getByText(code).waitFor()
    await app.page.getByRole('option', { name: /^1\.02\.01/ }).waitFor()
    await app.page.keyboard.press('ArrowDown')
    await marked('1.02.01')
    await app.page.keyboard.press('ArrowDown')
    await marked('2.09.01')
    await app.page.keyboard.press('ArrowUp')
    await marked('1.02.01')
    await app.page.keyboard.press('Enter')
    await expect.poll(() => picker().inputValue()).toBe('1.02.01 · Dinas Kesehatan')
    await picker().fill('dinkes')
    await app.page.keyboard.press('Enter')
    await expect.poll(() => picker().inputValue()).toBe('1.02.01 · Dinas Kesehatan')
  })

  it('asks where the file names another OPD than the one chosen, before anything is saved', async () => {
    const question = app.page.getByRole('region', {
      name: 'Kepala berkas menyebut Rumah Sakit Umum Daerah, Anda memilih Dinas Kesehatan.',
    })
    await question.waitFor()
    expect(await button('Simpan formulir').isDisabled()).toBe(true)
    await rail()
      .getByText(/1 menunggu jawaban tentang OPD/)
      .waitFor()
    await look(app, 'impor-opd-berbeda')
    await question.getByRole('button', { name: 'Pakai Rumah Sakit Umum Daerah' }).click()
    await question.waitFor({ state: 'hidden' })
    expect(await picker().inputValue()).toBe('1.02.02 · Rumah Sakit Umum Daerah')
  })

  it('names the forms that it would replace, and leaves them to the officer', async () => {
    await button('Simpan formulir').click()
    await app.page.getByText('2 dari 5 selesai').waitFor()
    await button('Buang impor ini').click()
    await app.page.getByRole('dialog', { name: 'Buang 3 berkas yang belum disimpan?' }).waitFor()
    await app.page.getByRole('dialog').getByRole('button', { name: 'Buang' }).click()
    await app.page.locator('input[type=file]').setInputFiles(names.map(sample))
    await app.page.getByText('0 dari 5 selesai').waitFor()
    await button('Simpan semua (5)').click()
    const dialog = app.page.getByRole('dialog', { name: '1 berkas perlu keputusan Anda' })
    await dialog.getByText(/^Menjadi versi 2 dari formulir Rumah Sakit Umum Daerah TA \d{4}/).waitFor()
    await look(app, 'impor-menjadi-versi')
    expect(await dialog.getByRole('checkbox', { name: /Rumah Sakit/ }).isChecked()).toBe(false)
    await dialog.getByRole('button', { name: 'Simpan 4 formulir' }).click()
    await app.page.getByText('4 dari 5 selesai').waitFor()
    await inRail('rsud.csv').waitFor()
  })

  it('is gone once it was discarded', async () => {
    await button('Buang impor ini').click()
    await app.page.getByRole('dialog').getByRole('button', { name: 'Buang' }).click()
    await toImport()
    await button('Pilih berkas').waitFor()
    expect(await rail().count()).toBe(0)
  })
})
