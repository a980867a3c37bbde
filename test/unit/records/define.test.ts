import { expect, it } from 'vitest'
import { z } from 'zod'
import { decided, defineRecord, together } from '../../../shared/records/define.ts'
import { choice, listOf, reference, structure, text } from '../../../shared/records/field.ts'
import { catalogueOf } from '../../../shared/records/index.ts'

const common = { label: 'Uji', articles: [], writers: ['admin'] as const, title: () => '' }
const fields = { a: text('A'), b: text('B'), state: choice('Keadaan', { tutup: 'Tutup' }) }

it('a unit holds fields of its record, each in one unit, under a name of its own', () => {
  const units = (given: object) => () => defineRecord('uji', { ...common, fields, together: given as never })
  expect(units({ pair: together('a', 'b') })).not.toThrow()
  expect(units({ pair: together('a', 'c') })).toThrow('"c" is no field')
  expect(units({ pair: together('a', 'b'), other: decided('b') })).toThrow('"b" is no field, or in two units')
  expect(units({ a: together('a', 'b') })).toThrow('"a" has the name of a field')
})

it('what is locked with another record stays with it, and locks nothing itself', () => {
  const lock = { field: 'state', itself: ['tutup'], children: ['tutup'] } as const
  const locked =
    (holder: ReturnType<typeof reference>, more: object = {}) =>
    () =>
      defineRecord('uji', { ...common, ...more, lockedWith: 'holder', fields: { ...fields, holder } })
  expect(locked(reference('opd', 'OPD').fixed())).not.toThrow()
  expect(locked(reference('opd', 'OPD'))).toThrow('"holder" locks, and is not fixed')
  expect(locked(reference('opd', 'OPD').fixed(), { lock })).toThrow('is locked with another')
})

it('a lock closes what belongs to the record too, a holder knows locks, and who may read is a field of its own', () => {
  const lock = { field: 'state', itself: ['tutup'], children: [] } as const
  expect(() => defineRecord('uji', { ...common, fields, lock })).toThrow(
    'closes the record and not its children',
  )
  const page = { ...fields, holder: reference('folder', 'Map').fixed() }
  const folder = defineRecord('folder', { ...common, fields })
  const locked = defineRecord('page', { ...common, fields: page, lockedWith: 'holder' })
  expect(() => catalogueOf([folder, locked])).toThrow('locked with a type that knows no locks')
  const readers = { ...fields, who: structure('Petugas', listOf(z.string())) }
  const named = {
    ...common,
    fields: readers,
    sealed: 'who',
    together: { pair: together('who', 'a') },
  } as const
  expect(() => defineRecord('uji', named)).toThrow('"who" shares its clock')
})
