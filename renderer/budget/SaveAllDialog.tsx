import { Button, Checkbox, Group, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { formatRupiah, formatWhole } from '../ui/index.ts'
import { FileName } from './FileName.tsx'
import { type Register, replacedForm } from './fileBlock.ts'
import form from './form.module.css'
import styles from './import.module.css'
import { askedOf, type Batch } from './importBatch.ts'
import type { ImportFile } from './importModel.ts'
import { totalsOf } from './importTotals.ts'
import { useSameAsPresent } from './useSameAsPresent.ts'
import { waitingWords } from './useSavedNotice.ts'

const { compare, saveAllDialog: texts } = budgetWindowTexts.import

/** Why the officer is asked about this file, a line for each reason. */
const reasonsOf = (file: ImportFile, register: Register, same: boolean): readonly string[] => {
  const { marks, total } = totalsOf(file)
  const present = replacedForm(file, register)
  if (same && present !== null) return [compare.same(formatWhole(present.version))]
  return [
    ...(present === null
      ? []
      : [
          texts.replaces(
            formatWhole(present.version + 1),
            present.opdName,
            String(present.year),
            formatRupiah(present.total),
            formatRupiah(total),
          ),
        ]),
    ...(marks === 0 ? [] : [budgetWindowTexts.import.fileMarks(formatWhole(marks))]),
  ]
}

const Asked = ({ file, register, same }: { file: ImportFile; register: Register; same: boolean }) => (
  <li className={styles.asked}>
    <Checkbox
      value={file.key}
      disabled={same}
      label={
        <>
          <span className={styles.askedName}>{file.opd?.name || file.opd?.code}</span>
          <FileName name={file.name} />
        </>
      }
      description={reasonsOf(file, register, same).map((reason) => (
        <span key={reason} className={styles.askedReason}>
          {reason}
        </span>
      ))}
    />
  </li>
)

type Props = {
  batch: Batch
  register: Register
  /** Keys of the files to be saved. */
  onSave: (keys: ReadonlySet<string>) => void
  onClose: () => void
}

/** What would replace a form, or is still to be checked, is saved with the others only where the officer says so. */
export const SaveAllDialog = ({ batch, register, onSave, onClose }: Props) => {
  const [ticked, setTicked] = useState<string[]>([])
  const asked = useMemo(() => askedOf(batch), [batch])
  const same = useSameAsPresent(asked, register)
  const free = asked.filter(({ key }) => !same.has(key)).map(({ key }) => key)
  const taken = ticked.filter((key) => !same.has(key))
  const ready = batch.ready.map(({ key }) => key)
  const count = ready.length + taken.length
  const others = waitingWords(batch, ['rival', 'question', 'unfinished'])
  const all = taken.length === free.length
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title(formatWhole(asked.length))}
      size={640}
      closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
    >
      <div className={form.dialog}>
        <p>{texts.text(formatWhole(ready.length))}</p>
        <Checkbox.Group
          value={taken}
          onChange={setTicked}
          aria-label={texts.title(formatWhole(asked.length))}
        >
          <ul className={styles.askedList}>
            {asked.map((file) => (
              <Asked key={file.key} file={file} register={register} same={same.has(file.key)} />
            ))}
          </ul>
        </Checkbox.Group>
        <p className={form.muted}>{texts.about}</p>
        {others === '' ? null : <p>{others}</p>}
        <Group justify="flex-end" gap="sm">
          <Button
            variant="subtle"
            mr="auto"
            disabled={free.length === 0}
            onClick={() => setTicked(all ? [] : free)}
          >
            {all && free.length > 0 ? texts.none : texts.everyone}
          </Button>
          <Button variant="default" onClick={onClose}>
            {uiTexts.actions.cancel}
          </Button>
          <Button data-autofocus disabled={count === 0} onClick={() => onSave(new Set([...ready, ...taken]))}>
            {texts.save(formatWhole(count))}
          </Button>
        </Group>
      </div>
    </Modal>
  )
}
