import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from './harness.ts'
import { ask, look, openWorkspace } from './window.ts'

const name = 'Dinas Pemberdayaan Masyarakat dan Desa, Pemberdayaan Perempuan dan Perlindungan Anak'

describe('a record comes back from its history', { timeout: 120_000 }, () => {
  let app: Application
  let id: string
  const save = async (values: object, record: string | null = id): Promise<string> => {
    const seen =
      record === null
        ? null
        : (await ask<{ seen: object }>(app, 'record.get', { type: 'opd', id: record })).seen
    return (await ask<{ id: string }>(app, 'record.save', { type: 'opd', id: record, seen, values })).id
  }
  const present = async () =>
    (await ask<{ values: Record<string, unknown> }>(app, 'record.get', { type: 'opd', id })).values

  beforeAll(async () => {
    app = await openWorkspace()
    id = await save({ code: '2.08', name, short: 'DPMD', head: 'Drs. Ahmad', active: true }, null)
    await save({ short: 'DPMDPPA' })
    await save({ head: 'Dra. Hj. Nurhayati, M.Si.', address: 'Jalan Jenderal Sudirman Km. 4', short: null })
    await save({ code: '1.02', name: 'Dinas Kesehatan', active: true }, null)
  }, 120_000)
  afterAll(() => app.stop())

  const button = (label: string | RegExp) => app.page.getByRole('button', { name: label })
  const dialog = (label: string) => app.page.getByRole('dialog', { name: label })
  const restoring = () => dialog('Kembalikan ke keadaan ini')
  const notice = (words: string) => app.page.getByRole('status').filter({ hasText: words })
  const entries = () =>
    app.page
      .getByRole('list', { name: 'Riwayat' })
      .getByRole('listitem')
      .filter({ has: app.page.locator('time') })

  it('after a look at what would change, field by field', async () => {
    await app.page.goto(`https://selaras.localhost/daftar/opd?buka=${id}&tab=riwayat`)
    await entries().first().waitFor()
    expect(await entries().count()).toBe(3)
    expect(
      await entries()
        .first()
        .getByRole('button', { name: /^Kembalikan/ })
        .count(),
      'the newest is now',
    ).toBe(0)
    await look(app, 'riwayat-kembalikan')
    await entries()
      .last()
      .getByRole('button', { name: /^Kembalikan ke keadaan ini/ })
      .click()
    await restoring()
      .getByRole('row', { name: /Singkatan/ })
      .getByText('DPMD', { exact: true })
      .waitFor()
    await restoring()
      .getByRole('row', { name: /Pimpinan/ })
      .getByText('Drs. Ahmad')
      .waitFor()
    await restoring()
      .getByRole('row', { name: /Alamat/ })
      .getByText('kosong')
      .waitFor()
    await restoring().getByRole('checkbox', { name: 'Kembalikan Alamat' }).uncheck()
    await look(app, 'kembalikan-isian')
    await restoring().getByRole('button', { name: 'Kembalikan 2 isian' }).click()
    await notice('dikembalikan.').waitFor()
    expect(await present()).toMatchObject({
      short: 'DPMD',
      head: 'Drs. Ahmad',
      address: 'Jalan Jenderal Sudirman Km. 4',
    })
    await entries()
      .first()
      .getByText(/^Kembalikan Perangkat daerah: .* ke keadaan/)
      .waitFor()
    await notice('dikembalikan.').getByRole('button', { name: 'Urungkan' }).click()
    await notice('Perubahan diurungkan.').waitFor()
    expect(await present()).toMatchObject({ short: null, head: 'Dra. Hj. Nurhayati, M.Si.' })
  })

  it('by the keyboard alone, and asks where another officer changed it meanwhile', async () => {
    await entries()
      .last()
      .getByRole('button', { name: /^Kembalikan ke keadaan ini/ })
      .focus()
    await app.page.keyboard.press('Enter')
    await restoring().getByRole('checkbox', { name: 'Kembalikan Pimpinan' }).waitFor()
    await save({ head: 'Plt. Ir. Sofyan' })
    const submit = restoring().getByRole('button', { name: 'Kembalikan 3 isian' })
    await submit.focus()
    await app.page.keyboard.press('Enter')
    const asks = dialog('Isian berbeda')
    await asks.getByText('Plt. Ir. Sofyan').waitFor()
    await asks.getByText('Drs. Ahmad').waitFor()
    await look(app, 'kembalikan-berbeda')
    await asks.getByRole('radio', { name: /Pakai isian petugas lain/ }).click()
    await asks.getByRole('button', { name: 'Simpan pilihan' }).click()
    await notice('dikembalikan.').waitFor()
    await restoring().waitFor({ state: 'detached' })
    expect(await present()).toMatchObject({ short: 'DPMD', head: 'Plt. Ir. Sofyan', address: null })
  })

  it('says that nothing is left to bring back', async () => {
    await save({ head: 'Drs. Ahmad' })
    await entries()
      .last()
      .getByRole('button', { name: /^Kembalikan ke keadaan ini/ })
      .click()
    await restoring().getByText('Isian yang dapat dikembalikan sudah sama dengan sekarang.').waitFor()
    await look(app, 'kembalikan-sama')
    expect(await restoring().getByRole('button', { name: 'Kembalikan 0 isian' }).isDisabled()).toBe(true)
    await app.page.keyboard.press('Escape')
    await restoring().waitFor({ state: 'detached' })
  })

  it('also after it was deleted, from a list of its register', async () => {
    await button(/^Hapus Dinas Pemberdayaan/).click()
    await notice('dihapus.').waitFor()
    await app.page.getByRole('main').getByRole('button', { name: 'Lainnya' }).click()
    await look(app, 'daftar-lainnya')
    await app.page.getByRole('menuitem', { name: 'Yang dihapus' }).click()
    await app.page.getByRole('heading', { name: 'Perangkat daerah (OPD): yang dihapus' }).waitFor()
    const row = app.page.getByRole('row', { name: /Dinas Pemberdayaan/ })
    await row.getByText('Siti Rahmawati, S.Kom.').waitFor()
    await look(app, 'yang-dihapus')
    await app.page.getByRole('searchbox', { name: 'Cari yang dihapus' }).fill('kesehatan')
    await app.page.getByText('Tidak ada yang dihapus dengan kata itu.').waitFor()
    await app.page.getByRole('searchbox', { name: 'Cari yang dihapus' }).fill('')
    await row.getByRole('button', { name: /^Kembalikan Dinas/ }).focus()
    await app.page.keyboard.press('Enter')
    await notice('dikembalikan.').waitFor()
    await app.page.getByText('Tidak ada yang dihapus', { exact: true }).waitFor()
    await look(app, 'yang-dihapus-kosong')
    await notice('dikembalikan.').getByRole('button', { name: 'Urungkan' }).click()
    await row.waitFor()
    await row.getByRole('button', { name: /^Kembalikan Dinas/ }).click()
    await row.waitFor({ state: 'detached' })
    await button('Kembali ke daftar').click()
    await app.page.getByRole('grid').getByText('Dinas Pemberdayaan').first().waitFor()
    expect(await present()).toMatchObject({ code: '2.08', name })
  })

  it('and one that is gone says where it can be found', async () => {
    const { seen } = await ask<{ seen: object }>(app, 'record.get', { type: 'opd', id })
    await ask(app, 'record.remove', { type: 'opd', id, seen })
    await app.page.goto(`https://selaras.localhost/daftar/opd?buka=${id}`)
    await app.page.getByText('Data ini tidak ada lagi').waitFor()
    await look(app, 'data-tidak-ada')
    await button('Yang dihapus').click()
    await app.page.getByRole('row', { name: /Dinas Pemberdayaan/ }).waitFor()
  })
})
