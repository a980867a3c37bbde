import { describe, expect, it } from 'vitest'
import { cutText } from '../../../../renderer/ui/grid/cell.ts'
import { guessHeight, rowHeight } from '../../../../renderer/ui/grid/layout.ts'
import type { GridColumn } from '../../../../renderer/ui/grid/types.ts'

const column = (more: Partial<GridColumn> = {}): GridColumn => ({
  key: 'output',
  heading: 'Output',
  kind: 'text',
  width: 112,
  ...more,
})
const heightOf = (one: GridColumn, text: string): number =>
  guessHeight({ id: 'a', cells: { output: text } }, [one], {}, 1000)
const long = 'Pengembangan sistem informasi pemberdayaan kesejahteraan keluarga'

describe('a text in a cell of the grid', () => {
  it('stands on one line unless its column gives it more, and never on more than that', () => {
    expect(heightOf(column(), long)).toBe(rowHeight)
    expect(heightOf(column({ lines: 2 }), 'Pendek')).toBe(rowHeight)
    const two = heightOf(column({ lines: 2 }), 'Pengembangan SIM PKK')
    expect(two).toBeGreaterThan(rowHeight)
    expect(heightOf(column({ lines: 2 }), long)).toBe(two)
  })

  it('is said whole where its cell cuts it', () => {
    expect(cutText(column(), 'Pengembangan SIM PKK')).toBe('Pengembangan SIM PKK')
    expect(cutText(column({ lines: 2 }), long)).toBe(long)
    expect(cutText(column({ lines: 2 }), 'Sosialisasi')).toBeUndefined()
  })
})
