import { describe, expect, it } from 'vitest'
import { articleWords } from '../../../renderer/records/articles.ts'
import { cellText, columnShape } from '../../../renderer/records/columns.ts'
import { findingErrors, formGroups, formValues, newValues } from '../../../renderer/records/form.ts'
import { listInput, usualSort } from '../../../renderer/records/listing.ts'
import { readDifferences, resolved } from '../../../renderer/records/stale.ts'
import { budgetForm, priceStandard } from '../../../shared/records/budget.ts'
import { officer, opd, role } from '../../../shared/records/core.ts'
import { basisOf, defineRecord } from '../../../shared/records/define.ts'
import { boolean, bytes, choice, date, longText, money, text } from '../../../shared/records/field.ts'
import { regulationOf } from '../../../shared/regulation/index.ts'
import { listFields, shownFields } from '../../../shared/rules/records/fields.ts'

const site = defineRecord('site', {
  label: 'Situs web',
  articles: ['PBM-12(1)'],
  writers: ['admin'],
  register: true,
  fields: {
    address: text('Alamat').required().searchable(),
    country: choice('Lokasi', { ID: 'Indonesia', SG: 'Singapura' }),
    price: money('Sewa (Rp)'),
    ends: date('Berakhir'),
    live: boolean('Masih tayang'),
    notes: longText('Catatan'),
    secret: text('Rahasia').confidential(),
    key: bytes('Kunci'),
  },
  title: (row) => row.address ?? '',
})

const client = { shell: 'chromium', call: () => expect.fail(), onEvent: () => () => {} } as never
const row = (values: Record<string, unknown>, titles: Record<string, string> = {}) => ({ values, titles })
const field = (key: string) => shownFields(site).find((each) => each.key === key) ?? expect.fail(key)

describe('a register from its definition', () => {
  it('lists what an officer may see, and keeps long texts for the form', () => {
    expect(shownFields(site).map(({ key }) => key)).toEqual([
      'address',
      'country',
      'price',
      'ends',
      'live',
      'notes',
    ])
    expect(listFields(site).map(({ key }) => key)).toEqual(['address', 'country', 'price', 'ends', 'live'])
  })

  it('writes each kind of value as tables do', () => {
    const values = {
      address: 'prabumulih.go.id',
      country: 'ID',
      price: 12_500_000,
      ends: '2027-03-01',
      live: false,
    }
    expect(listFields(site).map((each) => cellText(each, row(values)))).toEqual([
      'prabumulih.go.id',
      'Indonesia',
      '12.500.000',
      '01-03-2027',
      'Tidak',
    ])
  })

  it('leaves what nobody recorded empty, and tells false from unknown', () => {
    expect(listFields(site).map((each) => cellText(each, row({})))).toEqual(['', '', '', '', ''])
    expect(cellText(field('live'), row({ live: null }))).toBe('')
  })

  it('names references by their title and groups a NIP', () => {
    const [reference] = listFields(role).filter(({ key }) => key === 'officer')
    if (reference)
      expect(cellText(reference, row({ officer: 'abcdefghij.1.1' }, { officer: 'Siti' }))).toBe('Siti')
    const [nip] = listFields(officer)
    if (nip) expect(cellText(nip, row({ nip: '198804122010012003' }))).toBe('19880412 201001 2 003')
  })

  it('never groups a year', () => {
    const year = listFields(priceStandard).find(({ key }) => key === 'year')
    if (year) expect(cellText(year, row({ year: 2027 }))).toBe('2027')
  })

  it('gives numbers a width and a side, and names what is left', () => {
    expect(columnShape(field('price'))).toEqual({ width: 150, align: 'right' })
    expect(columnShape(field('address'))).toHaveProperty('grow')
  })
})

describe('what a list asks for', () => {
  it('sends only filters that are set, as the values of their kind', () => {
    const query = {
      search: 'kes',
      sort: { key: 'code', direction: 'desc' as const },
      filters: { active: 'ya', short: '', nonsense: 'x' },
    }
    expect(listInput(opd, query, 50)).toEqual({
      type: 'opd',
      search: 'kes',
      filters: { active: true },
      sort: { field: 'code', descending: true },
      limit: 50,
    })
  })

  it('begins in the order of the first index, where that is a column', () => {
    expect(usualSort(opd)).toEqual({ key: 'code', direction: 'asc' })
    expect(usualSort(role)).toBeNull()
    expect(usualSort(site)).toBeNull()
  })
})

