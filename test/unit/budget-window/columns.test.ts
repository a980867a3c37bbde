import { describe, expect, test } from 'vitest'
import { fittedColumns, formColumns } from '../../../renderer/budget/formColumns.ts'

/** Pixels beside the row numbers in windows 1280, 1366 and 1920 wide, with the menu open. */
const rooms = [976, 1062, 1616]
const widths = (room: number, last: string): number[] => {
  const columns = fittedColumns(room)
  return columns.slice(0, columns.findIndex(({ key }) => key === last) + 1).map(({ width }) => width)
}
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

describe('columns of the form', () => {
  test.each(rooms)('end with Jumlah whole in view where there are %i pixels', (room) => {
    expect(sum(widths(room, 'amount'))).toBeLessThanOrEqual(room)
  })

  test('give Jumlah room for 999.999.999.999 beside a mark, however narrow the window', () => {
    for (const room of [0, 400, ...rooms])
      expect(fittedColumns(room).find(({ key }) => key === 'amount')?.width).toBe(144)
  })

  test('bring the notes into view where the window is wide, and never lose or reorder a column', () => {
    expect(sum(widths(1616, 'note'))).toBeLessThanOrEqual(1616)
    expect(fittedColumns(1616).map(({ key }) => key)).toEqual(formColumns.map(({ key }) => key))
  })
})
