import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { attachmentList } from '../../../shared/contract/attachments.ts'
import type { OutputOf } from '../../../shared/contract/call.ts'
import { recordRead } from '../../../shared/contract/import.ts'
import {
  questionnaireAccept,
  questionnaireMake,
  questionnaireRead,
} from '../../../shared/contract/questionnaire.ts'
import {
  commitUndo,
  logList,
  recordGet,
  recordList,
  recordRemove,
  recordSave,
} from '../../../shared/contract/records.ts'
import { takenAtFirst } from '../../../shared/rules/questionnaire/compared.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { EditedWorkbook } from '../../fixtures/edit-workbook.ts'
import { saveFresh } from '../../fixtures/save.ts'
import { must, refusal, testNow } from '../../fixtures/store.ts'

type Answer = NonNullable<OutputOf<typeof questionnaireRead>['files'][number]['answer']>
let at: TestCore
let opd: string
let other: string
let site: string
let file: { name: string; bytes: Uint8Array }

const make = async (type: string, values: Record<string, unknown>) =>
  must(await at.call(recordSave, { type, id: null, values, seen: null })).id
const taken = async (types: string[], opds: string[] | null) => {
  const made = must(await at.call(questionnaireMake, { types, opds, year: 2027 }))
  return { ...made, bytes: at.core.download(made.token)?.bytes ?? new Uint8Array() }
}
const edited = () => new EditedWorkbook(file.bytes)
const read = async (book: EditedWorkbook, expected: string | null = null) => {
  const files = [{ name: file.name, bytes: book.bytes() }]
  const [one] = must(await at.call(questionnaireRead, { files, expected })).files
  if (one === undefined) throw new Error('nothing read')
  return one
}
const answerTo = async (book: EditedWorkbook, expected: string | null = null): Promise<Answer> => {
  const { answer, refusal: words } = await read(book, expected)
  if (answer === null) throw new Error(words)
  return answer
}
/** What the officer takes who presses Simpan at once. */
const atFirst = ({ sheets, token, source, seen }: Answer) => ({
  token,
  source,
  seen,
  sheets: sheets.map(({ type, rows }) => ({
    type,
    rows: rows.flatMap((row) => {
      const keys = takenAtFirst(row)
      const values = Object.fromEntries(
        row.cells.flatMap(({ key, value }) => (keys.includes(key) ? [[key, value]] : [])),
      )
      return keys.length === 0 ? [] : [{ id: row.id, values }]
    }),
  })),
})
const sites = async () => must(await at.call(recordList, { type: 'website', filters: { opd } })).rows
const valuesOf = async (type: string, id: string) => must(await at.call(recordGet, { type, id })).values

beforeAll(async () => {
  at = openTestCore({ now: () => testNow })
  await at.begin()
  opd = await make('opd', { code: '1.01', name: 'Dinas Kesehatan', short: 'Dinkes', active: true })
  other = await make('opd', { code: '1.02', name: 'Dinas Sosial', active: true })
  site = await make('website', {
    opd,
    address: '=dinkes.go.id',
    kind: 'situs',
    placement: 'sewa',
    live: true,
  })
  await make('website', { opd, address: 'instagram.com/dinkes', kind: 'medsos', live: true })
  await make('website', { opd: other, address: 'dinsos.go.id', kind: 'situs' })
  await make('person', { opd: other, number: '198501012010011001', name: 'Anindita Pramesti' })
  await make('dataset', { opd, name: 'Kunjungan puskesmas' })
}, 60_000)
beforeEach(async () => {
  file = await taken(['website', 'person', 'dataset'], [opd])
})
afterAll(() => at.close())
/** Sheets of the file, and columns of the websites. */
const [petunjuk, websites, people, datasets] = [1, 2, 3, 4] as const
const placeOf = (book: EditedWorkbook, sheet: number, key: string, line: number): string => {
  const [, letters] = new RegExp(`<c r="([A-Z]+)4"[^>]*><is><t[^>]*>${key}<`).exec(book.sheet(sheet)) ?? []
  if (letters === undefined) throw new Error(`no column ${key}`)
  return `${letters}${line}`
}
const answered = (book: EditedWorkbook): EditedWorkbook => {
  const free = [...book.sheet(petunjuk).matchAll(/<c r="(C\d+)" s="\d+"\/>/g)].map(([, place]) => place ?? '')
  for (const [n, words] of ['dr. Ani', 'Sekretaris', '05-12-2026', '440/12/2026'].entries())
    book.put(petunjuk, free[n] ?? '', words)
  return book
}

