import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  questionnaireAccept,
  questionnaireMake,
  questionnaireRead,
} from '../../../shared/contract/questionnaire.ts'
import { recordSave } from '../../../shared/contract/records.ts'
import { workspaceCreate } from '../../../shared/contract/session.ts'
import { speakAs } from '../../../shared/texts/terms.ts'
import { adminNip, openTestCore, password, type TestCore } from '../../fixtures/core.ts'
import { EditedWorkbook } from '../../fixtures/edit-workbook.ts'
import { must } from '../../fixtures/store.ts'

let at: TestCore
beforeAll(async () => {
  at = openTestCore()
  const city = { city: 'Kota Singkawang', name: 'Siti Rahma', nip: adminNip, password }
  must(await at.call(workspaceCreate, { regulation: 'singkawang', ...city }))
}, 60_000)
afterAll(async () => {
  await at.close()
  speakAs('prabumulih')
})

it('a file speaks as its city does, and comes back by the same words', async () => {
  const make = async (type: string, values: Record<string, unknown>) =>
    must(await at.call(recordSave, { type, id: null, values, seen: null })).id
  const opd = await make('opd', { code: '1.01', name: 'Dinas Kesehatan', active: true })
  await make('ictNeed', { opd, title: 'Jaringan OPD' })
  await make('website', { opd, address: 'dinkes.go.id', owner: 'opd' })
  const made = must(
    await at.call(questionnaireMake, { types: ['ictNeed', 'website'], opds: [opd], year: 2027 }),
  )
  const file = { name: made.name, bytes: new Uint8Array(at.core.download(made.token)?.bytes ?? []) }
  const { parts } = new EditedWorkbook(file.bytes)
  expect(parts['xl/workbook.xml']).toContain('Kebutuhan TIK PD')
  expect(parts['xl/worksheets/sheet2.xml']).toContain('Jaringan OPD')
  const [{ answer, refusal } = { answer: null, refusal: '' }] = must(
    await at.call(questionnaireRead, { files: [file] }),
  ).files
  expect(refusal).toBe('')
  expect(answer?.sheets.map(({ rows }) => rows.map(({ state }) => state))).toEqual([['same'], ['same']])
  expect(answer?.notes).toHaveLength(1)
  const { token = '', source = { by: '', on: null, paper: '' }, seen = {} } = answer ?? {}
  must(await at.call(questionnaireAccept, { token, source, seen, sheets: [] }))
  expect(at.defects).toEqual([])
})
