import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from './harness.ts'
import { ask, look, openWorkspace } from './window.ts'

const names = [
  'Dinas Pendidikan dan Kebudayaan',
  'Dinas Kesehatan',
  'Dinas Pekerjaan Umum dan Penataan Ruang',
  'Dinas Pemberdayaan Masyarakat dan Desa, Pemberdayaan Perempuan dan Perlindungan Anak',
  'Dinas Komunikasi dan Informatika',
]

describe('the compliance matrix', () => {
  let app: Application
  const ids: string[] = []
  const make = async (type: string, values: object): Promise<string> =>
    (await ask<{ id: string }>(app, 'record.save', { type, id: null, seen: null, values })).id

  beforeAll(async () => {
    app = await openWorkspace()
    await app.page.getByRole('link', { name: 'Kepatuhan', exact: true }).click()
    await app.page.getByText('Belum ada OPD', { exact: true }).waitFor()
    await look(app, 'kepatuhan-kosong')
    for (let n = 0; n < 30; n += 1)
      ids.push(
        await make('opd', {
          code: `1.${String(n + 1).padStart(2, '0')}`,
          name: names[n] ?? `Badan Urusan ${n}`,
          active: true,
          leads: n === 4,
        }),
      )
    for (const [n, opd] of ids.slice(0, 12).entries()) {
      await make('website', {
        opd,
        address: `opd-${n}.prabumulih.go.id`,
        kind: 'situs',
        owner: 'opd',
        manager: opd,
        placement: 'sewa',
        country: n === 1 || n === 7 ? 'SG' : 'ID',
        legalForm: 'indonesia',
        proof: 'Kontrak 4/2026',
      })
      await make('application', {
        opd,
        name: `Aplikasi ${n}`,
        origin: 'daerah',
        since: '2020',
        docNeeds: 'ada',
        docDesign: n % 3 === 0 ? 'tidak' : 'ada',
        docTechnical: 'ada',
        docManual: 'ada',
        docSource: 'ada',
        licence: 'pemda',
        secured: 'memenuhi',
        copyright: n === 2 ? 'lain' : 'pemda',
      })
    }
  }, 120_000)
  afterAll(async () => {
    await app.stop()
  })
  const grid = () => app.page.getByRole('grid', { name: 'Kepatuhan' })
  const cell = (name: string) => grid().getByRole('button', { name })
  const panel = () => app.page.getByRole('article')

  it('shows every OPD against every duty, with what is known and what is not', async () => {
    await cell('Dinas Kesehatan, Hosting di Indonesia: Belum terpenuhi').waitFor()
    await cell('Dinas Pendidikan dan Kebudayaan, 5 dokumen aplikasi: Belum terpenuhi').waitFor({
      state: 'detached',
    })
    await app.page.getByText(/terpenuhi dari .* yang berlaku, .* belum ada data/).waitFor()
    await look(app, 'kepatuhan')
  })

  it('tells why, leads to the record, and follows when that is mended', async () => {
    await cell('Dinas Kesehatan, Hosting di Indonesia: Belum terpenuhi').click()
    await panel().getByText('server di luar negeri').waitFor()
    await panel().getByRole('link', { name: 'Pasal 12 ayat (4)' }).waitFor()
    await look(app, 'kepatuhan-dasar')
    await panel().getByRole('link', { name: 'opd-1.prabumulih.go.id' }).click()
    await app.page.getByRole('heading', { name: 'Situs dan media sosial', level: 1 }).waitFor()
    const form = app.page.getByRole('form', { name: 'opd-1.prabumulih.go.id' })
    await form.getByLabel('Negara server').click()
    await app.page.getByRole('option', { name: 'Indonesia' }).click()
    await look(app, 'kepatuhan-isian')
    await form.getByRole('button', { name: 'Simpan' }).click()
    await app.page.getByRole('status').filter({ hasText: 'disimpan' }).waitFor()
    await app.page.getByRole('tab', { name: 'Riwayat' }).click()
    await app.page
      .getByText(/Singapura/)
      .first()
      .waitFor()
    await app.page.getByRole('link', { name: 'Kepatuhan', exact: true }).click()
    await cell('Dinas Kesehatan, Hosting di Indonesia: Terpenuhi').waitFor()
  })

  it('is moved through by arrows, and Enter shows why', async () => {
    await cell('Dinas Pendidikan dan Kebudayaan, Mengacu rencana induk: Tidak dapat dinilai').focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'End', 'Home', 'ArrowRight'])
      await app.page.keyboard.press(key)
    expect(await app.page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Dinas Kesehatan, Kebutuhan TIK: Belum ada data',
    )
    await app.page.keyboard.press('Enter')
    await panel().getByRole('heading', { name: 'Kebutuhan TIK' }).waitFor()
    await app.page.keyboard.press('Escape')
    await panel().waitFor({ state: 'detached' })
  })

  it('is narrowed to OPDs that hold a state, and to a name', async () => {
    await app.page.getByRole('combobox', { name: 'Yang memuat keadaan' }).click()
    await app.page.getByRole('option', { name: 'Belum terpenuhi' }).click()
    await grid().getByRole('link', { name: 'Badan Urusan 20' }).waitFor({ state: 'detached' })
    await app.page.getByRole('searchbox', { name: 'Cari OPD' }).fill('umum')
    await app.page.getByText('Pekerjaan Umum').waitFor()
    expect(await grid().getByRole('rowheader').count()).toBe(1)
    await app.page.getByRole('searchbox', { name: 'Cari OPD' }).fill('')
  })

  it('has a page for each OPD, for each duty, and for the city', async () => {
    await grid()
      .getByRole('link', { name: names[2] ?? '' })
      .click()
    await app.page.getByRole('heading', { name: names[2] ?? '', level: 1 }).waitFor()
    await look(app, 'kepatuhan-opd')
    await app.page.getByRole('link', { name: 'Catat penilaian petugas' }).first().click()
    const form = app.page.getByRole('form', { name: 'Penilaian baru' })
    await form.waitFor()
    expect(await form.getByLabel('OPD').inputValue()).toBe(names[2])
    expect(await form.getByLabel('Kewajiban').inputValue()).toBe('PBM-6(3)')
    await app.page.goBack()
    await app.page.goBack()
    await grid().getByRole('link', { name: '5 dokumen aplikasi' }).click()
    await app.page.getByRole('heading', { name: '5 dokumen aplikasi', level: 1 }).waitFor()
    await look(app, 'kepatuhan-pasal')
    await app.page.getByRole('link', { name: 'Kepatuhan', exact: true }).first().click()
    await app.page.getByRole('link', { name: 'Kewajiban kota' }).click()
    await app.page.getByText('Keputusan Walikota', { exact: true }).first().waitFor()
    await look(app, 'kepatuhan-kota')
    await app.page.getByRole('link', { name: 'Jatuh tempo' }).click()
    await app.page.getByText('Tidak ada yang jatuh tempo').waitFor()
    const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
    await make('certificate', { opd: ids[1], serial: 'SN-77', expires: soon })
    await app.page.getByRole('link', { name: 'SN-77' }).waitFor()
    await look(app, 'jatuh-tempo')
  })
})
