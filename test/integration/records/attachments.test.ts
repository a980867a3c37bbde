import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  attachmentAdd,
  attachmentList,
  attachmentOpen,
  attachmentRemove,
  attachmentReplace,
  attachmentSave,
} from '../../../shared/contract/attachments.ts'
import { commitUndo, logList, recordGet, recordSave, searchAll } from '../../../shared/contract/records.ts'
import { mostFileBytes, mostFiles } from '../../../shared/rules/records/attachments.ts'
import { adminNip, openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must, refusal } from '../../fixtures/store.ts'

let at: TestCore
let opd = ''
let owner = ''
beforeAll(async () => {
  at = openTestCore({ now: () => Date.parse('2026-11-21T07:05:00.000Z') })
  await at.begin()
  opd = await make('opd', { code: '1', name: 'Dinas Kesehatan' })
}, 60_000)
afterAll(() => at.close())
beforeEach(async () => {
  await at.login()
  owner = await make('dataset', { opd, name: 'Data kunjungan' })
})

const make = async (type: string, values: Record<string, unknown>): Promise<string> =>
  must(await at.call(recordSave, { type, id: null, values, seen: null })).id
const file = (name: string, text = name) => ({ name, bytes: new Uint8Array(Buffer.from(text)) })
const listed = async (of = owner) => must(await at.call(attachmentList, { owner: of }))
const names = async () => (await listed()).attachments.map(({ name }) => name)
const add = async (...files: ReturnType<typeof file>[]) =>
  must(await at.call(attachmentAdd, { owner, files }))
const entries = async () => must(await at.call(logList, { limit: 1 }))
const bytesOf = async (id: string) => {
  const { token } = must(await at.call(attachmentOpen, { id }))
  return Buffer.from(at.core.download(token)?.bytes ?? []).toString()
}

