import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDemoCertificate } from '../../electron/signature/demo-certificate.ts'
import { type Application, type Download, openApplication } from './harness.ts'
import { look as lookAt } from './window.ts'

const samples = path.join(import.meta.dirname, '..', '..', 'resources', 'samples')
type Sample = {
  readonly file: string
  readonly opd: { readonly code: string; readonly name: string }
  readonly total: number
}

const files = [
  'penjelasan-pasal-6-ayat-4.docx',
  'bappeda.xlsx',
  'bkpsdm.xlsx',
  'bpkad.xlsx',
  'dinas-kesehatan.docx',
  'dinas-pendidikan-dan-kebudayaan.docx',
  'dinas-pupr.xlsx',
  'dinas-sosial.xlsx',
  'disdukcapil.docx',
  'dpmptsp.csv',
  'rsud.csv',
  'satpol-pp.docx',
] as const

const sampleOf = async (file: string): Promise<Sample> => {
  const truth = JSON.parse(await readFile(path.join(samples, file.replace(/\.\w+$/, '.json')), 'utf8'))
  return { file, opd: truth.opd, total: truth.total }
}

const rupiah = (value: number): string => `Rp${value.toLocaleString('id-ID')}`
const nip = '198703122010012004'
const password = 'jembatan biru pagi hari'
const certificatePassword = 'contoh untuk uji'

