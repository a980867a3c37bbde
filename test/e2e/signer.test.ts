import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeForm } from './forms.ts'
import type { Application } from './harness.ts'
import { ask, look, openWorkspace } from './window.ts'

describe('the signer of a document', { timeout: 120_000 }, () => {
  let app: Application
  beforeAll(async () => {
    app = await openWorkspace()
    await makeForm(app, { code: '2.16', name: 'Dinas Komunikasi dan Informatika' })
    const put = async (type: string, values: Record<string, unknown>) =>
      (await ask<{ id: string }>(app, 'record.save', { type, id: null, values, seen: null })).id
    const { opds } = await ask<{ opds: { id: string }[] }>(app, 'opd.register', {})
    const opd = opds[0]?.id
    const present = await ask<{ seen: object }>(app, 'record.get', { type: 'opd', id: opd })
    await ask(app, 'record.save', { type: 'opd', id: opd, values: { leads: true }, seen: present.seen })
    const position = await put('position', { opd, title: 'Kepala Dinas', head: true })
    await put('position', { opd, title: 'Sekretaris Dinas' })
    const ali = await put('person', {
      name: 'Drs. H. Muhammad Ali, M.Si.',
      number: '196608011988031001',
      rank: 'Pembina Utama Muda (IV/c)',
      opd,
    })
    const rina = await put('person', {
      name: 'Rina Wulandari, S.Kom.',
      number: '198703122010012004',
      rank: 'Pembina (IV/a)',
      opd,
    })
    await put('assignment', { person: ali, position, kind: 'definitif', from: '2020-01-01' })
    const stands = { person: rina, position, kind: 'plt', signs: 'an', onBehalf: 'Walikota Prabumulih' }
    await put('assignment', { ...stands, from: '2026-03-01', until: '2026-03-31' })
    await app.page.reload()
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })

  it('is the holder of the recorded position on the date of the document, and stays as it was typed', async () => {
    await app.page.getByRole('link', { name: 'Konsolidasi', exact: true }).click()
    await app.page.getByRole('button', { name: 'Ekspor' }).click()
    const dialog = app.page.getByRole('dialog')
    const field = (name: string) => dialog.getByLabel(name, { exact: true })
    const value = (name: string) => field(name).inputValue()
    await expect.poll(() => value('Nama')).toBe('Drs. H. Muhammad Ali, M.Si.')
    expect(await value('Jabatan')).toBe('KEPALA DINAS KOMUNIKASI DAN INFORMATIKA')
    await look(app, 'penanda-tangan-definitif')
    await field('Tanggal').fill('15-03-2026')
    await field('Tanggal').press('Tab')
    await expect.poll(() => value('Nama')).toBe('Rina Wulandari, S.Kom.')
    expect(await value('Jabatan')).toBe(
      'a.n. WALIKOTA PRABUMULIH\nPlt. KEPALA DINAS KOMUNIKASI DAN INFORMATIKA',
    )
    expect(await value('NIP')).toBe('198703122010012004')
    await look(app, 'penanda-tangan-plt')
    await field('Tanggal').fill('01-01-2019')
    await field('Tanggal').press('Tab')
    await dialog.getByText(/belum tercatat/).waitFor()
    expect(await value('Nama')).toBe('')
    await look(app, 'penanda-tangan-belum-tercatat')
    await field('Nama').fill('Budi Santoso')
    await field('Tanggal').fill('15-03-2026')
    await field('Tanggal').press('Tab')
    await expect.poll(() => value('Nama')).toBe('Budi Santoso')
    await dialog.getByRole('combobox', { name: 'Menurut daftar jabatan' }).fill('kepala')
    await app.page.getByRole('option', { name: /Kepala Dinas/ }).click()
    await expect.poll(() => value('Nama')).toBe('Rina Wulandari, S.Kom.')
  })
})