describe('a file for an OPD', () => {
  it('names its OPD and day, and leaves a record with its code', async () => {
    expect(file.name).toBe('Lembar isian - Dinkes 2026-11-21.xlsx')
    const [made] = must(await at.call(recordList, { type: 'questionnaire' })).rows
    expect(made?.values).toMatchObject({
      opd,
      about: 'Situs dan media sosial; Pegawai; Dataset',
      registers: ['website', 'person', 'dataset'],
      returned: null,
    })
    expect(edited().sheet(petunjuk)).toContain(String(made?.values['code']))
  })

  it('runs no text as a formula, holds lists as choices, and no record of another OPD', () => {
    const xml = edited().sheet(websites)
    expect(xml).toContain("'=dinkes.go.id")
    expect(xml).not.toContain('<f>')
    expect(xml).toContain('<formula1>&apos;'.replace('&apos;', "'"))
    expect(JSON.stringify(edited().parts)).not.toContain('dinsos')
    for (const secret of ['198501012010011001', 'Anindita'])
      expect(JSON.stringify(edited().parts)).not.toContain(secret)
    expect(edited().parts['xl/workbook.xml']).toMatch(/name="Pilihan"[^>]*state="hidden"/)
  })

  it('marks what is waited for, and not what does not concern a record', () => {
    const xml = edited().sheet(websites)
    const column = placeOf(edited(), websites, 'country', 0).slice(0, -1)
    const [, range] = new RegExp(`sqref="(${column}[^"]*)"[^>]*><cfRule`).exec(xml) ?? []
    expect(range, 'the second is no site that is rented').toBe(
      `${column}8:${column}8 ${column}10:${column}29`,
    )
    expect(xml).not.toMatch(
      new RegExp(`sqref="${placeOf(edited(), websites, 'live', 8)}:[^"]*"[^>]*><cfRule`),
    )
  })

  it('is not made for what no OPD is asked about, for nobody, or by who may not keep the registers', async () => {
    expect(
      refusal(await at.call(questionnaireMake, { types: ['assessment'], opds: [opd], year: 2027 })).type,
    ).toBe('NotAsked')
    const gone = 'aaaaaaaaaa.1.99'
    expect(
      refusal(await at.call(questionnaireMake, { types: ['website'], opds: [gone], year: 2027 })).type,
    ).toBe('NotFound')
    const nip = await at.officer('Perencana', ['perencana', other])
    must(await at.login(nip))
    expect(
      refusal(await at.call(questionnaireMake, { types: ['website'], opds: [opd], year: 2027 })).type,
    ).toBe('NotFound')
    const { files } = must(await at.call(questionnaireMake, { types: ['website'], opds: null, year: 2027 }))
    expect(files, 'of the own OPD alone').toBe(1)
    const words = (await read(edited())).refusal
    expect(words).toBe('OPD pada berkas ini tidak ada di sini, atau bukan OPD tugas Anda.')
    must(await at.login())
  })
})

