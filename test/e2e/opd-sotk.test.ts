import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeForm } from './forms.ts'
import type { Application } from './harness.ts'
import { ask, look, openWorkspace } from './window.ts'

const opds = [
  ['1.02', 'Dinas Kesehatan', 'Dinkes'],
  ['2.14', 'Dinas Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Anak', 'DPPKB'],
  ['2.15', 'Dinas Perhubungan', 'Dishub'],
  ['2.16', 'Dinas Komunikasi dan Informatika', 'Diskominfo'],
] as const

describe('a change of the structure of OPDs', { timeout: 120_000 }, () => {
  let app: Application
  let ids: readonly string[] = []
  beforeAll(async () => {
    app = await openWorkspace()
    const rows = opds.map(([code, name, short]) => ({ id: null, code, name, short, head: '' }))
    await ask(app, 'opd.take', { rows, seen: {} })
    const register = await ask<{ opds: { id: string }[] }>(app, 'opd.register', {})
    ids = register.opds.map(({ id }) => id)
    const [health, family, transport] = ids
    const put = (type: string, values: Record<string, unknown>) =>
      ask<{ id: string }>(app, 'record.save', { type, id: null, values, seen: null })
    await put('application', { name: 'SIMPUS', opd: health })
    await put('application', { name: 'SIM KB', opd: family })
    await put('website', { address: 'dppkb.contoh.go.id', opd: family })
    const { id: person } = await put('person', { name: 'Rina', number: '199001012015032001', opd: family })
    await put('training', { name: 'Diklat keamanan informasi', opd: family, person, on: '2026-03' })
    await put('position', { title: 'Kepala Seksi', opd: family, ends: '2025' })
    await put('application', { name: 'SIM Parkir', opd: transport })
    await put('website', { address: 'dishub.contoh.go.id', opd: transport })
    await app.page.reload()
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })
  const button = (name: string | RegExp) => app.page.getByRole('button', { name })
  const field = (name: string) => app.page.getByLabel(new RegExp(`^${name}( \\*)?$`))
  const segment = (name: string) => app.page.getByText(name, { exact: true }).click()
  const option = (name: string | RegExp) => app.page.getByRole('option', { name })
  const toRegister = async () => {
    await app.page.getByRole('link', { name: 'Perangkat daerah (OPD)', exact: true }).first().click()
    await app.page.getByRole('heading', { name: 'Perangkat daerah (OPD)', level: 1 }).waitFor()
  }
  const notice = (text: string | RegExp) => app.page.getByRole('status').filter({ hasText: text })

  it('begins at the register, and says beside each field what is missing', async () => {
    await toRegister()
    await button('Ubah SOTK').waitFor()
    await look(app, 'sotk-daftar-opd')
    await button('Ubah SOTK').click()
    await app.page.getByRole('heading', { name: 'Perubahan SOTK', level: 1 }).waitFor()
    await look(app, 'sotk-isian')
    await button('Lihat akibatnya').click()
    await field('Berlaku mulai').fill('31-12-2099')
    await button('Lihat akibatnya').click()
    await app.page.getByText('Tanggal berlaku belum tiba').waitFor()
    await field('Berlaku mulai').fill('1-7-2026')
    await button('Lihat akibatnya').click()
    await app.page.getByText('Pilih OPD yang berubah.').waitFor()
    await look(app, 'sotk-isian-kurang')
  })

  it('merges two OPDs by mouse: a preview of all that would happen, then one change that one press takes back', async () => {
    await segment('Gabung')
    await app.page.getByRole('combobox', { name: 'OPD yang digabung' }).click()
    await option(/Dinas Kesehatan/).click()
    await option(/Pengendalian Penduduk/).click()
    await app.page.keyboard.press('Escape')
    await field('Dasar hukum').fill('Perda Nomor 3 Tahun 2026 tentang Susunan Perangkat Daerah')
    await field('Nama').fill('Dinas Kesehatan dan Keluarga Berencana')
    await field('Kode').fill('1.02')
    await look(app, 'sotk-gabung')
    await button('Lihat akibatnya').click()
    await app.page.getByText('Dinas Kesehatan dan Keluarga Berencana mulai ada 1 Juli 2026').waitFor()
    await app.page.getByText('4 data beralih').waitFor()
    await app.page.getByText('1 Diklat SDM TIK').waitFor()
    await look(app, 'sotk-pratinjau')
    await app.page.getByRole('checkbox', { name: 'Situs dan media sosial' }).click()
    await app.page.getByText('3 data beralih').waitFor()
    await button('Simpan perubahan').click()
    await notice('Perubahan disimpan; 3 data beralih.').waitFor()
    const grid = app.page.getByRole('grid')
    await grid.getByText('Dinas Kesehatan dan Keluarga Berencana').waitFor()
    await look(app, 'sotk-disimpan')
    await notice('3 data beralih').getByRole('button', { name: 'Urungkan' }).click()
    await app.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Urungkan/ })
      .click()
    await grid.getByText('Dinas Kesehatan dan Keluarga Berencana').waitFor({ state: 'hidden' })
    const { total } = await ask<{ total: number }>(app, 'record.list', {
      type: 'application',
      filters: { opd: ids[0] ?? '' },
    })
    expect(total).toBe(1)
  })

  it('renames an OPD by the keyboard alone, from its record', async () => {
    await app.page.goto(new URL(`/daftar/opd?buka=${ids[2]}&tab=sotk`, app.page.url()).href)
    await app.page.getByText('Belum ada perubahan SOTK yang tercatat untuk OPD ini.').waitFor()
    await look(app, 'sotk-tab-kosong')
    await app.page.getByRole('tabpanel').getByRole('button', { name: 'Ubah SOTK' }).focus()
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('heading', { name: 'Perubahan SOTK', level: 1 }).waitFor()
    await app.page.getByRole('radio', { name: 'Ganti nama' }).focus()
    await app.page.keyboard.press('Tab')
    await app.page.keyboard.type('1-7-2026')
    for (const _key of ['kalender', 'dasar']) await app.page.keyboard.press('Tab')
    await app.page.keyboard.type('Perda 3/2026')
    for (const _key of ['opd', 'nama']) await app.page.keyboard.press('Tab')
    await app.page.keyboard.press('Control+a')
    await app.page.keyboard.type('Dinas Perhubungan dan Jalan')
    await look(app, 'sotk-ganti-nama')
    await app.page.keyboard.press('Enter')
    await app.page
      .getByText('Dinas Perhubungan menjadi Dinas Perhubungan dan Jalan mulai 1 Juli 2026')
      .waitFor()
    await look(app, 'sotk-pratinjau-nama')
    await app.page.keyboard.press('Control+s')
    await notice('Perubahan disimpan.').waitFor()
    await app.page.goto(new URL(`/daftar/opd?buka=${ids[2]}&tab=sotk`, app.page.url()).href)
    await app.page.getByText('Sampai 30 Juni 2026 bernama Dinas Perhubungan').waitFor()
    await look(app, 'sotk-tab')
  })

  it('splits an OPD, and each register goes to the part that is chosen', async () => {
    await toRegister()
    await button('Ubah SOTK').first().click()
    await segment('Pecah')
    await field('Berlaku mulai').fill('1-8-2026')
    await app.page.getByRole('combobox', { name: /^OPD/ }).first().fill('dishub')
    await option(/Perhubungan dan Jalan/).click()
    const part = (at: number) => app.page.getByRole('group', { name: `Bagian ${at}` })
    await part(1).getByText('OPD yang sudah ada').click()
    await part(1).getByRole('combobox').fill('dishub')
    await option(/Perhubungan dan Jalan/).click()
    await part(2).getByLabel(/^Nama/).fill('Dinas Perkeretaapian')
    await look(app, 'sotk-pecah')
    await button('Lihat akibatnya').click()
    await app.page.getByText('Dinas Perhubungan dan Jalan tetap ada').waitFor()
    await app.page.getByText('Tidak ada data yang beralih').waitFor()
    await app.page.getByLabel('Penerima Situs dan media sosial').selectOption('Dinas Perkeretaapian')
    await app.page.getByText('1 data beralih').waitFor()
    await look(app, 'sotk-pratinjau-pecah')
    await button('Simpan perubahan').click()
    await notice('Perubahan disimpan; 1 data beralih.').waitFor()
  })

  it('leaves the sums of then in the consolidation, and says what they are under the OPDs of now', async () => {
    for (const [code, name] of opds.slice(0, 2)) await makeForm(app, { code, name })
    const [health = '', family = ''] = ids
    const target = { id: null, code: '1.03', name: 'Dinas Kesehatan dan Keluarga', short: '', head: '' }
    const { seen } = await ask<{ seen: object }>(app, 'opd.register', {})
    const change = { kind: 'gabung', on: '2026-11-21', basis: '', from: [health, family], to: [target] }
    await ask(app, 'opd.sotk', { change, moves: [], seen })
    await app.page.getByRole('link', { name: 'Konsolidasi', exact: true }).click()
    await app.page.getByText(/^Menurut OPD sekarang: Dinas Kesehatan dan Keluarga Rp110.000.000/).waitFor()
    await look(app, 'sotk-konsolidasi')
  })
})
