import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from './harness.ts'
import { ask, look, openWorkspace } from './window.ts'

const samples = path.join(import.meta.dirname, '..', '..', 'resources', 'samples')
const dinkes = { code: '1.02.01', name: 'Dinas Kesehatan', file: 'dinas-kesehatan.docx' }
const satpol = { code: '1.05.01', name: 'Satuan Polisi Pamong Praja', file: 'satpol-pp.docx' }
const year = 2027

type Parsed = {
  readonly token: string
  readonly parsed: { readonly files: readonly { outputs: unknown[] }[] }
}

/** A form in the workspace, as the import writes it; its record id. */
const importForm = async (app: Application, { code, name, file }: typeof dinkes): Promise<string> => {
  const bytes = new Uint8Array(await readFile(path.join(samples, file)))
  const { token, parsed } = await ask<Parsed>(app, 'budget.preview', { files: [{ name: file, bytes }] })
  const { form } = await ask<{ form: string }>(app, 'budget.accept', {
    token,
    opd: { id: null, code, name },
    year,
    received: '2026-11-20',
    mode: 'version',
    outputs: parsed.files[0]?.outputs,
  })
  return form
}

describe('what stands around every page', { timeout: 120_000 }, () => {
  let app: Application
  let form = ''
  beforeAll(async () => {
    app = await openWorkspace()
    form = await importForm(app, dinkes)
    await importForm(app, satpol)
  }, 180_000)
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) => app.page.getByRole('button', { name })
  const to = (link: string) => app.page.getByRole('link', { name: link, exact: true }).first().click()
  const notice = (words: string | RegExp) =>
    app.page.locator('[data-tone][role=status], [data-tone][role=alert]').filter({ hasText: words })
  const box = async (locator: Locator) => {
    const found = await locator.boundingBox()
    if (found === null) throw new Error('not on the screen')
    return found
  }
  const covers = async (one: Locator, other: Locator): Promise<boolean> => {
    const [a, b] = [await box(one), await box(other)]
    const across = a.x < b.x + b.width && b.x < a.x + a.width
    return across && a.y < b.y + b.height && b.y < a.y + a.height
  }

  describe('a notice', () => {
    it('covers neither the place of the page, nor its title, nor anything that is worked with', async () => {
      await to('Perangkat daerah (OPD)')
      await button('Nyatakan lengkap').click()
      const told = notice(/^Daftar OPD dinyatakan lengkap: 2 OPD/)
      await told.waitFor()
      await app.screenshot('pemberitahuan')
      for (const page of [app.page.getByRole('main'), app.page.getByRole('banner').first()])
        expect(await covers(told, page)).toBe(false)
    })

    it('with Urungkan stays usable on the next page, and says what it speaks of', async () => {
      await to('Beranda')
      await app.page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
      await notice('Perangkat daerah (OPD): Daftar OPD dinyatakan lengkap: 2 OPD.').waitFor()
      await button('Urungkan').click()
      await notice('Perubahan diurungkan.').waitFor()
    })

    it('of an undo offers to bring back what it took, and that can be undone again', async () => {
      await button('Kembalikan lagi').click()
      await notice('Perubahan dikembalikan lagi.').waitFor()
      await to('Perangkat daerah (OPD)')
      await app.page.getByText(/dinyatakan lengkap oleh/).waitFor()
      await button('Urungkan').click()
      await notice('Perubahan diurungkan.').waitFor()
      await button('Nyatakan lengkap').waitFor()
    })

    it('of the last piece of work is gone where the next one begins', async () => {
      await notice('Perubahan diurungkan.').waitFor()
      await to('Anggaran TIK')
      await notice('Perangkat daerah (OPD): Perubahan diurungkan.').waitFor()
      await button('Impor formulir').first().click()
      await app.page.getByRole('heading', { name: 'Impor formulir anggaran' }).waitFor()
      expect(await notice(/./).count()).toBe(0)
    })

    it('that only tells goes when the officer does', async () => {
      await to('Konsolidasi')
      await button('Salin ke Excel').click()
      const told = notice(/disalin|tersalin/)
      await told.waitFor()
      await to('Beranda')
      await app.page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
      expect(await told.count()).toBe(0)
    })

    it('never repeats what a dialog says', async () => {
      await app.page.goto(`https://selaras.localhost/anggaran/formulir?buka=${form}`)
      await button('Mulai periksa').click()
      await button('Kembalikan').click()
      const dialog = app.page.getByRole('dialog')
      await dialog.getByRole('button', { name: 'Kembalikan' }).click()
      await dialog.getByRole('alert').waitFor()
      expect(await app.page.getByRole('alert').count()).toBe(1)
      await app.page.keyboard.press('Escape')
    })
  })

  describe('Ctrl+K', () => {
    const active = () => app.page.locator('[role=gridcell][data-active]')

    it('finds a row of a form, says whose it is, and opens the form on it', async () => {
      await to('Beranda')
      await app.page.keyboard.press('Control+k')
      await app.page.locator('.mantine-Spotlight-search:focus').waitFor()
      await app.page.keyboard.type('sop siber')
      const hit = app.page.locator('[data-action][data-selected]')
      await hit.filter({ hasText: 'Satuan Polisi Pamong Praja · Formulir TA 2027 versi 1' }).waitFor()
      await look(app, 'cari-baris')
      const title = await hit.locator('.mantine-Spotlight-actionLabel').textContent()
      await app.page.keyboard.press('Enter')
      await app.page.getByRole('grid').waitFor()
      await active().waitFor()
      expect(title).toContain(await active().textContent())
      expect(await active().evaluate((cell) => cell.checkVisibility())).toBe(true)
      await app.screenshot('cari-baris-terbuka')
    })

    it('finds an output and opens the form on its first row', async () => {
      await app.page.keyboard.press('Control+k')
      await app.page.locator('.mantine-Spotlight-search:focus').waitFor()
      await app.page.keyboard.type('informasi kesehatan daerah')
      await app.page
        .locator('[data-action][data-selected]')
        .filter({ hasText: 'Output · Dinas Kesehatan · Formulir TA 2027 versi 1' })
        .waitFor()
      await app.page.keyboard.press('Enter')
      await app.page.getByRole('heading', { name: 'Dinas Kesehatan' }).waitFor()
      await active().filter({ hasText: 'Analisis proses bisnis puskesmas' }).waitFor()
      await app.page.keyboard.press('Alt+ArrowLeft')
    })

    it('goes back to where the search began in one step', async () => {
      await app.page.getByRole('heading', { name: 'Satuan Polisi Pamong Praja' }).waitFor()
      await app.page.keyboard.press('Alt+ArrowLeft')
      await app.page.getByRole('heading', { name: /Selamat bekerja/ }).waitFor()
    })

    it('goes down by one with each arrow, from what is marked, and Enter opens what is marked', async () => {
      await app.page.keyboard.press('Control+k')
      await app.page.locator('.mantine-Spotlight-search:focus').waitFor()
      await app.page.keyboard.type('kamera pengawas')
      const all = app.page.locator('[data-action]')
      const marked = app.page.locator('[data-action][data-selected]')
      const label = (of: typeof all) => of.locator('.mantine-Spotlight-actionLabel').first().innerText()
      await marked.filter({ hasText: 'Ruang kendali dan kamera pengawas' }).waitFor()
      await all
        .filter({ hasText: /Rp[\d.]+/ })
        .first()
        .waitFor()
      expect(await label(marked)).toBe(await label(all.nth(0)))
      await look(app, 'cari-jumlah')
      const second = await label(all.nth(1))
      await app.page.keyboard.press('ArrowDown')
      expect(await label(marked)).toBe(second)
      await app.page.keyboard.press('ArrowUp')
      expect(await label(marked)).toBe(await label(all.nth(0)))
      await app.page.keyboard.press('ArrowDown')
      await app.page.keyboard.press('Enter')
      await app.page.getByRole('grid').waitFor()
      await active().waitFor()
      await expect.poll(() => active().textContent()).toContain(second)
    })
  })

  describe('unsaved work', () => {
    const open = () => app.page.goto(`https://selaras.localhost/anggaran/formulir?buka=${form}`)
    const type = async (words: string) => {
      await app.page.locator('[data-row="0"][data-column="2"]').click()
      await app.page.keyboard.type(words)
      await app.page.keyboard.press('Enter')
      await app.page.getByText('1 baris diubah dan belum disimpan').waitFor()
    }

    it('of the last moment is there again after a reload', async () => {
      await open()
      await type('Analisis yang baru diketik')
      await app.page.reload()
      await app.page.getByText('1 baris diubah dan belum disimpan').waitFor()
      await app.page.getByRole('gridcell', { name: 'Analisis yang baru diketik' }).waitFor()
    })

    it('is put away when the window is hidden, before anything else is done with it', async () => {
      await type('Analisis sebelum diperkecil')
      await app.page.evaluate(`(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      })()`)
      const place = `anggaran/formulir/${form}`
      const kept = async () => String((await ask<{ value: unknown }>(app, 'draft.get', { place })).value)
      await expect.poll(kept, { timeout: 500, interval: 20 }).toContain('Analisis sebelum diperkecil')
    })
  })

  describe('at 1024 × 768', () => {
    const address = (place: string) => app.page.goto(`https://selaras.localhost${place}`)
    beforeAll(async () => {
      await app.page.setViewportSize({ width: 1024, height: 768 })
    })
    afterAll(async () => {
      await app.page.setViewportSize({ width: 1366, height: 768 })
    })

    it('the titles and what stands under them keep their room beside the acts', async () => {
      for (const place of ['/daftar/opd', '/konsolidasi', '/anggaran', '/konsolidasi/rincian']) {
        await address(place)
        const title = app.page.getByRole('heading', { level: 1 })
        await title.waitFor()
        await app.page
          .getByText(/baris|dinyatakan/)
          .first()
          .waitFor()
        const cut = await title.evaluate((found) => found.scrollWidth > found.clientWidth + 1)
        expect(cut, place).toBe(false)
        const head = await box(app.page.locator('main header').first())
        expect(head.height, place).toBeLessThan(240)
      }
    })

    it('the figures of the consolidation stand in one line, and its table before its chart', async () => {
      await address('/konsolidasi')
      const figures = app.page.getByText('Jumlah seluruhnya').first()
      await figures.waitFor()
      const [first, last] = [
        await box(figures),
        await box(app.page.getByText('Perhatian', { exact: true }).first()),
      ]
      expect(last.y).toBe(first.y)
      await app.page.locator('main svg.recharts-surface').first().waitFor()
      const [table, chart] = [
        await box(app.page.getByRole('table')),
        await box(app.page.locator('main svg.recharts-surface').first()),
      ]
      expect(table.y).toBeLessThan(chart.y)
    })

    it('the amounts of a list are in view', async () => {
      for (const place of ['/anggaran', '/konsolidasi/rincian']) {
        await address(place)
        const heading = app.page.getByRole('columnheader', { name: 'Jumlah (Rp)' })
        await heading.waitFor()
        const { x, width } = await box(heading)
        expect(x + width, place).toBeLessThanOrEqual(1024)
      }
    })
  })

  it('the sums of the consolidation are ordered by a press on their heading', async () => {
    await app.page.goto('https://selaras.localhost/konsolidasi?menurut=output')
    const names = () => app.page.locator('tbody th').allTextContents()
    await app.page.getByRole('button', { name: 'Jumlah (Rp)' }).click()
    await expect
      .poll(names)
      .toMatchObject([expect.stringContaining('Kesehatan'), expect.stringContaining('PATROLI')])
    await app.page.getByRole('button', { name: 'Jumlah (Rp)' }).click()
    await expect
      .poll(names)
      .toMatchObject([expect.stringContaining('PATROLI'), expect.stringContaining('Kesehatan')])
    expect(new URL(app.page.url()).searchParams.get('urut')).toBe('jumlah-naik')
  })
})
