import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { opdSotkTexts } from '../../../shared/texts/opd-sotk.ts'
import { formatWhole } from '../../ui/index.ts'
import { type Change, type Moves, movedBy, type Preview } from './draft.ts'
import styles from './sotk.module.css'

const texts = opdSotkTexts.preview

type TableProps = { change: Change; preview: Preview; moves: Moves; onMoves: (moves: Moves) => void }

const Registers = ({ change, preview, moves, onMoves }: TableProps) => {
  const several = change.to.length > 1
  const put = (type: string, to: number | null) => onMoves({ ...moves, [type]: to })
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{texts.register}</th>
          <th scope="col" data-number>
            {texts.moved}
          </th>
          <th scope="col" data-number>
            {texts.left}
          </th>
          {several ? <th scope="col">{texts.to}</th> : null}
        </tr>
      </thead>
      <tbody>
        {preview.registers.map(({ type, label, moved, left }) => {
          const at = moves[type] ?? null
          const goes = movedBy(change, { ...preview, registers: [{ type, label, moved, left }] }, moves)
          return (
            <tr key={type}>
              <td>
                {moved === 0 ? (
                  <span className={styles.plain}>{label}</span>
                ) : (
                  <Checkbox
                    label={label}
                    checked={at !== null}
                    onChange={(event) => put(type, event.currentTarget.checked ? 0 : null)}
                  />
                )}
              </td>
              <td data-number>{formatWhole(goes)}</td>
              <td data-number>{formatWhole(left + moved - goes)}</td>
              {several ? (
                <td>
                  {moved === 0 ? null : (
                    <NativeSelect
                      size="xs"
                      aria-label={texts.toOf(label)}
                      disabled={at === null}
                      value={String(at ?? 0)}
                      data={preview.heirs.map((name, index) => ({ value: String(index), label: name }))}
                      onChange={(event) => put(type, Number(event.currentTarget.value))}
                    />
                  )}
                </td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const Past = ({ past }: Pick<Preview, 'past'>) => (
  <section>
    <h2 className={styles.heading}>{texts.past}</h2>
    <p className={styles.about}>{texts.pastAbout}</p>
    <ul className={styles.list}>
      {past.map(({ label, count }) => (
        <li key={label}>
          {formatWhole(count)} {label}
        </li>
      ))}
    </ul>
  </section>
)

/** What the change would do to OPDs and to their records, before anything is written. */
export const SotkPreview = ({
  busy,
  onBack,
  onSave,
  ...table
}: TableProps & { busy: boolean; onBack: () => void; onSave: () => void }) => {
  const { change, preview, moves } = table
  const first = useRef<HTMLHeadingElement>(null)
  useEffect(() => first.current?.focus(), [])
  const moved = movedBy(change, preview, moves)
  return (
    <>
      <div className={styles.scroll}>
        <div className={styles.preview}>
          <section>
            <h2 className={styles.heading} ref={first} tabIndex={-1}>
              {texts.opds}
            </h2>
            <ul className={styles.list}>
              {preview.opds.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {preview.roles > 0 ? (
              <p className={styles.warn}>
                <IconAlertTriangle size={16} stroke={1.6} aria-hidden="true" />
                {texts.roles(formatWhole(preview.roles))}
              </p>
            ) : null}
          </section>
          {change.kind === 'nama' ? null : (
            <section>
              <h2 className={styles.heading}>{texts.moves}</h2>
              <p className={styles.about}>
                {preview.registers.length > 0 ? texts.movesAbout : texts.movesNone}
              </p>
              {preview.registers.length > 0 ? <Registers {...table} /> : null}
            </section>
          )}
          {preview.past.length > 0 ? <Past past={preview.past} /> : null}
        </div>
      </div>
      <footer className={styles.bar}>
        <strong className={styles.sum} role="status">
          {moved > 0 ? texts.total(formatWhole(moved)) : texts.totalNone}
        </strong>
        <Button variant="default" onClick={onBack} disabled={busy}>
          {texts.change}
        </Button>
        <Button loading={busy} title="Ctrl+S" onClick={onSave}>
          {texts.save}
        </Button>
      </footer>
    </>
  )
}
