import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildParts } from '../../../build/build.ts'
import { compileCache } from '../../fixtures/compile-cache.ts'
import { temporaryFolder } from '../../fixtures/store.ts'

const cli = fileURLToPath(new URL('../../../dist/electron/cli.js', import.meta.url))
const samples = fileURLToPath(new URL('../../../resources/samples/', import.meta.url))
const folder = temporaryFolder()
beforeAll(() => buildParts(['electron']))
afterAll(() => folder.remove())

const nip = '198501012010011001'
const password = 'lumbung padi di kaki bukit'
const data = join(folder.path, 'data')
type Ran = { readonly status: number | null; readonly out: string; readonly err: string }

/** Runs the command line as an officer's terminal would, the password from the environment, without a keyboard. */
const run = (words: readonly string[], env: Record<string, string> = {}): Ran => {
  const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...words], {
    cwd: folder.path,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder.path,
      NODE_COMPILE_CACHE: compileCache,
      SELARAS_WORKSPACE: data,
      SELARAS_OFFICER: nip,
      SELARAS_PASSWORD: password,
      ...env,
    },
  })
  return { status: done.status, out: done.stdout, err: done.stderr }
}

// biome-ignore lint/suspicious/noExplicitAny: documents of every command
type Document = any
/** With --json: exactly one JSON document on standard output and nothing else, nothing on standard error. */
const json = (
  words: readonly string[],
  env: Record<string, string> = {},
): { readonly status: number | null; readonly document: Document } => {
  const { status, out, err } = run([...words, '--json'], env)
  expect([words, err]).toEqual([words, ''])
  return { status, document: JSON.parse(out) as Document }
}
const sample = (name: string): string => join(samples, name)

