import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitName } from '../../../renderer/budget/fileNames.ts'

it('keeps the end of a long file name whole, which tells a correction from its original', () => {
  expect(splitName('badan-perencanaan-pembangunan-daerah-perbaikan.xlsx').tail).toMatch(/perbaikan\.xlsx$/)
  expect(splitName('a.csv')).toEqual({ head: '', tail: 'a.csv' })
})
it('loses no character of any name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const { head, tail } = splitName(name)
      expect(head + tail).toBe(name)
    }),
  )
})
