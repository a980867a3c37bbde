import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import type { GridColumn, GridRow } from '../ui/index.ts'

const words = budgetWindowTexts.import.columns
const own = budgetWindowTexts.form.columns

/** The form's own columns in its order, what was understood beside them, and what the officer adds. */
export const formColumns: readonly GridColumn[] = [
  { key: 'output', heading: words.output, kind: 'text', width: 132 },
  { key: 'subOutput', heading: words.subOutput, kind: 'text', width: 120 },
  { key: 'stage', heading: words.stage, kind: 'longText', width: 204 },
  { key: 'method', heading: own.method, kind: 'text', width: 112 },
  { key: 'implementer', heading: words.implementer, kind: 'text', width: 104 },
  { key: 'duration', heading: words.duration, kind: 'text', width: 88 },
  { key: 'resources', heading: own.resources, kind: 'longText', width: 128 },
  { key: 'source', heading: own.source, kind: 'text', width: 72, readOnly: true },
  { key: 'amount', heading: own.amount, kind: 'money', width: 104 },
  { key: 'note', heading: own.note, kind: 'longText', width: 180 },
  { key: 'volume', heading: own.volume, kind: 'money', width: 76, total: false },
  { key: 'measure', heading: own.measure, kind: 'text', width: 84 },
  { key: 'unitPrice', heading: own.unitPrice, kind: 'money', width: 120, total: false },
  { key: 'other', heading: words.other, kind: 'text', width: 140, readOnly: true },
]

const empty: GridRow['cells'] = Object.fromEntries(formColumns.map(({ key }) => [key, null]))

/** A blank row; output and sub output go on from the row above. */
export const blankRow = (id: string, above: GridRow | undefined): GridRow => ({
  id,
  cells: { ...empty, output: above?.cells.output ?? null, subOutput: above?.cells.subOutput ?? null },
})