describe('the command line', () => {
  it('makes a workspace once', () => {
    const words = [
      'workspace',
      'create',
      '--regulation',
      'prabumulih',
      '--city',
      'Kota Contoh',
      '--name',
      'Siti Rahma',
    ]
    const made = json(words)
    expect(made).toMatchObject({
      status: 0,
      document: { workspace: data, officer: nip, regulation: 'prabumulih' },
    })
    const { officers } = JSON.parse(readFileSync(join(data, 'slots.json'), 'utf8'))
    expect(officers[0].seed).toMatchObject({ memoryKiB: 64 * 1024, passes: 3, lanes: 4 })
    expect(made.document.recoveryCode).toMatch(/^([A-Z2-9]{4}-){7}[A-Z2-9]{4}$/)
    expect(json(words)).toMatchObject({ status: 1, document: { type: 'WorkspaceExists' } })
  })

  it('reads the form of the Penjelasan from Word and from Excel without writing, in the shape that is agreed', () => {
    const words = [
      'budget',
      'import',
      sample('penjelasan-pasal-6-ayat-4.docx'),
      sample('penjelasan-pasal-6-ayat-4.xlsx'),
      '--dry-run',
    ]
    const { status, document } = json(words, {
      SELARAS_WORKSPACE: join(folder.path, 'tidak-ada'),
      SELARAS_PASSWORD: '',
    })
    expect(status).toBe(0)
    expect(Object.keys(document).sort()).toEqual(['bySource', 'files', 'total'])
    expect(document.files.map(({ file }: Document) => file)).toEqual([
      'penjelasan-pasal-6-ayat-4.docx',
      'penjelasan-pasal-6-ayat-4.xlsx',
    ])
    for (const file of document.files) {
      expect(Object.keys(file)).toEqual(expect.arrayContaining(['file', 'outputs', 'doubts', 'leftOut']))
      expect(file.outputs.reduce((sum: number, { total }: Document) => sum + total, 0)).toBe(186_000_000)
      const rows = file.outputs.flatMap(({ rows }: Document) => rows)
      expect(rows).toHaveLength(17)
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(
          expect.arrayContaining([
            'row',
            'subOutput',
            'stage',
            'method',
            'implementer',
            'duration',
            'resources',
            'amount',
          ]),
        )
        expect(Object.keys(row.resources).sort()).toEqual(['asPrinted', 'funding', 'other'])
      }
      for (const doubt of file.doubts)
        expect(Object.keys(doubt)).toEqual(expect.arrayContaining(['row', 'column', 'found', 'message']))
    }
    expect(document.bySource).toEqual([{ source: 'APBD', amount: 372_000_000 }])
    expect(existsSync(join(folder.path, 'tidak-ada', 'selaras.db'))).toBe(false)
  })

  it('names a file that cannot be read and goes on with the others', () => {
    writeFileSync(join(folder.path, 'gambar.docx'), Buffer.from('ffd8ffe000104a464946', 'hex'))
    const { status, document } = json([
      'budget',
      'import',
      join(folder.path, 'gambar.docx'),
      sample('penjelasan-pasal-6-ayat-4.xlsx'),
      '--dry-run',
    ])
    expect(status).toBe(1)
    expect(document.files[0]).toMatchObject({
      file: 'gambar.docx',
      error: { type: expect.any(String), message: expect.any(String) },
    })
    expect(document.total).toBe(186_000_000)
    expect(json(['budget', 'import', 'tidak-ada.xlsx', '--dry-run'])).toMatchObject({
      status: 1,
      document: { type: 'FileNotRead', file: 'tidak-ada.xlsx' },
    })
  })

  let commit: string
  it('imports for an OPD that is not known yet, consolidates, exports, finds, undoes', () => {
    const imported = json([
      'budget',
      'import',
      sample('penjelasan-pasal-6-ayat-4.xlsx'),
      '--opd',
      '2.16',
      '--opd-name',
      'Diskominfo',
      '--year',
      '2027',
    ])
    expect(imported).toMatchObject({
      status: 0,
      document: { opd: '2.16', opdAdded: true, rows: 17, total: 186_000_000, version: 1 },
    })
    commit = imported.document.commit
    const xlsx = join(folder.path, 'konsolidasi.xlsx')
    const consolidated = json(['budget', 'consolidate', '--year', '2027', '--xlsx', xlsx])
    expect(consolidated).toMatchObject({
      status: 0,
      document: {
        all: { forms: 1, rows: 17, total: 186_000_000 },
        exports: [{ format: 'xlsx', file: xlsx }],
      },
    })
    expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK')
    const pdf = ['--pdf', join(folder.path, 'konsolidasi.pdf')]
    expect(json(['budget', 'consolidate', '--year', '2027', ...pdf]).status).toBe(0)
    expect(json(['search', 'Pengembangan', 'SIM']).document.found.length).toBeGreaterThan(0)
    expect(json(['undo', commit])).toMatchObject({ status: 0 })
    expect(json(['undo', commit])).toMatchObject({ status: 1, document: { type: 'ChangedLater' } })
    expect(json(['undo', 'aaaaaaaaaa.99'])).toMatchObject({ status: 1, document: { type: 'CommitNotFound' } })
  })

  it('verifies and rebuilds the log, makes a backup and restores it', () => {
    expect(json(['audit', 'verify'])).toMatchObject({ status: 0, document: { faults: [] } })
    expect(json(['audit', 'rebuild'])).toMatchObject({ status: 0, document: { equal: true } })
    const file = join(folder.path, 'simpan.salinan')
    expect(json(['backup', 'create', file])).toMatchObject({ status: 0, document: { file, verified: true } })
    const elsewhere = { SELARAS_WORKSPACE: join(folder.path, 'lain') }
    expect(json(['backup', 'restore', file], elsewhere)).toMatchObject({
      status: 0,
      document: { city: 'Kota Contoh' },
    })
    expect(json(['audit', 'verify'], elsewhere)).toMatchObject({ status: 0, document: { faults: [] } })
    const over = (env: Record<string, string>) => json(['backup', 'restore', file], { ...elsewhere, ...env })
    expect(over({ SELARAS_PASSWORD: 'bukan kata sandi saya' })).toMatchObject({
      status: 1,
      document: { type: 'WrongLogin' },
    })
    expect(over({ SELARAS_BACKUP_PASSWORD: 'bukan kata sandi saya' })).toMatchObject({
      status: 1,
      document: { type: 'WrongLogin', message: expect.stringContaining('saat salinan dibuat') },
    })
    expect(json(['backup', 'restore', sample('penjelasan-pasal-6-ayat-4.xlsx')], elsewhere)).toMatchObject({
      status: 1,
      document: { type: 'DamagedBackup' },
    })
    expect(readdirSync(join(folder.path, 'lain')).filter((name) => name.startsWith('sebelum'))).toEqual([])
  })

  it('exports the log for the stand-alone verifier, and holds the log against a head from a print', () => {
    const file = join(folder.path, 'kota.catatan')
    const { status, document } = json(['audit', 'export', file])
    expect([status, document.file, document.head]).toEqual([0, file, expect.stringMatching(/^\w{10}\.\d+:/)])
    const checked = (head: string) =>
      spawnSync(process.execPath, [document.verifier, file, '--head', head], { encoding: 'utf8' })
    expect(checked(document.head)).toMatchObject({ status: 0, stdout: expect.stringContaining('UTUH') })
    const other = document.head.replace(/:.{8}/, ':00000000')
    expect(checked(other)).toMatchObject({ status: 1, stdout: expect.stringContaining('BERBEDA') })
    expect(json(['audit', 'verify', '--head', document.head])).toMatchObject({
      status: 0,
      document: { against: { found: 'same' } },
    })
    const differs = run(['audit', 'verify', '--head', other])
    expect([differs.status, differs.out]).toEqual([1, expect.stringContaining('BUKAN yang tercetak')])
    expect(json(['audit', 'verify', '--head', 'x']).status).toBe(2)
    expect(json(['audit', 'export']).status).toBe(2)
    const pdf = join(folder.path, 'konsolidasi.pdf')
    const printed = run(['audit', 'verify', '--against', pdf])
    expect(printed).toMatchObject({ status: 0, err: '' })
    expect(printed.out).toMatch(/masih ada di sini, persis seperti yang tercetak\.\nTanda tangan PDF itu: /)
  }, 60_000)

  it('takes another computer in, which joins with the file, and takes it out again', () => {
    const laptop = { SELARAS_WORKSPACE: join(folder.path, 'laptop') }
    const [asked, welcome] = [join(folder.path, 'permohonan.txt'), join(folder.path, 'sambutan.selaras')]
    const request = json(['device', 'request', asked, '--name', 'Laptop'], laptop).document
    const enrolled = json(['device', 'enrol', asked, '--out', welcome]).document
    expect(enrolled).toMatchObject({ name: 'Laptop', fingerprint: request.fingerprint, file: welcome })
    expect(
      json(['device', 'join', welcome], { ...laptop, SELARAS_PASSWORD: 'bukan kata sandi saya' }),
    ).toMatchObject({
      status: 1,
      document: { type: 'WrongLogin' },
    })
    expect(json(['device', 'join', welcome], laptop)).toMatchObject({
      status: 0,
      document: { device: request.device, workspaceCode: enrolled.workspaceCode },
    })
    expect(json(['audit', 'verify'], laptop).status).toBe(0)
    expect(run(['device', 'list'], laptop).out).toContain('Laptop (komputer ini)')
    expect(json(['device', 'revoke', request.device]).status).toBe(0)
    expect(run(['device', 'list']).out).toContain('dicabut setelah catatan 0')
    expect(json(['device', 'revoke']).status).toBe(2)
  }, 60_000)

  it('says of a PDF what it is, and refuses what is none', () => {
    copyFileSync(sample('penjelasan-pasal-6-ayat-4.xlsx'), join(folder.path, 'bukan.pdf'))
    expect(json(['verify', join(folder.path, 'bukan.pdf')])).toMatchObject({
      status: 1,
      document: { verdict: 'unreadable' },
    })
    expect(json(['verify', 'tidak-ada.pdf'])).toMatchObject({ status: 1, document: { type: 'FileNotRead' } })
  })

  it.each([
    [['audit', 'verify'], { SELARAS_PASSWORD: 'bukan kata sandi saya' }, 'WrongLogin'],
    [['audit', 'verify'], { SELARAS_PASSWORD: '' }, 'PasswordMissing'],
    [['audit', 'verify'], { SELARAS_OFFICER: '199912312020012009' }, 'WrongLogin'],
    [['search', 'x'], { SELARAS_WORKSPACE: '/proc/self/tidak-ada' }, 'NoWorkspace'],
  ])('%s with %o is refused with one document', (words, env, type) => {
    expect(json(words, env as Record<string, string>)).toMatchObject({
      status: 1,
      document: { type, message: expect.any(String) },
    })
  })

  it.each([
    [[]],
    [['budget', 'consolidate', '--year', '27']],
    [['undo']],
    [['workspace', 'create', '--regulation', 'jakarta', '--city', 'X', '--name', 'Y']],
    [['budget', 'import', 'x.csv', '--warna', 'biru']],
  ])('%s is a wrong use: exit 2 and one document', (words) => {
    expect(json(words)).toMatchObject({ status: 2, document: { type: 'Usage', message: expect.any(String) } })
  })

  it('speaks in lines without --json, errors on the other stream', () => {
    const verified = run(['audit', 'verify'])
    expect([verified.status, verified.err]).toEqual([0, ''])
    expect(verified.out).toContain('utuh')
    const refused = run(['audit', 'verify'], { SELARAS_PASSWORD: 'bukan kata sandi saya' })
    expect(refused).toMatchObject({ status: 1, out: '' })
    expect(refused.err).toContain('NIP atau kata sandi tidak cocok')
    expect(run(['--help'])).toMatchObject({ status: 0, err: '' })
    expect(run(['tidak-ada']).status).toBe(2)
  })

  it('leaves the password in no file of the workspace', () => {
    for (const name of readdirSync(data, { recursive: true, encoding: 'utf8' })) {
      const path = join(data, name)
      if (name !== 'blobs' && name !== 'salinan' && !path.endsWith('blobs'))
        expect(readFileSync(path).includes(password), name).toBe(false)
    }
  })
})
