import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareForms, listForms, openForm } from '../../../electron/budget/form.ts'
import { type ImportInput, importForm } from '../../../electron/budget/import-form.ts'
import { saveRows } from '../../../electron/budget/save-rows.ts'
import { setStatus, useVersion } from '../../../electron/budget/status.ts'
import { foundByName } from '../../../electron/records/found-by.ts'
import { undo } from '../../../electron/store/undo.ts'
import { acceptedOutputs } from '../../../shared/rules/budget/accepted.ts'
import type { ParsedFile } from '../../../shared/rules/budget/parsed.ts'
import { must, openCity, type TestCity } from '../../fixtures/city.ts'

type Sample = ParsedFile & { readonly opd: { readonly code: string; readonly name: string } }
const place = { sheet: null, table: 1, line: 1 }
const sample = (name: string): Sample => {
  const read = JSON.parse(
    readFileSync(new URL(`../../../resources/samples/${name}.json`, import.meta.url), 'utf8'),
  ) as Sample
  const outputs = read.outputs.map((output) => ({
    ...output,
    rows: output.rows.map((row) => ({ ...row, place, extra: row.extra ?? {}, durationValue: null })),
  }))
  return { ...read, outputs, doubts: [], leftOut: [] }
}
const inputOf = (form: Sample, own: Partial<ImportInput> = {}): ImportInput => ({
  opd: { id: null, ...form.opd },
  year: 2027,
  received: '2026-11-02',
  letter: '',
  mode: 'version',
  outputs: acceptedOutputs([form]),
  doubts: [],
  files: [{ name: form.file, bytes: new TextEncoder().encode(`isi ${form.file}`) }],
  ...own,
})

let city: TestCity
beforeEach(() => {
  city = openCity()
})
afterEach(() => city.close())

const bring = (name: string, own: Partial<ImportInput> = {}) =>
  must(importForm(city.command, inputOf(sample(name), own)))
const open = (form: string, query = city.query) => must(openForm(query, { form }))
const seen = () => city.store.log.vector()
const errorOf = (result: { ok: boolean; error?: { type: string } }) => (result.ok ? null : result.error?.type)

