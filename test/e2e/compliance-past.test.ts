import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { daysAgo, openEarlier, typed } from './earlier.ts'
import type { Application } from './harness.ts'
import { look } from './window.ts'

const names = [
  'Dinas Pendidikan dan Kebudayaan',
  'Dinas Kesehatan',
  'Dinas Pemberdayaan Masyarakat dan Desa, Pemberdayaan Perempuan dan Perlindungan Anak',
  'Dinas Komunikasi dan Informatika',
]
const rented = { kind: 'situs', placement: 'sewa', legalForm: 'indonesia', proof: 'Kontrak 4/2026' }

describe('compliance of another day', { timeout: 120_000 }, () => {
  let app: Application
  let stop = async () => {}
  beforeAll(async () => {
    const opened = await openEarlier(async ({ make, change, remove, ago }) => {
      const ids: string[] = []
      for (const [n, name] of names.entries())
        ids.push(await make('opd', { code: `1.0${n + 1}`, name, active: true, leads: n === 3 }))
      const sites: string[] = []
      for (const [n, opd] of ids.entries())
        sites.push(
          await make('website', {
            ...rented,
            opd,
            address: `opd-${n}.go.id`,
            country: n === 1 ? 'SG' : 'ID',
          }),
        )
      await make('certificate', { opd: ids[1], serial: 'SN-77', expires: daysAgo(40) })
      await ago(60)
      await change('website', sites[1] ?? '', { country: 'ID' })
      await change('website', sites[2] ?? '', { country: 'US' })
      await ago(30)
      await remove('website', sites[0] ?? '')
    })
    app = opened.app
    stop = opened.stop
  }, 180_000)
  afterAll(() => stop())

  const button = (name: string) => app.page.getByRole('button', { name, exact: true })
  const dialog = () => app.page.getByRole('dialog', { name: 'Keadaan per tanggal lain' })
  const bar = () => app.page.getByRole('region', { name: 'Bukan keadaan hari ini' })
  const cell = (name: string) =>
    app.page.getByRole('grid', { name: 'Kepatuhan' }).getByRole('button', { name })
  const hosting = (name: string, state: string) => cell(`${name}, Hosting di Indonesia: ${state}`).waitFor()
  const [education = '', health = '', village = ''] = names

  it('asks for a day and by what it is told, and says what is missing', async () => {
    await app.page.getByRole('link', { name: 'Kepatuhan', exact: true }).click()
    await hosting(health, 'Terpenuhi')
    await button('Keadaan per tanggal lain').click()
    await dialog().waitFor()
    await look(app, 'kepatuhan-per-tanggal')
    await button('Tampilkan').click()
    await dialog().getByText('Isi tanggalnya, misalnya 31-12-2025.').waitFor()
    await dialog()
      .getByRole('radio', { name: /^Data yang tercatat saat itu/ })
      .check()
    await dialog()
      .getByLabel('Tanggal', { exact: true })
      .fill(typed(daysAgo(0)))
    await button('Tampilkan').click()
    await dialog()
      .getByText(/^Yang tercatat hanya dapat dilihat sampai kemarin/)
      .waitFor()
    await look(app, 'kepatuhan-per-tanggal-salah')
  })

  it('shows what was known then, only to be looked at, and records with their history', async () => {
    await dialog()
      .getByLabel('Tanggal', { exact: true })
      .fill(typed(daysAgo(70)))
    await button('Tampilkan').click()
    await bar()
      .getByText(/menurut data yang tercatat saat itu$/)
      .waitFor()
    await hosting(health, 'Belum terpenuhi')
    await hosting(village, 'Terpenuhi')
    await hosting(education, 'Terpenuhi')
    await cell(`${health}, Hosting di Indonesia: Belum terpenuhi`).click()
    const panel = app.page.getByRole('article')
    await panel.getByText('server di luar negeri').waitFor()
    await look(app, 'kepatuhan-tercatat')
    expect(await panel.getByRole('link', { name: 'Catat penilaian petugas' }).count()).toBe(0)
    await panel.getByRole('link', { name: 'opd-1.go.id' }).click()
    await app.page.getByRole('tab', { name: 'Riwayat', selected: true }).waitFor()
    await app.page.getByText('Singapura').first().waitFor()
    await app.page.goBack()
    await hosting(health, 'Belum terpenuhi')
    await app.page.reload()
    await hosting(health, 'Belum terpenuhi')
    await app.page.keyboard.press('Escape')
  })

  it('keeps the day on every page of compliance', async () => {
    await app.page.getByRole('link', { name: 'Jatuh tempo', exact: true }).first().click()
    await app.page.getByRole('link', { name: 'SN-77' }).waitFor()
    await bar().waitFor()
    await look(app, 'jatuh-tempo-lampau')
    await app.page
      .getByRole('navigation', { name: 'Bagian kepatuhan' })
      .getByRole('link', { name: 'Kewajiban kota' })
      .click()
    await app.page.getByRole('heading', { name: 'Kewajiban kota' }).waitFor()
    await bar().waitFor()
    await look(app, 'kepatuhan-kota-lampau')
    await app.page.getByRole('link', { name: 'Menurut OPD' }).click()
    await app.page.getByRole('grid').getByRole('link', { name: health }).click()
    await app.page.getByRole('heading', { name: health, level: 1 }).waitFor()
    await app.page.getByText('server di luar negeri').waitFor()
    await look(app, 'kepatuhan-opd-lampau')
    await app.page.goBack()
    await app.page.getByRole('grid').getByRole('link', { name: 'Hosting di Indonesia' }).click()
    await app.page.getByText('1 dari 1 situs').first().waitFor()
    await bar().waitFor()
    await look(app, 'kepatuhan-pasal-lampau')
    await button('Kembali ke hari ini').click()
    await bar().waitFor({ state: 'detached' })
    await app.page.getByText('Belum ada situs yang dicatat.').waitFor()
    await app.page.goBack()
    await bar().waitFor()
    await app.page.goBack()
  })

  it('tells by the keyboard alone what was true on a day, by what is known now, also of a day to come', async () => {
    await button('Ubah tanggal').focus()
    await app.page.keyboard.press('Enter')
    await dialog().waitFor()
    await app.page.keyboard.press('Tab')
    const day = dialog().getByLabel('Tanggal', { exact: true })
    await day.focus()
    await app.page.keyboard.press('Control+a')
    await app.page.keyboard.type(typed(daysAgo(-20)))
    await dialog()
      .getByRole('radio', { name: /^Data yang tercatat saat itu/ })
      .focus()
    await app.page.keyboard.press('ArrowUp')
    await app.page.keyboard.press('Enter')
    await bar()
      .getByText(/menurut data sekarang$/)
      .waitFor()
    await hosting(village, 'Belum terpenuhi')
    await look(app, 'kepatuhan-nanti')
    await button('Kembali ke hari ini').focus()
    await app.page.keyboard.press('Enter')
    await bar().waitFor({ state: 'detached' })
  })

  it('tells both at once, and why nothing can be told', async () => {
    await button('Keadaan per tanggal lain').click()
    await dialog()
      .getByRole('radio', { name: /^Data yang tercatat sampai tanggal lain/ })
      .check()
    await dialog()
      .getByLabel('Tanggal', { exact: true })
      .fill(typed(daysAgo(50)))
    await dialog()
      .getByRole('textbox', { name: 'Tercatat sampai tanggal' })
      .fill(typed(daysAgo(70)))
    await look(app, 'kepatuhan-per-tanggal-keduanya')
    await button('Tampilkan').click()
    await bar()
      .getByText(/menurut data yang tercatat sampai/)
      .waitFor()
    await hosting(health, 'Belum terpenuhi')
    await button('Ubah tanggal').click()
    await dialog()
      .getByRole('textbox', { name: 'Tercatat sampai tanggal' })
      .fill(typed(daysAgo(100)))
    await button('Tampilkan').click()
    await app.page.getByText(/^Selaras mulai dipakai pada/).waitFor()
    await look(app, 'kepatuhan-sebelum-mulai')
    await button('Kembali ke hari ini').click()
    await hosting(health, 'Terpenuhi')
  })

  it('tells what changed since a day, for each OPD and duty, with who changed which record', async () => {
    await app.page.goto(`https://selaras.localhost/kepatuhan?per=${daysAgo(70)}&diketahui=${daysAgo(70)}`)
    await bar().getByRole('link', { name: 'Lihat yang berubah sejak itu' }).click()
    await app.page.getByRole('heading', { name: 'Perubahan kepatuhan' }).waitFor()
    const of = (name: string) => app.page.getByRole('rowgroup', { name })
    const row = (name: string) => of(name).getByRole('row', { name: /Hosting di Indonesia/ })
    await row(health).getByText('Membaik').waitFor()
    await row(village).getByText('Memburuk').waitFor()
    await row(village)
      .getByText(/^Siti Rahmawati, S.Kom., .* · Ubah/)
      .waitFor()
    await row(education).getByText('opd-0.go.id (dihapus)').waitFor()
    await look(app, 'kepatuhan-perubahan')
    await app.page.getByText('Memburuk 1', { exact: true }).click()
    await of(health).waitFor({ state: 'detached' })
    await row(village).getByRole('link', { name: 'opd-2.go.id' }).click()
    await app.page.getByRole('tab', { name: 'Riwayat', selected: true }).waitFor()
    await app.page.goBack()
    await row(village).waitFor()
    expect(await of(health).count(), 'the filter is kept in the address').toBe(0)
  })

  it('is asked by the keyboard for another day, copied, and says when nothing changed', async () => {
    await app.page.getByLabel('Sejak').focus()
    await app.page.keyboard.press('Control+a')
    await app.page.keyboard.type(typed(daysAgo(10)))
    await app.page.keyboard.press('Enter')
    await app.page.getByText('Tidak ada yang berubah', { exact: true }).waitFor()
    await look(app, 'kepatuhan-perubahan-kosong')
    expect(await button('Salin ke Excel').isDisabled()).toBe(true)
    await app.page.getByLabel('Sejak').fill(typed(daysAgo(45)))
    await app.page.keyboard.press('Enter')
    await app.page.getByText('Semua 1', { exact: true }).click()
    await app.page.getByRole('rowgroup', { name: education }).waitFor()
    await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await button('Salin ke Excel').click()
    await app.page.getByText('1 perubahan disalin. Tempel di Excel dengan Ctrl+V.').waitFor()
    await app.page.getByLabel('Sejak').fill(typed(daysAgo(-3)))
    await app.page.keyboard.press('Enter')
    await app.page.getByText(/^Tanggal itu belum tiba/).waitFor()
    await app.page.getByRole('link', { name: 'Menurut OPD' }).click()
    await hosting(health, 'Terpenuhi')
  })
})
