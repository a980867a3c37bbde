import { Button } from '@mantine/core'
import { useCallback, useMemo, useRef, useState } from 'react'
import { isFormTable } from '../../shared/rules/budget/form-table.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { blockIn } from '../ui/grid/clipboard.ts'
import {
  ErrorText,
  formatWhole,
  Grid,
  type GridChange,
  type GridHandle,
  type GridRow,
  type PastedTable,
  ProgressNotice,
} from '../ui/index.ts'
import { ClosedFile } from './ClosedFile.tsx'
import { Comparison, useComparison } from './Comparison.tsx'
import { DoubtPanel } from './DoubtPanel.tsx'
import { FileFields } from './FileFields.tsx'
import { FileRail } from './FileRail.tsx'
import { blockOf, fieldOf, type Register, replacedForm } from './fileBlock.ts'
import { gridMarks } from './gridMarks.ts'
import styles from './import.module.css'
import { askedOf, type Batch } from './importBatch.ts'
import { importColumns } from './importColumns.ts'
import type { AnyDoubt } from './importDoubts.ts'
import { type ImportFile, type RefusedFile, takeBack } from './importModel.ts'
import { totalsOf } from './importTotals.ts'
import { settleTwins } from './importTwins.ts'
import { wrongCells, wrongWords } from './moneyCell.ts'
import { OpdQuestion } from './OpdQuestion.tsx'
import { PastedForm } from './PastedForm.tsx'
import { RivalQuestion } from './RivalQuestion.tsx'
import { settleMark, takeChange } from './sheet.ts'
import { TotalsBar } from './TotalsBar.tsx'

const texts = budgetWindowTexts.import

export type PreviewProps = {
  files: readonly ImportFile[]
  refused: readonly RefusedFile[]
  current: ImportFile | null
  onChoose: (key: string) => void
  onUpdate: (key: string, change: (file: ImportFile) => ImportFile) => void
  register: Register
  busy: boolean
  /** While a form is being written. */
  writing: {
    readonly label: string
    readonly done: number
    readonly total: number | null
    readonly cancel: () => void
    readonly cancelling: boolean
  } | null
  /** What may be saved together, and what waits. */
  batch: Batch
  /** Grows when the open file is to take the focus. */
  focus: number
  onSave: () => void
  onSaveAll: () => void
  /** This one of several files of an OPD counts. */
  onUse: (key: string) => void
  onOpenForm: (form: string) => void
  /** A pasted table that is a form of its own. */
  onForm: (paste: PastedTable) => void
}

const emptyCells = Object.fromEntries(importColumns.map(({ key }) => [key, null]))

/** A doubt, or every one of them (null), was found right. */
const settled = (file: ImportFile, doubt: AnyDoubt | null): ImportFile => {
  if (doubt === null)
    return {
      ...file,
      sheet: { ...file.sheet, marks: new Map() },
      settled: file.general.map((_each, at) => at),
    }
  return doubt.row === null
    ? { ...file, settled: [...file.settled, doubt.at] }
    : {
        ...file,
        sheet:
          doubt.mark.type === 'Twin'
            ? settleTwins(file, doubt.row)
            : settleMark(file.sheet, doubt.row, doubt.mark),
      }
}

const useSheetActs = (file: ImportFile, onUpdate: PreviewProps['onUpdate']) => {
  const latest = useRef({ file, onUpdate })
  latest.current = { file, onUpdate }
  const added = useRef(0)
  const change = useCallback((act: (file: ImportFile) => ImportFile) => {
    latest.current.onUpdate(latest.current.file.key, act)
  }, [])
  return useMemo(
    () => ({
      onGrid: (told: GridChange) =>
        change((now) => ({ ...now, sheet: takeChange(now.sheet, told, now.bases), error: null })),
      onSettle: (doubt: AnyDoubt | null) => change((now) => settled(now, doubt)),
      onRefuse: (row: string) =>
        change((now) => ({
          ...now,
          sheet: { ...now.sheet, rows: now.sheet.rows.filter(({ id }) => id !== row) },
        })),
      onTakeBack: (row: string) => change((now) => ({ ...now, sheet: takeBack(now, row) })),
      onFields: (fields: Partial<ImportFile>) => change((now) => ({ ...now, ...fields, error: null })),
      onState: (state: ImportFile['state']) => change((now) => ({ ...now, state })),
      newRow: (index: number): GridRow => {
        added.current += 1
        const above = latest.current.file.sheet.rows[Math.max(0, index - 1)]
        const { output = null, subOutput = null } = above?.cells ?? {}
        return {
          id: `baru-${Date.now().toString(36)}-${added.current}`,
          cells: { ...emptyCells, output, subOutput },
        }
      },
    }),
    [change],
  )
}

