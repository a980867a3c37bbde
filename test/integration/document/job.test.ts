import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Written } from '../../../electron/document/order.ts'
import { workOnDocument } from '../../../electron/document/work.ts'
import { makeJobRunner } from '../../../electron/jobs/run-job.ts'
import { spawnNode } from '../../../electron/jobs/spawn-node.ts'
import type { VerifyReport } from '../../../electron/signature/verify.ts'
import { type Issued, issue, password, pkcs12Of, rsaKeys } from '../../fixtures/certificates.ts'
import { fixtureReport } from '../../fixtures/report.ts'

const jobs = makeJobRunner(spawnNode(new URL('../../../electron/', import.meta.url)))
const options = { timeoutMs: 60_000, limitMegabytes: 400 }
const report = fixtureReport(34)
const time = '2026-11-21T07:10:00.000Z'
let officer: Issued

beforeAll(() => {
  officer = issue({ keys: rsaKeys(), name: 'Pejabat' })
})

describe('the document job', () => {
  it('writes, signs and verifies in a process of its own, and says how far it is', async () => {
    const seen: number[] = []
    const signing = { pkcs12: new Uint8Array(pkcs12Of(officer)), password, time }
    const made = await jobs.run<Written>(
      'document/job',
      { kind: 'pdf', report, paper: 'A4', mode: 'sign', signing },
      {
        ...options,
        onProgress: (done) => seen.push(done),
      },
    )
    if (!made.ok) throw new Error(made.error.message)
    expect(made.value).toMatchObject({
      certificate: { owner: 'Pejabat', demo: false },
      digest: createHash('sha256').update(made.value.bytes).digest('hex'),
      pages: seen.length,
    })
    const order = { kind: 'verify', pdf: made.value.bytes, now: time, roots: [new Uint8Array(officer.der)] }
    const verified = await jobs.run<VerifyReport>('document/job', order, options)
    expect(verified).toMatchObject({ ok: true, value: { verdict: 'certified' } })
  })

  it.each(['docx', 'xlsx'])('writes %s', async (kind) => {
    const made = await jobs.run<Written>('document/job', { kind, report, paper: 'F4' }, options)
    expect(made).toMatchObject({ ok: true, value: { certificate: null } })
    if (made.ok) expect(Buffer.from(made.value.bytes.subarray(0, 2)).toString()).toBe('PK')
  })

  it('ends at Batal', async () => {
    const stop = new AbortController()
    const signal = stop.signal
    const running = jobs.run(
      'document/job',
      { kind: 'pdf', report: fixtureReport(20_000), paper: 'A4', mode: 'wet' },
      {
        ...options,
        signal,
        onProgress: () => stop.abort(),
      },
    )
    expect(await running).toMatchObject({ ok: false, error: { type: 'Cancelled' } })
  })
})

describe('an order for documents', () => {
  it('that is none is refused', async () => {
    for (const order of [null, {}, { kind: 'pdf' }, { kind: 'hapus' }, { kind: 'sign', pdf: 'x' }])
      expect(await workOnDocument(order)).toMatchObject({ ok: false, error: { type: 'DocumentOrderWrong' } })
  })

  it('shows a certificate without its key, and refuses a wrong password before a page is written', async () => {
    const pkcs12 = pkcs12Of(officer)
    const shown = await workOnDocument({ kind: 'certificate', pkcs12, password })
    expect(shown).toMatchObject({
      ok: true,
      value: { subject: { name: 'Pejabat' }, selfSigned: true, demo: false },
    })
    expect(JSON.stringify(shown)).not.toContain('PRIVATE')
    let pages = 0
    const order = {
      kind: 'pdf',
      report,
      paper: 'A4',
      mode: 'sign',
      signing: { pkcs12, password: 'keliru', time },
    }
    const refused = await workOnDocument(order, () => {
      pages += 1
    })
    expect(refused).toMatchObject({ ok: false, error: { type: 'WrongPassword' } })
    expect(pages).toBe(0)
  })

  it('with a report that does not add up fails as a sentence, with the reason for the engineer', async () => {
    const wrong = { ...report, all: { ...report.all, total: 1 } }
    expect(await workOnDocument({ kind: 'pdf', report: wrong, paper: 'A4', mode: 'wet' })).toMatchObject({
      ok: false,
      error: { type: 'DocumentFailed', detail: expect.stringContaining('Jumlah rincian') },
    })
  })

  it('that holds a password passes on nothing of a defect', async () => {
    const wrong = { ...report, all: { ...report.all, total: 1 } }
    const signing = { pkcs12: pkcs12Of(officer), password, time }
    const failed = await workOnDocument({ kind: 'pdf', report: wrong, paper: 'A4', mode: 'sign', signing })
    expect(failed).toMatchObject({ ok: false, error: { type: 'DocumentFailed', detail: '' } })
    expect(JSON.stringify(failed)).not.toContain(password)
  })
})
