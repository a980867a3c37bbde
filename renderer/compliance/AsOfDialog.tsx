import { Button, Group, Modal, Radio } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { compliancePastTexts as texts } from '../../shared/texts/compliance-past.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { today } from '../app/session.ts'
import { DateField } from '../ui/index.ts'
import type { Asked } from './asked.ts'
import styles from './past.module.css'

const senses = ['now', 'same', 'other'] as const
type Sense = (typeof senses)[number]

const senseOf = ({ day, known }: Asked): Sense => (known === null ? 'now' : known === day ? 'same' : 'other')

type Props = { asked: Asked; onShow: (asked: Asked) => void; onClose: () => void }

const useDraft = (asked: Asked) => {
  const [day, setDay] = useState(asked.day)
  const [sense, setSense] = useState<Sense>(senseOf(asked))
  const [other, setOther] = useState(asked.known)
  const known = sense === 'now' ? null : sense === 'same' ? day : other
  const isMissing = sense === 'other' ? known === null : day === null
  const fault = isMissing ? texts.missing : known !== null && known >= today() ? texts.notPast : null
  return { day, setDay, sense, setSense, other, setOther, known, fault }
}

/** A day, and by what was known when: what was true then, what was known then, or both at once. */
export const AsOfDialog = ({ asked, onShow, onClose }: Props) => {
  const { day, setDay, sense, setSense, other, setOther, known, fault } = useDraft(asked)
  const [isTold, setTold] = useState(false)
  const told = isTold && fault !== null ? fault : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTold(true)
    if (fault === null) onShow({ day: day === today() ? null : day, known })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title}
      size={520}
      closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
    >
      <form className={styles.dialog} onSubmit={submit} noValidate>
        <DateField
          label={texts.day}
          description={sense === 'other' ? texts.dayAbout : undefined}
          value={day}
          onChange={setDay}
          error={sense === 'other' ? undefined : told}
        />
        <Radio.Group label={texts.by} value={sense} onChange={(value) => setSense(value as Sense)}>
          <div className={styles.senses}>
            {senses.map((one) => (
              <Radio
                key={one}
                value={one}
                label={texts.senses[one].label}
                description={texts.senses[one].about}
              />
            ))}
          </div>
        </Radio.Group>
        {sense === 'other' ? (
          <DateField label={texts.known} value={other} onChange={setOther} error={told} />
        ) : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {uiTexts.actions.cancel}
          </Button>
          <Button type="submit">{texts.show}</Button>
        </Group>
      </form>
    </Modal>
  )
}
