import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Application, type Download, openApplication } from './harness.ts'
import { ask, look, officer, password } from './window.ts'

const secondPassword = 'durian runtuh di pasar pagi'

describe('the first start', () => {
  let app: Application
  let code = ''
  let backup: Download

  beforeAll(async () => {
    app = await openApplication()
    app.page.setDefaultTimeout(12_000)
  })
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) => app.page.getByRole('button', { name })
  /** A label may carry the mark of a required field after its words. */
  const field = (name: string) => app.page.getByLabel(new RegExp(`^${name}( \\*)?$`))

  it('says what Selaras is, where the data lies, and offers to begin or to restore', async () => {
    await app.page.getByRole('heading', { name: 'Selamat datang di Selaras' }).waitFor()
    expect(await app.page.getByText(app.workspace).count()).toBe(1)
    expect(await app.page.title()).toBe('Selaras')
    await look(app, 'mulai-1-selamat-datang')
    await button(/Pulihkan dari salinan/).click()
    await look(app, 'mulai-2-pulihkan')
    await button('Pulihkan').click()
    await app.page.getByText('Pilih berkas salinan data.').waitFor()
    await button('Kembali').click()
  })

  it('asks for the regulation, and city and agency follow it', async () => {
    await button(/Mulai baru/).click()
    await app.page.getByRole('radio', { name: /Singkawang/ }).click()
    expect(await field('Nama daerah').inputValue()).toBe('Kota Singkawang')
    await app.page.getByRole('radio', { name: /Prabumulih/ }).click()
    await look(app, 'mulai-3-daerah')
    await button('Lanjut').click()
  })

  it('says beside the fields what is missing or cannot be', async () => {
    await button('Lanjut').click()
    await app.page.getByText('Isi nama lengkap.').waitFor()
    await field('Nama lengkap').fill(officer.name)
    await field('NIP').fill('198813122010012003')
    await button('Lanjut').click()
    await app.page.getByText(/bukan tanggal lahir/).waitFor()
    await look(app, 'mulai-4-anda-salah')
    await field('NIP').fill(officer.nip)
    expect(await field('NIP').inputValue()).toBe('19880412 201001 2 003')
    await app.page.getByText('Lahir 12 April 1988, diangkat Januari 2010.').waitFor()
    await field('Jabatan').fill(officer.position)
    await look(app, 'mulai-5-anda')
    await button('Lanjut').click()
  })

  it('refuses a weak password with the reason and ticks what is met', async () => {
    await field('Kata sandi').fill('prabumulih99')
    await button('Buat ruang kerja').click()
    await app.page.getByText(/mudah ditebak dari nama/).waitFor()
    await look(app, 'mulai-6-kata-sandi')
    await field('Kata sandi').fill(password)
    await field('Ulangi kata sandi').fill(password)
    await button('Buat ruang kerja').click()
  })

  it('shows the recovery code once and goes on only when it was kept', async () => {
    await app.page.getByRole('heading', { name: 'Kode pemulihan' }).waitFor()
    const parts = await app.page
      .getByRole('group', { name: 'Kode pemulihan' })
      .locator('span')
      .allInnerTexts()
    code = parts.join('-')
    expect(code).toMatch(/^([A-Z2-9]{4}-){7}[A-Z2-9]{4}$/)
    await look(app, 'mulai-7-kode-pemulihan')
    expect(await button('Masuk ke Selaras').isDisabled()).toBe(true)
    await app.page.getByLabel('Sudah saya simpan di tempat yang aman').check()
    await button('Masuk ke Selaras').click()
  })

  it('ends on Beranda, which leads to the first import', async () => {
    await app.page.getByRole('heading', { name: `Selamat bekerja, ${officer.name}` }).waitFor()
    await button('Impor formulir pertama').waitFor()
    expect(await app.page.title()).toBe('Beranda · Kota Prabumulih · Selaras')
    await look(app, 'beranda-kosong')
  })

  it('locks, and comes back to the same place with the password', async () => {
    await app.page.getByRole('link', { name: 'Perangkat daerah (OPD)' }).click()
    await app.page.getByRole('heading', { name: 'Perangkat daerah (OPD)' }).waitFor()
    const address = app.page.url()
    await app.page.keyboard.press('Control+Shift+L')
    await app.page.getByRole('heading', { name: 'Selaras terkunci' }).waitFor()
    expect(await app.page.getByText('Perangkat daerah').count()).toBe(0)
    await look(app, 'masuk-terkunci')
    await app.page.keyboard.type('bukan kata sandinya')
    await app.page.keyboard.press('Enter')
    await app.page.getByText('Kata sandi tidak cocok.', { exact: true }).waitFor()
    await look(app, 'masuk-salah')
    await button('Masuk sebagai petugas lain').click()
    await field('NIP').waitFor()
    expect(await app.page.getByRole('alert').count(), 'what was said to the one before').toBe(0)
    await field('NIP').fill(officer.nip)
    await field('Kata sandi').fill('bukan kata sandinya')
    await app.page.keyboard.press('Enter')
    await app.page.getByText('NIP atau kata sandi tidak cocok.').waitFor()
    await app.page.keyboard.type(password)
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('heading', { name: 'Perangkat daerah (OPD)' }).waitFor()
    expect(app.page.url()).toBe(address)
  })

  it('stays open over a reload', async () => {
    await app.page.reload()
    await app.page.getByRole('heading', { name: 'Perangkat daerah (OPD)' }).waitFor()
  })

  it('changes one’s own password', async () => {
    await app.page.getByText('sebagai Admin').click()
    await look(app, 'menu-petugas')
    await app.page.getByRole('menuitem', { name: 'Ganti kata sandi' }).click()
    await field('Kata sandi sekarang').fill('bukan kata sandinya')
    await field('Kata sandi baru').fill(secondPassword)
    await field('Ulangi kata sandi').fill(secondPassword)
    await button('Ganti kata sandi').click()
    await app.page.getByText('Kata sandi tidak cocok.').waitFor()
    await field('Kata sandi sekarang').fill(password)
    await button('Ganti kata sandi').click()
    await app.page.getByText('Kata sandi diganti.').waitFor()
    await look(app, 'akun')
  })

  it('makes a backup, verifies it and hands it out', async () => {
    await ask(app, 'record.save', {
      type: 'opd',
      id: null,
      seen: null,
      values: { code: '1.02', name: 'Dinas Kesehatan', active: true },
    })
    await app.page.getByRole('link', { name: 'Salinan data' }).click()
    await app.page.getByText('Belum ada salinan data').waitFor()
    await look(app, 'salinan-kosong')
    await button('Buat salinan data').click()
    await app.page.getByText(/dibuat dan diperiksa/).waitFor()
    await look(app, 'salinan')
    backup = await app.download(() => button('Unduh').first().click())
    expect(backup.bytes.byteLength).toBeGreaterThan(10_000)
  })

  it('opens with the recovery code and gives an admin a new password', async () => {
    await app.page.keyboard.press('Control+Shift+L')
    await button('Masuk sebagai petugas lain').click()
    await look(app, 'masuk')
    await button(/Lupa kata sandi/).click()
    await field('Kode pemulihan').fill(code.toLowerCase().replaceAll('-', ' '))
    await field('NIP').fill(officer.nip)
    await field('Kata sandi baru').fill(password)
    await field('Ulangi kata sandi').fill(password)
    await look(app, 'masuk-kode-pemulihan')
    await button('Buka dan ganti kata sandi').click()
    await app.page.getByRole('heading', { name: 'Salinan data' }).waitFor()
    expect(await app.page.getByText(/Kode pemulihan dipakai pada/).count()).toBe(0)
  })

  it('tells the officer at the next login that the recovery code was used', async () => {
    await app.page.keyboard.press('Control+Shift+L')
    await field('Kata sandi').fill(password)
    await app.page.keyboard.press('Enter')
    await app.page.getByText(/Kode pemulihan dipakai pada/).waitFor()
    await look(app, 'kode-pemulihan-dipakai')
  })

  it('restores the backup on an empty machine with the password of its time', async () => {
    const other = await openApplication()
    await other.page.getByRole('button', { name: /Pulihkan dari salinan/ }).click()
    const file = {
      name: backup.name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(backup.bytes),
    }
    await other.page.locator('input[type="file"]').setInputFiles(file)
    await other.page.getByLabel('NIP').fill(officer.nip)
    await other.page.getByLabel('Kata sandi', { exact: true }).fill(secondPassword)
    await other.page.getByRole('button', { name: 'Pulihkan' }).click()
    await other.page.getByRole('heading', { name: 'Masuk' }).waitFor()
    await other.page.getByLabel('NIP').fill(officer.nip)
    await other.page.getByLabel('Kata sandi', { exact: true }).fill(secondPassword)
    await other.page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await other.page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
    await other.page.getByRole('link', { name: 'Perangkat daerah (OPD)' }).click()
    await other.page.getByRole('gridcell', { name: 'Dinas Kesehatan', exact: true }).waitFor()
    await other.page.getByRole('link', { name: 'Salinan data' }).click()
    await other.page.getByRole('button', { name: 'Buat salinan data' }).click()
    await other.page.getByText(/dibuat dan diperiksa/).waitFor()
    await other.page.getByRole('button', { name: /^Pulihkan Selaras/ }).click()
    const dialog = other.page.getByRole('dialog')
    await dialog.getByLabel('Kata sandi Anda').fill(password)
    await dialog.getByRole('button', { name: 'Pulihkan' }).click()
    await dialog.getByText(/tidak cocok dengan salinan ini/).waitFor()
    await look(other, 'pulihkan-kata-sandi-salah')
    await dialog.getByLabel('Kata sandi Anda').fill(secondPassword)
    await dialog.getByRole('button', { name: 'Pulihkan' }).click()
    await other.page.getByRole('heading', { name: 'Selaras terkunci' }).waitFor()
    await other.page.getByText(/Data dipulihkan dari salinan dan diperiksa/).waitFor()
    await look(other, 'pulihkan-selesai')
    await other.stop()
  })

  it('makes one wait after repeated failures, and says how long', async () => {
    await app.page.keyboard.press('Control+Shift+L')
    await app.page.getByRole('heading', { name: 'Selaras terkunci' }).waitFor()
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await field('Kata sandi').fill(`keliru ${attempt}`)
      await app.page.keyboard.press('Enter')
      await app.page.getByText(/tidak cocok|Dapat dicoba lagi/).waitFor()
      if ((await app.page.getByText(/Dapat dicoba lagi dalam \d+ detik/).count()) > 0) break
    }
    expect(await app.page.getByText(/Dapat dicoba lagi dalam \d+ detik/).count()).toBe(1)
    expect(await button('Buka kunci').isDisabled()).toBe(true)
    await look(app, 'masuk-tunggu')
  })
})
