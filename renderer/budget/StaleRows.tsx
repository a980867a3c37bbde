import { Button, Group, Modal, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { formatWhole } from '../ui/index.ts'
import styles from './form.module.css'
import { formColumns } from './formColumns.ts'
import { type Conflict, conflictKey } from './formStale.ts'

const texts = budgetWindowTexts.form.stale
const nothing = budgetWindowTexts.form.versions.nothing
const headings = new Map(formColumns.map(({ key, heading }) => [key, heading]))

const words = (value: Conflict['mine']): string => {
  if (value === null || value === '') return nothing
  return typeof value === 'number' ? formatWhole(value) : value
}

const placeOf = ({ number, column }: Conflict): string =>
  number === null ? texts.removed : texts.place(formatWhole(number), headings.get(column) ?? column)

type Props = {
  conflicts: readonly Conflict[]
  /** Cells that stay as the other officer left them; null: nothing is decided. */
  onAnswer: (theirs: ReadonlySet<string> | null) => void
}

/** Each cell that two officers filled in differently, with both values; nothing is written until the officer decides. */
export const StaleRows = ({ conflicts, onAnswer }: Props) => {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  const choose = (key: string, side: string) => {
    const next = new Set(theirs)
    if (side === 'theirs') next.add(key)
    else next.delete(key)
    setTheirs(next)
  }
  return (
    <Modal
      opened
      onClose={() => onAnswer(null)}
      title={texts.title}
      size={860}
      closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
    >
      <div className={styles.dialog}>
        <p>{conflicts.length === 0 ? texts.none : texts.text}</p>
        {conflicts.length > 0 ? (
          <div className={styles.scroll}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{texts.field}</th>
                  <th scope="col">{texts.theirs}</th>
                  <th scope="col">{texts.mine}</th>
                  <th scope="col">{texts.choice}</th>
                </tr>
              </thead>
              <tbody>
                {conflicts.map((conflict) => {
                  const key = conflictKey(conflict)
                  return (
                    <tr key={key}>
                      <th scope="row">{placeOf(conflict)}</th>
                      <td>{words(conflict.theirs)}</td>
                      <td>{words(conflict.mine)}</td>
                      <td>
                        <SegmentedControl
                          size="xs"
                          transitionDuration={0}
                          aria-label={placeOf(conflict)}
                          data={[
                            { value: 'mine', label: texts.useMine },
                            { value: 'theirs', label: texts.useTheirs },
                          ]}
                          value={theirs.has(key) ? 'theirs' : 'mine'}
                          onChange={(side) => choose(key, side)}
                        />
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        ) : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={() => onAnswer(null)}>
            {uiTexts.actions.back}
          </Button>
          <Button data-autofocus onClick={() => onAnswer(theirs)}>
            {texts.apply}
          </Button>
        </Group>
      </div>
    </Modal>
  )
}
