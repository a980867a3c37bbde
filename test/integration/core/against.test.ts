import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logHeadIn, logHeadKey } from '../../../electron/document/log-head.ts'
import { writeConsolidationPdf } from '../../../electron/document/pdf/consolidation.ts'
import { makeDemoCertificate } from '../../../electron/signature/demo-certificate.ts'
import { isKind, text, withEntries } from '../../../electron/signature/pdf/value.ts'
import { signPdf } from '../../../electron/signature/sign.ts'
import { auditAnchor, auditExport, auditVerify, recordSave } from '../../../shared/contract/records.ts'
import { headText, parseHead } from '../../../shared/rules/audit/head.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import { must, refusal } from '../../fixtures/store.ts'
import { tamper } from '../../fixtures/tamper.ts'

let at: TestCore
beforeAll(async () => {
  at = openTestCore()
  await at.begin()
  for (const code of ['a', 'b'])
    must(await at.call(recordSave, { type: 'opd', id: null, values: { code, name: code }, seen: null }))
}, 60_000)
afterAll(async () => {
  expect(at.defects).toEqual([])
  await at.close()
})

type Log = ReturnType<typeof fixtureReport>['log']
const headNow = async (): Promise<Log> => must(await at.call(auditAnchor, {})).here
const printed = (log: Log): Promise<Uint8Array> =>
  writeConsolidationPdf({ ...fixtureReport(), log }, { paper: 'A4', mode: 'sign' })
const signed = async (pdf: Uint8Array): Promise<Uint8Array> => {
  const day = 86_400_000
  const { pkcs12 } = await makeDemoCertificate({
    name: 'Siti',
    organization: 'Contoh',
    password: 'rahasia sertifikat',
    validFrom: new Date(Date.now() - day),
    validTo: new Date(Date.now() + day),
  })
  return must(await signPdf(pdf, { pkcs12, password: 'rahasia sertifikat', time: new Date() }))
}
const against = async (pdf: Uint8Array) =>
  at.call(auditVerify, { against: { name: 'cetakan.pdf', bytes: new Uint8Array(pdf) } })

describe('the log held against a print', () => {
  it('names the head in the description of the PDF as at its foot', async () => {
    const head = await headNow()
    expect(logHeadIn(await printed(head))).toEqual(head)
    expect(parseHead(headText(head))).toEqual(head)
  })

  it('still holds exactly that commit, and says whether the PDF was signed', async () => {
    const head = await headNow()
    expect(must(await against(await printed(head))).against).toMatchObject({
      found: 'same',
      head,
      signed: { verdict: 'unsigned' },
    })
    const after = must(await against(await signed(await printed(head)))).against
    expect(after).toMatchObject({ found: 'same', signed: { verdict: 'uncertified' } })
  }, 60_000)

  it('is shorter, of a computer that it does not know as well, or holds another commit', async () => {
    const head = await headNow()
    const more = await printed({ ...head, seq: head.seq + 3 })
    expect(must(await against(more)).against).toMatchObject({ found: 'shorter', last: head.seq, here: null })
    const stranger = await printed({ ...head, device: 'zzzzzzzzzz' })
    expect(must(await against(stranger)).against).toMatchObject({ found: 'shorter', last: 0 })
    const other = await printed({ ...head, hash: '0'.repeat(64) })
    expect(must(await against(other)).against).toMatchObject({ found: 'differs', here: head.hash })
  }, 60_000)

  it('believes no head that was put into a signed PDF afterwards', async () => {
    const head = await headNow()
    const pdf = await signed(await printed(head))
    const forged = tamper(pdf, (file) => {
      const info = file.trailer.entries.get('Info')
      const dict = file.dictOf(info)
      if (!isKind(info, 'ref') || dict === null) throw new Error('no description')
      return new Map([[info.num, withEntries(dict, { [logHeadKey]: text(headText({ ...head, seq: 1 })) })]])
    })
    const answer = must(await against(forged)).against
    expect(answer).toMatchObject({ head: { seq: 1 }, found: 'differs', signed: { verdict: 'changed' } })
  }, 60_000)

  it('takes the head as typed from paper', async () => {
    const head = await headNow()
    expect(must(await at.call(auditVerify, { head: headText(head) })).against).toMatchObject({
      found: 'same',
      signed: null,
    })
    expect(refusal(await at.call(auditVerify, { head: 'bukan' })).type).toBe('Malformed')
    expect(must(await at.call(auditVerify, {})).against).toBeNull()
  })

  it('says of a PDF that names none, and of what is no PDF', async () => {
    const none = tamper(await printed(await headNow()), (file) => {
      const info = file.trailer.entries.get('Info')
      const dict = file.dictOf(info)
      if (!isKind(info, 'ref') || dict === null) throw new Error('no description')
      return new Map([[info.num, withEntries(dict, { [logHeadKey]: text('lain') })]])
    })
    expect(refusal(await against(none)).type).toBe('NoLogHead')
    expect(refusal(await against(Buffer.from('bukan PDF'))).type).toBe('NotPdf')
  }, 60_000)
})

describe('the exported log', () => {
  it('ends with the entry that says who took it out', async () => {
    const { token, commits, head } = must(await at.call(auditExport, {}))
    const file = at.core.download(token)
    expect(file?.name).toBe('Catatan perubahan Kota Contoh.catatan')
    expect(Buffer.from(file?.bytes ?? []).toString('latin1')).toMatch(/^SELARAS-CATATAN 1 [0-9a-z]{20}\n/)
    expect([headText(await headNow()), commits]).toEqual([head, parseHead(head)?.seq])
  }, 60_000)
})
