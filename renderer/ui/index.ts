/**
 * Shared components of the window. They know nothing of the core: everything comes by props, every text from
 * shared/texts/ui.ts. Wrap the window once in `Look` (renderer/app/Look.tsx). Main props (types beside each component):
 *
 * PageHeader       title, about?, mark?, actions?, children?, windowTitle?
 * RecordList       label, columns [{key, heading, width | grow, align?, sortable?, render(row), title?(row)}],
 *                  loadPage(cursor, query) → {rows, next, total?} | {error}, query, onQuery (start: emptyQuery),
 *                  version?, rowLabel(row), searchable?, filters? [{key, label, choices}], tools?, openId?,
 *                  onOpen?(row, alone), selected? Set, onSelect?, selectionActions?(selected), empty, dense?
 * RecordForm       label, groups [{title?, fields [{name, label, kind, required?, hint?, readOnly?, wide?, …}]}],
 *                  initial {name: value}, onSave(values, changed) → {ok: true} | {ok: false, message?, fields?},
 *                  onCancel?, onDirty?, edits? (draft), onEdits?(changed), saveLabel?, readOnly?, errors?, footer?, autoFocus?
 *                  kinds: text longText integer money date boolean choice(choices) reference(search, current)
 * History          entries [{id, who, at, summary, changes [{field, before, after}], canUndo, undone?}], onUndo, onMore?
 * SplitView        children, side | null, sideLabel, width, onWidth, onClose?
 * EmptyState       icon?, title, children?, action?, small?
 * Figures, Figure  label, value, note?, tone?, href?, onOpen?
 * StatusMark       status (terpenuhi … belum_ada_data, diterima … dikunci), quiet?
 * ProgressNotice   label, done, total | null, onCancel?, cancelling?, elapsed? · ThinBar label?
 * showNotice       {message, tone?: done | attention | failed, onUndo?, action?}; Notice for pages
 * ErrorText        message, detail?, action?, inline?
 * Question         title, children (sentences), answers (buttons), onClose, opened?, wide?
 * ConfirmPassword  opened, title, consequence, confirmLabel, onConfirm(password) → null | sentence, onClose
 * DropZone         onFiles([{name, bytes, type}]), title?, hint?, accept?, acceptWords?, limit?, paste?, busy?, small?
 * PageDrop         hint, onFiles(File[]): the whole page takes a drop · usePagePaste(({table, files}) => …, enabled?)
 * useFilePaste     (File[]) => …, enabled?: Ctrl+V of pictures and files, in fields too
 * Grid             label, columns [{key, heading, unit?, kind text|longText|money|choice, width, readOnly?, choices?, parse?(text) → {value, doubt?},
 *                  format?(value), total?}], rows [{id, cells: {key: string | number | null}}],
 *                  onChange({kind, rows, patches, doubts}) → set `rows` at once, in the same event (recompute read-only cells there if needed),
 *                  marks? {rowId: {column: {kind: doubt|changed|error, message}}}, rowStatus? {rowId: {tone, label}},
 *                  newRow?(index) → row with a new id (without it no rows are added or removed), frozen?, totals?, readOnly?,
 *                  widths?, onWidths?, onActive?, handle? ref {goTo(row, column), commit(), undo(), redo()}; undo and redo inside.
 *                  Fills its place: give it a box with a height. Ctrl+S inside commits the cell first and goes on to the window.
 * KeyHelp          opened, onClose, groups (generalKeys, listKeys, gridKeys, own) · usePlainKey('?', open)
 * MoneyText        value | null, unit? · DateText value, long?
 */

export { CodeText } from './CodeText.tsx'
export { ConfirmPassword } from './ConfirmPassword.tsx'
export { DateField } from './DateField.tsx'
export { DateText } from './DateText.tsx'
export { DropZone, type PickedFile } from './DropZone.tsx'
export { EmptyState } from './EmptyState.tsx'
export { ErrorText } from './ErrorText.tsx'
export { FieldInput } from './FieldInput.tsx'
export { Figure, Figures } from './Figure.tsx'
export {
  dayOf,
  formatDay,
  formatDecimal,
  formatLongDay,
  formatMoment,
  formatRupiah,
  formatWhole,
  parseDay,
} from './format.ts'
export type {
  Choice,
  Field,
  FieldErrors,
  FieldGroup,
  FieldValue,
  FormValues,
  SaveOutcome,
} from './formFields.ts'
export * from './grid/index.ts'
export { type FieldChange, History, type HistoryEntry } from './History.tsx'
export { generalKeys, type KeyGroup, KeyHelp, type KeyLine, listKeys, usePlainKey } from './KeyHelp.tsx'
export type { FilterChoice } from './ListTools.tsx'
export { MoneyText } from './MoneyText.tsx'
export {
  countAct,
  leaveNotices,
  Notice,
  type NoticeProps,
  noticeShelves,
  openNotices,
  showNotice,
} from './notice.tsx'
export { PageDrop } from './PageDrop.tsx'
export { PageHeader } from './PageHeader.tsx'
export { ProgressNotice, ThinBar } from './ProgressNotice.tsx'
export { pickedOf } from './pickedFiles.ts'
export { Question } from './Question.tsx'
export { RecordForm } from './RecordForm.tsx'
export { type ListColumn, type ListRow, RecordList, type RecordListProps } from './RecordList.tsx'
export { SplitView } from './SplitView.tsx'
export { StatusMark, type StatusName, statusNames, statusWord } from './StatusMark.tsx'
export { Steady } from './Steady.tsx'
export { Unbroken } from './Unbroken.tsx'
export { useFilePaste } from './useFilePaste.ts'
export {
  emptyQuery,
  type ListQuery,
  type LoadPage,
  type Page,
  type PageFailure,
  type SortOrder,
} from './usePagedRows.ts'
export { type PastedTable, usePagePaste } from './usePagePaste.ts'
export { useSaveKey } from './useSaveKey.ts'
