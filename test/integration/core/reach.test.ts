import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { budgetAccept, budgetForms, budgetPreview } from '../../../shared/contract/budget.ts'
import { commitReach, commitUndo, recordList, recordSave } from '../../../shared/contract/records.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must } from '../../fixtures/store.ts'

let at: TestCore
beforeAll(async () => {
  at = openTestCore()
  await at.begin()
}, 60_000)
afterAll(() => at.close())

const csv = (title: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.from(
      [
        'Output / Sub Output;Tahap Pelaksanaan;Metode;Pelaksana;Durasi;Sumber daya',
        `${title};Analisis;Rapat;Vendor;1 Bulan;APBD : 10 Juta`,
        `${title};Pengodean;Laravel;Vendor;2 Bulan;APBD : 15 Juta`,
      ].join('\n'),
    ),
  )

const bring = async (code: string): Promise<string> => {
  const files = [{ name: `${code}.csv`, bytes: csv(`SIM ${code}`) }]
  const { token, parsed } = must(await at.call(budgetPreview, { files }))
  const outputs = parsed.files.flatMap((one) =>
    'outputs' in one
      ? one.outputs.map(({ title, rows }) => ({ title, rows: rows.map((row) => ({ ...row, marks: [] })) }))
      : [],
  )
  const opd = { id: null, code, name: `Dinas ${code}` }
  const accepted = await at.call(budgetAccept, {
    token,
    opd,
    year: 2027,
    received: '2026-11-02',
    mode: 'version',
    outputs,
  })
  return must(accepted).commit
}

const standing = async () => {
  const forms = must(await at.call(budgetForms, { year: 2027 }))
  const opds = must(await at.call(recordList, { type: 'opd' }))
  return [forms.forms.length, opds.total]
}
const undoAll = async (commits: readonly string[]): Promise<string[]> => {
  const made: string[] = []
  for (const commit of commits.toReversed()) made.push(must(await at.call(commitUndo, { commit })).commit)
  return made
}

describe('before an undo', () => {
  let commits: string[]
  it('one form goes with its rows and its OPD without a question', async () => {
    commits = [await bring('1.01')]
    expect(must(await at.call(commitReach, { commits }))).toEqual({
      made: expect.arrayContaining([
        { label: 'Formulir anggaran', records: 1 },
        { label: 'Baris anggaran', records: 2 },
        { label: 'Perangkat daerah', records: 1 },
      ]),
      changed: [],
      asks: false,
    })
  })

  it('more than one form is asked, and what goes is named', async () => {
    commits = [...commits, await bring('1.02')]
    const reach = must(await at.call(commitReach, { commits }))
    expect(reach.asks).toBe(true)
    expect(reach.made).toContainEqual({ label: 'Formulir anggaran', records: 2 })
    expect(reach.made).toContainEqual({ label: 'Perangkat daerah', records: 2 })
  })

  it('a commit that changed one record is told as a change', async () => {
    const values = { code: '9', name: 'Badan' }
    const made = must(await at.call(recordSave, { type: 'opd', id: null, values, seen: null }))
    expect(must(await at.call(commitReach, { commits: [made.commit] })).made).toHaveLength(1)
    const undone = must(await at.call(commitUndo, { commit: made.commit }))
    expect(must(await at.call(commitReach, { commits: [undone.commit] }))).toEqual({
      made: [],
      changed: [{ label: 'Perangkat daerah', records: 1 }],
      asks: false,
    })
  })

  it('all forms with their OPDs go newest first, and come back in the order in which they went, as often as asked', async () => {
    const before = await standing()
    expect(before).toEqual([2, 2])
    const undone = await undoAll(commits)
    expect(await standing()).toEqual([0, 0])
    const again = await undoAll(undone)
    expect(await standing()).toEqual(before)
    await undoAll(again)
    expect(await standing()).toEqual([0, 0])
  })
})
