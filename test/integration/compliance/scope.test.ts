import { expect, it } from 'vitest'
import { attachmentAdd, attachmentList, attachmentOpen } from '../../../shared/contract/attachments.ts'
import { complianceAlike, complianceCity } from '../../../shared/contract/compliance.ts'
import { recordList, recordSave, searchAll } from '../../../shared/contract/records.ts'
import { openTestCore } from '../../fixtures/core.ts'
import { must, refusal } from '../../fixtures/store.ts'

it('an officer of one OPD sees of another neither papers nor inspections, nor its records on the page of the city', async () => {
  const at = openTestCore()
  await at.begin()
  const make = async (type: string, values: Record<string, unknown>) =>
    must(await at.call(recordSave, { type, id: null, seen: null, values })).id
  const own = await make('opd', { code: '1', name: 'Dinas Satu', active: true })
  const other = await make('opd', { code: '2', name: 'Dinas Dua', active: true })
  await make('certificate', { opd: own, serial: 'SN-SATU' })
  await make('certificate', { opd: other, serial: 'SN-DUA' })
  await make('guidance', {
    title: 'Monev',
    kind: 'pengawasan',
    on: '2026-01-01',
    opd: other,
    result: 'Hasil dua',
  })
  for (const [opd, name] of [
    [own, 'Data Penduduk Miskin'],
    [other, 'Data Penduduk Miskin'],
  ])
    await make('dataset', { opd, name })
  const files = [{ name: 'isian-dua.txt', bytes: new TextEncoder().encode('isian') }]
  const { ids } = must(await at.call(attachmentAdd, { owner: other, files }))
  const paper = ids[0] as string
  const nip = await at.officer('Petugas Satu', ['petugas_monev', own])
  const serials = async () => {
    const { duties } = must(await at.call(complianceCity, {}))
    return duties
      .flatMap(({ verdict }) => verdict.behind.map(({ title }) => title))
      .filter((one) => /^SN/.test(one))
  }
  expect(new Set(await serials())).toEqual(new Set(['SN-SATU', 'SN-DUA']))
  expect(must(await at.call(complianceAlike, {})).pairs).toHaveLength(1)
  must(await at.login(nip))
  expect(new Set(await serials())).toEqual(new Set(['SN-SATU']))
  expect(must(await at.call(complianceAlike, {})).pairs).toEqual([])
  expect(must(await at.call(recordList, { type: 'guidance' })).rows).toEqual([])
  expect(must(await at.call(attachmentList, { owner: other })).attachments).toEqual([])
  expect(refusal(await at.call(attachmentOpen, { id: paper })).type).toBe('NotFound')
  expect(must(await at.call(searchAll, { text: 'isian-dua' })).found).toEqual([])
  await at.close()
})
