import type { RefObject } from 'react'
import { flushSync } from 'react-dom'
import { makeBlockActs } from './blockActs.ts'
import { type Live, makeDesk } from './desk.ts'
import { makeEditing } from './editing.ts'
import type { Command } from './keys.ts'
import { makeMoving } from './moving.ts'
import { revealCell } from './reveal.ts'
import { makeRowActs } from './rowActs.ts'
import { extendTo } from './selection.ts'
import type { Spot } from './types.ts'

/** Everything a grid can be told to do. One per grid, made once; reads the newest state from `live`. */
export const makeController = (live: RefObject<Live>) => {
  const desk = makeDesk(live)
  const { now, active, select } = desk
  const editing = makeEditing(desk)
  const rowActs = makeRowActs(desk)
  const blocks = makeBlockActs(desk)
  const moving = makeMoving(desk, editing, rowActs)

  const openMenu = (x: number, y: number) => now().setView((view) => ({ ...view, menu: { x, y } }))
  const menuAtCell = () => {
    const box = now().editor?.getBoundingClientRect()
    if (box) openMenu(box.left + 24, box.bottom)
  }
  const simple: Partial<Record<Command['type'], () => void>> = {
    edit: () => editing.begin('editing'),
    choices: () => editing.begin('editing'),
    clear: blocks.clear,
    clearAndType: () => editing.begin('typing', ''),
    selectAll: moving.selectAll,
    selectRow: moving.selectRow,
    selectColumn: moving.selectColumn,
    fillDown: blocks.fillDown,
    fillRight: blocks.fillRight,
    undo: () => rowActs.stepBack('undo'),
    redo: () => rowActs.stepBack('redo'),
    insert: () => rowActs.insert(),
    insertBelow: () => rowActs.insert(true),
    remove: rowActs.remove,
    commitAll: editing.commitAll,
    menu: menuAtCell,
    copy: () => document.execCommand('copy'),
    cut: () => document.execCommand('cut'),
    pasteHere: () => void blocks.pasteHere(),
  }
  const changing: ReadonlySet<Command['type']> = new Set([
    'edit',
    'choices',
    'clear',
    'clearAndType',
    'pasteHere',
  ])
  /** Returns false where the key shall go on to the browser. */
  const run = (command: Command): boolean => {
    if (changing.has(command.type) && desk.refusesTyping()) return true
    if (command.type === 'tab') return moving.tab(command.back)
    now().released = false
    if (command.type === 'cancel') return editing.cancel()
    if (command.type === 'move') moving.move(command)
    else if (command.type === 'edge') moving.edge(command)
    else if (command.type === 'enter') moving.enter(command.back)
    else if (command.type === 'nextMark') moving.gotoMark(command.back)
    else simple[command.type]?.()
    return true
  }

  const focus = () => now().editor?.focus({ preventScroll: true })
  /** After each drawing: focus and view follow the frame, if an act here moved it. */
  const afterDraw = () => {
    if (!now().wantsFocus || now().editor === null) return
    now().wantsFocus = false
    focus()
    revealCell(now().scroller, active(), now().frozenWidth, active().column < (now().props.frozen ?? 1))
  }
  const closeMenu = () => {
    now().wantsFocus = true
    now().setView((view) => ({ ...view, menu: null }))
    focus()
  }
  /** As a React ref; gives what lets go of it. */
  const keepEditor = (editor: HTMLTextAreaElement | null) => {
    now().editor = editor
    return () => {
      if (now().editor === editor) now().editor = null
    }
  }
  const handle = {
    goTo: moving.goTo,
    focus: () => {
      if (document.activeElement?.closest('input, textarea, [role="dialog"]')) return
      // The first rows may not be drawn yet: then the next drawing does it.
      now().wantsFocus = now().editor === null
      focus()
    },
    commit: () => flushSync(editing.commit),
    paste: blocks.put,
    undo: () => rowActs.stepBack('undo'),
    redo: () => rowActs.stepBack('redo'),
  }
  return {
    handle,
    run,
    begin: editing.begin,
    refusesTyping: desk.refusesTyping,
    typed: editing.typed,
    pickChoice: editing.pickChoice,
    commit: editing.commit,
    select,
    extend: (spot: Spot) => select(extendTo(now().view.selection, spot)),
    pullFill: blocks.pullFill,
    dropFill: blocks.dropFill,
    copy: blocks.copy,
    paste: blocks.paste,
    openMenu,
    closeMenu,
    addFirst: rowActs.addFirst,
    afterDraw,
    keepEditor,
    /** As a React ref of the empty sheet. */
    takeFocus: (element: HTMLElement | null) => {
      if (now().wantsFocus) element?.focus()
    },
    release: () => {
      now().released = false
    },
  }
}
export type Controller = ReturnType<typeof makeController>