describe('import of a form', () => {
  it('writes OPD, form, rows and files in one commit that names them', () => {
    const before = city.store.head().seq
    const done = bring('penjelasan-pasal-6-ayat-4')
    expect(city.store.head().seq).toBe(before + 1)
    expect(done).toMatchObject({ version: 1, rows: 17, total: 186_000_000, opdAdded: true })
    const { form, rows } = open(done.form)
    expect(form).toMatchObject({
      total: 186_000_000,
      rows: 17,
      withoutCost: 6,
      status: 'diterima',
      current: true,
    })
    expect(rows.map(({ stage }) => stage)).toEqual(
      sample('penjelasan-pasal-6-ayat-4').outputs[0]?.rows.map(({ stage }) => stage),
    )
    const reason = city.store.reader.row<{ reason: string }>(
      'select reason from _log order by arrival desc limit 1',
    )?.reason
    expect(reason).toContain(
      'TA 2027 versi 1 dari penjelasan-pasal-6-ayat-4.docx; OPD dengan kode 2.08.01 ditambahkan',
    )
    const [attachment] = city.store.reader.where('attachment', { owner: done.form })
    expect(city.blobs.get(attachment?.blob ?? '')?.toString()).toBe('isi penjelasan-pasal-6-ayat-4.docx')
    expect(form.files).toEqual([{ name: 'penjelasan-pasal-6-ayat-4.docx', attachment: attachment?.id }])
  })

  it('is refused when a new OPD is given the code of another, and names the holder', () => {
    bring('bappeda')
    const { code } = sample('bappeda').opd
    const wrong = importForm(
      city.command,
      inputOf(sample('dinas-sosial'), { opd: { id: null, code, name: 'Dinas Sosial' } }),
    )
    expect(errorOf(wrong)).toBe('CodeTaken')
    expect(wrong.ok ? '' : wrong.error.message).toContain('Badan Perencanaan Pembangunan Daerah')
    expect(bring('bappeda', { opd: { id: null, code, name: '' } }).version).toBe(2)
  })

  it('is gone after one undo, and the version before counts again', () => {
    const first = bring('bappeda')
    const second = bring('bappeda-perbaikan')
    expect(second).toMatchObject({ version: 2, opdAdded: false })
    expect(open(first.form).form.current).toBe(false)
    must(undo(city.store, city.command.actor, second.commit))
    expect(openForm(city.query, { form: second.form }).ok).toBe(false)
    expect(open(first.form).form.current).toBe(true)
    expect(city.store.reader.where('attachment', {})).toHaveLength(1)
  })

  it('is gone after one undo with the OPD that it added', () => {
    const first = bring('bappeda')
    must(undo(city.store, city.command.actor, first.commit))
    expect(city.store.reader.where('opd', {})).toEqual([])
    expect(must(listForms(city.query, { year: 2027, allVersions: true }))).toMatchObject({
      forms: [],
      missing: [],
      years: [],
    })
    expect(city.store.reader.where('budgetRow', {})).toEqual([])
    expect(city.store.reader.where('attachment', {})).toEqual([])
  })

  it('keeps volume, measure and unit price of forms that have such columns', () => {
    const rows = open(bring('bpkad').form).rows
    expect(rows[0]).toMatchObject({
      volume: 6,
      measure: 'Unit',
      unitPrice: 19_500_000,
      extra: { Volume: '6' },
    })
  })

  it('adds rows to the version in use when asked to', () => {
    const first = bring('bappeda')
    const more = bring('bkpsdm', { opd: { id: null, code: '5.01.01', name: '' }, mode: 'append' })
    expect(more).toMatchObject({ form: first.form, version: 1 })
    const { form, rows } = open(first.form)
    expect(form.rows).toBe(28)
    expect(form.files).toHaveLength(2)
    expect(rows.slice(0, 14).every(({ output }) => output.includes('SIPANDU'))).toBe(true)
  })

  it('is refused when it says again what the version in use says, unless it is to be taken all the same', () => {
    bring('bappeda')
    const again = importForm(city.command, inputOf(sample('bappeda'), { same: 'refuse' }))
    expect(errorOf(again)).toBe('SameAsPresent')
    expect(importForm(city.command, inputOf(sample('bappeda-perbaikan'), { same: 'refuse' })).ok).toBe(true)
    expect(bring('bappeda-perbaikan', { same: 'take' }).version).toBe(3)
  })

  it('keeps the short name of a new OPD, and finds it by that later', () => {
    const { code, name } = sample('bappeda').opd
    bring('bappeda', { opd: { id: null, code, name, short: ' Bappeda ' } })
    expect(city.store.reader.where('opd', {})).toMatchObject([{ short: 'Bappeda' }])
    expect(bring('bappeda', { opd: { id: null, code, name: 'bappeda' } }).opdAdded).toBe(false)
  })

  it('is refused while the year of the OPD is locked', () => {
    const { form } = bring('bappeda')
    for (const status of ['direkomendasikan', 'dikunci'] as const)
      must(setStatus(city.command, { form, status, note: '', seen: seen() }))
    expect(errorOf(importForm(city.command, inputOf(sample('bappeda-perbaikan'))))).toBe('Locked')
  })

  it('is refused for an OPD that the officer has no role for, and allowed for the own one', () => {
    const { form } = bring('bappeda')
    const opd = open(form).form.opd
    const own = city.as(['perencana', opd])
    expect(errorOf(importForm(own.command, inputOf(sample('bkpsdm'))))).toBe('Forbidden')
    expect(importForm(own.command, inputOf(sample('bappeda-perbaikan'))).ok).toBe(true)
  })
})

describe('the list of forms', () => {
  it('shows an officer of one OPD only that OPD', () => {
    const one = bring('bappeda')
    bring('bkpsdm')
    const { query } = city.as(['hanya_lihat', open(one.form).form.opd])
    const list = must(listForms(query, { year: 2027, allVersions: false }))
    expect(list.forms.map(({ opdCode }) => opdCode)).toEqual(['5.01.01'])
    const other = must(listForms(city.query, { year: 2027, allVersions: false })).forms.find(
      ({ opdCode }) => opdCode === '5.03.01',
    )
    expect(errorOf(openForm(query, { form: other?.id ?? '' }))).toBe('NotFound')
  })

  it('names the active OPDs that have not sent a form', () => {
    bring('bappeda')
    must(
      city.store.commit(city.command.actor, 'OPD', (tx) => [
        tx.create('opd', { code: '9', name: 'Dinas Lain' }),
        tx.create('opd', { code: '8', name: 'Dinas Lama', active: false }),
      ]),
    )
    expect(
      must(listForms(city.query, { year: 2027, allVersions: false })).missing.map(({ name }) => name),
    ).toEqual(['Dinas Lain'])
  })
})

