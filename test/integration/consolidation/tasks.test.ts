import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listLog } from '../../../electron/audit/log-list.ts'
import { budgetFeature } from '../../../electron/budget/index.ts'
import { consolidationFeature } from '../../../electron/consolidation/index.ts'
import { checkOutput, decodeAnswer } from '../../../electron/core/contracted.ts'
import { documentFeature } from '../../../electron/document/index.ts'
import type { Feature, Handler, TaskContext } from '../../../electron/feature.ts'
import { makeJobRunner } from '../../../electron/jobs/run-job.ts'
import { spawnNode } from '../../../electron/jobs/spawn-node.ts'
import { makeDemoCertificate } from '../../../electron/signature/demo-certificate.ts'
import { decodeHeader } from '../../../shared/commit/header.ts'
import { budgetAccept, budgetPreview } from '../../../shared/contract/budget.ts'
import type { AnyCall, InputOf, OutputOf } from '../../../shared/contract/call.ts'
import { consolidationExport } from '../../../shared/contract/consolidation.ts'
import { certificateOpen, documentVerify } from '../../../shared/contract/document.ts'
import type { Result } from '../../../shared/contract/result.ts'
import { acceptedOutputs } from '../../../shared/rules/budget/accepted.ts'
import type { ParsedFile } from '../../../shared/rules/budget/parsed.ts'
import { must, openCity, type TestCity } from '../../fixtures/city.ts'

const features: readonly Feature[] = [budgetFeature, consolidationFeature, documentFeature]
const handlers = features.flatMap((feature) => feature.handlers)
const named = (name: string): Handler =>
  handlers.find((one) => (one.kind === 'internal' ? one.name : one.call.name) === name) as Handler
const password = 'rahasia-sekali-9731'
const lastEntry = {
  before: null,
  limit: 1,
  search: '',
  officer: null,
  record: null,
  from: null,
  until: null,
}

let city: TestCity
let pkcs12: Uint8Array<ArrayBuffer>
const offered = new Map<string, Uint8Array>()
const said: unknown[] = []

/** The core without threads: every call goes through its contract, both ways. */
const call = async <C extends AnyCall>(asked: C, input: InputOf<C>): Promise<Result<OutputOf<C>>> => {
  const handler = named(asked.name)
  const parsed = asked.input.parse(input)
  const context = handler.kind === 'query' ? city.query : handler.kind === 'task' ? task : city.command
  const result = await (
    handler.run as (context: unknown, input: unknown) => Result<unknown> | Promise<Result<unknown>>
  )(context, parsed)
  said.push(result)
  return decodeAnswer(checkOutput(asked, result)) as Result<OutputOf<C>>
}

let task: TaskContext
beforeAll(async () => {
  city = openCity()
  task = {
    session: city.query.session,
    now: city.query.now,
    progress: (...step) => said.push(step),
    signal: new AbortController().signal,
    jobs: makeJobRunner(spawnNode(new URL('../../../electron/', import.meta.url))),
    downloads: {
      offer: (name, _type, bytes) => {
        offered.set(name, bytes)
        return { token: name, name, size: bytes.length }
      },
    },
    staging: city.staging,
    stage: async (value) => city.staging.put(value),
    ask: (asked, input) => call(asked, input) as never,
    write: async (name, input) =>
      (named(name).run as (context: unknown, input: unknown) => Result<never>)(city.command, input),
  }
  must(
    city.store.commit(city.command.actor, 'profil', (tx) =>
      tx.create('workspace', {
        city: 'Kota Prabumulih',
        regulation: 'prabumulih',
        agency: 'Dinas Komunikasi dan Informatika',
      }),
    ),
  )
  const made = await makeDemoCertificate({
    name: 'Siti Rahma',
    organization: 'Pemerintah Kota Prabumulih',
    password,
    validFrom: new Date('2026-01-01'),
    validTo: new Date('2028-01-01'),
    bits: 2048,
  })
  pkcs12 = new Uint8Array(made.pkcs12)
}, 120_000)
afterAll(() => city.close())

