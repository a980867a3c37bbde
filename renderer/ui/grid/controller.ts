import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { gridTexts } from '../../../shared/texts/ui.ts'
import { formatWhole } from '../format.ts'
import { editText, parseCell } from './cell.ts'
import { matchingChoices } from './choices.ts'
import { blockIn, copyOut, pasteBlock } from './clipboard.ts'
import { fillDown, fillRange, fillRight, fillTarget } from './fill.ts'
import type { Command, Mode } from './keys.ts'
import { markedSpots, nextMarked } from './marks.ts'
import { clearRange, insertRows, removeRows, setPatch, valueAt } from './model.ts'
import type { GridHandle, GridProps } from './props.ts'
import { revealCell } from './reveal.ts'
import {
  afterEnter,
  afterTab,
  extendTo,
  jump,
  neighbour,
  rangeOf,
  type Selection,
  selectRange,
  selectSpot,
} from './selection.ts'
import type { CellDoubt, Columns, GridColumn, GridRow, Patches, Range, Spot } from './types.ts'
import type { View } from './useGrid.ts'
import type { Sheet } from './useSheet.ts'

/** What the controller sees: always the newest. */
export type Live = {
  scroller: HTMLDivElement | null
  editor: HTMLTextAreaElement | null
  /** The next drawing puts the focus into the active cell. */
  wantsFocus: boolean
  /** Esc was pressed on a cell at rest: the next Tab leaves the grid. */
  released: boolean
  readonly columns: Columns
  readonly sheet: Sheet
  readonly props: GridProps
  view: View
  readonly frozenWidth: number
  readonly setView: (change: (view: View) => View) => void
}

const said = gridTexts.said
const pageRows = 12

export type Controller = {
  readonly handle: GridHandle
  /** Returns false where the key shall go on to the browser. */
  readonly run: (command: Command) => boolean
  readonly begin: (mode: Mode, text?: string) => void
  readonly typed: (text: string) => void
  readonly pickChoice: (label: string) => void
  readonly commit: () => void
  readonly select: (selection: Selection) => void
  readonly extend: (spot: Spot) => void
  readonly pullFill: (spot: Spot) => void
  readonly dropFill: () => void
  readonly copy: (data: DataTransfer, cut: boolean) => void
  readonly paste: (data: DataTransfer) => void
  readonly openMenu: (x: number, y: number) => void
  readonly closeMenu: () => void
  readonly addFirst: () => void
  readonly focus: () => void
  readonly afterDraw: () => void
  /** As a React ref; gives what lets go of it. */
  readonly keepEditor: (editor: HTMLTextAreaElement | null) => () => void
  readonly release: () => void
  /** As a React ref of the empty sheet. */
  readonly takeFocus: (element: HTMLElement | null) => void
}

