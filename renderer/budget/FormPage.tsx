import { Button } from '@mantine/core'
import { type RefObject, startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { budgetForm } from '../../shared/contract/budget.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { useAnswer } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { useDetail } from '../app/detail.ts'
import { readNumber, useKept } from '../app/kept.ts'
import { useUnsaved } from '../app/leave.tsx'
import { usePlace } from '../app/place.ts'
import { useOnlyRead } from '../app/useOnlyRead.ts'
import {
  EmptyState,
  ErrorText,
  formatWhole,
  Grid,
  type GridHandle,
  type GridRow,
  generalKeys,
  gridKeys,
  KeyHelp,
  SplitView,
  type Spot,
  showNotice,
  ThinBar,
  useGridRoom,
  usePlainKey,
  useSaveKey,
} from '../ui/index.ts'
import { budgetAddress, type FormTab, tabOf } from './addresses.ts'
import { DiscardDialog } from './DiscardDialog.tsx'
import { FormActions } from './FormActions.tsx'
import { FormFoot, whyReadOnly } from './FormFoot.tsx'
import { FormHead } from './FormHead.tsx'
import { FormMarks, isOpenMark } from './FormMarks.tsx'
import { FormSide } from './FormSide.tsx'
import styles from './form.module.css'
import { blankRow, cellOfColumn, fittedColumns } from './formColumns.ts'
import { formTotals } from './formTotals.ts'
import { gridMarks } from './gridMarks.ts'
import { wrongCells } from './moneyCell.ts'
import { ReturnedActions } from './ReturnedActions.tsx'
import { StaleRows } from './StaleRows.tsx'
import { type OpenForm, type SaveOutcome, useFormSheet } from './useFormSheet.ts'
import { doubtsAt, formKeys, useSettleCells, useSettleKey } from './useSettleCells.ts'

const texts = budgetWindowTexts.form
const keyGroups = [generalKeys, gridKeys, formKeys]
const derived: ReadonlySet<string> = new Set(['durationRead', 'other', 'source'])

const useBlankRows = (rows: RefObject<readonly GridRow[]>) => {
  const count = useRef(0)
  return useCallback(
    (index: number): GridRow => {
      count.current += 1
      return blankRow(
        `baru-${Date.now().toString(36)}-${count.current}`,
        rows.current[Math.max(0, index - 1)],
      )
    },
    [rows],
  )
}

/** A row named by the address (from the consolidation) is shown as soon as the grid stands; else the frame is on the first cell. Either way the keys work at once. */
const useRowOfAddress = (grid: RefObject<GridHandle | null>, row: string | null) => {
  useEffect(() => {
    if (row !== null) grid.current?.goTo(row, 'stage')
    else grid.current?.focus()
  }, [grid, row])
}

const useSaving = (sheet: ReturnType<typeof useFormSheet>, grid: RefObject<GridHandle | null>) => {
  const tell = useCommitNotice()
  const said = useCallback(
    (result: SaveOutcome, count: number): boolean => {
      if (result === null) return true
      if (!result.ok && result.error.type === 'Stale') return false
      return tell(result, texts.savedRows(formatWhole(count)))
    },
    [tell],
  )
  const { save, changes, wrongNow } = sheet
  const saveNow = async (): Promise<boolean> => {
    grid.current?.commit()
    const wrong = wrongNow()
    if (wrong) {
      grid.current?.goTo(wrong.row, wrong.column)
      return false
    }
    return said(await save(), Math.max(1, changes))
  }
  const settle = async (theirs: ReadonlySet<string> | null) => {
    said(await sheet.settle(theirs), Math.max(1, changes))
  }
  return { saveNow, settle }
}

const nothing: OpenForm['may'] = {
  edit: false,
  examine: false,
  sendBack: false,
  recommend: false,
  lock: false,
  unlock: false,
}

const Editor = ({ form: loaded }: { form: OpenForm }) => {
  const isOnlyRead = useOnlyRead()
  const form = useMemo(() => (isOnlyRead ? { ...loaded, may: nothing } : loaded), [loaded, isOnlyRead])
  const { params, set, go } = usePlace()
  const tab = tabOf(params.toString())
  const [width, setWidth] = useKept('formulir/lebar', 360, readNumber)
  const [help, setHelp] = useState(false)
  const [active, setActive] = useState<Spot>({ row: 0, column: 0 })
  const framed = useRef(active)
  const grid = useRef<GridHandle>(null)
  const place = useRef<HTMLDivElement>(null)
  const room = useGridRoom(place)
  const columns = useMemo(() => fittedColumns(room), [room])
  // The side follows when there is time: moving the frame must not draw the whole page anew. A key acts on the frame itself.
  const onActive = useCallback((spot: Spot) => {
    framed.current = spot
    startTransition(() => setActive(spot))
  }, [])
  const restored = useCallback((stale: boolean) => {
    showNotice({ message: stale ? texts.draftStale : texts.draftBack, tone: 'attention' })
  }, [])
  const editor = useFormSheet(form, restored)
  const { sheet, stored, dirty } = editor
  const { saveNow, settle } = useSaving(editor, grid)
  const [discarding, setDiscarding] = useState(false)
  const rows = useRef(sheet.rows)
  rows.current = sheet.rows
  const newRow = useBlankRows(rows)
  const marks = useMemo(() => gridMarks(sheet, stored.bases, derived), [sheet, stored])
  const totals = useMemo(() => {
    const sums = formTotals(sheet)
    const open = form.form.marksOfForm.filter(isOpenMark).length
    return { ...sums, marked: sums.marked + open + wrongCells(sheet.rows).length }
  }, [sheet, form])
  const setTab = (next: FormTab | null) => set({ tab: next }, { replace: true })
  const goTo = useCallback((row: string, column: string) => grid.current?.goTo(row, cellOfColumn(column)), [])
  useUnsaved(dirty)
  useSaveKey(() => void saveNow())
  useRowOfAddress(grid, params.get('baris'))
  useDetail(form.form.opdName)
  usePlainKey(
    '?',
    useCallback(() => setHelp(true), []),
  )
  const settleCells = useSettleCells(form, saveNow, editor.seenNow)
  const onSettle = form.may.edit ? settleCells : null
  const activeRow = sheet.rows[active.row]
  const doubtsIn = ({ row, column }: Spot) =>
    doubtsAt(sheet, sheet.rows[row]?.id ?? '', columns[column]?.key ?? '')
  const doubts = doubtsIn(active)
  const isDisputed = marks[activeRow?.id ?? '']?.[columns[active.column]?.key ?? '']?.kind === 'disputed'
  useSettleKey(() => onSettle?.(doubtsIn(framed.current)))
  const side =
    tab === null ? null : (
      <FormSide
        tab={tab}
        form={form}
        sheet={sheet}
        row={
          activeRow
            ? { id: activeRow.id, number: active.row + 1, stored: stored.bases.has(activeRow.id) }
            : null
        }
        onGo={goTo}
        onSettle={onSettle}
        onOpen={(id) => go(budgetAddress.form(id, { tab: 'versi' }))}
      />
    )
  return (
    <div className={styles.page}>
      <FormHead
        form={form}
        totals={totals}
        tab={tab}
        onTab={setTab}
        actions={
          <>
            {form.form.status === 'dikembalikan' ? (
              <ReturnedActions form={form} sheet={sheet} totals={totals} />
            ) : null}
            <FormActions form={form} totals={totals} dirty={dirty} onBefore={saveNow} />
          </>
        }
      />
      <FormMarks form={form} />
      <div className={styles.main}>
        <SplitView
          side={side}
          sideLabel={tab ? texts.tabs[tab] : ''}
          width={width}
          onWidth={setWidth}
          onClose={() => setTab(null)}
        >
          <div className={styles.sheet}>
            <div className={styles.grid} ref={place}>
              <Grid
                label={`${texts.grid} ${form.form.opdName}`}
                columns={columns}
                rows={sheet.rows}
                marks={marks}
                toCheck={totals.marked}
                onChange={editor.change}
                newRow={newRow}
                handle={grid}
                readOnly={!form.may.edit || editor.busy}
                whyReadOnly={whyReadOnly(form, editor.busy, isOnlyRead)}
                frozen={1}
                onActive={onActive}
              />
            </div>
            <FormFoot
              form={form}
              sheet={editor}
              onSave={() => void saveNow()}
              onDiscard={() => setDiscarding(true)}
              onGo={goTo}
              onSettle={onSettle === null || doubts.length === 0 ? null : () => onSettle(doubts)}
              disputed={isDisputed ? (activeRow?.id ?? null) : null}
            />
          </div>
        </SplitView>
      </div>
      {discarding ? (
        <DiscardDialog
          changes={editor.changes}
          onDiscard={() => {
            setDiscarding(false)
            editor.discard()
          }}
          onClose={() => setDiscarding(false)}
        />
      ) : null}
      {editor.stale ? (
        <StaleRows conflicts={editor.stale.conflicts} onAnswer={(theirs) => void settle(theirs)} />
      ) : null}
      <KeyHelp opened={help} onClose={() => setHelp(false)} groups={keyGroups} />
    </div>
  )
}

/** “Formulir”: one form of one OPD and year, its rows in a grid, its life, and what stands beside it. */
export const FormPage = () => {
  const { params, go } = usePlace()
  const id = params.get('buka') ?? ''
  const { data, failure, isPending, retry } = useAnswer(
    budgetForm,
    { form: id },
    { records: ['budgetForm', 'budgetRow', 'opd', 'attachment'], enabled: id !== '' },
  )
  const undone = failure?.type === 'NotFound'
  if (data && !undone) return <Editor key={id} form={data} />
  if (isPending && id !== '') return <ThinBar label={texts.loading} />
  const gone = id === '' || failure === null || failure.type === 'NotFound'
  return (
    <div className={styles.waiting}>
      {gone ? (
        <EmptyState
          title={texts.missing}
          action={<Button onClick={() => go(budgetAddress.list())}>{texts.back}</Button>}
        />
      ) : (
        <ErrorText
          message={failure.message}
          action={<Button onClick={retry}>{budgetWindowTexts.retry}</Button>}
        />
      )}
    </div>
  )
}
