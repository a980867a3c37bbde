export { Grid } from './Grid.tsx'
export { gridKeys } from './keyHelp.ts'
export type { GridHandle, GridProps } from './props.ts'
export { useGridRoom } from './room.ts'
export type {
  CellDoubt,
  CellValue,
  GridChange,
  GridColumn,
  GridRow,
  Mark,
  MarkKind,
  Marks,
  Parsed,
  Patch,
  Patches,
  RowStatus,
  Rows,
  Spot,
} from './types.ts'