const upload = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(new URL(`../../../resources/samples/${name}`, import.meta.url))),
})
const outputsOf = (file: unknown) =>
  acceptedOutputs([file as ParsedFile]) as unknown as InputOf<typeof budgetAccept>['outputs']

describe('from files to a signed document', () => {
  it('previews Word and Excel, accepts each for its OPD and keeps the files with the right form', async () => {
    const names = ['penjelasan-pasal-6-ayat-4.docx', 'satpol-pp.docx']
    const { token, parsed } = must(await call(budgetPreview, { files: names.map(upload) }))
    const totals: number[] = []
    for (const [at, code] of ['2.08.01', '1.05.01'].entries()) {
      const accepted = must(
        await call(budgetAccept, {
          token,
          opd: { id: null, code, name: `OPD ${code}` },
          year: 2027,
          received: '2026-11-02',
          mode: 'version',
          outputs: outputsOf(parsed.files[at]),
        }),
      )
      totals.push(accepted.total)
      expect(city.store.reader.where('attachment', { owner: accepted.form }).map(({ name }) => name)).toEqual(
        [names[at]],
      )
    }
    expect(totals).toEqual([186_000_000, 282_900_000])
  }, 60_000)

  it('refuses an acceptance whose amounts do not agree, and one whose preview is gone', async () => {
    const { token, parsed } = must(
      await call(budgetPreview, {
        files: [],
        paste: {
          html: '',
          text: readFileSync(
            new URL('../../../resources/samples/dpmptsp-tempel.txt', import.meta.url),
            'utf8',
          ),
        },
      }),
    )
    const outputs = outputsOf(parsed.files[0])
    const input = {
      token,
      opd: { id: null, code: '2.18.01', name: '' },
      year: 2027,
      received: '2026-11-02',
      mode: 'version' as const,
    }
    const wrong = outputs.map((output) => ({
      ...output,
      rows: output.rows.map((row, at) => (at === 0 ? { ...row, amount: 1 } : row)),
    }))
    expect(await call(budgetAccept, { ...input, outputs: wrong })).toMatchObject({
      ok: false,
      error: { type: 'AmountsDiffer', row: 1 },
    })
    expect(await call(budgetAccept, { ...input, token: 'x', outputs })).toMatchObject({
      ok: false,
      error: { type: 'PreviewGone' },
    })
    expect(await call(budgetAccept, { ...input, outputs })).toMatchObject({
      ok: true,
      value: { total: 389_500_000 },
    })
  }, 60_000)

  it('writes Excel and Word under the name of city and year', async () => {
    for (const format of ['xlsx', 'docx'] as const) {
      const made = must(await call(consolidationExport, { year: 2027, format }))
      expect(made).toMatchObject({
        name: `Konsolidasi-TIK-2027-Kota-Prabumulih.${format}`,
        total: 858_400_000,
        signed: false,
      })
      expect(Buffer.from(offered.get(made.name)?.subarray(0, 2) ?? []).toString()).toBe('PK')
    }
  }, 60_000)

  it('signs the PDF with a certificate, says that it is an example, and verifies it', async () => {
    const certificate = { file: { name: 'contoh.p12', bytes: pkcs12 }, password }
    expect(must(await call(certificateOpen, certificate))).toMatchObject({
      demo: true,
      subject: expect.stringContaining('Siti Rahma'),
    })
    const made = must(
      await call(consolidationExport, { year: 2027, format: 'pdf', signature: 'sign', certificate }),
    )
    expect(made).toMatchObject({
      name: 'Konsolidasi-TIK-2027-Kota-Prabumulih.pdf',
      signed: true,
      demoCertificate: true,
    })
    const bytes = new Uint8Array(offered.get(made.name) as Uint8Array)
    const verified = must(await call(documentVerify, { file: { name: made.name, bytes } }))
    expect(verified).toMatchObject({
      verdict: 'uncertified',
      signatures: [{ intact: true, coversWholeFile: true, demo: true }],
    })
    expect(
      must(await call(documentVerify, { made: made.made })),
      'and without the file being handed back',
    ).toEqual(verified)
    expect(await call(documentVerify, { made: 'tidak ada' })).toMatchObject({ error: { type: 'NotFound' } })
    const changed = bytes.slice()
    changed[Math.floor(changed.length / 3)] = (changed[Math.floor(changed.length / 3)] ?? 0) ^ 1
    expect(must(await call(documentVerify, { file: { name: 'x.pdf', bytes: changed } })).verdict).not.toBe(
      'uncertified',
    )
  }, 60_000)

  it('leaves an entry in the log: who took out which file, with which digest, signed with whose certificate', async () => {
    const { seq, device } = city.store.head()
    const certificate = { file: { name: 'contoh.p12', bytes: pkcs12 }, password }
    for (const signature of ['wet', 'sign'] as const) {
      const input = { year: 2027, format: 'pdf', paper: 'F4', signature } as const
      const made = must(
        await call(consolidationExport, signature === 'sign' ? { ...input, certificate } : input),
      )
      const digest = createHash('sha256')
        .update(offered.get(made.name) as Uint8Array)
        .digest('hex')
      const [entry] = must(listLog(city.query.reader, city.query.session, lastEntry)).entries
      expect(entry).toMatchObject({ rows: 0, officer: expect.any(String) })
      expect(entry?.reason).toContain(`Ekspor PDF: Konsolidasi Anggaran TIK Tahun Anggaran 2027, F4`)
      expect(entry?.reason).toContain(digest)
      expect(entry?.reason.includes('sertifikat contoh Siti Rahma')).toBe(signature === 'sign')
      const found = must(listLog(city.query.reader, city.query.session, { ...lastEntry, search: digest }))
      expect(found.total).toBe(1)
    }
    expect(city.store.head().seq).toBe(seq + 2)
    const stored = city.store.reader.row<{ header: Uint8Array }>(
      'select header from _log where device = ? and seq = ?',
      device,
      seq + 1,
    )
    expect(
      decodeHeader(stored?.header ?? new Uint8Array()).facts,
      'the state that the PDF shows',
    ).toMatchObject({
      event: 'document',
      head: `${device}.${seq}`,
    })
  }, 60_000)

  it('leaves no entry where no document was made', async () => {
    const { seq } = city.store.head()
    const wrong = { file: { name: 'contoh.p12', bytes: pkcs12 }, password: 'bukan itu' }
    await call(consolidationExport, { year: 2027, format: 'pdf', signature: 'sign', certificate: wrong })
    await call(consolidationExport, { year: 2044, format: 'xlsx' })
    expect(city.store.head().seq).toBe(seq)
  }, 60_000)

  it('refuses a wrong password in one sentence and leaves the password nowhere', async () => {
    const wrong = { file: { name: 'contoh.p12', bytes: pkcs12 }, password: `${password}-salah` }
    expect(
      await call(consolidationExport, { year: 2027, format: 'pdf', signature: 'sign', certificate: wrong }),
    ).toMatchObject({ ok: false, error: { type: 'WrongPassword' } })
    expect(await call(consolidationExport, { year: 2027, format: 'pdf', signature: 'sign' })).toMatchObject({
      ok: false,
      error: { type: 'CertificateMissing' },
    })
    const told = JSON.stringify(said, (_key, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    )
    expect(told).not.toContain(password)
    expect([...offered.values()].some((bytes) => Buffer.from(bytes).includes(password))).toBe(false)
  }, 60_000)

  it('answers a file that is no PDF with a verdict', async () => {
    expect(
      must(await call(documentVerify, { file: { name: 'x.pdf', bytes: new Uint8Array([1, 2, 3]) } })),
    ).toMatchObject({ verdict: 'unreadable', signatures: [] })
  }, 60_000)
})
