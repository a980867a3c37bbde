import type { Direction } from './selection.ts'

/** ready: a cell is chosen. typing: begun by a letter, arrows leave the cell. editing: begun by F2, arrows move the caret. */
export type Mode = 'ready' | 'typing' | 'editing'
export type KeyPress = {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
}

type Pressed = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}
export const pressOf = ({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): KeyPress => ({
  key,
  ctrl: ctrlKey || metaKey,
  shift: shiftKey,
  alt: altKey,
})

export type Command =
  | {
      readonly type: 'move'
      readonly direction: Direction
      readonly how: 'step' | 'jump' | 'page'
      readonly extend: boolean
    }
  | {
      readonly type: 'edge'
      readonly to: 'rowStart' | 'rowEnd' | 'sheetStart' | 'sheetEnd'
      readonly extend: boolean
    }
  | { readonly type: 'enter' | 'tab'; readonly back: boolean }
  | { readonly type: 'nextMark'; readonly back: boolean }
  | {
      readonly type:
        | 'edit'
        | 'cancel'
        | 'clear'
        | 'clearAndType'
        | 'selectAll'
        | 'selectRow'
        | 'selectColumn'
        | 'fillDown'
        | 'fillRight'
        | 'undo'
        | 'redo'
        | 'insert'
        | 'insertBelow'
        | 'remove'
        | 'choices'
        | 'commitAll'
        | 'menu'
        | 'copy'
        | 'cut'
        | 'pasteHere'
    }

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

const withCtrl: Readonly<Record<string, Command['type']>> = {
  a: 'selectAll',
  d: 'fillDown',
  r: 'fillRight',
  z: 'undo',
  y: 'redo',
  ' ': 'selectColumn',
  '+': 'insert',
  '=': 'insert',
  '-': 'remove',
  _: 'remove',
}
const plain: Readonly<Record<string, Command['type']>> = {
  F2: 'edit',
  Escape: 'cancel',
  Delete: 'clear',
  Backspace: 'clearAndType',
  ContextMenu: 'menu',
}

const simple = (type: Command['type'] | undefined): Command | null => (type ? ({ type } as Command) : null)

const moveCommand = ({ key, ctrl, shift }: KeyPress): Command | null => {
  const direction = directions[key]
  if (direction) return { type: 'move', direction, how: ctrl ? 'jump' : 'step', extend: shift }
  if (key === 'PageDown' || key === 'PageUp')
    return { type: 'move', direction: key === 'PageDown' ? 'down' : 'up', how: 'page', extend: shift }
  if (key === 'Home') return { type: 'edge', to: ctrl ? 'sheetStart' : 'rowStart', extend: shift }
  if (key === 'End') return { type: 'edge', to: ctrl ? 'sheetEnd' : 'rowEnd', extend: shift }
  return null
}

const leaveCommand = ({ key, shift, ctrl }: KeyPress): Command | null => {
  if (key === 'Enter') return ctrl ? { type: 'commitAll' } : { type: 'enter', back: shift }
  return key === 'Tab' && !ctrl ? { type: 'tab', back: shift } : null
}

const readyCommand = (press: KeyPress): Command | null => {
  const { key, ctrl, shift, alt } = press
  if (alt) return key === 'ArrowDown' ? { type: 'choices' } : null
  if (key === 'F8') return { type: 'nextMark', back: shift }
  if (key === 'F10' && shift) return { type: 'menu' }
  if (ctrl && shift && key.toLowerCase() === 'z') return { type: 'redo' }
  if (!ctrl && shift && key === ' ') return { type: 'selectRow' }
  const named = ctrl ? withCtrl[key.toLowerCase()] : plain[key]
  return simple(named) ?? moveCommand(press) ?? (ctrl ? null : leaveCommand(press))
}

/** What a key does; null: it belongs to the text of the cell (or to the browser). */
export const commandOf = (press: KeyPress, mode: Mode): Command | null => {
  if (mode === 'ready') return readyCommand(press)
  const { key, ctrl, shift, alt } = press
  if (key === 'Escape') return { type: 'cancel' }
  if (alt) return null
  const direction = directions[key]
  if (mode === 'typing' && direction && !ctrl && !shift)
    return { type: 'move', direction, how: 'step', extend: false }
  if (mode === 'typing' && key === 'F2') return { type: 'edit' }
  return leaveCommand(press)
}
