import { mkdtemp, open, readdir, readFile, readlink, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildRenderer } from '../../build/renderer.ts'
import { clearTextUnder, shownIn } from '../fixtures/canary.ts'
import type { Application } from './harness.ts'
import { ask, openWorkspace } from './window.ts'

const here = import.meta.dirname
const root = path.join(here, '..', '..')
const renderer = path.join(root, 'dist', 'test', 'sealed')
const canary = 'KENARI-e21b90-tersegel'
const plain = 'KENARI-0c55fd-terbuka'
const other = { nip: '199001012015031001', first: 'sawah luas menguning emas', own: 'sungai jernih di hulu' }

type Row = { readonly id: string }
const list = (app: Application, type: string, filters = {}) =>
  ask<{ rows: readonly Row[] }>(app, 'record.list', { type, filters })

/** The shell and all that it started. */
const processesUnder = async (pid: number): Promise<number[]> => {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  const below = await Promise.all(children.split(' ').filter(Boolean).map(Number).map(processesUnder))
  return [pid, ...below.flat()]
}

/** Files on a disk that a process has open though they were deleted, with the text in clear. What lies in memory (/dev/shm, memfd) is no file. */
const deletedWith = async (pid: number, text: string): Promise<string[]> => {
  const names = await readdir(`/proc/${pid}/fd`).catch(() => [])
  const found = await Promise.all(
    names.map(async (name) => {
      const link = `/proc/${pid}/fd/${name}`
      const target = await readlink(link).catch(() => '')
      const onDisk =
        target.startsWith('/') && target.endsWith(' (deleted)') && !/^\/(dev\/shm|memfd:)/.test(target)
      return onDisk && shownIn(await readFile(link).catch(() => Buffer.alloc(0)), text) ? [target] : []
    }),
  )
  return found.flat()
}

describe.runIf(process.platform === 'linux')('a sealed record in the window', () => {
  let app: Application
  let folder: string
  let id: string

  beforeAll(async () => {
    await buildRenderer(path.join(here, 'app', 'sealed'), renderer)
    folder = await mkdtemp(path.join(tmpdir(), 'selaras-kenari-'))
    const composition = path.join(root, 'test', 'fixtures', 'sealed-composition.ts')
    app = await openWorkspace({
      parts: { root, core: path.join(root, 'electron', 'core.ts'), renderer },
      workspace: path.join(folder, 'data'),
      settings: path.join(folder, 'setelan'),
      env: { SELARAS_COMPOSITION: pathToFileURL(composition).href, TMPDIR: folder },
    })
    const [me] = (await list(app, 'officer')).rows
    await ask(app, 'record.save', {
      type: 'opd',
      id: null,
      seen: null,
      values: { code: '1.02', name: plain },
    })
    const values = { officers: [me?.id], subject: `Kasus ${canary}`, body: `Uraian ${canary}` }
    id = (await ask<Row>(app, 'record.save', { type: 'secretCase', id: null, seen: null, values })).id
    const grants = [{ role: 'admin', opd: null, from: null, until: null }]
    const { nip, first } = other
    await ask(app, 'officer.add', { nip, name: 'Budi', position: '', rank: '', password: first, grants })
  })
  afterAll(async () => {
    await app.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('is listed and opened for the officer whom it names; address and title of the window hold its id alone', async () => {
    await app.page.getByRole('link', { name: 'Berkas uji rahasia' }).click()
    await app.page.getByRole('grid').getByRole('row', { name: canary }).dblclick()
    await app.page.getByRole('textbox', { name: 'Uraian' }).waitFor()
    expect(await app.page.getByRole('textbox', { name: 'Uraian' }).inputValue()).toBe(`Uraian ${canary}`)
    expect(await app.page.title()).toContain(id)
    expect(await app.page.title()).not.toContain(canary)
    expect(app.page.url()).toContain(id)
    expect(app.page.url()).not.toContain('KENARI')
  })

  it('is found by nobody with Ctrl+K', async () => {
    const { found } = await ask<{ found: unknown[] }>(app, 'search.all', { text: canary })
    expect(found).toEqual([])
  })

  it('lies with what is typed into it in no file of the machine in clear: data, settings, temporary files, profile of the browser', async () => {
    await app.page.getByRole('textbox', { name: 'Uraian' }).fill(`ketikan ${canary}`)
    await ask(app, 'backup.create', {})
    const profiles = (await readdir(folder)).filter((name) => name.startsWith('selaras-jendela-'))
    expect(profiles).toHaveLength(1)
    expect(await readdir(path.join(folder, 'data'))).toContain('selaras.db-wal')
    expect(clearTextUnder(folder, canary, plain)).toEqual([])
    const processes = await processesUnder(app.shell.pid ?? 0)
    expect(processes.length).toBeGreaterThan(3)
    for (const text of [canary, plain])
      expect((await Promise.all(processes.map((pid) => deletedWith(pid, text)))).flat()).toEqual([])
  })

  it('would be found in a file that was deleted while it is open', async () => {
    const file = path.join(folder, 'sementara')
    await writeFile(file, `x ${canary}`)
    const held = await open(file)
    await unlink(file)
    expect(await deletedWith(process.pid, canary)).toEqual([`${file} (deleted)`])
    await held.close()
  })

  it('is gone from the page at the lock, and for the officer who comes next', async () => {
    const words = () => app.page.locator('body').innerText()
    await ask(app, 'session.logout', {})
    await app.page.getByLabel('Kata sandi').first().waitFor()
    expect(await app.page.content()).not.toContain(canary)
    await ask(app, 'session.login', { nip: other.nip, password: other.first })
    await ask(app, 'session.changePassword', { current: other.first, next: other.own })
    expect((await list(app, 'secretCase')).rows).toEqual([])
    await app.page.reload()
    await app.page.getByText('Belum ada berkas uji rahasia').waitFor()
    expect(await words()).not.toContain(canary)
  })
})