const Current = (
  props: PreviewProps & {
    file: ImportFile
    grid: React.RefObject<GridHandle | null>
    place: React.RefObject<HTMLDivElement | null>
    acts: ReturnType<typeof useSheetActs>
  },
) => {
  const { file, register, busy, batch, onSave, onSaveAll, grid, acts, place } = props
  const together = batch.ready.length + askedOf(batch).length
  const { sheet, bases } = file
  const [held, setHeld] = useState<PastedTable | null>(null)
  const holdPaste = useCallback((html: string, text: string) => {
    const isForm = isFormTable(blockIn(html, text) ?? [])
    if (isForm) setHeld({ html, text })
    return isForm
  }, [])
  const marks = useMemo(() => gridMarks(sheet, bases), [sheet, bases])
  const totals = useMemo(() => totalsOf(file), [file])
  const block = blockOf(file, register)
  const [wrong] = useMemo(() => wrongCells(sheet.rows), [sheet.rows])
  const missing = block === 'amount' ? (wrong ? wrongWords(wrong) : '') : block && texts.missing[block]
  const present = replacedForm(file, register)
  const comparison = useComparison(file, present)
  const same = comparison?.same ?? false
  const lead = () => {
    if (block === null) return
    if (block === 'amount' && wrong) return grid.current?.goTo(wrong.row, wrong.column)
    if (block === 'rows') return void place.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
    place.current?.querySelector<HTMLElement>(`[data-missing="${fieldOf(block)}"]`)?.focus()
  }
  return (
    <>
      {batch.question.includes(file) ? null : (
        <RivalQuestion file={file} files={props.files} busy={busy} onUse={props.onUse} />
      )}
      <FileFields key={file.key} file={file} register={register} onChange={acts.onFields}>
        {comparison && present ? <Comparison comparison={comparison} present={present} /> : null}
      </FileFields>
      <OpdQuestion file={file} opds={register.opds} busy={busy} onAnswer={acts.onFields} />
      {file.error ? (
        <div className={styles.message}>
          <ErrorText message={file.error} />
        </div>
      ) : null}
      <div className={styles.sheet}>
        <Grid
          key={file.key}
          label={texts.grid}
          columns={importColumns}
          rows={sheet.rows}
          marks={marks}
          toCheck={totals.marks}
          onChange={acts.onGrid}
          newRow={acts.newRow}
          handle={grid}
          totals={false}
          holdPaste={holdPaste}
        />
      </div>
      {held ? (
        <PastedForm
          onAdd={() => {
            setHeld(null)
            props.onForm(held)
          }}
          onHere={() => {
            setHeld(null)
            grid.current?.paste(held.html, held.text)
          }}
          onClose={() => setHeld(null)}
        />
      ) : null}
      {props.writing ? (
        <div className={styles.writing}>
          <ProgressNotice
            label={props.writing.label}
            done={props.writing.done}
            total={props.writing.total}
            onCancel={props.writing.cancel}
            cancelling={props.writing.cancelling}
          />
        </div>
      ) : null}
      <TotalsBar totals={totals} missing={missing} onMissing={lead}>
        {same ? null : (
          <Button variant="subtle" color="gray" disabled={busy} onClick={() => acts.onState('refused')}>
            {texts.refuseFile}
          </Button>
        )}
        {together > 1 ? (
          <Button variant="default" disabled={busy} onClick={onSaveAll}>
            {texts.saveAll(formatWhole(together))}
          </Button>
        ) : null}
        <Button
          variant={same ? 'default' : 'filled'}
          title="Ctrl+S"
          disabled={block !== null}
          loading={busy}
          onClick={onSave}
        >
          {same ? texts.compare.anyway : texts.save}
        </Button>
        {same ? (
          <Button disabled={busy} onClick={() => acts.onState('refused')}>
            {texts.compare.skip}
          </Button>
        ) : null}
      </TotalsBar>
    </>
  )
}

const Opened = (props: PreviewProps & { file: ImportFile }) => {
  const { file, files, refused, onUpdate, onChoose, onOpenForm } = props
  const grid = useRef<GridHandle>(null)
  const place = useRef<HTMLDivElement>(null)
  const acts = useSheetActs(file, onUpdate)
  const goTo = useCallback((row: string, column: string) => {
    grid.current?.goTo(row, column === 'extra' ? 'other' : column === 'total' ? 'amount' : column)
  }, [])
  const open = file.state === 'open'
  return (
    <div className={styles.preview}>
      <div className={styles.aside}>
        {files.length + refused.length > 1 ? (
          <FileRail
            files={files}
            refused={refused}
            batch={props.batch}
            current={file.key}
            focus={props.focus}
            onChoose={onChoose}
          />
        ) : null}
        {open ? (
          <DoubtPanel
            file={file}
            onGo={goTo}
            onSettle={acts.onSettle}
            onRefuse={acts.onRefuse}
            onTakeBack={acts.onTakeBack}
          />
        ) : null}
      </div>
      <div className={styles.main} ref={place}>
        {open ? (
          <Current {...props} file={file} grid={grid} acts={acts} place={place} />
        ) : (
          <ClosedFile
            file={file}
            instead={
              file.state === 'aside' ? (files.find(({ key }) => key === file.usedInstead) ?? null) : null
            }
            onOpenForm={onOpenForm}
            onReopen={() => acts.onState('open')}
          />
        )}
      </div>
    </div>
  )
}

/** What was read of each file, row by row, with every doubt; nothing is written before Simpan. */
export const ImportPreview = (props: PreviewProps) =>
  props.current ? <Opened {...props} file={props.current} /> : null
