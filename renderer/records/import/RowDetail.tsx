import type { AnyDefinition } from '../../../shared/records/define.ts'
import { recordsImportTexts } from '../../../shared/texts/records-import.ts'
import { ErrorText, formatWhole } from '../../ui/index.ts'
import styles from './import.module.css'
import { type ImportRow, labelOf } from './rows.ts'

const texts = recordsImportTexts.page.detail

type Props = { definition: AnyDefinition; row: ImportRow }

const Cells = ({ definition, row }: Props) => (
  <table className={styles.cells}>
    <thead>
      <tr>
        <th>{texts.field}</th>
        {row.record === null ? null : <th>{texts.before}</th>}
        <th>{texts.after}</th>
      </tr>
    </thead>
    <tbody>
      {row.cells.map(({ key, text, before, fault }) => (
        <tr key={key} data-fault={fault === '' ? undefined : true}>
          <th scope="row">{labelOf(definition, key)}</th>
          {row.record === null ? null : (
            <td data-empty={before === '' || undefined}>{before === '' ? texts.empty : before}</td>
          )}
          <td>
            {text}
            {fault === '' ? null : (
              <span className={styles.fault}>
                {fault} {recordsImportTexts.cell.kept}
              </span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** One row of the file beside the record that it is about: each cell that differs, and why one was not read. */
export const RowDetail = ({ definition, row }: Props) => (
  <section className={styles.detail} aria-label={texts.label(formatWhole(row.line))}>
    <p className={styles.kind}>
      {texts.label(formatWhole(row.line))} · {recordsImportTexts.state[row.state]}
    </p>
    <h2 className={styles.name}>{row.title}</h2>
    {row.fault === '' ? null : <ErrorText message={row.fault} />}
    {row.state === 'same' ? <p className={styles.about}>{texts.same}</p> : null}
    {row.cells.length === 0 ? null : <Cells definition={definition} row={row} />}
  </section>
)
