import { Checkbox } from '@mantine/core'
import { Link } from 'wouter'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { recordsImportTexts } from '../../shared/texts/records-import.ts'
import { addressOf, useComposition } from '../app/catalogue.ts'
import { ErrorText, formatWhole } from '../ui/index.ts'
import styles from './questionnaire.module.css'
import { type Compared, type Definitions, labelOf, type ShownRow } from './taking.ts'

const texts = questionnaireWindowTexts
const words = texts.detail
type Cell = Compared['cells'][number]

type Props = {
  row: ShownRow
  definitions: Definitions
  taken: ReadonlySet<string>
  onTake: (key: string, isTaken: boolean) => void
}

const Returned = ({ cell }: { cell: Cell }) => {
  const { kind, text, base, fault } = cell
  return (
    <td>
      {kind === 'emptied' ? <span className={styles.muted}>{words.emptied}</span> : text}
      {base === null ? null : <span className={styles.doubt}>{words.base(base)}</span>}
      {fault === '' ? null : (
        <span className={styles.doubt}>
          {fault} {recordsImportTexts.cell.kept}
        </span>
      )}
    </td>
  )
}

const Cells = ({ row: { type, row }, definitions, taken, onTake }: Props) => {
  if (row === null) return null
  const isNew = row.id === null
  return (
    <table className={styles.cells} data-new={isNew || undefined}>
      <thead>
        <tr>
          <td />
          <th>{words.field}</th>
          {isNew ? null : <th>{words.now}</th>}
          <th>{words.returned}</th>
        </tr>
      </thead>
      <tbody>
        {row.cells.map((cell) => {
          const label = labelOf(definitions.get(type), cell.key)
          return (
            <tr key={cell.key}>
              <td>
                <Checkbox
                  size="xs"
                  aria-label={words.take(label)}
                  disabled={cell.kind === 'unread' || row.fault !== ''}
                  checked={taken.has(cell.key)}
                  onChange={(event) => onTake(cell.key, event.currentTarget.checked)}
                />
              </td>
              <th scope="row">{label}</th>
              {isNew ? null : (
                <td>
                  {cell.before === '' ? <span className={styles.muted}>{words.empty}</span> : cell.before}
                </td>
              )}
              <Returned cell={cell} />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** One row of the file beside what is recorded: each field that differs is taken or left by itself. */
export const RowDetail = (props: Props) => {
  const { pages } = useComposition()
  const { row: shown } = props
  const { row, line, state, register, title, about } = shown
  const id = row?.id ?? null
  const address = id === null ? null : addressOf(pages, shown.type, id)
  const place = [register, line === null ? '' : words.line(formatWhole(line)), texts.states[state]]
  return (
    <section className={styles.detail} aria-label={words.label(title)}>
      <p className={styles.kind}>{place.filter((word) => word !== '').join(' · ')}</p>
      <h2 className={styles.name}>{title}</h2>
      {row !== null && row.fault !== '' ? <ErrorText message={row.fault} /> : null}
      {row === null || row.remark !== '' ? <p className={styles.about}>{about}</p> : null}
      {state === 'same' ? <p className={styles.about}>{words.same}</p> : null}
      {row === null || row.cells.length === 0 ? null : <Cells {...props} />}
      {address === null ? null : (
        <p className={styles.about}>
          <Link href={address} className={styles.link ?? ''}>
            {words.open}
          </Link>
        </p>
      )}
    </section>
  )
}
