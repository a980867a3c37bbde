import { describe, expect, it } from 'vitest'
import { defineRecord } from '../../../shared/records/define.ts'
import { boolean, longText, text, time } from '../../../shared/records/field.ts'
import { fieldsForMany, previewMany } from '../../../shared/rules/records/many.ts'

const site = defineRecord('site', {
  label: 'Situs',
  articles: [],
  writers: ['admin'],
  fields: {
    address: text('Alamat').unique(),
    kind: text('Jenis'),
    code: text('Kode').fixed(),
    seen: time('Diperiksa'),
    live: boolean('Tayang'),
    notes: longText('Catatan'),
    pin: text('PIN').confidential(),
  },
  title: (row) => row.address ?? '',
})
const standing = (id: string, value: unknown, words = '') => ({ id, value, text: words })

describe('one value for many records', () => {
  it('is offered for what can be the same of many: not what tells them apart, is said once, or is written by the program', () => {
    expect(fieldsForMany(site).map(({ key }) => key)).toEqual(['kind', 'live', 'notes'])
  })

  it('counts what changes from what, the most frequent first, and what stays', () => {
    const rows = [
      standing('a', 'x', 'X'),
      standing('b', null),
      standing('c', 'x', 'X'),
      standing('d', 'y', 'Y'),
    ]
    expect(previewMany(rows, 'y')).toEqual({
      changing: ['a', 'b', 'c'],
      same: 1,
      from: [
        { text: 'X', count: 2 },
        { text: '', count: 1 },
      ],
    })
  })

  it('takes an empty text for nothing, and false for an answer', () => {
    expect(previewMany([standing('a', ''), standing('b', undefined)], null).changing).toEqual([])
    expect(previewMany([standing('a', null)], false).changing).toEqual(['a'])
  })
})
