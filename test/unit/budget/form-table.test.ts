import { describe, expect, it } from 'vitest'
import { isFormTable } from '../../../shared/rules/budget/form-table.ts'

const headings = [
  'Sub Output',
  'Tahap Pelaksanaan',
  'Metode/Teknologi/Platform',
  'Pelaksana',
  'Durasi',
  'Sumber Daya',
]
const row = ['Aplikasi', 'Analisis kebutuhan', 'Rapat', 'Vendor', '1 Bulan', 'APBD : 10 Juta']

describe('a pasted table', () => {
  it('is a form where its headings come with it, also below a title', () => {
    expect(isFormTable([headings, row])).toBe(true)
    expect(isFormTable([['DINAS ASET'], ['Output : SIM Aset'], ['No', ...headings], ['1', ...row]])).toBe(
      true,
    )
  })
  it('is none where it is rows, one cell or a part of a line', () => {
    expect(isFormTable([row, row])).toBe(false)
    expect(isFormTable([['Pelaksana']])).toBe(false)
    expect(isFormTable([['Analisis', 'Pelaksana', 'Durasi']])).toBe(false)
    expect(isFormTable([])).toBe(false)
  })
})
