import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { definitions } from '../../shared/records/index.ts'
import type { Application } from './harness.ts'
import { ask, look, officer, openWorkspace, password } from './window.ts'

/** What is written or read out anywhere on the page. */
const allWords = `[
  document.title,
  document.body.innerText,
  ...[...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((one) =>
    ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? '')),
].join('\\n')`
const foreign = /.*(?:\bOPD\b|\bDiskominfo\b|\brencana induk\b).*/gi

describe('a city that is judged by Perwal Singkawang', () => {
  let app: Application
  beforeAll(async () => {
    app = await openWorkspace({}, { regulation: 'singkawang', city: 'Kota Singkawang' })
    const { id } = await ask<{ id: string }>(app, 'record.save', {
      type: 'opd',
      id: null,
      seen: null,
      values: { code: '2.16', name: 'Dinas Kominfo', active: true, leads: true },
    })
    await ask(app, 'record.save', {
      type: 'application',
      id: null,
      seen: null,
      values: { opd: id, name: 'Sistem Kepegawaian', origin: 'daerah' },
    })
    // As every morning: the window is loaded while the password is typed, before it knows whose city it is.
    const { page } = app
    await ask(app, 'session.logout', {})
    await page.reload()
    await page.getByLabel('NIP').fill(officer.nip)
    await page.waitForFunction(
      `performance.getEntriesByType('resource').some(({ name }) => /Open/.test(name))`,
    )
    await page.getByLabel('Kata sandi', { exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
  })
  afterAll(async () => {
    await app.stop()
  })
  const foreignWords = async (): Promise<string[]> => {
    await app.page.locator('main').waitFor()
    await app.page.locator('main [aria-busy=true]').waitFor({ state: 'detached' })
    return [...new Set(String(await app.page.evaluate(allWords)).match(foreign) ?? [])]
  }
  const goTo = (address: string) =>
    app.page.evaluate(
      `history.pushState(null, '', ${JSON.stringify(address)}); dispatchEvent(new PopStateEvent('popstate'))`,
    )

  it('is spoken to in its own terms on every page of the navigation', async () => {
    const links = await app.page
      .locator('nav a[href^="/"]')
      .evaluateAll((all) => all.map((one) => String((one as unknown as { pathname: string }).pathname)))
    expect(links.length).toBeGreaterThan(10)
    const found: Record<string, string[]> = {}
    for (const link of links.filter((one) => one !== '/peraturan')) {
      await app.page.locator(`nav a[href="${link}"]`).first().click()
      const words = await foreignWords()
      if (words.length > 0) found[link] = words
    }
    expect(found).toEqual({})
  })

  it('is spoken to in its own terms in the form of every register', async () => {
    const found: Record<string, string[]> = {}
    for (const { type, register } of definitions) {
      if (!register) continue
      await goTo(`/daftar/${type}?buka=baru`)
      const words = await foreignWords()
      if (words.length > 0) found[type] = words
    }
    expect(found).toEqual({})
  })

  it('sees Perangkat Daerah, PD Pengelola TIK and Masterplan TIK where they belong', async () => {
    await goTo('/daftar/opd')
    await app.page.getByRole('heading', { name: 'Perangkat daerah (PD)', level: 1 }).waitFor()
    await goTo('/kepatuhan')
    const grid = app.page.getByRole('grid', { name: 'Kepatuhan' })
    await grid.getByText('Mengacu Masterplan TIK').waitFor()
    expect(await foreignWords()).toEqual([])
    await look(app, 'istilah-singkawang')
    await app.page.getByRole('link', { name: 'Kewajiban kota' }).click()
    await app.page.getByText('PD Pengelola TIK').first().waitFor()
    expect(await foreignWords()).toEqual([])
  })

  it('sees its five components in five stages, and notes a cell and a derived regulation from there', async () => {
    const { page } = app
    await page.locator('nav').getByRole('link', { name: 'Kelembagaan TIK' }).click()
    await page.getByRole('link', { name: 'Matriks komponen dan tahap' }).click()
    await page.getByRole('link', { name: 'Lihat sebagai matriks' }).click()
    await page.getByText('0 dari 25 sel sudah dicatat').waitFor()
    await look(app, 'matriks-tahap-kosong')
    await page.getByRole('link', { name: 'Catat Aplikasi, Perencanaan' }).focus()
    await page.keyboard.press('Enter')
    await page
      .getByLabel('Yang sudah dilakukan')
      .fill(`Arsitektur aplikasi disusun. ${'Panjang sekali. '.repeat(20)}`)
    await page.getByLabel('Celah').fill('Belum ada standar antarmuka.')
    await page.keyboard.press('Control+s')
    await page.getByRole('status').filter({ hasText: 'ditambahkan' }).waitFor()
    await ask(app, 'record.save', {
      type: 'policy',
      id: null,
      seen: null,
      values: {
        title: 'Perwal tentang Perencanaan Aplikasi',
        form: 'perwal',
        component: 'aplikasi',
        stage: 'perencanaan',
        state: 'rancangan',
      },
    })
    await goTo('/kelembagaan/matriks')
    await page.getByText('1 dari 25 sel sudah dicatat, 0 memiliki Perwal turunan yang berlaku.').waitFor()
    await page
      .getByRole('cell')
      .filter({ hasText: 'Perwal tentang Perencanaan Aplikasi' })
      .getByText('rancangan')
      .waitFor()
    await look(app, 'matriks-tahap')
    await page.getByRole('link', { name: 'Pasal 7 huruf a' }).click()
    await page.getByRole('article', { name: 'Pasal 7 huruf a' }).waitFor()
  })
})
