import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from './harness.ts'
import { ask, look, officer, openWorkspace, password } from './window.ts'

type Row = {
  readonly id: string
  readonly values: Record<string, unknown>
  readonly seen: Record<string, number>
}
type List = { readonly rows: readonly Row[]; readonly total: number }

const opds = [
  ['1.01', 'Dinas Pendidikan dan Kebudayaan'],
  ['1.02', 'Dinas Kesehatan'],
  ['1.03', 'Dinas Pemberdayaan Masyarakat dan Desa, Pemberdayaan Perempuan dan Perlindungan Anak'],
  ['2.16', 'Dinas Komunikasi dan Informatika'],
] as const
const other = {
  name: 'Budi Santoso, A.Md.',
  nip: '199005152015031004',
  password: 'jeruk bali di kebun nenek',
  own: 'hujan sore di atap seng',
}

describe('a register', () => {
  let app: Application

  beforeAll(async () => {
    app = await openWorkspace()
  })
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) => app.page.getByRole('button', { name })
  /** A label may carry the mark of a required field after its words. */
  const field = (name: string) => app.page.getByLabel(new RegExp(`^${name}( \\*)?$`))
  const grid = () => app.page.getByRole('grid')
  const row = (name: string | RegExp) => grid().getByRole('row', { name })
  const notice = (text: string | RegExp) => app.page.getByRole('status').filter({ hasText: text })
  const to = async (link: string, heading = link) => {
    await app.page.getByRole('link', { name: link, exact: true }).click()
    await app.page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  }
  const enter = async (nip: string, secret: string) => {
    await field('NIP').fill(nip)
    await field('Kata sandi').fill(secret)
    await app.page.keyboard.press('Enter')
  }
  const present = async (type: string, filters: Record<string, string>): Promise<Row> => {
    const { rows } = await ask<List>(app, 'record.list', { type, filters })
    return ask<Row>(app, 'record.get', { type, id: rows[0]?.id })
  }

  it('says what belongs here and why while it is empty', async () => {
    await to('Perangkat daerah (OPD)')
    await app.page.getByText('Belum ada perangkat daerah (OPD)').waitFor()
    await app.page.getByText(/Pasal 6 ayat \(3\)/).waitFor()
    await look(app, 'daftar-kosong')
  })

  it('takes a record whose fields are not all known, and offers to undo it', async () => {
    await button('Tambah perangkat daerah').click()
    await field('Nama').fill('Dinas Kesehatan')
    await look(app, 'daftar-isian-baru')
    await button('Simpan').click()
    await notice('Perangkat daerah “Dinas Kesehatan” ditambahkan.').waitFor()
    await app.page.getByText(/1 isian belum lengkap/).waitFor()
    await app.page.getByText('belum ada data', { exact: true }).waitFor()
    await look(app, 'daftar-belum-lengkap')
    await notice('ditambahkan').getByRole('button', { name: 'Urungkan' }).click()
    await app.page.getByText('Data ini tidak ada lagi').waitFor()
    await app.page.getByText('Belum ada perangkat daerah (OPD)').waitFor()
    await app.page.getByRole('button', { name: 'Tutup', exact: true }).click()
  })

  it('lists in the order of its code, searches, sorts and filters', async () => {
    for (const [code, name] of [...opds].reverse())
      await ask(app, 'record.save', {
        type: 'opd',
        id: null,
        seen: null,
        values: { code, name, active: code !== '1.03' },
      })
    await row(/Dinas Pendidikan/).waitFor()
    const names = async () =>
      (await grid().getByRole('row').allInnerTexts()).slice(1).map((text) => text.split('\n')[0])
    await expect.poll(names).toEqual(['1.01', '1.02', '1.03', '2.16'])
    await look(app, 'daftar')
    await app.page.getByRole('searchbox', { name: 'Cari dalam daftar' }).fill('keseh')
    await row(/Dinas Pendidikan/).waitFor({ state: 'detached' })
    await expect.poll(names).toEqual(['1.02'])
    await app.page.getByRole('searchbox', { name: 'Cari dalam daftar' }).fill('')
    await row(/Dinas Pendidikan/).waitFor()
    await button(/Kode/).click()
    await app.page
      .getByRole('columnheader', { name: 'Kode' })
      .and(app.page.locator('[aria-sort="descending"]'))
      .waitFor()
    await expect.poll(names).toEqual(['2.16', '1.03', '1.02', '1.01'])
    await app.page.getByRole('combobox', { name: 'Masih aktif' }).click()
    await app.page.getByRole('option', { name: 'Tidak' }).click()
    await row(/Dinas Pendidikan/).waitFor({ state: 'detached' })
    await expect.poll(names).toEqual(['1.03'])
  })

  it('remembers sorting and filters over a reload, and lets columns be chosen', async () => {
    await app.page.reload()
    await row(/Pemberdayaan/).waitFor()
    expect(await grid().getByRole('row').count()).toBe(2)
    await app.page.locator('[aria-label="Hapus saringan: Masih aktif"]').click()
    await row(/Dinas Kesehatan/).waitFor()
    await button('Kolom yang tampil').click()
    await look(app, 'daftar-kolom')
    await app.page.getByRole('menuitemcheckbox', { name: 'Singkatan' }).click()
    await app.page.keyboard.press('Escape')
    expect(await app.page.getByRole('columnheader', { name: 'Singkatan' }).count()).toBe(0)
  })

  it('prints the whole list on paper, and nothing of the screen', async () => {
    await app.page.evaluate('window.print = () => {}') // A window without a screen has no dialog to print with.
    await app.page.keyboard.press('Control+p')
    const paper = app.page.locator('section').filter({ hasText: 'Dicetak' })
    await paper.waitFor({ state: 'attached' })
    await app.page.emulateMedia({ media: 'print' })
    await paper.waitFor()
    expect(await paper.locator('tbody tr').count()).toBe(opds.length)
    expect(await app.page.getByRole('grid').count()).toBe(0)
    await app.screenshot('cetak-daftar')
    await app.page.emulateMedia({ media: 'screen' })
    await app.page.evaluate(`window.dispatchEvent(new Event('afterprint'))`)
    await paper.waitFor({ state: 'detached' })
  })

  it('opens a record beside its list, saves with Ctrl+S and shows the change in its history', async () => {
    await row(/Dinas Kesehatan/).click()
    await field('Pimpinan').fill('dr. Andi Wijaya, M.Kes.')
    await app.page.getByText('Ada isian yang belum disimpan').waitFor()
    await app.page.keyboard.press('Control+s')
    await notice('Perangkat daerah “Dinas Kesehatan” disimpan.').waitFor()
    expect(await app.page.title()).toBe(
      'Dinas Kesehatan · Perangkat daerah (OPD) · Kota Prabumulih · Selaras',
    )
    await look(app, 'daftar-dan-isian')
    await app.page.getByRole('tab', { name: 'Riwayat' }).click()
    const history = app.page.getByRole('list', { name: 'Riwayat' })
    await history.getByText('dr. Andi Wijaya, M.Kes.').waitFor()
    await look(app, 'daftar-riwayat')
    await history
      .getByRole('button', { name: /Urungkan/ })
      .first()
      .click()
    await notice('Perubahan diurungkan.').waitFor()
    expect((await present('opd', { code: '1.02' })).values).toMatchObject({ head: null })
    await app.page.getByRole('tab', { name: 'Pasal' }).click()
    await app.page.getByText('Penjelasan Pasal 6 ayat (4)').waitFor()
    await look(app, 'daftar-pasal')
  })

  it('keeps a file beside the record and gives back the same bytes', async () => {
    await app.page.getByRole('tab', { name: 'Lampiran' }).click()
    const bytes = Buffer.from('Surat pengantar nomor 1/2026')
    await app.page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'pengantar.txt', mimeType: 'text/plain', buffer: bytes })
    await button('Unduh pengantar.txt').waitFor()
    await look(app, 'daftar-lampiran')
    const taken = await app.download(() => button('Unduh pengantar.txt').click())
    expect(taken.name).toBe('pengantar.txt')
    expect(Buffer.from(taken.bytes)).toEqual(bytes)
  })

  it('never overwrites what another officer wrote meanwhile: both values are shown, one is chosen', async () => {
    await app.page.getByRole('tab', { name: 'Isian' }).click()
    await field('Pimpinan').fill('Isian saya')
    await field('Singkatan').fill('Dinkes')
    const there = await present('opd', { code: '1.02' })
    const { id, seen } = there
    await ask(app, 'record.save', {
      type: 'opd',
      id,
      seen,
      values: { head: 'Isian petugas lain', short: 'DKK' },
    })
    await app.page.keyboard.press('Control+s')
    const dialog = app.page.getByRole('dialog', { name: 'Isian berbeda' })
    await dialog.getByText('Isian petugas lain', { exact: true }).waitFor()
    await look(app, 'isian-berbeda')
    expect((await present('opd', { code: '1.02' })).values).toMatchObject({
      head: 'Isian petugas lain',
      short: 'DKK',
    })
    await dialog
      .getByRole('radiogroup', { name: /Pimpinan/ })
      .getByRole('radio')
      .last()
      .click()
    await dialog.getByRole('button', { name: 'Simpan pilihan' }).click()
    await dialog.waitFor({ state: 'detached' })
    await notice('disimpan').first().waitFor()
    expect((await present('opd', { code: '1.02' })).values).toMatchObject({
      head: 'Isian petugas lain',
      short: 'Dinkes',
    })
    expect(await field('Pimpinan').inputValue()).toBe('Isian petugas lain')
  })

  it('keeps unsaved work over a lock and offers it back', async () => {
    await field('Pimpinan').fill('Belum tersimpan')
    await app.page.keyboard.press('Tab')
    await app.page.waitForFunction('true')
    await app.page.keyboard.press('Control+Shift+L')
    await app.page.getByRole('heading', { name: 'Selaras terkunci' }).waitFor()
    await field('Kata sandi').fill(password)
    await app.page.keyboard.press('Enter')
    await app.page.getByText(/isian yang belum disimpan dari/).waitFor()
    await look(app, 'isian-ditawarkan-lagi')
    await button('Pakai isian itu').click()
    expect(await field('Pimpinan').inputValue()).toBe('Belum tersimpan')
    await button('Simpan').click()
    await notice('disimpan').first().waitFor()
    expect((await present('opd', { code: '1.02' })).values).toMatchObject({ head: 'Belum tersimpan' })
  })

  it('asks before a page with unsaved work is left', async () => {
    await field('Pimpinan').fill('Sedang diisi')
    await app.page.getByRole('link', { name: 'Beranda' }).click()
    const dialog = app.page.getByRole('dialog', { name: 'Isian belum disimpan' })
    await dialog.getByRole('button', { name: 'Lanjutkan mengisi' }).click()
    expect(await field('Pimpinan').inputValue()).toBe('Sedang diisi')
    await app.page.getByRole('link', { name: 'Beranda' }).click()
    await dialog.getByRole('button', { name: 'Tinggalkan halaman' }).click()
    await app.page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
  })

  it('removes a record, and brings it back', async () => {
    await to('Perangkat daerah (OPD)')
    await row(/Dinas Pendidikan/).click()
    await button('Hapus Dinas Pendidikan dan Kebudayaan').click()
    await row(/Dinas Pendidikan/).waitFor({ state: 'detached' })
    await notice('dihapus').getByRole('button', { name: 'Urungkan' }).click()
    await row(/Dinas Pendidikan/).waitFor()
  })

  it('finds records by Ctrl+K and opens them', async () => {
    await app.page.keyboard.press('Control+k')
    await app.page.locator('.mantine-Spotlight-search:focus').waitFor()
    await app.page.keyboard.type('komunikasi')
    await app.page.getByRole('dialog').getByText('Dinas Komunikasi dan Informatika').first().waitFor()
    await look(app, 'cari')
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('heading', { name: 'Dinas Komunikasi dan Informatika', level: 2 }).waitFor()
  })

  it('adds an officer who can log in with the first password', async () => {
    await to('Petugas')
    await app.page.keyboard.press('n')
    await button('Tambah petugas').click()
    await app.page.getByText('Pilih sedikitnya satu peran.').waitFor()
    await look(app, 'petugas-baru-salah')
    await field('Nama lengkap').fill(other.name)
    await field('NIP').fill(other.nip)
    await app.page.getByLabel('Hanya lihat').check()
    await field('Kata sandi pertama').fill(other.password)
    await field('Ulangi kata sandi').fill(other.password)
    await button('Tambah petugas').click()
    await notice(`${other.name} ditambahkan sebagai petugas.`).waitFor()
    await app.page.getByRole('tab', { name: 'Peran' }).click()
    await app.page.getByText('Semua OPD').waitFor()
    await look(app, 'petugas-peran')
    await app.page.getByRole('button', { name: 'Tutup', exact: true }).click()
    await row(/Budi Santoso.*Hanya lihat · Semua OPD · sejak/s).waitFor()
    await look(app, 'petugas')
  })

  it('leaves nothing of the session on the lock screen, not even what an officer was just told', async () => {
    await row(/Budi Santoso/).click()
    await field('Pangkat/golongan').fill('Pengatur (II/c)')
    await button('Simpan').click()
    await notice('disimpan').first().waitFor()
    await app.page.keyboard.press('Control+Shift+L')
    await app.page.getByRole('heading', { name: 'Selaras terkunci' }).waitFor()
    expect(await app.page.getByText(other.name).count()).toBe(0)
    expect(await app.page.getByRole('status').count()).toBe(0)
  })

  it('lets another officer begin with a password of their own, at Beranda and nowhere else', async () => {
    await app.page.reload()
    await enter(other.nip, other.password)
    await app.page.getByRole('heading', { name: 'Pilih kata sandi sendiri' }).waitFor()
    await look(app, 'kata-sandi-sendiri')
    expect(await app.page.getByRole('navigation').count()).toBe(0)
    expect(await field('Kata sandi pertama dari admin').count(), 'it was typed a moment ago').toBe(0)
    await field('Kata sandi baru').fill(other.password)
    await field('Ulangi kata sandi').fill(other.password)
    await button('Simpan dan masuk').click()
    await app.page.getByText(/masih sama dengan yang sekarang/).waitFor()
    await app.page.reload()
    await field('Kata sandi pertama dari admin').fill(other.password)
    await field('Kata sandi baru').fill(other.password)
    await field('Ulangi kata sandi').fill(other.password)
    await button('Simpan dan masuk').click()
    await app.page.getByText(/masih sama dengan yang sekarang/).waitFor()
    await field('Kata sandi baru').fill(other.own)
    await field('Ulangi kata sandi').fill(other.own)
    await button('Simpan dan masuk').click()
    await app.page.getByRole('heading', { name: `Selamat bekerja, ${other.name}` }).waitFor()
    expect(new URL(app.page.url()).pathname).toBe('/')
  })

  it('gives an officer only what the roles allow', async () => {
    await app.page.getByText('sebagai Hanya lihat').waitFor()
    await to('Perangkat daerah (OPD)')
    expect(await button('Tambah').count()).toBe(0)
    await row(/Dinas Kesehatan/).click()
    await app.page.getByText('Peran Anda dapat melihat data ini, tetapi tidak dapat mengubahnya.').waitFor()
    expect(await button('Simpan').count()).toBe(0)
    await look(app, 'daftar-hanya-lihat')
    expect(await app.page.getByRole('link', { name: 'Profil daerah' }).count()).toBe(0)
  })

  it('gives a new first password to an officer who forgot theirs, shown once', async () => {
    await app.page.keyboard.press('Control+Shift+L')
    await button('Masuk sebagai petugas lain').click()
    await enter(officer.nip, password)
    await app.page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
    await to('Petugas')
    await row(/Budi Santoso/).click()
    await app.page.getByRole('tab', { name: 'Kata sandi' }).click()
    await button('Beri kata sandi pertama baru').click()
    const dialog = app.page.getByRole('dialog', { name: /Beri kata sandi baru kepada/ })
    await dialog.getByLabel('Kata sandi Anda').fill(password)
    await dialog.getByRole('button', { name: 'Beri kata sandi baru' }).click()
    const code = app.page.getByRole('group', { name: 'Kata sandi pertama' })
    await code.waitFor()
    await look(app, 'petugas-kata-sandi')
    const given = (await code.innerText()).trim()
    await button('Selesai').click()
    expect(await app.page.getByText(given).count()).toBe(0)
    await app.page.keyboard.press('Control+Shift+L')
    await button('Masuk sebagai petugas lain').click()
    await enter(other.nip, given)
    await app.page.getByRole('heading', { name: 'Pilih kata sandi sendiri' }).waitFor()
    await button('Keluar').click()
  })

  it('ends a role, and the officer is out from then on', async () => {
    await button('Masuk sebagai petugas lain').click()
    await enter(officer.nip, password)
    await app.page.getByText('sebagai Admin').waitFor()
    await to('Petugas')
    await row(/Budi Santoso/).click()
    await app.page.getByRole('tab', { name: 'Peran' }).click()
    await button('Akhiri peran Hanya lihat').click()
    await app.page.getByText(/berakhir$/).waitFor()
    const { rows } = await ask<List>(app, 'record.list', { type: 'role', filters: { role: 'hanya_lihat' } })
    expect(rows[0]?.values).toMatchObject({ until: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) })
  })

  it('shows every act in the log, undoes one there, and finds the chain intact', async () => {
    await to('Catatan perubahan')
    await row(/Dinas Komunikasi dan Informatika/)
      .first()
      .click()
    await app.page.getByText('Salin kode jejak').waitFor()
    await look(app, 'catatan-perubahan')
    await button(/^Urungkan:/).click()
    await notice('Perubahan diurungkan.').waitFor()
    await to('Pemeriksaan catatan')
    await button('Periksa sekarang').click()
    await app.page.getByText(/^Utuh: \d+ catatan diperiksa/).waitFor()
    await look(app, 'pemeriksaan')
    await button('Susun ulang tabel').click()
    await app.page.getByText(/hasilnya sama/).waitFor()
  })

  it('saves the profile of the city that letters and signatures carry', async () => {
    await to('Profil daerah')
    await field('Nama penanda tangan').fill('Dra. Nurhayati, M.Si.')
    await button('Simpan').click()
    await notice('disimpan').first().waitFor()
    expect((await present('workspace', {})).values).toMatchObject({ signerName: 'Dra. Nurhayati, M.Si.' })
    await look(app, 'profil-daerah')
  })
})
