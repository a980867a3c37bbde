import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Application, openApplication } from './harness.ts'
import { ask, look, officer, openWorkspace, password } from './window.ts'

let folder: string
const place = (name: string): string => path.join(folder, name)
const options = () => ({ workspace: place('data'), settings: place('setelan') })
const addOpd = (app: Application, name: string) =>
  ask(app, 'record.save', {
    type: 'opd',
    id: null,
    values: { code: name, name: `Dinas ${name}` },
    seen: null,
  })

/** A workspace whose last commits are gone: the folder of an hour ago lies there again. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'selaras-jangkar-'))
  const first = await openWorkspace(options())
  await addOpd(first, 'Kesehatan')
  await first.stop()
  await cp(place('data'), place('lama'), { recursive: true })
  const second = await openApplication(options())
  await ask(second, 'session.login', { nip: officer.nip, password })
  await addOpd(second, 'Pendidikan')
  await second.stop()
  await rm(place('data'), { recursive: true })
  await cp(place('lama'), place('data'), { recursive: true })
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test('data that lost its last commits says so on every page, is only read, and goes on as a new computer', async () => {
  const app = await openApplication(options())
  const { page } = app
  page.setDefaultTimeout(12_000)
  await ask(app, 'session.login', { nip: officer.nip, password })
  await page.reload()
  const line = page.getByRole('status').filter({ hasText: 'Data ini hanya dapat dibaca' })
  await line.waitFor()
  await page.goto('https://selaras.localhost/daftar/opd')
  await page.getByText('Dinas Kesehatan').first().waitFor()
  await expect(addOpd(app, 'Sosial')).rejects.toThrow('BehindAnchor')
  expect(await page.getByRole('button', { name: /^Tambah/ }).count(), 'no change is offered').toBe(0)
  await page.getByText('Dinas Kesehatan').first().click()
  await page.getByText('Data sedang hanya dapat dibaca; sebabnya tertulis di atas halaman ini.').waitFor()
  await look(app, 'hanya-baca-daftar')
  await line.getByRole('link').click()
  await page.getByRole('heading', { name: 'Catatan terakhir menurut komputer ini' }).waitFor()
  await look(app, 'hanya-baca-pemeriksaan')
  await page.getByRole('button', { name: 'Lanjutkan sebagai komputer baru' }).click()
  await page.getByLabel('Kata sandi Anda', { exact: true }).fill(password)
  await look(app, 'hanya-baca-lanjut')
  await page.getByRole('dialog').getByRole('button', { name: 'Lanjutkan sebagai komputer baru' }).click()
  await page.getByText(/^Lengkap: catatan terakhir/).waitFor()
  await line.waitFor({ state: 'detached' })
  await look(app, 'jangkar-lengkap')
  await addOpd(app, 'Sosial')
  await app.stop()
}, 120_000)
