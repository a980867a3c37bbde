import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayInWib, tableDate } from '../../shared/format/date.ts'
import type { Application } from './harness.ts'
import { ask, look, openWorkspace } from './window.ts'

type Rows = { readonly rows: readonly { readonly id: string; readonly values: Record<string, unknown> }[] }
const budi = { name: 'Budi Santoso, A.Md.', nip: '199005152015031004', first: 'jeruk bali di kebun nenek' }
const ani = { name: 'Ani Lestari, S.T.', nip: '199203172019032005', first: 'mangga muda di halaman' }
const own = 'hujan sore di atap seng'
const today = dayInWib(Date.now())
const inDays = (days: number): string => tableDate(dayInWib(Date.now() + days * 86_400_000))

describe('a hand-over', () => {
  let app: Application
  const ids = new Map<string, string>()
  const id = (name: string): string => ids.get(name) ?? ''
  const button = (name: string | RegExp) => app.page.getByRole('button', { name })
  const field = (name: string) => app.page.getByLabel(new RegExp(`^${name}( \\*)?$`))
  const chooser = (name: string) => app.page.getByRole('combobox', { name: new RegExp(`^${name}`) })
  const notice = (text: string | RegExp) => app.page.getByRole('status').filter({ hasText: text })
  const make = async (name: string, type: string, values: object) =>
    void ids.set(
      name,
      (await ask<{ id: string }>(app, 'record.save', { type, id: null, seen: null, values })).id,
    )
  const rows = async (type: string, filters: object = {}) =>
    (await ask<Rows>(app, 'record.list', { type, filters })).rows

  beforeAll(async () => {
    app = await openWorkspace()
    await make('dinkes', 'opd', { code: '1.02', name: 'Dinas Kesehatan', active: true })
    for (const [one, grants] of [
      [
        ani,
        [
          ['verifikator', null],
          ['petugas_monev', id('dinkes')],
        ],
      ],
      [budi, [['petugas_monev', id('dinkes')]]],
    ] as const) {
      const { name, nip, first } = one
      const given = grants.map(([role, opd]) => ({ role, opd, from: null, until: null }))
      await ask(app, 'officer.add', { nip, name, position: '', rank: '', password: first, grants: given })
      ids.set(name, (await rows('officer', { nip }))[0]?.id ?? '')
      await make(`person ${name}`, 'person', { number: nip, name, opd: id('dinkes') })
    }
    const administrator = id(`person ${ani.name}`)
    for (const address of ['dinkes.prabumulihkota.go.id', '@dinkes'])
      await make(address, 'website', { opd: id('dinkes'), address, administrator })
    await make('staff', 'ictStaff', { opd: id('dinkes'), person: administrator, duty: 'Admin situs' })
    await make('position', 'position', { opd: id('dinkes'), title: 'Kepala Subbagian Umum' })
    const held = { opd: id('dinkes'), person: administrator, position: id('position') }
    await make('assignment', 'assignment', { ...held, kind: 'plt', from: '2026-01-01' })
  })
  afterAll(async () => {
    await app.stop()
  })

  it('begins at the officer who moves, and shows what goes and what stays', async () => {
    await app.page.goto(`https://selaras.localhost/daftar/officer?buka=${id(ani.name)}&tab=peran`)
    await button('Serah terima').click()
    await app.page.getByRole('heading', { name: 'Serah terima', level: 1 }).waitFor()
    await app.page.getByText('Pilih petugas yang menyerahkan dan yang menerima.').waitFor()
    await look(app, 'serah-terima-kosong')
    await chooser('Kepada petugas').fill('Budi')
    await app.page.getByRole('option', { name: /Budi/ }).click()
    await notice('Beralih: 2 peran, 0 tampilan, 2 data').waitFor()
    await app.page.getByText('Situs dan media sosial, Admin: 2 data').waitFor()
    await app.page.getByText('SDM TIK, Pegawai: 1 data').waitFor()
    await app.page.getByRole('link', { name: 'Plt. Kepala Subbagian Umum · Ani Lestari, S.T.' }).waitFor()
  })

  it('goes role by role as the admin says, by keyboard, and tells that roles are not undone', async () => {
    await app.page
      .getByRole('combobox', { name: 'Peran Verifikator' })
      .selectOption({ label: 'Dipinjamkan sampai' })
    await field('Nomor surat').fill('800/12/BKPSDM')
    await app.page.keyboard.press('Control+s')
    await app.page.getByText('Pinjaman peran memerlukan hari terakhir.').waitFor()
    await field('Pinjaman peran Verifikator sampai').fill(inDays(14))
    await app.page.keyboard.press('Tab')
    await app.page.getByText('Pinjaman peran memerlukan hari terakhir.').waitFor({ state: 'detached' })
    await app.page.getByText(/Perubahan peran tidak dapat diurungkan/).waitFor()
    await look(app, 'serah-terima')
    await app.page.keyboard.press('Control+s')
    await notice(`Serah terima dari ${ani.name} kepada ${budi.name} dicatat.`).waitFor()
    await app.page.getByRole('heading', { name: 'Petugas', level: 1 }).waitFor()
    expect(
      (await rows('role', { officer: id(budi.name) })).map(({ values }) => [values['role'], values['from']]),
    ).toEqual([
      ['petugas_monev', today],
      ['verifikator', today],
      ['petugas_monev', null],
    ])
    for (const { values } of await rows('website'))
      expect(values['administrator']).toBe(id(`person ${budi.name}`))
    await look(app, 'serah-terima-selesai')
  })

  it('is handed back from its notice', async () => {
    await notice('dicatat').getByRole('button', { name: 'Serah terima balik' }).click()
    await app.page.getByRole('heading', { name: 'Serah terima', level: 1 }).waitFor()
    await expect.poll(() => chooser('Dari petugas').inputValue()).toBe(budi.name)
    await expect.poll(() => chooser('Kepada petugas').inputValue()).toBe(ani.name)
    for (const select of await app.page.getByRole('combobox', { name: /^Peran/ }).all())
      await select.selectOption({ label: 'Tetap padanya' })
    await notice('Beralih: 0 peran, 0 tampilan, 2 data').waitFor()
    await button('Serahkan').click()
    await notice('dicatat').getByRole('button', { name: 'Urungkan' }).click()
    await notice('Perubahan diurungkan.').waitFor()
    for (const { values } of await rows('website'))
      expect(values['administrator']).toBe(id(`person ${budi.name}`))
  })

  it('is an officer’s own matter but for the roles', async () => {
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
    await button('Serahkan kepada pengganti').click()
    await app.page.getByText(/Peran diserahkan oleh admin/).waitFor()
    await expect.poll(() => chooser('Dari petugas').inputValue()).toBe(budi.name)
    await chooser('Kepada petugas').fill('Ani')
    await app.page.getByRole('option', { name: /Ani/ }).click()
    await notice('Beralih: 0 peran, 0 tampilan, 2 data').waitFor()
    await look(app, 'serah-terima-sendiri')
    await button('Serahkan').click()
    await notice(`Serah terima dari ${budi.name} kepada ${ani.name} dicatat.`).waitFor()
  })

  it('leaves an officer who acts for one OPD with new data that begins with that OPD', async () => {
    await button(/Budi Santoso/)
      .first()
      .click()
    await app.page.getByRole('menuitemradio', { name: 'Petugas monev Dinas Kesehatan' }).first().click()
    await app.page.getByText('sebagai Petugas monev Dinas Kesehatan', { exact: true }).waitFor()
    await app.page.goto('https://selaras.localhost/daftar/dataset?buka=baru')
    const form = app.page.getByRole('form', { name: 'Dataset baru' })
    await expect
      .poll(() => form.getByRole('combobox', { name: /OPD/ }).first().inputValue())
      .toBe('Dinas Kesehatan')
  })
})
