import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoFill } from '../../../shared/contract/demo.ts'
import { questionnaireMake, questionnaireRead } from '../../../shared/contract/questionnaire.ts'
import { logList, recordList } from '../../../shared/contract/records.ts'
import { definitions } from '../../../shared/records/index.ts'
import { declaredRegisters } from '../../../shared/records/organisation.ts'
import { isAsked } from '../../../shared/rules/questionnaire/asked.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { convert } from '../../fixtures/office-convert.ts'
import { must, testNow, times } from '../../fixtures/store.ts'
import { needTool } from '../../tools.ts'

const asked = definitions.filter(isAsked)
const types: string[] = asked.map(({ type }) => type)
let at: TestCore
/** Every register of each; the whole city where there is time. */
const opds = times(12, 30)
const chosen = new Set<string>()
const files: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = []
let rows = 0

const read = async (some: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[]) =>
  must(await at.call(questionnaireRead, { files: [...some] })).files

beforeAll(async () => {
  at = openTestCore({ now: () => testNow })
  await at.begin()
  must(await at.call(demoFill, {}))
  const all = must(await at.call(recordList, { type: 'opd', limit: 500 })).rows
  const active = all.filter(({ values }) => values['active'] !== false).map(({ id }) => id)
  for (const id of active.slice(0, opds)) chosen.add(id)
  const made = must(await at.call(questionnaireMake, { types, opds: [...chosen], year: 2027 }))
  rows = made.rows
  const zip = unzipSync(at.core.download(made.token)?.bytes ?? new Uint8Array())
  for (const [name, bytes] of Object.entries(zip)) files.push({ name, bytes: new Uint8Array(bytes) })
}, 120_000)
afterAll(() => at.close())

describe('the files of all OPDs of the demonstration city', () => {
  it('ask about every register whose records belong to one OPD each, and each can be declared whole', () => {
    expect(types).toHaveLength(26)
    expect(types.filter((type) => !Object.hasOwn(declaredRegisters, type))).toEqual([])
  })

  it('are one for each OPD, hold every record of it, and are one entry of the log with a record each', async () => {
    expect(files).toHaveLength(opds)
    expect(new Set(files.map(({ name }) => name)).size).toBe(opds)
    const counts = await Promise.all(
      asked.map(async ({ type, scope }) => {
        const { rows: all, next } = must(await at.call(recordList, { type, limit: 500 }))
        expect(next).toBeNull()
        return all.filter(({ values }) => chosen.has(String(values[scope ?? '']))).length
      }),
    )
    expect(rows).toBe(counts.reduce((sum, count) => sum + count, 0))
    expect(must(await at.call(recordList, { type: 'questionnaire', limit: 1 })).total).toBe(opds)
    const [entry] = must(await at.call(logList, { limit: 1 })).entries
    expect(entry?.reason.startsWith(`Lembar isian 26 daftar untuk ${opds} OPD (zip); kode berkas`)).toBe(true)
  })

  it('come back untouched without a difference in any register, and without a remark', async () => {
    const answers = await read(files)
    expect(answers.map(({ refusal }) => refusal).filter((words) => words !== '')).toEqual([])
    const differing = answers.flatMap(({ file, answer }) =>
      (answer?.sheets ?? []).flatMap(({ type, rows: compared }) =>
        compared.filter(({ state }) => state !== 'same').map((row) => ({ file, type, row })),
      ),
    )
    expect(differing).toEqual([])
    const compared = answers.flatMap(({ answer }) => answer?.sheets.flatMap((sheet) => sheet.rows) ?? [])
    expect(compared).toHaveLength(rows)
    const notes = new Set(answers.flatMap(({ answer }) => answer?.notes ?? []))
    expect([...notes]).toEqual([expect.stringMatching(/^Yang menjawab belum diisi/)])
    expect(at.defects).toEqual([])
  }, 120_000)

  it('come back without a difference from another program that opened and saved them', async (context) => {
    const soffice = needTool(context, 'soffice')
    const some = files.slice(0, 2).map(({ name, bytes }) => {
      const [other] = convert(soffice, bytes, 'isian.xlsx', 'ods', ['isian.ods'])
      const [saved] = convert(soffice, other ?? bytes, 'isian.ods', 'xlsx', ['isian.xlsx'])
      return { name, bytes: new Uint8Array(saved ?? []) }
    })
    const answers = await read(some)
    for (const [n, { refusal, answer }] of answers.entries()) {
      expect(refusal).toBe('')
      expect(some[n]?.bytes.length).not.toBe(files[n]?.bytes.length)
      const states = new Set(answer?.sheets.flatMap((sheet) => sheet.rows.map(({ state }) => state)))
      expect([...states]).toEqual(['same'])
      expect(answer?.sheets.map(({ type }) => type)).toEqual(types)
    }
  }, 120_000)
})