describe('what an OPD returns', () => {
  it('is taken as one entry of the log with its source, the file beside it, and taken back by one undo', async () => {
    const book = answered(edited())
    book.put(websites, placeOf(book, websites, 'country', 8), 'Singapura')
    book.put(websites, placeOf(book, websites, 'leaseUntil', 8), 46_731)
    book.put(websites, 'B10', 'baru.go.id').put(websites, placeOf(book, websites, 'kind', 10), 'Situs web')
    book.put(datasets, placeOf(book, datasets, 'status', 8), 'Terbatas')
    const answer = await answerTo(book)
    expect(answer).toMatchObject({
      isKnown: true,
      opd: { id: opd },
      notes: [],
      source: { by: 'Sekretaris, dr. Ani', on: '2026-12-05', paper: 'Surat 440/12/2026' },
    })
    const before = must(await at.call(logList, { limit: 1 })).total
    const saved = must(await at.call(questionnaireAccept, atFirst(answer)))
    expect(saved).toMatchObject({ created: 1, changed: 2, declared: 0 })
    const { entries, total } = must(await at.call(logList, { limit: 1 }))
    expect(total).toBe(before + 1)
    expect(entries[0]?.reason).toBe(
      'Isian Dinas Kesehatan dari “Lembar isian - Dinkes 2026-11-21.xlsx”, menurut Sekretaris, dr. Ani, 5 Desember 2026, Surat 440/12/2026: Situs dan media sosial 1 ditambahkan, 1 diubah; Dataset 1 diubah',
    )
    expect(await valuesOf('website', site)).toMatchObject({ country: 'SG', leaseUntil: '2027-12-10', opd })
    const [data] = must(await at.call(recordList, { type: 'dataset' })).rows
    expect(data?.values, 'what the OPD states has its source').toMatchObject({
      status: 'terbatas',
      decidedBy: 'Sekretaris, dr. Ani',
      decidedOn: '2026-12-05',
      decidedIn: 'Surat 440/12/2026',
    })
    const [sent] = must(await at.call(recordList, { type: 'questionnaire' })).rows
    expect(sent?.values).toMatchObject({ returned: '2026-11-21', decidedIn: 'Surat 440/12/2026' })
    expect(sent?.values['decidedFile'], 'the file is the paper of its answer').not.toBeNull()
    const kept = async () => must(await at.call(attachmentList, { owner: sent?.id ?? '' })).attachments
    expect((await kept()).map(({ name }) => name)).toEqual([file.name])
    must(await at.call(commitUndo, { commit: saved.commit }))
    expect(await valuesOf('website', site)).toMatchObject({ country: null, leaseUntil: null })
    expect((await sites()).map(({ title }) => title).sort()).toEqual([
      '=dinkes.go.id',
      'instagram.com/dinkes',
    ])
    expect(await kept()).toEqual([])
  })

  it('declares a register whole where the officer takes that, and never by itself', async () => {
    const book = answered(edited()).put(people, 'C3', 'Nihil, tidak ada yang dicatat')
    const answer = await answerTo(book)
    expect(answer.sheets.map(({ declared }) => declared)).toEqual([null, 'nihil', null])
    const first = must(await at.call(questionnaireAccept, atFirst(answer)))
    expect(first.declared).toBe(0)
    expect(must(await at.call(recordList, { type: 'declaration' })).rows).toEqual([])
    const again = await answerTo(book)
    expect(again.notes).toEqual(['Isian dengan kode ini sudah diterima pada 21 November 2026.'])
    const saved = must(
      await at.call(questionnaireAccept, {
        ...atFirst(again),
        sheets: [{ type: 'person', rows: [], declared: 'nihil' }],
      }),
    )
    const [declared] = must(await at.call(recordList, { type: 'declaration' })).rows
    expect(declared?.values).toMatchObject({
      opd,
      register: 'person',
      state: 'nihil',
      asOf: '2026-12-05',
      decidedBy: 'Sekretaris, dr. Ani',
      decidedIn: 'Surat 440/12/2026',
    })
    const [sent] = must(await at.call(recordList, { type: 'questionnaire' })).rows
    const { attachments } = must(await at.call(attachmentList, { owner: sent?.id ?? '' }))
    expect(attachments, 'the same file is kept once').toHaveLength(1)
    must(await at.call(commitUndo, { commit: saved.commit }))
  })

  it('does not replace what was changed in Selaras after the file was made, and shows all three', async () => {
    const before = (await valuesOf('website', site))['provider']
    const book = answered(edited())
    book.put(websites, placeOf(book, websites, 'provider', 8), 'PT Dari OPD')
    must(await saveFresh(at, 'website', site, { provider: 'PT Dari Petugas', proof: 'Kontrak 4' }))
    const answer = await answerTo(book)
    const [row] = answer.sheets[0]?.rows ?? []
    expect(row).toMatchObject({ id: site, state: 'differs', title: '=dinkes.go.id' })
    expect(row?.cells).toEqual([
      expect.objectContaining({ key: 'provider', base: '', before: 'PT Dari Petugas', text: 'PT Dari OPD' }),
    ])
    const took = must(await at.call(questionnaireAccept, atFirst(answer)))
    expect(took.changed).toBe(0)
    expect(await valuesOf('website', site)).toMatchObject({ provider: 'PT Dari Petugas', proof: 'Kontrak 4' })
    must(await saveFresh(at, 'website', site, { provider: before, proof: null }))
  })

  it('is believed no more about the time it was made than the log says', async () => {
    const book = answered(edited())
    book.put(websites, placeOf(book, websites, 'provider', 8), 'PT Dari OPD')
    const [sent] = must(await at.call(recordList, { type: 'questionnaire' })).rows
    const code = String(sent?.values['code'])
    for (const sheet of [petunjuk, websites, people, datasets])
      book.change(sheet, (text) => text.replaceAll(code, 'AAAA-AAAA'))
    const answer = await answerTo(book)
    expect(answer.isKnown).toBe(false)
    expect(answer.notes[0]).toMatch(/^Kode berkas ini tidak dikenal di komputer ini/)
    expect(atFirst(answer).sheets.flatMap(({ rows }) => rows)).toEqual([])
    const saved = must(await at.call(questionnaireAccept, atFirst(answer)))
    const { attachments } = must(await at.call(attachmentList, { owner: opd }))
    expect(attachments.map(({ name }) => name)).toEqual([file.name])
    must(await at.call(commitUndo, { commit: saved.commit }))
  })

  it('never reaches another OPD: not by an id, not by its marker, not by what is unique', async () => {
    const [foreign] = must(await at.call(recordList, { type: 'website', filters: { opd: other } })).rows
    const book = answered(edited())
    book.put(websites, 'A9', foreign?.id ?? '').put(websites, 'B9', 'rebutan.go.id')
    book.put(people, 'B8', '198501012010011001').put(people, 'C8', 'Ani dari sini')
    const answer = await answerTo(book)
    const faults = answer.sheets.flatMap(({ rows }) =>
      rows.flatMap(({ fault }) => (fault === '' ? [] : [fault])),
    )
    expect(faults).toEqual([
      `ID ‘${foreign?.id}’ bukan data OPD ini; baris tidak dibaca.`,
      'NIP ‘198501012010011001’ sudah tercatat pada OPD lain.',
    ])
    const { token, source, seen } = answer
    const sheets = [{ type: 'website', rows: [{ id: foreign?.id ?? null, values: { address: 'x' } }] }]
    expect(refusal(await at.call(questionnaireAccept, { token, source, seen, sheets })).type).toBe(
      'Elsewhere',
    )
    const smuggled = [
      {
        type: 'website',
        rows: [
          { id: null, values: { address: 'y.go.id', opd: other } },
          { id: site, values: { country: 'ID', opd: other } },
        ],
      },
    ]
    const saved = must(await at.call(questionnaireAccept, { token, source, seen, sheets: smuggled }))
    expect((await sites()).map(({ title }) => title)).toContain('y.go.id')
    expect(await valuesOf('website', site), 'whose record it is, no row changes').toMatchObject({ opd })
    must(await at.call(commitUndo, { commit: saved.commit }))
    const turned = answered(edited())
    for (const sheet of [petunjuk, websites, people, datasets])
      turned.change(sheet, (xml) => xml.replaceAll(opd, other))
    const misled = await answerTo(turned)
    expect([misled.isKnown, misled.opd.id]).toEqual([false, other])
    expect(atFirst(misled).sheets.flatMap(({ rows }) => rows)).toEqual([])
  })

  it('writes over nothing that was changed after it was shown', async () => {
    const book = answered(edited())
    book.put(websites, placeOf(book, websites, 'country', 8), 'Indonesia')
    const answer = await answerTo(book)
    must(await saveFresh(at, 'website', site, { country: 'MY' }))
    expect(refusal(await at.call(questionnaireAccept, atFirst(answer)))).toMatchObject({
      type: 'Stale',
      rows: [{ id: site }],
    })
    expect(await valuesOf('website', site)).toMatchObject({ country: 'MY' })
    must(await saveFresh(at, 'website', site, { country: null }))
  })

  it('does not miss what came to the OPD after the file was made', async () => {
    const [foreign] = must(await at.call(recordList, { type: 'website', filters: { opd: other } })).rows
    must(await saveFresh(at, 'website', foreign?.id ?? '', { opd }))
    const answer = await answerTo(answered(edited()))
    expect(answer.sheets[0]?.rows.map(({ state }) => state)).toEqual(['same', 'same'])
    must(await saveFresh(at, 'website', foreign?.id ?? '', { opd: other }))
  })

  it('tells of records that went meanwhile, and of those that its OPD lost', async () => {
    const made = await make('website', { opd, address: 'sementara.go.id' })
    const moved = await make('website', { opd, address: 'pindah.go.id' })
    file = await taken(['website'], [opd])
    const { seen } = must(await at.call(recordGet, { type: 'website', id: made }))
    must(await at.call(recordRemove, { type: 'website', id: made, seen }))
    must(await saveFresh(at, 'website', moved, { opd: other }))
    const answer = await answerTo(edited())
    expect(
      answer.sheets[0]?.rows.map(({ title, fault }) => [title, fault]).filter(([, words]) => words),
    ).toEqual([
      ['pindah.go.id', 'Data ini sudah menjadi milik OPD lain di Selaras.'],
      ['sementara.go.id', 'Data ini sudah dihapus di Selaras setelah berkas dibuat.'],
    ])
  })
})