describe('the main job in the window, from first start to a signed PDF', { timeout: 240_000 }, () => {
  let app: Application
  let page: Page
  let all: readonly Sample[]
  let signed: Download

  beforeAll(async () => {
    all = await Promise.all(files.map(sampleOf))
    app = await openApplication()
    page = app.page
    page.setDefaultTimeout(20_000)
  }, 180_000)
  afterAll(async () => {
    await app.stop()
  })

  /** The screen as it stands, once its title is there. */
  const look = async (name: string): Promise<void> => {
    await page.locator('h1').first().waitFor()
    await lookAt(app, name)
  }
  /** On how many lines a word stands in the cells of the grid: each number that there is. */
  const linesOf = (word: string): Promise<unknown> =>
    page.evaluate(`(() => {
      const word = ${JSON.stringify(word)}
      const found = new Set()
      for (const cell of document.querySelectorAll('[role="gridcell"]')) {
        const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
        for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
          const at = text.nodeValue.indexOf(word)
          if (at < 0) continue
          const range = document.createRange()
          range.setStart(text, at)
          range.setEnd(text, at + word.length)
          found.add(range.getClientRects().length)
        }
      }
      return [...found].sort()
    })()`)
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' })
  /** A label may carry the mark of a required field after its words. */
  const field = (label: string) => page.getByRole('textbox', { name: new RegExp(`^${label}( \\*)?$`) })
  const navigate = (name: string) => page.getByRole('navigation').getByRole('link', { name }).first().click()
  const main = () => page.getByRole('main')
  const fileButton = (words: string) =>
    page.getByRole('navigation', { name: 'Berkas' }).getByRole('button', { name: words })

  test('a first start makes a workspace', async () => {
    await button(/Mulai baru/).click()
    await button('Lanjut').click()
    await field('NIP').fill(nip)
    await field('Nama lengkap').fill('Rina Wulandari')
    await button('Lanjut').click()
    await page.getByLabel('Kata sandi', { exact: true }).fill(password)
    await page.getByLabel('Ulangi kata sandi', { exact: true }).fill(password)
    await button('Buat ruang kerja').click()
    await page.getByLabel('Sudah saya simpan di tempat yang aman').check()
    await button('Masuk ke Selaras').click()
    await navigate('Anggaran TIK')
    await page.getByText(/Belum ada formulir anggaran TIK tahun/).waitFor()
    await look('anggaran-kosong')
  })

  test('the year without a form has nothing to consolidate, and says how it starts', async () => {
    await navigate('Konsolidasi')
    await page.getByText(/Belum ada formulir untuk konsolidasi/).waitFor()
    await look('konsolidasi-kosong')
  })

  test('twelve forms of Word, Excel and CSV are read, and nothing is written yet', async () => {
    await navigate('Anggaran TIK')
    await page.keyboard.press('n')
    await page.getByRole('heading', { name: 'Impor formulir anggaran' }).waitFor()
    await look('impor-pilih')
    await page.locator('input[type=file]').setInputFiles(files.map((file) => path.join(samples, file)))
    await page.getByRole('grid').waitFor()
    await page.getByText('0 dari 12 selesai').waitFor()
    // The doubt itself is read before anything was moved or scrolled.
    await page
      .getByRole('region', { name: 'Sel yang perlu diperiksa' })
      .getByText(/^Baris 3 sama persis/)
      .waitFor()
    await look('impor-pratinjau')
    for (const { file, opd } of all) {
      const words = file.startsWith('penjelasan') ? file : opd.name
      await fileButton(words).click()
      if (file.startsWith('penjelasan')) {
        await page.getByRole('combobox', { name: 'Perangkat daerah' }).click()
        await page.getByRole('option', { name: 'OPD lain yang belum ada di daftar' }).click()
      }
      await field('Kode OPD').fill(opd.code)
      await field('Nama OPD').fill(opd.name)
    }
  })

  test('a doubt is corrected in the grid with the keyboard, and the sums follow', async () => {
    await fileButton('Satuan Polisi Pamong Praja').click()
    await main().getByText('Jumlah Rp282.900.000').waitFor()
    await button('Tunjukkan').first().click()
    await page.keyboard.type('APBD : 8 juta')
    await page.keyboard.press('Enter')
    await main().getByText('Jumlah Rp290.900.000').waitFor()
    await look('impor-koreksi')
    await page.keyboard.press('Control+z')
    await main().getByText('Jumlah Rp282.900.000').waitFor()
    await page.keyboard.press('Control+y')
    await main().getByText('Jumlah Rp290.900.000').waitFor()
  })

  test('all forms are written, each as one change, with Urungkan', async () => {
    await button('Simpan semua (12)').click()
    const dialog = page.getByRole('dialog', { name: /berkas perlu keputusan Anda$/ })
    await dialog.waitFor()
    await dialog.getByRole('button', { name: 'Pilih semua' }).click()
    await look('impor-perlu-diperiksa')
    await dialog.getByRole('button', { name: 'Simpan 12 formulir' }).click()
    await page.getByText('12 formulir tersimpan').waitFor()
    await page.getByText(/^12 OPD telah mengirim formulir · .*daftar OPD belum dinyatakan lengkap$/).waitFor()
    await look('anggaran-daftar')
    const form = page.getByRole('row', { name: /Dinas Pengendalian Penduduk/ })
    expect(await form.textContent()).toContain('186.000.000')
  })

  test('an undo of all of them asks first and names what goes, and brings them back when asked', async () => {
    const list = page.getByText(/^12 OPD telah mengirim formulir/)
    const undo = () => page.getByRole('status').getByRole('button', { name: 'Urungkan' }).click()
    await undo()
    const dialog = page.getByRole('dialog', { name: 'Urungkan semuanya?' })
    await dialog.getByText(/^Yang diambil kembali: .*12 formulir anggaran.* 174 baris anggaran\.$/).waitFor()
    await look('urungkan-semua')
    await dialog.getByRole('button', { name: 'Urungkan' }).click()
    await page.getByText('Perubahan diurungkan.').waitFor()
    await list.waitFor({ state: 'hidden' })
    await look('urungkan-kembalikan')
    await page.getByRole('status').getByRole('button', { name: 'Kembalikan lagi' }).click()
    await page.getByText('Perubahan dikembalikan lagi.').waitFor()
    await list.waitFor()
  })

  test('the form of the Penjelasan holds 17 rows and Rp186.000.000, and is recommended and locked', async () => {
    await page.getByText(/^Dinas Pengendalian Penduduk/).click()
    await page.getByRole('grid').waitFor()
    await main().getByText('Rp186.000.000', { exact: true }).waitFor()
    await main().getByText('17 baris, 6 tanpa biaya').waitFor()
    await look('formulir')
    await button('Perlu diperiksa (2)').click()
    await look('formulir-periksa')
    expect(await linesOf('Pengembangan'), 'a word that stands in most rows is not broken').toEqual([1])
    await button('Riwayat').click()
    await page
      .getByText(/^Impor formulir/)
      .first()
      .waitFor()
    await look('formulir-riwayat')
    await button('Rekomendasikan').click()
    await page.getByLabel('Catatan rekomendasi').fill('Baris kembar sudah ditanyakan kepada OPD.')
    await look('formulir-rekomendasi')
    await page.getByRole('dialog').getByRole('button', { name: 'Rekomendasikan' }).click()
    await button('Kunci').click()
    await button('Buka kunci').waitFor()
    await look('formulir-dikunci')
  })

  test('a cell of a stored form is corrected and saved with Ctrl+S, and undone', async () => {
    await page.keyboard.press('Control+k')
    await page
      .getByRole('textbox', { name: /Cari atau jalankan|Cari/ })
      .last()
      .fill('formulir polisi')
    await page.getByText(/^Satuan Polisi Pamong Praja · Formulir TA/).click()
    await expect
      .poll(() => page.evaluate(`document.activeElement?.closest('[role="grid"]') !== null`))
      .toBe(true)
    await button(/^Perlu diperiksa \(2\)$/).click()
    await button('Tunjukkan').first().click()
    await page.keyboard.type('3 bulan')
    await page.keyboard.press('Enter')
    await page.getByText('1 baris diubah dan belum disimpan').waitFor()
    await look('formulir-belum-disimpan')
    await page.keyboard.press('Control+s')
    await page.getByText('1 baris tersimpan.').waitFor()
    const notice = await page.getByRole('status').filter({ hasText: '1 baris tersimpan.' }).boundingBox()
    const sheet = await main().boundingBox()
    expect(notice?.y ?? 0).toBeGreaterThanOrEqual((sheet?.y ?? 0) + (sheet?.height ?? 999))
    await page.getByText('Semua perubahan tersimpan').waitFor()
    await page.getByText('Tidak ada sel yang perlu diperiksa.').waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: '1 baris tersimpan.' })
      .getByRole('button', { name: 'Urungkan' })
      .click()
    await button(/^Perlu diperiksa \(2\)$/).waitFor()
  })

  test('a printed total that the rows do not make stands above the form until it is called right', async () => {
    const marks = page.getByRole('list', { name: 'Tanda seluruh formulir' })
    await marks.getByText(/^Jumlah tertulis Rp246\.900\.000/).waitFor()
    await look('formulir-jumlah-berbeda')
    await marks.getByRole('button', { name: /^Sudah benar/ }).click()
    await page.getByText('Tanda diselesaikan: sudah benar.').waitFor()
    await marks.waitFor({ state: 'hidden' })
    await page.getByText(/^Dinyatakan sudah benar oleh Rina Wulandari/).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: 'Tanda diselesaikan' })
      .getByRole('button', { name: 'Urungkan' })
      .click()
    await marks.waitFor()
  })

  test('what was typed and not saved is there again after the window was loaded anew and after a lock', async () => {
    await page.locator('[data-row="0"][data-column="2"]').click()
    await page.keyboard.type('Analisis yang belum disimpan')
    await page.keyboard.press('Enter')
    await page.getByText('1 baris diubah dan belum disimpan').waitFor()
    await page.keyboard.press('Control+Shift+L')
    await page.getByLabel('Kata sandi', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.getByText('1 baris diubah dan belum disimpan').waitFor()
    await page.reload()
    await page.getByText('1 baris diubah dan belum disimpan').waitFor()
    await page.getByText('Perubahan yang belum disimpan sebelumnya dipulihkan.').waitFor()
    await button('Buang perubahan').click()
    await page
      .getByRole('dialog')
      .getByText(/tidak dapat dikembalikan setelah dibuang/)
      .waitFor()
    await button('Buang').click()
    await page.getByText('Semua perubahan tersimpan').waitFor()
  })

  test('the consolidation counts every form, and its parts make the whole', async () => {
    await navigate('Konsolidasi')
    const total = all.reduce((sum, each) => sum + each.total, 8_000_000)
    await main().getByText(rupiah(total), { exact: true }).first().waitFor()
    await main()
      .getByText(/^12 formulir, 174 baris, 37 tanpa biaya/)
      .waitFor()
    await page.locator('svg.recharts-surface').first().waitFor()
    await look('konsolidasi-opd')
    for (const [tab, name] of [
      ['Output dan sub output', 'output'],
      ['Sumber dana', 'sumber'],
      ['Pelaksana', 'pelaksana'],
      ['Metode/platform', 'metode'],
      [/^Perhatian/, 'perhatian'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('tab', { name: tab, selected: true }).waitFor()
      await look(`konsolidasi-${name}`)
      if (name !== 'perhatian') await sumsMatch(total)
    }
  })

  const sumsMatch = async (total: number): Promise<void> => {
    const cells = await page.locator('tbody tr:not([class*="child"]) td:last-child').allInnerTexts()
    const parts = cells.map((text) => Number(text.replaceAll('.', '')))
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
  }

  test('a number opens the rows behind it', async () => {
    await page.getByRole('tab', { name: 'Sumber dana' }).click()
    await page
      .getByRole('link', { name: /^Lihat baris di balik DAK/ })
      .or(page.locator('a[title="Lihat baris di balik DAK"]'))
      .first()
      .click()
    await page.getByRole('heading', { name: 'DAK' }).waitFor()
    await page.getByRole('grid').waitFor()
    await look('konsolidasi-rincian')
    await button('Kembali ke konsolidasi').click()
    await button('Susun konsolidasi').click()
    await page.getByText(/^Konsolidasi disusun dengan jumlah/).waitFor()
  })

  const exportAs = async (format: string, run: string): Promise<Download> => {
    await button('Ekspor').click()
    await page.getByRole('dialog').getByText(format, { exact: true }).click()
    return app.download(() => button(run).click())
  }

  test('Excel and Word come out as files of their kind', async () => {
    const xlsx = await exportAs('Excel', 'Buat Excel')
    expect(xlsx.name).toMatch(/\.xlsx$/)
    const parts = unzipSync(xlsx.bytes)
    expect(Object.keys(parts)).toContain('xl/workbook.xml')
    expect(Object.values(parts).some((part) => new TextDecoder().decode(part).includes('>186000000<'))).toBe(
      true,
    )
    const docx = await exportAs('Word', 'Buat Word')
    expect(docx.name).toMatch(/\.docx$/)
    expect(new TextDecoder().decode(unzipSync(docx.bytes)['word/document.xml'])).toContain('186.000.000')
  })

  test('the PDF is signed with a certificate whose owner is shown first', async () => {
    const day = 86_400_000
    const certificate = await makeDemoCertificate({
      name: 'Rina Wulandari',
      organization: 'Dinas Komunikasi dan Informatika',
      password: certificatePassword,
      validFrom: new Date(Date.now() - day),
      validTo: new Date(Date.now() + 365 * day),
      bits: 2048,
    })
    const file = path.join(app.settings, 'sertifikat.p12')
    await writeFile(file, certificate.pkcs12)
    await button('Ekspor').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('PDF', { exact: true }).click()
    await look('ekspor-basah')
    await dialog.getByText('Dengan berkas sertifikat').click()
    await dialog.locator('input[type=file]').setInputFiles(file)
    await page.getByLabel('Kata sandi sertifikat', { exact: true }).fill('keliru')
    await page.keyboard.press('Enter')
    await dialog.getByText(/Kata sandi sertifikat tidak cocok/).waitFor()
    await look('ekspor-sandi-salah')
    await page.getByLabel('Kata sandi sertifikat', { exact: true }).fill(certificatePassword)
    await page.keyboard.press('Enter')
    await dialog.getByText(/Rina Wulandari/).waitFor()
    await button('Isi dengan data saya').click()
    await expect.poll(() => dialog.getByLabel('NIP').inputValue()).toBe(nip)
    await dialog.getByLabel('Jabatan').fill('Kepala Dinas Komunikasi dan Informatika')
    await dialog.getByLabel('Nama', { exact: true }).fill('Rina Wulandari')
    await dialog.getByLabel('NIP').fill(nip)
    await look('ekspor-sertifikat')
    signed = await app.download(() => button('Tanda tangani dan buat PDF').click())
    expect(signed.name).toMatch(/\.pdf$/)
    await page.getByText(/ditandatangani dengan sertifikat contoh/).waitFor()
  })

  test('the notice of a signed PDF leads to the verification of that very file', async () => {
    await page.getByRole('status').getByRole('button', { name: 'Periksa tanda tangan' }).click()
    await page.getByRole('heading', { name: 'Utuh, tetapi tidak tersertifikasi' }).waitFor()
    await page.getByText(signed.name, { exact: true }).waitFor()
    await page.getByText(/Sertifikat contoh dibuat untuk mencoba/).waitFor()
    await look('tanda-tangan-langsung')
    await button('Periksa PDF lain').click()
  })

  const verify = async (name: string, bytes: Uint8Array): Promise<void> => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
  }

  test('the signed PDF is verified in plain words, and so is one that was changed', async () => {
    await navigate('Periksa tanda tangan')
    await look('tanda-tangan')
    await verify('konsolidasi.pdf', signed.bytes)
    await page.getByRole('heading', { name: 'Utuh, tetapi tidak tersertifikasi' }).waitFor()
    await page.getByText('utuh sejak ditandatangani', { exact: true }).waitFor()
    await look('tanda-tangan-utuh')
    const changed = Uint8Array.from(signed.bytes)
    changed[2000] = (changed[2000] ?? 0) ^ 1
    await button('Periksa PDF lain').click()
    await verify('berubah.pdf', changed)
    await page.getByRole('heading', { name: 'Berubah setelah ditandatangani' }).waitFor()
    await look('tanda-tangan-berubah')
  })
})
