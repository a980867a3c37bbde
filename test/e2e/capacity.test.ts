import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayInWib, tableDate } from '../../shared/format/date.ts'
import type { Application } from './harness.ts'
import { ask, look, officer, openWorkspace, password } from './window.ts'

type Rows = { readonly rows: readonly { readonly id: string }[] }
const budi = { name: 'Budi Santoso, A.Md.', nip: '199005152015031004', first: 'jeruk bali di kebun nenek' }
const own = 'hujan sore di atap seng'
const today = dayInWib(Date.now())

describe('roles, and as what an officer acts', () => {
  let app: Application

  beforeAll(async () => {
    app = await openWorkspace()
    const grants = [{ role: 'hanya_lihat', opd: null, from: null, until: null }]
    const { name, nip, first } = budi
    await ask(app, 'officer.add', { nip, name, position: '', rank: '', password: first, grants })
    const { rows } = await ask<Rows>(app, 'record.list', { type: 'officer', filters: { nip: officer.nip } })
    const values = { officer: rows[0]?.id, role: 'verifikator' }
    await ask(app, 'record.save', { type: 'role', id: null, seen: null, values })
  })
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) => app.page.getByRole('button', { name })
  const field = (name: string) => app.page.getByLabel(new RegExp(`^${name}( \\*)?$`))
  const notice = (text: string | RegExp) => app.page.getByRole('status').filter({ hasText: text })
  const menu = () => button(/^SR|^BS|^Petugas|Siti Rahmawati, S.Kom.|Budi Santoso/).first()
  const choices = () => app.page.getByRole('menuitemradio')

  it('stand in the top bar, and one is chosen there without leaving', async () => {
    await app.page.getByText('sebagai Admin, Verifikator', { exact: true }).waitFor()
    await menu().click()
    await app.page.getByText('Bertindak sebagai').waitFor()
    await look(app, 'bertindak-sebagai')
    await app.page.getByRole('menuitemradio', { name: 'Verifikator' }).click()
    await notice('Anda bertindak sebagai Verifikator; demikian tercatat pada setiap perubahan.').waitFor()
    await app.page.getByText('sebagai Verifikator', { exact: true }).waitFor()
    await app.page.getByRole('link', { name: 'Profil daerah' }).waitFor({ state: 'detached' })
  })

  it('are said by each entry of the log', async () => {
    await app.page.goto('https://selaras.localhost/daftar/dataset?buka=baru')
    await app.page.getByRole('textbox', { name: /^Nama/ }).fill('Data kunjungan')
    await app.page.keyboard.press('Control+s')
    await app.page.getByRole('tab', { name: 'Riwayat' }).click()
    await app.page.getByText('Siti Rahmawati, S.Kom., Verifikator').waitFor()
    await menu().press('Enter')
    await choices().first().waitFor()
    await app.page.getByRole('menuitemradio', { name: 'Semua peran' }).press('Enter')
    await app.page.getByText('sebagai Admin, Verifikator', { exact: true }).waitFor()
  })

  it('are lent for some days with reason and paper, by keyboard', async () => {
    await app.page.goto('https://selaras.localhost/daftar/officer')
    await app.page.getByRole('row', { name: /19880412/ }).click()
    await app.page.getByRole('tab', { name: 'Peran' }).click()
    await button('Pinjamkan peran Verifikator').press('Enter')
    const form = app.page.getByRole('form', { name: 'Pinjamkan peran Verifikator' })
    await form.getByRole('combobox', { name: 'Kepada petugas' }).fill('Budi')
    await app.page.getByRole('option', { name: /Budi/ }).waitFor()
    await app.page.keyboard.press('ArrowDown')
    await app.page.keyboard.press('Enter')
    await app.page.keyboard.press('Control+s')
    await form.getByText('Isi hari terakhirnya.').waitFor()
    await form.getByRole('textbox', { name: 'Sampai dengan' }).fill(tableDate(today))
    await form.getByLabel('Alasan').fill('Cuti tahunan')
    await form.getByLabel('Nomor surat').fill('800/12/Kominfo')
    await look(app, 'peran-pinjamkan')
    await app.page.keyboard.press('Control+s')
    await notice(`Peran Verifikator dipinjamkan kepada ${budi.name} sampai ${tableDate(today)}.`).waitFor()
    await app.page.getByRole('heading', { name: 'Dipinjamkan kepada petugas lain' }).waitFor()
    await app.page.getByText(/kepada Budi Santoso.*Cuti tahunan, surat 800\/12\/Kominfo/i).waitFor()
    await look(app, 'peran-dipinjamkan')
  })

  it('that are lent stand in the account of the other one too', async () => {
    await app.page.keyboard.press('Control+Shift+L')
    await button('Masuk sebagai petugas lain').click()
    await field('NIP').fill(budi.nip)
    await field('Kata sandi').fill(budi.first)
    await app.page.keyboard.press('Enter')
    await field('Kata sandi baru').fill(own)
    await field('Ulangi kata sandi').fill(own)
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
    await app.page.goto('https://selaras.localhost/akun')
    await app.page.getByText(/pinjaman dari Siti Rahmawati/i).waitFor()
    await look(app, 'akun-peran')
    await menu().click()
    await app.page.getByRole('menuitemradio', { name: `Verifikator menggantikan ${officer.name}` }).waitFor()
    expect(await choices().count()).toBe(3 + 3)
    await app.page.keyboard.press('Escape')
  })

  it('that are lent are ended early by an admin', async () => {
    await app.page.keyboard.press('Control+Shift+L')
    await button('Masuk sebagai petugas lain').click()
    await field('NIP').fill(officer.nip)
    await field('Kata sandi').fill(password)
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
    await app.page.goto('https://selaras.localhost/daftar/officer')
    await app.page.getByRole('row', { name: /19880412/ }).click()
    await app.page.getByRole('tab', { name: 'Peran' }).click()
    await button('Akhiri pinjaman peran Verifikator').click()
    await app.page.getByText(/kepada Budi Santoso.*· berakhir$/i).waitFor()
    await button('Akhiri pinjaman peran Verifikator').waitFor({ state: 'detached' })
  })
})