describe('files of a record', () => {
  it('are attached together in one entry, with the time and officer of the upload apart from their own dates', async () => {
    const before = (await entries()).total
    const done = await add(file('sk.pdf'), file('denah.png'))
    expect(done).toMatchObject({ twins: [] })
    expect((await entries()).total).toBe(before + 1)
    expect((await entries()).entries[0]?.reason).toBe('Lampirkan 2 berkas: sk.pdf, denah.png')
    const { seen } = await listed()
    const id = done.ids[0] as string
    const said = { kind: 'sk' as const, number: '800/12', effective: '2024-05', expires: '2026-12-21' }
    must(await at.call(attachmentSave, { id, values: { ...said, subject: 'Tim SPBE' }, seen }))
    expect((await listed()).attachments.find((one) => one.id === id)).toMatchObject({
      ...said,
      subject: 'Tim SPBE',
      name: 'sk.pdf',
      mime: 'application/pdf',
      added: '2026-11-21T07:05:00.000Z',
      by: 'Siti Rahma',
    })
    must(await at.call(commitUndo, { commit: (await add(file('x.pdf'))).commit }))
    expect(await names()).toEqual(['denah.png', 'sk.pdf'])
  })

  it('are said to be there already where the very same file is, and attached once', async () => {
    await add(file('surat.pdf', 'isi'))
    const again = await add(file('salinan.pdf', 'isi'), file('lain.pdf'), file('lain (2).pdf', 'lain.pdf'))
    expect(again.twins).toEqual([
      { name: 'salinan.pdf', as: 'surat.pdf' },
      { name: 'lain (2).pdf', as: 'lain.pdf' },
    ])
    expect(await names()).toEqual(['lain.pdf', 'surat.pdf'])
    const none = refusal(await at.call(attachmentAdd, { owner, files: [file('salinan.pdf', 'isi')] }))
    expect(none).toMatchObject({
      type: 'AlreadyAttached',
      message: '“salinan.pdf” sudah terlampir pada data ini.',
    })
  })

  it('are refused in one sentence where there are too many or too large, and none of them is attached', async () => {
    const many = Array.from({ length: mostFiles + 1 }, (_unused, n) => file(`${n}.txt`))
    expect(refusal(await at.call(attachmentAdd, { owner, files: many })).type).toBe('TooLarge')
    const large = { name: 'besar.pdf', bytes: new Uint8Array(mostFileBytes + 1) }
    expect(refusal(await at.call(attachmentAdd, { owner, files: [file('a.txt'), large] })).type).toBe(
      'TooLarge',
    )
    expect(await names()).toEqual([])
  })

  it('keep the former version beside the newer one, which takes over what the paper is', async () => {
    const { ids } = await add(file('kontrak.pdf', 'lama'))
    const id = ids[0] as string
    const values = {
      kind: 'kontrak' as const,
      subject: 'Kontrak hosting',
      number: '12/2025',
      expires: '2026-01-01',
    }
    must(await at.call(attachmentSave, { id, values, seen: (await listed()).seen }))
    const newer = { id, file: file('kontrak-2026.pdf', 'baru'), seen: (await listed()).seen }
    const done = must(await at.call(attachmentReplace, newer))
    expect((await listed()).attachments).toMatchObject([
      {
        id: done.id,
        kind: 'kontrak',
        subject: 'Kontrak hosting',
        number: null,
        expires: null,
        earlier: [{ id, number: '12/2025' }],
      },
    ])
    expect([await bytesOf(id), await bytesOf(done.id)]).toEqual(['lama', 'baru'])
    must(await at.call(commitUndo, { commit: done.commit }))
    expect((await listed()).attachments).toMatchObject([{ id, earlier: [] }])
    const same = { id, file: file('x.pdf', 'lama'), seen: (await listed()).seen }
    expect(refusal(await at.call(attachmentReplace, same)).type).toBe('AlreadyAttached')
  })

  it('go with what named them as its paper, and one undo brings all of it back', async () => {
    const former = (await add(file('sk.pdf', 'lama'))).ids[0] as string
    const id = must(
      await at.call(attachmentReplace, { id: former, file: file('sk-2.pdf'), seen: (await listed()).seen }),
    ).id
    const values = { status: 'terbuka', decidedBy: 'Kepala Dinas', decidedFile: id }
    must(await at.call(recordSave, { type: 'dataset', id: owner, values, seen: (await listed()).seen }))
    const cited = async () =>
      must(await at.call(recordGet, { type: 'dataset', id: owner })).values['decidedFile'] ?? null
    const gone = must(await at.call(attachmentRemove, { id, seen: (await listed()).seen }))
    expect(await cited()).toBeNull()
    expect((await listed()).attachments).toMatchObject([{ id: former, earlier: [] }])
    must(await at.call(commitUndo, { commit: gone.commit }))
    expect(await cited()).toBe(id)
    expect((await listed()).attachments).toMatchObject([{ id, earlier: [{ id: former }] }])
  })

  it('keep their ending under another name', async () => {
    const id = (await add(file('scan0001.pdf'))).ids[0] as string
    const rename = async (name: string) => {
      must(await at.call(attachmentSave, { id, values: { name }, seen: (await listed()).seen }))
      return (await names())[0]
    }
    expect(await rename('SK Tim SPBE 2026')).toBe('SK Tim SPBE 2026.pdf')
    expect(await rename('SK.PDF')).toBe('SK.PDF')
  })

  it('are not changed over what another officer said of them meanwhile', async () => {
    const id = (await add(file('sk.pdf'))).ids[0] as string
    const { seen } = await listed()
    must(await at.call(attachmentSave, { id, values: { number: '1' }, seen }))
    expect(refusal(await at.call(attachmentSave, { id, values: { number: '2' }, seen })).type).toBe('Stale')
    must(await at.call(attachmentSave, { id, values: { note: 'catatan' }, seen }))
    expect(refusal(await at.call(attachmentRemove, { id, seen })).type).toBe('Stale')
  })

  it('are found by their number and their subject', async () => {
    const id = (await add(file('scan.pdf'))).ids[0] as string
    const values = { number: '800.1.3/77', subject: 'Penunjukan walidata' }
    must(await at.call(attachmentSave, { id, values, seen: (await listed()).seen }))
    for (const text of ['Penunjukan walidata', '800.1.3/77'])
      expect(must(await at.call(searchAll, { text })).found).toMatchObject([
        {
          type: 'dataset',
          id: owner,
          label: 'Lampiran',
          title: 'Penunjukan walidata',
          within: 'Data kunjungan',
        },
      ])
  })

  it('that a decision names are those of its own record, else it is said', async () => {
    const other = await make('dataset', { opd, name: 'Data lain' })
    const id = (await add(file('sk.pdf'))).ids[0] as string
    const findings = async (of: string) => {
      const { seen } = await listed()
      must(await at.call(recordSave, { type: 'dataset', id: of, values: { decidedFile: id }, seen }))
      const { findings: all } = must(await at.call(recordGet, { type: 'dataset', id: of }))
      return all.filter(({ field }) => field === 'decidedFile').map(({ message }) => message)
    }
    expect(await findings(owner)).toEqual([])
    expect(await findings(other)).toEqual(['Berkas dokumen itu menunjuk lampiran data lain.'])
  })

  it('are no matter of an officer of another OPD, nor changed by one who only looks', async () => {
    const id = (await add(file('sk.pdf'))).ids[0] as string
    const { seen } = await listed()
    const own = await make('opd', { code: '9', name: 'Badan' })
    const elsewhere = await at.officer('Petugas lain', ['petugas_monev', own])
    const looker = await at.officer('Hanya lihat', ['hanya_lihat', null])
    must(await at.login(elsewhere))
    expect((await listed()).attachments).toEqual([])
    const tries = async () => [
      refusal(await at.call(attachmentSave, { id, values: { note: 'x' }, seen })).type,
      refusal(await at.call(attachmentReplace, { id, file: file('b.pdf'), seen })).type,
      refusal(await at.call(attachmentRemove, { id, seen })).type,
    ]
    expect(await tries()).toEqual(['NotFound', 'NotFound', 'NotFound'])
    must(await at.login(looker))
    expect(await tries()).toEqual(['NotAllowed', 'NotAllowed', 'NotAllowed'])
    expect((await listed()).attachments).toHaveLength(1)
    must(await at.login(adminNip))
  })
})
