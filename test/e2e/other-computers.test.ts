import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../fixtures/store.ts'
import { makeForm } from './forms.ts'
import type { Application } from './harness.ts'
import { type OtherComputer, type OtherComputers, otherComputers } from './otherComputers.ts'
import { look, openWorkspace } from './window.ts'

const opd = {
  code: '1.05.01',
  name: 'Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan Keluarga Berencana',
}

describe('what other computers brought', { timeout: 180_000 }, () => {
  let app: Application
  let computers: OtherComputers
  let laptop: OtherComputer
  let form: string
  beforeAll(async () => {
    app = await openWorkspace()
    form = await makeForm(app, opd)
    computers = await otherComputers(app.workspace)
    laptop = computers.join('Laptop lapangan 3', 'Budi Santoso, S.T.', 'verifikator')
  }, 180_000)
  afterAll(async () => {
    computers.close()
    await app.stop()
  })
  const rows = () => computers.main.reader.where('budgetRow', { form })
  const money = (million: number) => ({
    resources: `APBD : ${million} Juta`,
    usulanAmount: million * 1_000_000,
    usulanSource: 'APBD',
    usulanFunding: [{ source: 'APBD', amount: million * 1_000_000 }],
  })
  const here = (id: string, values: Record<string, unknown>, reason: string) =>
    must(computers.main.commit(computers.admin, reason, (tx) => tx.update('budgetRow', id, values)))
  const there = (id: string, values: Record<string, unknown>, reason: string) =>
    must(laptop.store.commit(laptop.actor, reason, (tx) => tx.update('budgetRow', id, values)))
  const exchange = () => {
    computers.give(computers.main, laptop.store)
    computers.give(laptop.store, computers.main)
  }
  const link = (name: string | RegExp) => app.page.getByRole('link', { name })
  const button = (name: string | RegExp) => app.page.getByRole('button', { name })
  const tab = (name: RegExp) => app.page.getByRole('tab', { name })

  it('says that there is nothing, and what would stand there', async () => {
    await link('Dari komputer lain').click()
    await app.page.getByText('Tidak ada isian yang berbeda').waitFor()
    await look(app, 'komputer-lain-kosong')
    await tab(/Ditahan/).click()
    await app.page.getByText('Tidak ada catatan yang ditahan').waitFor()
    await look(app, 'komputer-lain-ditahan-kosong')
  })

  it('shows two amounts side by side, with who wrote them, and one is chosen with its reason', async () => {
    const [row] = rows()
    const id = row?.id ?? ''
    exchange()
    here(id, money(60), 'Koreksi menurut surat OPD tanggal 18 November 2026')
    there(id, money(45), 'Hasil pembahasan di lapangan')
    exchange()
    await app.page.reload()
    await link(/Dari komputer lain 1 menunggu/).click()
    await app.page.getByRole('grid').getByText('45.000.000 – 60.000.000').waitFor()
    await look(app, 'isian-berbeda-satu')
    await app.page.keyboard.press('ArrowDown')
    await app.page.getByRole('grid').getByText('Baris anggaran').click()
    const form = app.page.getByRole('form', { name: /Jumlah usulan/ })
    await form.getByText('Budi Santoso, S.T., sebagai Verifikator').waitFor()
    await form.getByText('Yang disepakati sebelumnya').waitFor()
    await look(app, 'isian-berbeda-rincian')
    expect(await form.getByRole('button', { name: 'Pakai isian ini' }).isDisabled()).toBe(true)
    await form.getByRole('radio', { name: /60 Juta/ }).click()
    await form.getByRole('textbox', { name: 'Alasan' }).fill('Mengikuti surat OPD, bukan catatan lapangan')
    await look(app, 'isian-berbeda-dipilih')
    await form.getByRole('button', { name: 'Pakai isian ini' }).click()
    await app.page.getByText('Isian ini sudah diputuskan').waitFor()
    await link(/Dari komputer lain$/).waitFor()
    expect(computers.main.reader.find('budgetRow', id)?.usulanAmount).toBe(60_000_000)
    exchange()
    expect(laptop.store.reader.find('budgetRow', id)?.usulanAmount).toBe(60_000_000)
  })

  it('marks what waits where it stands: at Beranda, in the form, its cell, the list of forms and the consolidation', async () => {
    const [row, other] = rows()
    exchange()
    here(row?.id ?? '', money(61), 'Koreksi kedua')
    there(row?.id ?? '', money(47), 'Dari lapangan')
    here(other?.id ?? '', { method: 'Laravel' }, 'Metode menurut OPD')
    there(other?.id ?? '', { method: 'Django' }, 'Metode menurut vendor')
    exchange()
    await app.page.reload()
    const line = link(/^2 data diisi berbeda di beberapa komputer, menunggu keputusan/)
    await link('Beranda').click()
    await line.waitFor()
    await look(app, 'beranda-isian-berbeda')
    await line.click()
    await app.page.getByRole('tab', { name: /^Isian berbeda/ }).waitFor()
    await link('Anggaran TIK').click()
    const words = '2 baris, Rp47.000.000 dari jumlah ini, isiannya berbeda dan menunggu keputusan'
    await app.page.getByText(words).first().waitFor()
    await look(app, 'anggaran-isian-berbeda')
    await app.page.getByRole('grid').getByText(opd.name).click()
    await app.page.getByText(words).waitFor()
    await app.page.locator('[data-mark="disputed"]').first().waitFor()
    const cell = app.page.locator('[data-mark="disputed"][data-kind="money"]').first()
    await cell.click()
    await app.page
      .getByText(/Diisi berbeda di komputer lain; menunggu keputusan/)
      .first()
      .waitFor()
    await look(app, 'formulir-isian-berbeda')
    await button('Rekomendasikan').click()
    const dialog = app.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Rekomendasikan' }).click()
    await dialog.getByText(/Masih ada isian berbeda yang menunggu keputusan: 2 baris, Rp47.000.000/).waitFor()
    await look(app, 'formulir-rekomendasi-menunggu')
    await dialog.getByRole('link', { name: 'Putuskan isian berbeda' }).waitFor()
    await dialog.getByRole('button', { name: 'Batal' }).click()
    await link('Konsolidasi').click()
    await app.page.getByText(words).waitFor()
    await app.page.getByRole('tab', { name: /Perlu perhatian|perhatian/i }).click()
    await app.page.getByText('Isian berbeda, menunggu keputusan').waitFor()
    await look(app, 'konsolidasi-isian-berbeda')
    await link('Anggaran TIK').click()
    await app.page.getByRole('grid').getByText(opd.name).click()
    await app.page.locator('[data-mark="disputed"][data-kind="money"]').first().click()
    await link('Putuskan isian berbeda').click()
    await app.page.getByRole('form', { name: /Jumlah usulan/ }).waitFor()
  })

  it('marks a field of a record and leads from there to the decision', async () => {
    const [own] = computers.main.reader.where('opd', { code: opd.code })
    const id = own?.id ?? ''
    const planner = computers.join('Laptop Bappeda', 'Dewi Lestari', 'perencana')
    must(
      computers.main.commit(computers.admin, 'Pimpinan baru', (tx) =>
        tx.update('opd', id, { head: 'dr. Ratna Dewi' }),
      ),
    )
    must(
      planner.store.commit(planner.actor, 'Pimpinan menurut SK', (tx) =>
        tx.update('opd', id, { head: 'Drs. Amir' }),
      ),
    )
    computers.give(planner.store, computers.main)
    await app.page.reload()
    await link('Perangkat daerah (OPD)').click()
    await app.page.getByRole('grid').getByText(opd.name).click()
    await app.page.getByText('Isian berbeda menunggu keputusan').waitFor()
    await look(app, 'opd-isian-berbeda')
    await link('Putuskan isian berbeda: Pimpinan').click()
    await app.page.getByRole('form', { name: 'Pimpinan' }).waitFor()
  })

  it('shows what is held, why, and lets an admin accept what waits for its clock alone', async () => {
    const day = 24 * 60 * 60 * 1000
    const fast = computers.join('Tablet monev 1', 'Rina Marlina', 'perencana')
    const lost = computers.join('Laptop Dinas Pendidikan', 'Agus Salim', 'perencana')
    fast.ahead = 2 * day
    const say = (one: OtherComputer, code: string, reason: string) =>
      must(one.store.commit(one.actor, reason, (tx) => tx.create('opd', { code, name: `Dinas ${code}` })))
    for (const code of ['7.1', '7.2', '7.3']) say(fast, code, `Tambah OPD ${code} dari lapangan`)
    for (const code of ['8.1', '8.2']) say(lost, code, `Tambah OPD ${code}`)
    computers.give(fast.store, computers.main)
    computers.give(lost.store, computers.main, (all) => all.slice(1))
    computers.give(lost.store, computers.main, ([one]) =>
      one === undefined ? [] : [{ ...one, officerSignature: one.deviceSignature }],
    )
    await app.page.reload()
    await link(/Dari komputer lain \d+ menunggu/).click()
    await tab(/Ditahan, belum diterima \(5\)/).click()
    await app.page.getByText(/kunci yang belum dikenal di sini sebagai milik Agus Salim/).waitFor()
    await look(app, 'komputer-lain-ditahan')
    const { name } = await app.download(() => button('Simpan sebagai berkas: Tambah OPD 8.1').click())
    expect(name).toMatch(/^catatan-ditahan-.*\.bin$/)
    await button('Terima catatan: Tambah OPD 7.1 dari lapangan').click()
    await app.page.getByText('1 catatan diterima, 1 sudah dipakai.').waitFor()
    await button('Terima bersama 1 berikutnya').click()
    await app.page.getByText('2 catatan diterima, 2 sudah dipakai.').waitFor()
    expect(computers.main.reader.where('opd', { code: '7.3' })).toHaveLength(1)
  })

  it('stays quick to look through with two hundred of them', async () => {
    const lines = Array.from(
      { length: 200 },
      (_unused, at) =>
        `SIM Layanan\tAplikasi\tTahap ${at + 1}\tReact\tVendor\t1 Bulan\tAPBD : ${at + 1} Juta`,
    )
    const big = await makeForm(app, { code: '2.16.01', name: 'Dinas Komunikasi dan Informatika' }, lines)
    exchange()
    const ids = computers.main.reader.where('budgetRow', { form: big }).map(({ id }) => id)
    for (const [store, actor, more] of [
      [computers.main, computers.admin, 100],
      [laptop.store, laptop.actor, 300],
    ] as const)
      must(
        store.commit(actor, 'Sesuaikan semua baris', (tx) => {
          for (const [at, id] of ids.entries()) tx.update('budgetRow', id, money(at + more))
        }),
      )
    exchange()
    await app.page.reload()
    await link(/Dari komputer lain 2\d\d menunggu/).click()
    await app.page
      .getByRole('grid')
      .getByText(/ – [34]\d\d.000.000/)
      .first()
      .waitFor()
    await look(app, 'isian-berbeda-banyak')
    await app.page.getByRole('searchbox').fill('Tahap 77')
    await app.page.getByRole('grid').getByText('SIM Layanan · Aplikasi · Tahap 77').click()
    await app.page.getByRole('form', { name: /Jumlah usulan/ }).waitFor()
    await look(app, 'isian-berbeda-banyak-rincian')
  })
})