describe('a file that is not as it left', () => {
  it('is known by its marks, whatever its sheets are called and wherever they stand', async () => {
    const book = answered(edited())
    book.parts['xl/workbook.xml'] = (book.parts['xl/workbook.xml'] ?? '')
      .replace('name="Situs dan media sosial"', 'name="Lembar kami"')
      .replace(/(<sheet name="Lembar kami".*?\/>)(<sheet name="Pegawai".*?\/>)/, '$2$1')
    book.dropColumn(datasets, 'A')
    const answer = await answerTo(book)
    expect(answer.sheets.map(({ type }) => type)).toEqual(['person', 'website', 'dataset'])
    expect(answer.notes).toEqual([
      'Nama lembar berubah (“Lembar kami”); isinya tetap dikenali.',
      'Urutan lembar berubah; isinya tetap dikenali.',
      'Dataset: kolom ID tidak ada lagi; baris dikenali dari isinya, dan yang tampak baru tidak dipilih lebih dahulu.',
    ])
    expect(answer.sheets.flatMap(({ rows }) => rows.map(({ state }) => state))).toEqual([
      'same',
      'same',
      'same',
    ])
  })

  it('says in one sentence why nothing of it is read', async () => {
    const said = async (book: EditedWorkbook) => (await read(book)).refusal
    const everywhere = (from: RegExp, to: string) => {
      const book = edited()
      for (const sheet of [petunjuk, websites, people, datasets])
        book.change(sheet, (xml) => xml.replace(from, to))
      return book
    }
    expect(await said(everywhere(/SELARAS-ISIAN 1 \w+/g, 'SELARAS-ISIAN 1 kotalain00kotalain00'))).toMatch(
      /dibuat untuk daerah lain/,
    )
    expect(await said(everywhere(/SELARAS-ISIAN 1/g, 'SELARAS-ISIAN 2'))).toMatch(/versi yang lebih baru/)
    expect(await said(everywhere(/SELARAS-ISIAN/g, 'CATATAN'))).toMatch(/bukan lembar isian Selaras/)
    const broken = { name: 'x.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]) }
    const { files } = must(await at.call(questionnaireRead, { files: [broken] }))
    expect(files[0]?.refusal).not.toBe('')
  })

  it('of an earlier program or another OPD than the one at hand says so, and is compared all the same', async () => {
    const book = answered(edited())
    for (const sheet of [petunjuk, websites, people, datasets])
      book.change(sheet, (xml) => xml.replaceAll(/(SELARAS-ISIAN [^<]*?) \d+</g, '$1 1<'))
    const answer = await answerTo(book, other)
    expect(answer.notes).toEqual([
      'Berkas ini milik Dinas Kesehatan, bukan Dinas Sosial; dibandingkan dengan data Dinas Kesehatan.',
      'Berkas ini dibuat Selaras versi sebelumnya; isian yang berganti nama tetap dikenali.',
    ])
    expect(new Set(answer.sheets.flatMap(({ rows }) => rows.map(({ state }) => state)))).toEqual(
      new Set(['same']),
    )
  })

  it('with a sheet of another file is read without that sheet', async () => {
    const mine = edited()
    file = await taken(['website', 'person'], [other])
    mine.change(websites, () => edited().sheet(websites))
    const answer = await answerTo(answered(mine))
    expect(answer.opd.id).toBe(opd)
    expect(answer.sheets.map(({ type }) => type)).toEqual(['person', 'dataset'])
    expect(answer.notes[0]).toBe('Lembar “Situs dan media sosial” berasal dari berkas lain dan tidak dibaca.')
    expect(at.defects).toEqual([])
  })

  it('is no sheet of a single register: the register says where it belongs', async () => {
    const files = [{ name: file.name, bytes: edited().bytes() }]
    expect(refusal(await at.call(recordRead, { type: 'website', files })).type).toBe('Questionnaire')
  })

  it('is not taken a second time by what was read once', async () => {
    const answer = await answerTo(answered(edited()))
    must(await at.call(questionnaireAccept, atFirst(answer)))
    expect(refusal(await at.call(questionnaireAccept, atFirst(answer))).type).toBe('Gone')
  })
})