describe('the grid', () => {
  it('reads money and duration again from what was typed, and a mark goes when the text becomes readable', () => {
    const mark = { column: 'duration', found: 'menyesuaikan', message: '…', type: 'DurationUnread' }
    const form = sample('satpol-pp')
    const outputs = acceptedOutputs([form]).map((output) => ({
      ...output,
      rows: output.rows.map((row) => (row.duration === 'menyesuaikan' ? { ...row, marks: [mark] } : row)),
    }))
    const done = bring('satpol-pp', { outputs })
    const before = open(done.form)
    expect(before.form.marks).toBe(1)
    const row = before.rows.find(({ marks }) => marks.length > 0)
    must(
      saveRows(city.command, {
        form: done.form,
        seen: before.seen,
        created: [
          {
            key: 'baru',
            position: 500,
            values: { stage: 'Audit', resources: 'APBD : 7,5 juta; DAK 2 juta' },
          },
        ],
        updated: [
          {
            id: row?.id ?? '',
            position: null,
            values: { duration: '12 Bulan', resources: 'APBD : 40 juta' },
          },
        ],
        removed: [before.rows[0]?.id ?? ''],
      }),
    )
    const after = open(done.form)
    expect(after.form).toMatchObject({
      marks: 0,
      rows: before.form.rows,
      total: before.form.total - 2_500_000 + 9_500_000 + 4_000_000,
    })
    expect(after.rows[0]).toMatchObject({ stage: 'Audit', amount: 9_500_000, source: 'APBD; DAK' })
    expect(city.store.reader.find('budgetRow', row?.id ?? '')).toMatchObject({
      usulanAmount: 40_000_000,
      durationValue: { value: 12, unit: 'bulan' },
    })
  })

  it('marks what it cannot read and keeps the words', () => {
    const done = bring('bappeda')
    const { rows, seen: loaded } = open(done.form)
    must(
      saveRows(city.command, {
        form: done.form,
        seen: loaded,
        created: [],
        removed: [],
        updated: [{ id: rows[0]?.id ?? '', position: null, values: { resources: 'sesuai DPA' } }],
      }),
    )
    expect(open(done.form).rows[0]).toMatchObject({
      resources: 'sesuai DPA',
      amount: null,
      other: 'sesuai DPA',
      marks: [{ column: 'resources', type: 'NotAmount' }],
    })
  })

  it('refuses a stale save and names the cell that another officer changed', () => {
    const done = bring('bappeda')
    const { rows, seen: loaded } = open(done.form)
    const edit = (values: object) => ({
      form: done.form,
      seen: loaded,
      created: [],
      removed: [],
      updated: [{ id: rows[0]?.id ?? '', position: null, values }],
    })
    must(saveRows(city.command, edit({ stage: 'Satu' })))
    const refused = saveRows(city.command, edit({ stage: 'Dua' }))
    expect(refused).toMatchObject({
      ok: false,
      error: { type: 'Stale', differences: [{ field: 'stage', theirs: 'Satu', yours: 'Dua' }] },
    })
    expect(saveRows(city.command, edit({ method: 'Rapat' })).ok).toBe(true)
  })

  it('does not remove a row that another officer has changed meanwhile', () => {
    const done = bring('bappeda')
    const { rows, seen: loaded } = open(done.form)
    const id = rows[0]?.id ?? ''
    must(
      saveRows(city.command, {
        form: done.form,
        seen: loaded,
        created: [],
        removed: [],
        updated: [{ id, position: null, values: { resources: 'APBD : 99 juta' } }],
      }),
    )
    expect(
      errorOf(
        saveRows(city.command, { form: done.form, seen: loaded, created: [], updated: [], removed: [id] }),
      ),
    ).toBe('Stale')
  })

  it('forgets that a row has a twin when the twin is removed', () => {
    const form = sample('penjelasan-pasal-6-ayat-4')
    const twin = { column: 'stage', found: 'Format', message: '…', type: 'Twin' }
    const outputs = acceptedOutputs([form]).map((output) => ({
      ...output,
      rows: output.rows.map((row) => (row.row === 3 || row.row === 4 ? { ...row, marks: [twin] } : row)),
    }))
    const done = bring('penjelasan-pasal-6-ayat-4', { outputs })
    const { rows, seen: loaded } = open(done.form)
    must(
      saveRows(city.command, {
        form: done.form,
        seen: loaded,
        created: [],
        updated: [],
        removed: [rows[3]?.id ?? ''],
      }),
    )
    expect(open(done.form).form.marks).toBe(0)
  })
})

