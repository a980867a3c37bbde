import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openOfficerSlot, readSlots } from '../../electron/identity/slots.ts'
import { flipIn, foldLog, rootOf } from '../fixtures/damage.ts'
import { type Application, openApplication } from './harness.ts'
import { ask, look, officer, openWorkspace, password } from './window.ts'

let folder: string
let app: Application
const options = () => ({ workspace: path.join(folder, 'data'), settings: path.join(folder, 'setelan') })
const button = (name: string) => app.page.getByRole('button', { name })
const heading = (name: string) => app.page.getByRole('heading', { name })
const addOpd = (name: string) =>
  ask(app, 'record.save', {
    type: 'opd',
    id: null,
    values: { code: name, name: `Dinas ${name}` },
    seen: null,
  })

/** Flips one bit of the closed workspace, in the first page or in that of a table. */
const damage = async (table: string | null): Promise<void> => {
  const { workspace } = options()
  const slots = readSlots(workspace)
  const opened = slots === null ? null : await openOfficerSlot(slots, officer.nip, password)
  if (opened === null) throw new Error('the slot does not open')
  foldLog(workspace, opened.databaseKey)
  flipIn(workspace, table === null ? 1 : rootOf(workspace, opened.databaseKey, table))
}

const enter = async (): Promise<void> => {
  app = await openApplication(options())
  app.page.setDefaultTimeout(20_000)
  await app.page.getByLabel(/^NIP/).fill(officer.nip)
  await app.page.getByLabel('Kata sandi', { exact: true }).fill(password)
  await app.page.keyboard.press('Enter')
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'selaras-rusak-'))
  app = await openWorkspace(options())
  await addOpd('Kesehatan')
  await ask(app, 'backup.create', {})
  await addOpd('Pendidikan')
  await app.stop()
}, 120_000)
afterEach(() => app.stop())
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a damaged database', () => {
  it('is found by the check, is read on, and its tables are made anew from the log', async () => {
    await damage('sqlite_autoindex_priceStandard_1')
    await enter()
    await heading(`Selamat bekerja, ${officer.name}`).waitFor()
    await app.page.goto('https://selaras.localhost/pemeriksaan')
    await heading('Keutuhan berkas data').waitFor()
    await look(app, 'keutuhan-belum')
    await button('Periksa berkas data').click()
    await heading('Sebagian berkas data rusak').waitFor()
    await app.page.getByText(/Baru saja dibaca kembali dan utuh/).waitFor()
    await look(app, 'pemulihan-tabel')
    await button('Lihat data (hanya dibaca)').click()
    await app.page.getByRole('status').filter({ hasText: 'Berkas data rusak, hanya dapat dibaca.' }).waitFor()
    await app.page.goto('https://selaras.localhost/daftar/opd')
    await heading('Sebagian berkas data rusak').waitFor()
    await button('Lihat data (hanya dibaca)').click()
    await app.page.getByText('Dinas Pendidikan').first().waitFor()
    await expect(addOpd('Sosial')).rejects.toThrow('ReadOnly')
    await look(app, 'pemulihan-hanya-baca')
    await button('Buka pemulihan').click()
    await button('Susun ulang tabel').click()
    await app.page.getByText('Dinas Pendidikan').first().waitFor()
    await addOpd('Sosial')
    await app.page.goto('https://selaras.localhost/pemeriksaan')
    await app.page.getByText(/^Utuh\. Terakhir diperiksa/).waitFor()
    await look(app, 'keutuhan-utuh')
  }, 180_000)

  it('that does not open leads from the login to a restored workspace', async () => {
    await damage(null)
    await enter()
    await heading('Berkas data rusak').waitFor()
    await app.page.getByText(/1 halaman berkas data rusak/).waitFor()
    await app.page.getByText(/Baru saja dibaca kembali dan utuh/).waitFor()
    await look(app, 'pemulihan-terkunci')
    const taken = await app.download(() => button('Bawa berkas rusak').click())
    expect(taken.name).toMatch(/^Berkas rusak Selaras Kota Prabumulih .*\.zip$/)
    await button('Coba buka lagi').click()
    await app.page.getByText('Berkas data di komputer ini rusak.', { exact: false }).waitFor()
    await look(app, 'masuk-rusak')
    await app.page.getByLabel(/^NIP/).fill(officer.nip)
    await app.page.getByLabel('Kata sandi', { exact: true }).fill(password)
    await app.page.keyboard.press('Enter')
    await button('Pulihkan salinan ini').click()
    await app.page.getByLabel(/^NIP/).fill(officer.nip)
    await app.page.getByLabel('Kata sandi', { exact: true }).fill(password)
    await look(app, 'pemulihan-pulihkan')
    await button('Pulihkan').click()
    await heading('Masuk').waitFor()
    await app.page.getByLabel(/^NIP/).fill(officer.nip)
    await app.page.getByLabel('Kata sandi', { exact: true }).fill(password)
    await app.page.keyboard.press('Enter')
    await heading(`Selamat bekerja, ${officer.name}`).waitFor()
    const { rows } = await ask<{ rows: { title: string }[] }>(app, 'record.list', { type: 'opd' })
    expect(rows.map(({ title }) => title)).toEqual(['Dinas Kesehatan'])
    expect(existsSync(path.join(options().workspace, 'kerusakan.json'))).toBe(false)
  }, 180_000)
})
