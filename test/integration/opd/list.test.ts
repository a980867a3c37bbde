import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { budgetForms } from '../../../shared/contract/budget.ts'
import { opdDeclare, opdRead, opdRegister, opdTake } from '../../../shared/contract/opd.ts'
import { commitUndo, logList } from '../../../shared/contract/records.ts'
import { adminNip, openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must } from '../../fixtures/store.ts'

let at: TestCore
beforeEach(async () => {
  at = openTestCore()
  await at.begin()
})
afterEach(() => at.close())

const register = async () => must(await at.call(opdRegister, {}))
const row = (code: string, name: string, id: string | null = null, short = '') => ({
  id,
  code,
  name,
  short,
  head: '',
})
const take = async (...rows: ReturnType<typeof row>[]) =>
  at.call(opdTake, { rows, seen: (await register()).seen })
const names = async () => (await register()).opds.map(({ name }) => name)
const complete = async () => must(await at.call(budgetForms, { year: 2027 })).listComplete
const declare = async (said: boolean) =>
  at.call(opdDeclare, { complete: said, seen: (await register()).seen })
const errorOf = (result: { ok: boolean; error?: { type: string } }) => (result.ok ? null : result.error?.type)

describe('the list of OPDs', () => {
  it('is read from a pasted table and from CSV with two columns, and nothing is written', async () => {
    const html =
      '<table><tr><th>Kode</th><th>Nama OPD</th></tr><tr><td>1.02</td><td>Dinas Kesehatan</td></tr></table>'
    const paste = { html, text: '' }
    expect(must(await at.call(opdRead, { files: [], paste })).rows).toMatchObject([
      { code: '1.02', name: 'Dinas Kesehatan' },
    ])
    const bytes = new TextEncoder().encode('1.02,Dinas Kesehatan\n1.05,Dinas Sosial\n')
    const { rows, refused } = must(
      await at.call(opdRead, {
        files: [
          { name: 'opd.csv', bytes },
          { name: 'rusak.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1]) },
        ],
      }),
    )
    expect(rows.map(({ code }) => code)).toEqual(['1.02', '1.05'])
    expect(refused).toMatchObject([{ file: 'rusak.xlsx', message: expect.stringContaining('Berkas') }])
    expect(await names()).toEqual([])
  })

  it('is taken in as one change that one undo takes back', async () => {
    const [first] = [must(await take(row('1.02', 'Dinas Kesehatan')))]
    expect(first).toMatchObject({ created: 1, changed: 0 })
    const { opds } = await register()
    const second = must(
      await take(row('1.02', 'Dinas Kesehatan', opds[0]?.id, 'Dinkes'), row('1.05', 'Dinas Sosial')),
    )
    expect(second).toMatchObject({ created: 1, changed: 1 })
    expect((await register()).opds.map(({ short }) => short)).toEqual(['Dinkes', ''])
    const [entry] = must(await at.call(logList, {})).entries
    expect(entry).toMatchObject({ commit: second.commit, reason: 'Isi daftar OPD: 1 ditambahkan, 1 diubah' })
    must(await at.call(commitUndo, { commit: second.commit }))
    expect((await register()).opds).toMatchObject([{ name: 'Dinas Kesehatan', short: '' }])
  })

  it('is refused whole where two OPDs would have one code', async () => {
    must(await take(row('1.02', 'Dinas Kesehatan')))
    expect(errorOf(await take(row('1.07', 'Dinas A'), row('1.02', 'Dinas B')))).toBe('CodeTaken')
    expect(errorOf(await take(row('1.07', 'Dinas A'), row('1.07', 'Dinas B')))).toBe('CodeTaken')
    expect(await names()).toEqual(['Dinas Kesehatan'])
  })

  it('is complete only once an officer says so, with who and when, and no more after that is taken back', async () => {
    expect(errorOf(await declare(true))).toBe('Empty')
    must(await take(row('1.02', 'Dinas Kesehatan')))
    expect(await complete()).toBe(false)
    const said = must(await declare(true))
    expect(await complete()).toBe(true)
    expect(await register()).toMatchObject({ complete: true, by: 'Siti Rahma', active: 1 })
    must(await at.call(commitUndo, { commit: said.commit }))
    expect(await complete()).toBe(false)
    must(await declare(true))
    must(await declare(false))
    expect(await complete()).toBe(false)
  })

  it('is changed by nobody whose role is only to look', async () => {
    const nip = await at.officer('Budi', ['hanya_lihat', null])
    await at.logout()
    must(await at.login(nip))
    expect(errorOf(await take(row('1.02', 'Dinas Kesehatan')))).toBe('NotAllowed')
    expect(errorOf(await declare(true))).toBe('NotAllowed')
    await at.logout()
    must(await at.login(adminNip))
  })
})