describe('life of a form', () => {
  const to = (
    form: string,
    status: 'diperiksa' | 'dikembalikan' | 'direkomendasikan' | 'dikunci',
    note = '',
    as = city.command,
  ) => setStatus(as, { form, status, note, seen: seen() })

  it('goes from received to locked, and a locked form refuses edits by every way', () => {
    const done = bring('bappeda')
    expect(errorOf(to(done.form, 'dikunci'))).toBe('NotInThisState')
    for (const status of ['diperiksa', 'direkomendasikan', 'dikunci'] as const) must(to(done.form, status))
    const { rows, form, may, seen: loaded } = open(done.form)
    expect(form).toMatchObject({
      status: 'dikunci',
      statusBy: 'Siti Rahma',
      statusAt: '2026-11-21T07:05:00.000Z',
    })
    expect(may).toEqual({
      edit: false,
      examine: false,
      sendBack: false,
      recommend: false,
      lock: false,
      unlock: true,
    })
    const edit = {
      form: done.form,
      seen: loaded,
      created: [],
      removed: [],
      updated: [{ id: rows[0]?.id ?? '', position: null, values: { stage: 'X' } }],
    }
    expect(errorOf(saveRows(city.command, edit))).toBe('Locked')
    expect(
      errorOf(
        city.store.commit(city.command.actor, 'lewat', (tx) =>
          tx.update('budgetRow', rows[0]?.id ?? '', { stage: 'X' }),
        ),
      ),
    ).toBe('Locked')
    expect(errorOf(undo(city.store, city.command.actor, done.commit))).not.toBeNull()
    must(setStatus(city.command, { form: done.form, status: 'direkomendasikan', note: '', seen: seen() }))
  })

  it('holds an undo of an edit back once the form is locked', () => {
    const done = bring('bappeda')
    const { rows, seen: loaded } = open(done.form)
    const edit = must(
      saveRows(city.command, {
        form: done.form,
        seen: loaded,
        created: [],
        removed: [],
        updated: [{ id: rows[0]?.id ?? '', position: null, values: { stage: 'X' } }],
      }),
    )
    for (const status of ['direkomendasikan', 'dikunci'] as const) must(to(done.form, status))
    expect(errorOf(undo(city.store, city.command.actor, edit.commit))).toBe('Locked')
  })

  it('moves by undo only where the officer may make the step, and never back to a word that was said of other rows', () => {
    const done = bring('bappeda')
    const { rows, form } = open(done.form)
    const planner = city.as(['perencana', form.opd])
    const verifier = city.as(['verifikator', null])
    const move = (who: typeof planner, status: 'diperiksa' | 'direkomendasikan' | 'dikunci') =>
      must(setStatus(who.command, { form: done.form, status, note: '', seen: seen() }))
    const undoAs = (who: typeof planner, commit: string) =>
      errorOf(undo(city.store, who.command.actor, commit))
    const edit = must(
      saveRows(planner.command, {
        form: done.form,
        seen: seen(),
        created: [],
        removed: [],
        updated: [{ id: rows[0]?.id ?? '', position: null, values: { stage: 'X' } }],
      }),
    )
    const recommended = move(verifier, 'direkomendasikan')
    expect(undoAs(planner, edit.commit)).toBe('Locked')
    const locked = move(verifier, 'dikunci')
    expect(undoAs(planner, locked.commit)).toBe('Forbidden')
    expect(undoAs(verifier, locked.commit)).toBe('Forbidden')
    must(undo(city.store, city.command.actor, locked.commit))
    const examined = move(planner, 'diperiksa')
    must(
      saveRows(planner.command, {
        form: done.form,
        seen: seen(),
        created: [],
        removed: [],
        updated: [{ id: rows[0]?.id ?? '', position: null, values: { stage: 'diubah lagi' } }],
      }),
    )
    expect(undoAs(planner, examined.commit)).toBe('Forbidden')
    expect(open(done.form).form.status).toBe('diperiksa')
    expect(undoAs(verifier, recommended.commit)).not.toBeNull()
    const again = move(verifier, 'direkomendasikan')
    must(undo(city.store, verifier.command.actor, again.commit))
    expect(open(done.form).form.status).toBe('diperiksa')
  })

  it('sends a form back only with a note on the form or on a row', () => {
    const done = bring('bappeda')
    expect(errorOf(to(done.form, 'dikembalikan'))).toBe('NoteMissing')
    const { rows, seen: loaded } = open(done.form)
    must(
      saveRows(city.command, {
        form: done.form,
        seen: loaded,
        created: [],
        removed: [],
        updated: [{ id: rows[0]?.id ?? '', position: null, values: { note: 'Volume belum ada' } }],
      }),
    )
    expect(to(done.form, 'dikembalikan').ok).toBe(true)
  })

  it('leaves recommending to verifikator and admin, of that OPD', () => {
    const one = bring('bappeda')
    const opd = open(one.form).form.opd
    expect(errorOf(to(one.form, 'direkomendasikan', '', city.as(['perencana', null]).command))).toBe(
      'Forbidden',
    )
    expect(
      errorOf(to(one.form, 'direkomendasikan', '', city.as(['verifikator', 'aaaaaaaaaa.9.9']).command)),
    ).toBe('NotFound')
    expect(to(one.form, 'direkomendasikan', '', city.as(['verifikator', opd]).command).ok).toBe(true)
  })

  it('refuses a state that rests on an older one', () => {
    const done = bring('bappeda')
    const loaded = seen()
    must(setStatus(city.command, { form: done.form, status: 'diperiksa', note: '', seen: loaded }))
    expect(
      errorOf(
        setStatus(city.command, { form: done.form, status: 'direkomendasikan', note: '', seen: loaded }),
      ),
    ).toBe('Stale')
  })
})

