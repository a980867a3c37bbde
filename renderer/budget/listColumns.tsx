import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { DisputedMark } from '../conflict/index.ts'
import { CodeText, DateText, formatWhole, type ListColumn, MoneyText, StatusMark } from '../ui/index.ts'
import styles from './list.module.css'
import type { OpdRow } from './listRows.ts'

const texts = budgetWindowTexts.list
const words = texts.columns

const State = ({ row }: { row: OpdRow }) => {
  if (row.kind === 'form') return <StatusMark status={row.form.status} />
  return (
    <span className={styles.waitingState}>
      <StatusMark status="belum_ada_data" quiet />
      {texts.notSent}
    </span>
  )
}

const Count = ({ value, attention = false }: { value: number; attention?: boolean }) =>
  value === 0 ? (
    <span className={styles.calm}>0</span>
  ) : (
    <span className={attention ? styles.attention : undefined}>{formatWhole(value)}</span>
  )

type FormRow = Extract<OpdRow, { kind: 'form' }>
const ofForm = (draw: (row: FormRow) => React.ReactNode) => (row: OpdRow) =>
  row.kind === 'form' ? draw(row) : null

const shortCode = 60
/** Room for half of a code of a sub kegiatan: such codes stand whole on two lines. */
const longCode = 96
const codeWidth = (rows: readonly OpdRow[]): number =>
  rows.some(({ code }) => code.length > 8) ? longCode : shortCode

/** Columns of the list of the year; that of the codes fits the longest. Where there is little room the amount stays in view. */
export const listColumnsOf = (rows: readonly OpdRow[], isNarrow: boolean): readonly ListColumn<OpdRow>[] => {
  if (isNarrow) return listColumns.filter(({ key }) => key !== 'code' && key !== 'withoutCost')
  return codeWidth(rows) === shortCode
    ? listColumns
    : listColumns.map((column) => (column.key === 'code' ? { ...column, width: longCode } : column))
}

const listColumns: readonly ListColumn<OpdRow>[] = [
  { key: 'state', heading: words.state, width: 152, sortable: true, render: (row) => <State row={row} /> },
  {
    key: 'code',
    heading: words.code,
    width: shortCode,
    lines: 2,
    sortable: true,
    title: ({ code }) => code,
    render: ({ kind, code }) => (
      <span className={kind === 'missing' ? styles.calmCode : styles.code}>
        {code === '' ? <span className={styles.calm}>{texts.codeless}</span> : <CodeText value={code} />}
      </span>
    ),
  },
  {
    key: 'opd',
    heading: words.opd,
    grow: 1,
    lines: 2,
    sortable: true,
    title: ({ name }) => name,
    render: ({ kind, name }) => <span className={kind === 'form' ? styles.opd : styles.calm}>{name}</span>,
  },
  {
    key: 'version',
    heading: words.version,
    width: 48,
    align: 'right',
    sortable: true,
    render: ofForm(({ form }) => formatWhole(form.version)),
  },
  {
    key: 'received',
    heading: words.received,
    width: 84,
    sortable: true,
    render: ofForm(({ form }) => <DateText value={form.received} />),
  },
  {
    key: 'rows',
    heading: words.rows,
    width: 54,
    align: 'right',
    sortable: true,
    render: ofForm(({ form }) => formatWhole(form.rows)),
  },
  {
    key: 'withoutCost',
    heading: words.withoutCost,
    width: 60,
    align: 'right',
    sortable: true,
    render: ofForm(({ form }) => <Count value={form.withoutCost} />),
  },
  {
    key: 'marks',
    heading: words.marks,
    width: 72,
    align: 'right',
    sortable: true,
    render: ofForm(({ form }) => <Count value={form.marks} attention />),
  },
  {
    key: 'total',
    heading: words.total,
    width: 132,
    align: 'right',
    sortable: true,
    render: ofForm(({ form }) => (
      <span className={styles.total}>
        <DisputedMark disputed={form.disputed} />
        <MoneyText value={form.total} />
      </span>
    )),
  },
]