/** Everything a grid can be told to do. One per grid, made once; reads the newest state from `live`. */
export const makeController = (live: RefObject<Live>): Controller => {
  const now = () => live.current
  const range = () => rangeOf(now().view.selection)
  const size = () => ({ rows: now().sheet.rows().length, columns: now().columns.length })
  const active = () => now().view.selection.active
  const activeRow = (): GridRow | undefined => now().sheet.rows()[active().row]
  const activeColumn = (): GridColumn | undefined => now().columns[active().column]

  const select = (selection: Selection) => {
    now().wantsFocus = true
    now().setView((view) => ({ ...view, selection, mode: 'ready', choice: null, fill: null }))
  }
  const say = (text: string) => now().setView((view) => ({ ...view, said: text }))
  const act = (kind: Parameters<Sheet['act']>[0], patches: Patches, doubts: readonly CellDoubt[] = []) =>
    now().sheet.act(kind, { type: 'do', patches }, doubts)

  const rest = () => {
    const { editor } = now()
    if (editor) editor.value = ''
    now().wantsFocus = true
    now().setView((view) => ({ ...view, mode: 'ready', choice: null }))
  }

  /** What stands in the editor, or the choice that is marked there. */
  const editedText = (): string => {
    const { editor, view } = now()
    const column = activeColumn()
    if (view.choice && column && view.choice.at >= 0)
      return matchingChoices(column, view.choice.text)[view.choice.at]?.label ?? editor?.value ?? ''
    return editor?.value ?? ''
  }
  const commitText = (text: string, target: Range) => {
    const [rows, column] = [now().sheet.rows(), activeColumn()]
    if (!column || column.readOnly) return
    const { value, doubt } = parseCell(column, text)
    const targets = rows.slice(target.top, target.bottom + 1)
    const doubts = doubt ? targets.map(({ id }) => ({ row: id, column: column.key, message: doubt })) : []
    act(
      'edit',
      targets.flatMap((row) => setPatch(row, column.key, value)),
      doubts,
    )
  }
  const commit = () => {
    if (now().view.mode === 'ready') return
    const { row, column } = active()
    const text = editedText()
    rest()
    commitText(text, { top: row, bottom: row, left: column, right: column })
  }

  const begin = (mode: Mode, text?: string) => {
    const [{ editor }, row, column] = [now(), activeRow(), activeColumn()]
    if (!editor || !row || !column || column.readOnly) return
    if (text !== undefined || now().view.mode === 'ready')
      editor.value = text ?? editText(column, valueAt(row, column.key))
    editor.focus({ preventScroll: true })
    editor.setSelectionRange(editor.value.length, editor.value.length)
    const choice = column.kind === 'choice' ? { text: mode === 'typing' ? editor.value : '', at: -1 } : null
    now().setView((view) => ({ ...view, mode, choice }))
  }
  /** A key put text into the editor; at rest this begins a new text, and the first key is never lost. */
  const typed = (text: string) => {
    const column = activeColumn()
    const choosing = column?.kind === 'choice'
    if (now().view.mode !== 'ready' && !choosing) return
    const at = choosing && text !== '' && matchingChoices(column, text).length > 0 ? 0 : -1
    now().setView((view) => ({
      ...view,
      mode: view.mode === 'ready' ? 'typing' : view.mode,
      choice: choosing ? { text, at } : null,
    }))
  }
  const moveChoice = (by: number) =>
    now().setView((view) => {
      const column = activeColumn()
      const count = column && view.choice ? matchingChoices(column, view.choice.text).length : 0
      if (!view.choice || count === 0) return view
      return { ...view, choice: { ...view.choice, at: (view.choice.at + by + count) % count } }
    })
  const pickChoice = (label: string) => {
    const { row, column } = active()
    rest()
    commitText(label, { top: row, bottom: row, left: column, right: column })
  }

  const move = ({ direction, how, extend }: Extract<Command, { type: 'move' }>) => {
    const choosing = now().view.choice !== null && (direction === 'up' || direction === 'down')
    if (choosing) return moveChoice(direction === 'down' ? 1 : -1)
    commit()
    const { selection } = now().view
    const from = extend ? selection.head : selection.active
    const spot =
      how === 'jump'
        ? jump(now().sheet.rows(), now().columns, from, direction)
        : neighbour(from, direction, size(), how === 'page' ? pageRows : 1)
    select(extend ? extendTo(selection, spot) : selectSpot(spot))
  }
  const edges = (to: Extract<Command, { type: 'edge' }>['to'], from: Spot): Spot => {
    const [lastRow, lastColumn] = [size().rows - 1, size().columns - 1]
    if (to === 'rowStart') return { row: from.row, column: 0 }
    if (to === 'rowEnd') return { row: from.row, column: lastColumn }
    return to === 'sheetStart' ? { row: 0, column: 0 } : { row: lastRow, column: lastColumn }
  }
  const edge = ({ to, extend }: Extract<Command, { type: 'edge' }>) => {
    const { selection } = now().view
    const spot = edges(to, extend ? selection.head : selection.active)
    select(extend ? extendTo(selection, spot) : selectSpot(spot))
  }
  const isLastCell = () => active().row === size().rows - 1 && active().column === size().columns - 1
  const tab = (back: boolean): boolean => {
    if (now().released) return false
    commit()
    if (!back && isLastCell() && isSingle(range()) && now().props.newRow && !now().props.readOnly) {
      act('insert', insertRows(size().rows, freshRows(size().rows, 1)))
      select(selectSpot({ row: size().rows - 1, column: 0 }))
    } else select(afterTab(now().view.selection, back, size()))
    return true
  }
  const enter = (back: boolean) => {
    commit()
    select(afterEnter(now().view.selection, back, size()))
  }

  const freshRows = (at: number, count: number): GridRow[] => {
    const { newRow } = now().props
    return newRow ? Array.from({ length: count }, (_, index) => newRow(at + index)) : []
  }
  const insert = (below = false) => {
    const { top, bottom } = range()
    const count = bottom - top + 1
    const at = below ? bottom + 1 : top
    const rows = freshRows(at, count)
    if (act('insert', insertRows(at, rows)).length === 0) return
    say(said.inserted(formatWhole(count)))
    select(selectRange({ top: at, bottom: at + count - 1, left: 0, right: size().columns - 1 }))
  }
  const remove = () => {
    const { top, bottom } = range()
    if (!now().props.newRow || act('remove', removeRows(now().sheet.rows(), { top, bottom })).length === 0)
      return
    say(said.removed(formatWhole(bottom - top + 1)))
    select(selectSpot({ row: Math.max(0, Math.min(top, size().rows - 1)), column: active().column }))
  }
  const addFirst = () => {
    act('insert', insertRows(0, freshRows(0, 1)))
    select(selectSpot({ row: 0, column: 0 }))
  }

  /** The frame goes to what undo or redo changed. */
  const showChange = (patches: Patches) => {
    const changed = patches[0]
    if (!changed) return
    const row =
      changed.type === 'set'
        ? now()
            .sheet.rows()
            .findIndex(({ id }) => id === changed.row)
        : changed.at
    const column = changed.type === 'set' ? now().columns.findIndex(({ key }) => key === changed.column) : 0
    select(selectSpot({ row: Math.max(0, Math.min(row, size().rows - 1)), column: Math.max(0, column) }))
  }
  const stepBack = (type: 'undo' | 'redo') => {
    const patches = now().sheet.act(type, { type })
    if (patches.length > 0) say(type === 'undo' ? said.undone : said.redone)
    showChange(patches)
  }
  const fillWith = (fill: typeof fillDown) => act('fill', fill(now().sheet.rows(), now().columns, range()))
  const gotoMark = (back: boolean) => {
    const { sheet, columns, props } = now()
    const spot = nextMarked(
      markedSpots(sheet.rows(), columns, props.marks ?? {}, sheet.doubts),
      active(),
      back,
    )
    if (spot) select(selectSpot(spot))
  }

  const copy = (data: DataTransfer, cut: boolean) => {
    const { tsv, html } = copyOut(now().sheet.rows(), now().columns, range())
    data.setData('text/plain', tsv)
    data.setData('text/html', html)
    const cells = formatWhole(cellsIn(range()))
    if (cut) act('cut', clearRange(now().sheet.rows(), now().columns, range()))
    say(cut ? said.cut(cells) : said.copied(cells))
  }
  const paste = (data: DataTransfer) => {
    const block = blockIn(data.getData('text/html'), data.getData('text/plain'))
    if (!block || now().props.readOnly) return
    const target = { rows: now().sheet.rows(), columns: now().columns, newRow: now().props.newRow ?? null }
    const pasted = pasteBlock(
      target,
      size().rows === 0 ? { top: 0, bottom: 0, left: 0, right: 0 } : range(),
      block,
    )
    act('paste', pasted.patches, pasted.doubts)
    say(said.pasted(formatWhole(cellsIn(pasted.range))))
    if (pasted.range.bottom >= pasted.range.top) select(selectRange(pasted.range))
  }

  const pullFill = (spot: Spot) =>
    now().setView((view) => ({ ...view, fill: fillTarget(rangeOf(view.selection), spot) }))
  const dropFill = () => {
    const { fill } = now().view
    if (!fill) return
    act('fill', fillRange(now().sheet.rows(), now().columns, range(), fill))
    select(selectRange(fill))
  }

  const cancel = (): boolean => {
    if (now().view.mode === 'ready') {
      now().released = true
      return false
    }
    rest()
    return true
  }
  const commitAll = () => {
    if (now().view.mode === 'ready') return
    const [text, target, { selection }] = [editedText(), range(), now().view]
    rest()
    commitText(text, target)
    select(selection)
  }
  const menuAtCell = () => {
    const box = now().editor?.getBoundingClientRect()
    if (box) openMenu(box.left + 24, box.bottom)
  }
  const openMenu = (x: number, y: number) => now().setView((view) => ({ ...view, menu: { x, y } }))

  const whole = (): Range => ({ top: 0, left: 0, bottom: size().rows - 1, right: size().columns - 1 })
  const simple: Partial<Record<Command['type'], () => void>> = {
    edit: () => begin('editing'),
    choices: () => begin('editing'),
    clear: () => act('clear', clearRange(now().sheet.rows(), now().columns, range())),
    clearAndType: () => begin('typing', ''),
    selectAll: () => select({ ...selectRange(whole()), active: active(), tabFrom: null }),
    selectRow: () => select(selectRange({ ...range(), left: 0, right: size().columns - 1 })),
    selectColumn: () => select(selectRange({ ...range(), top: 0, bottom: size().rows - 1 })),
    fillDown: () => fillWith(fillDown),
    fillRight: () => fillWith(fillRight),
    undo: () => stepBack('undo'),
    redo: () => stepBack('redo'),
    insert: () => insert(),
    insertBelow: () => insert(true),
    remove,
    commitAll,
    menu: menuAtCell,
    copy: () => document.execCommand('copy'),
    cut: () => document.execCommand('cut'),
  }
  const run = (command: Command): boolean => {
    if (command.type === 'tab') return tab(command.back)
    now().released = false
    if (command.type === 'cancel') return cancel()
    if (command.type === 'move') move(command)
    else if (command.type === 'edge') edge(command)
    else if (command.type === 'enter') enter(command.back)
    else if (command.type === 'nextMark') gotoMark(command.back)
    else simple[command.type]?.()
    return true
  }

  const focus = () => now().editor?.focus({ preventScroll: true })
  const afterDraw = () => {
    if (!now().wantsFocus) return
    now().wantsFocus = false
    focus()
    revealCell(now().scroller, active(), now().frozenWidth, active().column < (now().props.frozen ?? 1))
  }
  const goTo = (row: string, column: string) => {
    const at = now()
      .sheet.rows()
      .findIndex(({ id }) => id === row)
    const into = now().columns.findIndex(({ key }) => key === column)
    if (at >= 0) select(selectSpot({ row: at, column: Math.max(0, into) }))
  }

  return {
    handle: {
      goTo,
      commit: () => flushSync(commit),
      undo: () => stepBack('undo'),
      redo: () => stepBack('redo'),
    },
    run,
    begin,
    typed,
    pickChoice,
    commit,
    select,
    extend: (spot) => select(extendTo(now().view.selection, spot)),
    pullFill,
    dropFill,
    copy,
    paste,
    openMenu,
    closeMenu: () => {
      now().wantsFocus = true
      now().setView((view) => ({ ...view, menu: null }))
      focus()
    },
    addFirst,
    focus,
    afterDraw,
    keepEditor: (editor) => {
      now().editor = editor
      return () => {
        if (now().editor === editor) now().editor = null
      }
    },
    takeFocus: (element) => {
      if (now().wantsFocus) element?.focus()
    },
    release: () => {
      now().released = false
    },
  }
}

const cellsIn = ({ top, left, bottom, right }: Range) => (bottom - top + 1) * (right - left + 1)
const isSingle = (range: Range) => cellsIn(range) === 1