describe('versions', () => {
  it('compares two versions as an officer would: edited rows are changed, not removed and added', () => {
    const [one, two] = [bring('bappeda'), bring('bappeda-perbaikan')]
    const { differences, same } = must(compareForms(city.query, { before: one.form, after: two.form }))
    const of = (kind: string) =>
      differences.filter((difference) => difference.kind === kind).map(({ stage }) => stage)
    expect(of('changed')).toEqual([
      'Pengodean e-musrenbang',
      'Pengadaan laptop perencana (2 unit)',
      'Bimbingan teknis e-musrenbang',
    ])
    expect(of('removed')).toEqual(['Survei titik koordinat prasarana', 'Pelatihan administrator'])
    expect(of('added')).toEqual(['Penyusunan Keputusan Walikota tentang wali data', 'Reviu berkala'])
    expect(same).toBe(9)
    const sum = differences.reduce(
      (total, { amountBefore, amountAfter }) => total + (amountAfter ?? 0) - (amountBefore ?? 0),
      0,
    )
    expect(sum).toBe(two.total - one.total)
  })

  it('lets another version count again', () => {
    const [one, two] = [bring('bappeda'), bring('bappeda-perbaikan')]
    must(useVersion(city.command, { form: one.form, seen: seen() }))
    expect(open(one.form).versions.map(({ version, current }) => [version, current])).toEqual([
      [2, false],
      [1, true],
    ])
    expect(open(two.form).may.edit).toBe(false)
    expect(errorOf(useVersion(city.command, { form: one.form, seen: seen() }))).toBe('NotInThisState')
  })
})

describe('a form in the search of the window', () => {
  const found = (text: string, query = city.query) =>
    foundByName(query.reader, query.session, text).map(({ id }) => id)

  it('is found by the name and the code of its OPD, with the word “formulir” and the year beside it', () => {
    const { form } = bring('dinas-kesehatan')
    const before = bring('dinas-kesehatan', { year: 2026 })
    bring('rsud')
    expect(found('kesehatan')).toEqual([before.form, form])
    expect(found('formulir dinas kesehatan 2027')).toEqual([form])
    expect(found(sample('dinas-kesehatan').opd.code)).toContain(form)
    expect(foundByName(city.query.reader, city.query.session, 'kesehatan')[0]?.title).toMatch(
      /^Dinas Kesehatan · Formulir TA 2026/,
    )
  })

  it('is not found by an officer of other OPDs, nor by a year alone', () => {
    bring('dinas-kesehatan')
    const other = { ...city.query, session: { ...city.query.session, opds: ['aaaaaaaaaa.1.1'] } }
    expect(found('kesehatan', other)).toEqual([])
    expect(found('2027')).toEqual([])
  })
})
