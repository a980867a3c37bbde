import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Application, openApplication } from './harness.ts'
import { ask, find, look, officer, password } from './window.ts'

type Website = { readonly title: string; readonly values: Readonly<Record<string, string | null>> }

describe('a new officer on the demonstration city', () => {
  let app: Application
  beforeAll(async () => {
    app = await openApplication()
    app.page.setDefaultTimeout(12_000)
  })
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) => app.page.getByRole('button', { name })
  const field = (name: string) => app.page.getByLabel(new RegExp(`^${name}( \\*)?$`))
  /** The OPDs of the page of a duty that stand so. */
  const standing = (state: string) =>
    app.page.getByRole('listitem').filter({ has: app.page.getByText(state, { exact: true }) })
  let mended = ''

  it('loads it at the first start, and it is called an example everywhere', async () => {
    await button(/Coba dengan kota contoh/).click()
    expect(await field('Nama daerah').inputValue()).toBe('Kota Prabumulih (contoh)')
    await app.page.getByRole('radio', { name: /Singkawang/ }).click()
    expect(await field('Nama daerah').inputValue()).toBe('Kota Singkawang (contoh)')
    await app.page.getByRole('radio', { name: /Prabumulih/ }).click()
    await button('Lanjut').click()
    await field('Nama lengkap').fill(officer.name)
    await field('NIP').fill(officer.nip)
    await button('Lanjut').click()
    await field('Kata sandi').fill(password)
    await field('Ulangi kata sandi').fill(password)
    await button('Buat ruang kerja').click()
    await app.page.getByLabel('Sudah saya simpan di tempat yang aman').check()
    await button('Masuk ke Selaras').click()
    await app.page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
    expect(await app.page.title()).toContain('Kota Prabumulih (contoh)')
    await look(app, 'kota-contoh-beranda')
  })

  it('finds every OPD whose website is hosted abroad', async () => {
    await find(app, 'Kepatuhan', 'Kepatuhan')
    const grid = app.page.getByRole('grid', { name: 'Kepatuhan' })
    await grid
      .getByRole('columnheader', { name: /Hosting di Indonesia/ })
      .getByRole('link')
      .click()
    await app.page.getByRole('heading', { name: 'Hosting di Indonesia' }).waitFor()
    const { rows } = await ask<{ rows: Website[] }>(app, 'record.list', { type: 'website', limit: 500 })
    const abroad = rows.filter(
      // What is the city's own, Diskominfo answers for.
      ({ values }) =>
        values['owner'] !== 'pemda' &&
        values['placement'] === 'sewa' &&
        !['ID', null].includes(values['country'] ?? null),
    )
    expect(abroad.length).toBeGreaterThan(2)
    for (const { title } of abroad)
      await app.page
        .getByRole('listitem')
        .filter({ has: app.page.getByRole('link', { name: title, exact: true }) })
        .filter({ hasText: 'server di luar negeri' })
        .first()
        .waitFor()
    const only = app.page.getByRole('group', { name: 'Menurut keadaan' })
    await only.getByRole('button', { name: /^Belum terpenuhi/ }).click()
    await standing('Belum ada data').first().waitFor({ state: 'detached' })
    const all = app.page.getByRole('list', { name: 'Hosting di Indonesia' }).locator('> li')
    expect(await standing('Belum terpenuhi').count()).toBe(await all.count())
    await look(app, 'kota-contoh-belum-terpenuhi')
    await only.getByRole('button', { name: /^Belum terpenuhi/ }).click()
    await standing('Terpenuhi').first().waitFor()
    mended = abroad[0]?.title ?? ''
    await look(app, 'kota-contoh-luar-negeri')
  })

  it('mends one by keyboard, and its state follows', async () => {
    const { page } = app
    const before = await standing('Terpenuhi').count()
    await page.getByRole('link', { name: mended, exact: true }).press('Enter')
    const gaps = page.getByRole('region', { name: /isian yang diminta peraturan terisi/ })
    await gaps.getByRole('button', { name: 'Admin', exact: true }).press('Enter')
    expect(await page.getByRole('combobox', { name: 'Admin' }).evaluate((one) => one.matches(':focus'))).toBe(
      true,
    )
    await look(app, 'kota-contoh-kelengkapan')
    for (const [name, words] of [
      ['Negara server', 'Indonesia'],
      ['Badan usaha penyedia', 'Berbadan hukum Indonesia'],
    ] as const) {
      const choice = page.getByRole('combobox', { name })
      await choice.focus()
      await page.keyboard.press('Alt+ArrowDown')
      await page.getByRole('option', { name: words, exact: true }).waitFor()
      while ((await page.locator('[role=option][data-combobox-selected]').innerText()) !== words)
        await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    }
    await field('Bukti lokasi dan badan hukum').fill('Kontrak sewa 12/2026')
    await page.keyboard.press('Control+s')
    await page.getByRole('status').filter({ hasText: 'disimpan' }).waitFor()
    await page.keyboard.press('Alt+ArrowLeft')
    await page.getByRole('heading', { name: 'Hosting di Indonesia' }).waitFor()
    await expect.poll(() => standing('Terpenuhi').count()).toBe(before + 1)
  })

  it('sees in its history who did it, when, and what stood there before', async () => {
    const { page } = app
    await page.getByRole('link', { name: mended, exact: true }).press('Enter')
    await page.getByRole('tab', { name: 'Riwayat' }).click()
    const step = page.getByRole('listitem').filter({ hasText: 'Ubah Situs atau media sosial' })
    await step.getByText(officer.name, { exact: false }).waitFor()
    await step.getByText('Negara server').waitFor()
    await step.getByText('Indonesia', { exact: true }).waitFor()
    await look(app, 'kota-contoh-riwayat')
  })
})
