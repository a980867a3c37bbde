import { beforeAll, describe, expect, it } from 'vitest'
import { writeConsolidationPdf } from '../../../electron/document/pdf/consolidation.ts'
import { outcomeOf } from '../../../electron/signature/outcome.ts'
import { pagesOf } from '../../../electron/signature/pdf/pages.ts'
import { array, withEntries } from '../../../electron/signature/pdf/value.ts'
import { signPdf } from '../../../electron/signature/sign.ts'
import { verifyPdf } from '../../../electron/signature/verify.ts'
import { withField } from '../../fixtures/attack.ts'
import { type Issued, issue, password, pkcs12Of, rsaKeys } from '../../fixtures/certificates.ts'
import { fixtureReport } from '../../fixtures/report.ts'
import { tamper } from '../../fixtures/tamper.ts'

const time = new Date('2026-11-21T07:10:00Z')
const now = new Date('2026-11-22T00:00:00Z')
let root: Issued
let officer: Issued
let plain: Uint8Array
type Rect = readonly [number, number, number, number]

const sign = async (pdf: Uint8Array, rect?: Rect): Promise<Uint8Array> => {
  const visible = rect === undefined ? {} : { visible: { page: 1, rect } }
  const done = await signPdf(pdf, { pkcs12: pkcs12Of(officer, [root]), password, time, ...visible })
  if (!done.ok) throw new Error(done.error.message)
  return done.value
}

const verified = (pdf: Uint8Array) => verifyPdf(pdf, { roots: [root.der], now })
/** Verdict and codes of the first signature. */
const judged = (pdf: Uint8Array): string => {
  const done = verified(pdf)
  if (!done.ok) return done.error.type
  const first = done.value.signatures[0]
  return [first?.verdict, ...(first?.problems.map(({ code }) => code) ?? [])].join(' ')
}

const boxed = (boxes: Readonly<Record<string, readonly number[]>>) =>
  tamper(plain, (file) => {
    const entries = Object.fromEntries(Object.entries(boxes).map(([key, box]) => [key, array(box)]))
    return new Map(pagesOf(file).map((page) => [page.ref.num, withEntries(page.dict, entries)]))
  })

beforeAll(async () => {
  root = issue({ keys: rsaKeys(), name: 'Induk Uji', authority: true })
  officer = issue({ keys: rsaKeys(), name: 'Kepala Dinas', issuer: root })
  plain = await writeConsolidationPdf(fixtureReport(5), { paper: 'A4', mode: 'sign' })
})

describe('a later signature that shows on the page', () => {
  const covered = 'refused coveredByLaterSignature'
  const doubt = 'doubtful visibleLaterSignature'

  it('hides the page in a field that stood empty, and is refused', async () => {
    const waiting = await sign(withField(plain, [0, 0, 842, 595]))
    expect(judged(waiting)).toBe('certified')
    expect(judged(await sign(waiting))).toBe(covered)
  })

  it('hides the page together with others, and is refused', async () => {
    let pdf = await sign(plain)
    const seen: string[] = []
    for (let part = 0; part < 3; part += 1) {
      pdf = await sign(pdf, [0, part * 70, 842, part * 70 + 70])
      seen.push(judged(pdf))
    }
    expect(seen).toEqual([doubt, doubt, covered])
  })

  it('hides all that a viewer shows of a larger sheet, and is refused', async () => {
    const cropped = await sign(boxed({ MediaBox: [0, 0, 2_000, 2_000], CropBox: [0, 0, 595, 842] }))
    expect(judged(await sign(cropped, [0, 0, 595, 842]))).toBe(covered)
    const outside = await sign(boxed({ MediaBox: [0, 0, 595, 842], CropBox: [-900, -900, 2_000, 2_000] }))
    expect(judged(await sign(outside, [0, 0, 595, 300]))).toBe(covered)
    expect(judged(await sign(cropped, [900, 900, 1_900, 1_900]))).toBe('certified')
  })

  it('leaves a doubt, however small: it may stand on a number', async () => {
    const twice = await sign(await sign(plain), [600, 300, 660, 312])
    expect(judged(twice)).toBe(doubt)
    const outcome = outcomeOf(verified(twice))
    expect(outcome).toMatchObject({
      verdict: 'uncertified',
      headline: expect.stringContaining('Tidak dapat dipastikan'),
    })
  })

  it('leaves none in a small place that the signed page had left free', async () => {
    expect(judged(await sign(await sign(withField(plain, [600, 30, 780, 90]))))).toBe('certified')
    expect(judged(await sign(await sign(withField(plain, [400, 30, 840, 200]))))).toBe(doubt)
  })

  it('leaves none where it shows nothing', async () => {
    expect(judged(await sign(await sign(plain)))).toBe('certified')
    expect(judged(await sign(await sign(plain), [10, 10, 10, 10]))).toBe('certified')
  })
})
