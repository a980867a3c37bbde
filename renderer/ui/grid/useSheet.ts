import { useCallback, useRef, useState } from 'react'
import { noHistory, type SheetAction, sheetStep } from './history.ts'
import { addDoubts, type Doubts } from './marks.ts'
import type { GridProps } from './props.ts'
import type { CellDoubt, ChangeKind, Patches, Rows } from './types.ts'

export type Sheet = {
  /** Rows as they are now, also between an act and the next drawing. */
  readonly rows: () => Rows
  readonly doubts: Doubts
  /** Does something to the rows and tells the caller; gives what changed. */
  readonly act: (kind: ChangeKind, action: SheetAction, doubts?: readonly CellDoubt[]) => Patches
}

/** The rows of the caller with their history; the caller's `onChange` gets every change. */
export const useSheet = ({ rows, onChange, readOnly = false }: GridProps): Sheet => {
  const now = useRef(rows)
  const history = useRef(noHistory)
  const latest = useRef({ onChange, readOnly })
  const [doubts, setDoubts] = useState<Doubts>({})
  now.current = rows
  latest.current = { onChange, readOnly }

  const act = useCallback(
    (kind: ChangeKind, action: SheetAction, found: readonly CellDoubt[] = []): Patches => {
      if (latest.current.readOnly) return []
      const { sheet, patches } = sheetStep({ rows: now.current, history: history.current }, action)
      if (patches.length === 0) return patches
      history.current = sheet.history
      now.current = sheet.rows
      setDoubts((known) => addDoubts(known, found, sheet.rows))
      latest.current.onChange({ kind, rows: sheet.rows, patches, doubts: found })
      return patches
    },
    [],
  )
  return { rows: useCallback(() => now.current, []), doubts, act }
}
