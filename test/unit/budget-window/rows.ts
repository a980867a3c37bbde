import * as fc from 'fast-check'
import type { ReadFile } from '../../../renderer/budget/importModel.ts'
import { applyPatches } from '../../../renderer/ui/grid/model.ts'
import type { GridChange, GridRow, Patch, Rows } from '../../../renderer/ui/grid/types.ts'
import type { BudgetRowShape } from '../../../shared/contract/budget.ts'
import { readResources } from '../../../shared/rules/budget/reread.ts'

export const storedRow = (id: string, more: Partial<BudgetRowShape> = {}): BudgetRowShape => ({
  id,
  position: 1024,
  output: 'Pengembangan SIM PKK',
  subOutput: 'Infrastruktur',
  stage: 'Instalasi jaringan',
  method: '-',
  implementer: 'Vendor',
  duration: '1 Bulan',
  resources: 'APBD : 10 Juta',
  amount: 10_000_000,
  source: 'APBD',
  other: '',
  volume: null,
  measure: '',
  unitPrice: null,
  extra: {},
  marks: [],
  note: '',
  ...more,
})

/** A file as the importer gives it: one row for each text of the money column. */
export const readFile = (texts: readonly string[], doubts: ReadFile['doubts'] = []): ReadFile => ({
  file: 'dinas-kesehatan.docx',
  outputs: [
    {
      title: 'SIKDA',
      total: 0,
      rows: texts.map((text, at) => {
        const { resources, amount } = readResources(text)
        return {
          row: at + 1,
          place: { sheet: null, table: 1, line: at + 2 },
          subOutput: 'Aplikasi',
          stage: `Tahap ${at + 1}`,
          method: '',
          implementer: 'Vendor',
          duration: '1 Bulan',
          durationValue: { value: 1, unit: 'bulan' as const, times: null },
          resources: { ...resources, funding: resources.funding.map((part) => ({ ...part })) },
          amount,
          extra: {},
        }
      }),
    },
  ],
  doubts: [...doubts],
  leftOut: [],
})

export const setCell = (
  rows: Rows,
  row: string,
  column: string,
  after: string | number | null,
): GridChange => {
  const before = rows.find(({ id }) => id === row)?.cells[column] ?? null
  const patches: Patch[] = [{ type: 'set', row, column, before, after }]
  return { kind: 'edit', rows: applyPatches(rows, patches), patches, doubts: [] }
}
export const insertRow = (rows: Rows, at: number, row: GridRow): GridChange => {
  const patches: Patch[] = [{ type: 'insert', at, rows: [row] }]
  return { kind: 'insert', rows: applyPatches(rows, patches), patches, doubts: [] }
}
export const removeRow = (rows: Rows, at: number): GridChange => {
  const patches: Patch[] = [{ type: 'remove', at, rows: rows.slice(at, at + 1) }]
  return { kind: 'remove', rows: applyPatches(rows, patches), patches, doubts: [] }
}

export type Act =
  | { readonly kind: 'text' | 'stage'; readonly at: number; readonly text: string }
  | { readonly kind: 'amount'; readonly at: number; readonly amount: number | null }
  | { readonly kind: 'insert' | 'remove'; readonly at: number }

const money = fc.constantFrom(
  'APBD : 10 Juta',
  'DAK : 5 jt',
  'sesuai DPA',
  '',
  'APBD : 10 Juta; DAK : 5 Juta',
  '2.500 ribu',
)
const at = fc.nat(20)
/** What officers do in a grid, in any order. */
export const acts = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('text' as const), at, text: money }),
    fc.record({ kind: fc.constant('stage' as const), at, text: fc.string({ maxLength: 6 }) }),
    fc.record({ kind: fc.constant('amount' as const), at, amount: fc.option(fc.nat(90_000_000)) }),
    fc.record({ kind: fc.constantFrom('insert' as const, 'remove' as const), at }),
  ),
  { maxLength: 12 },
)

let made = 0
export const changeOf = (rows: Rows, act: Act): GridChange | null => {
  if (act.kind === 'insert') {
    made += 1
    return insertRow(rows, act.at % (rows.length + 1), {
      id: `baru-${made}`,
      cells: { stage: 'Baru', amount: null },
    })
  }
  const place = rows.length === 0 ? -1 : act.at % rows.length
  const row = rows[place]
  if (row === undefined) return null
  if (act.kind === 'remove') return removeRow(rows, place)
  if (act.kind === 'amount') return setCell(rows, row.id, 'amount', act.amount)
  if (act.kind === 'text') return setCell(rows, row.id, 'resources', act.text)
  return setCell(rows, row.id, 'stage', 'text' in act ? act.text : '')
}
