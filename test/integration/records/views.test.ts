import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commitUndo, logList } from '../../../shared/contract/records.ts'
import { viewList, viewRemove, viewSave } from '../../../shared/contract/views.ts'
import { mostViews } from '../../../shared/rules/records/views.ts'
import { adminNip, openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must, refusal } from '../../fixtures/store.ts'

let at: TestCore
let looker = ''
let keeper = ''
beforeAll(async () => {
  at = openTestCore()
  await at.begin()
  looker = await at.officer('Ani', ['hanya_lihat', null])
  keeper = await at.officer('Budi', ['petugas_monev', null])
}, 60_000)
afterAll(() => at.close())
beforeEach(async () => void (await at.login(looker)))

const view = { sort: null, filters: { placement: 'sewa' }, columns: ['address'] }
const list = async (register = 'website') => must(await at.call(viewList, { register }))
const names = async () => (await list()).views.map(({ name, own, by }) => [name, own ? 'own' : by])
const save = async (name: string, more: { shared?: boolean; id?: string } = {}) => {
  const { id = null, shared = false } = more
  const seen = id === null ? null : (await list()).seen
  return at.call(viewSave, { id, register: 'website', name, view, shared, seen })
}

describe('a view of a register', () => {
  it('is a record of the officer who made it, whatever the role, and nobody else’s until it is shared', async () => {
    const { id } = must(await save('Sewa'))
    expect((await list()).views).toMatchObject([{ id, name: 'Sewa', view, own: true, shared: false }])
    expect(must(await at.call(logList, {})).entries[0]).toMatchObject({
      officer: 'Ani',
      reason: 'Simpan tampilan Sewa: Situs dan media sosial',
    })
    expect((await list('application')).views).toEqual([])
    must(await at.login(keeper))
    expect(await names()).toEqual([])
    must(await at.login(looker))
    must(await save('Sewa', { id, shared: true }))
    must(await at.login(keeper))
    expect(await names()).toEqual([['Sewa', 'Ani']])
  })

  it('is changed and taken away by its officer alone, who can undo it', async () => {
    must(await at.login(keeper))
    const [theirs] = (await list()).views
    const { seen } = await list()
    expect(refusal(await save('Milik saya', { id: theirs?.id ?? '' })).type).toBe('Forbidden')
    expect(refusal(await at.call(viewRemove, { id: theirs?.id ?? '', seen })).type).toBe('Forbidden')
    must(await at.login(looker))
    const gone = must(await at.call(viewRemove, { id: theirs?.id ?? '', seen: (await list()).seen }))
    expect(await names()).toEqual([])
    must(await at.call(commitUndo, { commit: gone.commit }))
    expect(await names()).toEqual([['Sewa', 'own']])
    must(await at.login(keeper))
    expect(refusal(await at.call(commitUndo, { commit: gone.commit })).type).toBe('Forbidden')
  })

  it('is one of so many that a menu holds; another can still be replaced', async () => {
    for (let n = (await list()).views.length; n < mostViews; n += 1) must(await save(`T${n}`))
    expect(refusal(await save('satu lagi')).type).toBe('TooMany')
    must(await save('Sewa baru', { id: (await list()).views[0]?.id ?? '' }))
    must(await at.login(adminNip))
    must(await save('Sewa'))
  })
})
