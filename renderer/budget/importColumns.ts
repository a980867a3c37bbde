import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import type { GridColumn } from '../ui/index.ts'
import { parseRupiah } from './moneyCell.ts'

const words = budgetWindowTexts.import.columns

/** Texts of the form as printed, and beside them what was understood. What a cell cuts stands whole under the grid, and where the pointer rests. */
export const importColumns: readonly GridColumn[] = [
  { key: 'stage', heading: words.stage, kind: 'longText', width: 252 },
  { key: 'resources', heading: words.resources, kind: 'longText', width: 172 },
  { key: 'source', heading: words.source, kind: 'text', width: 104 },
  { key: 'amount', heading: words.amount, kind: 'money', width: 144, parse: parseRupiah },
  { key: 'duration', heading: words.duration, kind: 'text', width: 104 },
  { key: 'durationRead', heading: words.durationRead, kind: 'text', width: 112, readOnly: true },
  { key: 'output', heading: words.output, kind: 'text', lines: 2, width: 300 },
  { key: 'subOutput', heading: words.subOutput, kind: 'text', lines: 2, width: 220 },
  { key: 'method', heading: words.method, kind: 'text', lines: 2, width: 200 },
  { key: 'implementer', heading: words.implementer, kind: 'text', lines: 2, width: 160 },
  { key: 'other', heading: words.other, kind: 'text', width: 200, readOnly: true },
]