describe('a form from its definition', () => {
  it('holds exactly the fields that it shows', () => {
    expect(formValues(site, { address: 'a.go.id', secret: 'x', notes: undefined })).toEqual({
      address: 'a.go.id',
      country: null,
      price: null,
      ends: null,
      live: null,
      notes: null,
    })
  })

  it('begins a new record as in use where its type can go out of use', () => {
    expect(newValues(opd)).toMatchObject({ active: true, code: null })
    expect(newValues(site)).toMatchObject({ live: null })
  })

  it('says quietly that a value is missing and marks only what must be looked at', () => {
    const findings = [
      { field: 'code', kind: 'unique' as const, message: 'Kode ini sudah dipakai.' },
      { field: 'name', kind: 'required' as const, message: 'Nama belum diisi.' },
    ]
    const [group] = formGroups(client, opd, null, findings)
    expect(group?.fields.find(({ name }) => name === 'name')).toMatchObject({
      hint: 'belum ada data',
      required: true,
    })
    expect(findingErrors(findings)).toEqual({ code: 'Kode ini sudah dipakai.' })
  })

  it('puts fields under headings, and the rest first', () => {
    const { fields, ...rest } = site
    const short = { ...rest, fields: { address: fields.address, price: fields.price, ends: fields.ends } }
    const groups = formGroups(client, { ...short, sections: { Sewa: ['price', 'ends'] } }, null, [])
    expect(groups.map(({ title, fields }) => [title, fields.map(({ name }) => name)])).toEqual([
      [undefined, ['address']],
      ['Sewa', ['price', 'ends']],
    ])
  })
})

describe('a field that a regulation asks for', () => {
  const { fields, ...rest } = site
  const address = text('Alamat').basis('PBM-12(1)', 'PBM-9(1)a-b', 'SKW-10')
  const asked = { ...rest, fields: { ...fields, address } }
  const chipsIn = (id: string) =>
    formGroups(client, asked, null, [], regulationOf(id))[0]?.fields[0]?.chips?.map(({ short }) => short)

  it('wears the units of the city’s own regulation, each leading to its text', () => {
    expect(chipsIn('prabumulih')).toEqual(['12 (1)', '9 (1) a', '9 (1) b'])
    expect(chipsIn('singkawang')).toEqual(['10'])
    expect(formGroups(client, asked, null, [], regulationOf('singkawang'))[0]?.fields[0]?.chips).toEqual([
      { short: '10', label: 'Pasal 10 Perwal Singkawang 27/2019', href: '/peraturan?buka=SKW-10' },
    ])
    expect(basisOf(asked)).toEqual(['PBM-12(1)', 'PBM-9(1)a-b', 'SKW-10'])
  })
})

describe('a stale save', () => {
  const failure = {
    type: 'Stale',
    message: '',
    differences: [{ field: 'head', label: 'Pimpinan', theirs: 'Budi', yours: 'Andi' }],
  }
  const step = {
    commit: 'abcdefghij.9',
    device: 'abcdefghij',
    time: '2026-11-21T02:14:00.000Z',
    officer: 'Budi Santoso',
    capacity: 'Admin',
    reason: '',
    operation: 'update' as const,
    deletes: false,
    fields: [{ field: 'head', label: 'Pimpinan', before: '', after: 'Budi' }],
  }

  it('shows both values in words and who wrote the other', () => {
    const [difference] = readDifferences(failure, opd, { head: 'Andi' }, {}, row({ head: 'Budi' }), [step])
    expect(difference).toEqual({
      field: 'head',
      label: 'Pimpinan',
      mine: 'Andi',
      theirs: 'Budi',
      by: { officer: 'Budi Santoso', time: step.time, device: step.device },
    })
  })

  it('shows choices by their words', () => {
    const choiceFailure = { ...failure, differences: [{ field: 'status', label: 'Keadaan' }] }
    const [difference] = readDifferences(
      choiceFailure,
      budgetForm,
      { status: 'diterima' },
      {},
      row({ status: 'dikunci' }),
      [],
    )
    expect(difference).toMatchObject({ mine: 'Diterima', theirs: 'Dikunci', by: null })
  })

  it('writes only what the officer keeps', () => {
    expect(resolved({ head: 'Andi', name: 'Dinas' }, { head: 'theirs' })).toEqual({ name: 'Dinas' })
    expect(resolved({ head: 'Andi' }, { head: 'mine' })).toEqual({ head: 'Andi' })
  })
})

describe('the pasal of a register', () => {
  it('gathers places of one regulation', () => {
    expect(articleWords(['PBM-6(3)', 'PBM-Penj6(4)', 'SKW-16(4)'])).toBe(
      'Pasal 6 ayat (3), Penjelasan Pasal 6 ayat (4) Perwal Prabumulih 64/2017; Pasal 16 ayat (4) Perwal Singkawang 27/2019',
    )
  })
})
