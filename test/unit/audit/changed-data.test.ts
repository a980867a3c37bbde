import { describe, expect, it } from 'vitest'
import { changedData } from '../../../renderer/audit/changedData.ts'
import { auditTexts } from '../../../shared/texts/audit.ts'

describe('how much an entry of the log changed', () => {
  it('is called data, since a form is written with its rows, files and OPD', () => {
    expect(auditTexts.log.rows).toBe('Data berubah')
    expect(changedData(1234)).toBe('1.234')
  })

  it('is nothing where something was only taken, and says so in words', () => {
    expect(changedData(0)).toBe('tidak ada')
  })
})
