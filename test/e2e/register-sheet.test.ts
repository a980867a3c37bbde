import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from './harness.ts'
import { ask, look, openWorkspace } from './window.ts'

type List = { readonly rows: readonly { id: string; values: Record<string, unknown> }[] }
const type = 'website'
const sites = [
  ['dinkes.prabumulihkota.go.id', 'situs', 'opd'],
  ['disdikbud.prabumulihkota.go.id', 'situs', 'sewa'],
  ['instagram.com/dinkes_prabumulih', 'medsos', null],
  ['prabumulihkota.go.id', 'situs', 'diskominfo'],
  ['satpolpp.prabumulihkota.go.id', 'situs', 'sewa'],
] as const

describe('a register as a sheet', { timeout: 120_000 }, () => {
  let app: Application
  let opd = ''

  beforeAll(async () => {
    app = await openWorkspace()
    const { id } = await ask<{ id: string }>(app, 'record.save', {
      type: 'opd',
      id: null,
      seen: null,
      values: { code: '1.02', name: 'Dinas Kesehatan', active: true },
    })
    opd = id
    for (const [address, kind, placement] of sites)
      await ask(app, 'record.save', {
        type,
        id: null,
        seen: null,
        values: { address, kind, placement, opd, live: true, leaseUntil: '2027-02-28' },
      })
    await app.page.goto(`${new URL(app.page.url()).origin}/daftar/${type}`)
    await app.page.getByRole('heading', { name: 'Situs dan media sosial', level: 1 }).waitFor()
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) => app.page.getByRole('button', { name })
  const row = (name: string | RegExp) => app.page.getByRole('grid').getByRole('row', { name })
  const notice = (text: string | RegExp) => app.page.getByRole('status').filter({ hasText: text })
  const present = async () => (await ask<List>(app, 'record.list', { type })).rows

  it('is exported as it is filtered, by mouse and by keyboard', async () => {
    await row(/prabumulihkota\.go\.id/)
      .first()
      .waitFor()
    await button('Ekspor').click()
    await app.page.getByRole('menuitem', { name: 'Excel (.xlsx)' }).waitFor()
    await look(app, 'daftar-ekspor')
    const taken = await app.download(() => app.page.getByRole('menuitem', { name: 'Excel (.xlsx)' }).click())
    expect(taken.name).toMatch(/^Situs dan media sosial .*\.xlsx$/)
    await notice(/diunduh: 5 baris/).waitFor()
    await app.page.getByRole('combobox', { name: 'Jenis' }).click()
    await app.page.getByRole('option', { name: 'Media sosial' }).click()
    await row(/instagram/).waitFor()
    await row(/dinkes\.prabumulih/).waitFor({ state: 'detached' })
    await button('Ekspor').focus()
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('menuitem', { name: 'CSV (.csv)' }).waitFor()
    await app.page.keyboard.press('ArrowDown')
    const csv = await app.download(async () => {
      await app.page.getByRole('menuitem', { name: 'CSV (.csv)' }).focus()
      await app.page.keyboard.press('Enter')
    })
    const text = new TextDecoder().decode(csv.bytes)
    expect(text.trim().split('\r\n')).toHaveLength(2)
    expect(text).toContain('instagram.com/dinkes_prabumulih;Dinas Kesehatan;Media sosial')
    await app.page.locator('[aria-label="Hapus saringan: Jenis"]').click()
    expect(await present()).toHaveLength(5)
  })
})
