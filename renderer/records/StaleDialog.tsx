import { Button, Group, Modal, Radio } from '@mantine/core'
import { useState } from 'react'
import { recordsTexts } from '../../shared/texts/records.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { formatMoment } from '../ui/index.ts'
import styles from './records.module.css'
import type { Decision, Difference } from './stale.ts'
import type { Picks } from './useStale.ts'

const texts = recordsTexts.stale

type Props = {
  label: string
  differences: readonly Difference[]
  /** null: nothing is decided, the form stays as it is. */
  onAnswer: (picks: Picks | null) => void
}

const Value = ({ value }: { value: string }) =>
  value === '' ? (
    <span className={styles.none}>{texts.empty}</span>
  ) : (
    <span className={styles.value}>{value}</span>
  )

const Row = ({
  difference,
  pick,
  onPick,
}: {
  difference: Difference
  pick: Decision
  onPick: (pick: Decision) => void
}) => {
  const { label, mine, theirs, by } = difference
  return (
    <Radio.Group value={pick} onChange={(value) => onPick(value as Decision)} label={label}>
      <div className={styles.difference}>
        <Radio.Card value="mine" className={styles.side ?? ''}>
          <Radio.Indicator size="xs" />
          <span className={styles.sideWords}>
            <Value value={mine} />
            <span className={styles.sideBy}>{texts.useMine}</span>
          </span>
        </Radio.Card>
        <Radio.Card value="theirs" className={styles.side ?? ''}>
          <Radio.Indicator size="xs" />
          <span className={styles.sideWords}>
            <Value value={theirs} />
            <span className={styles.sideBy}>
              {texts.useTheirs}
              {by ? ` (${texts.theirsBy(by.officer, formatMoment(Date.parse(by.time)))})` : ''}
            </span>
          </span>
        </Radio.Card>
      </div>
    </Radio.Group>
  )
}

/** Both values of each field that two officers filled in differently; nothing is written until the officer decides. */
export const StaleDialog = ({ label, differences, onAnswer }: Props) => {
  const [picks, setPicks] = useState<Picks>({})
  const whole = Object.fromEntries(differences.map(({ field }) => [field, picks[field] ?? 'mine'])) as Picks
  return (
    <Modal
      opened
      onClose={() => onAnswer(null)}
      title={texts.title}
      size={680}
      closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
    >
      <p className={styles.staleAbout}>{texts.about(label)}</p>
      <div className={styles.differences}>
        {differences.map((difference) => (
          <Row
            key={difference.field}
            difference={difference}
            pick={whole[difference.field] ?? 'mine'}
            onPick={(pick) => setPicks((now) => ({ ...now, [difference.field]: pick }))}
          />
        ))}
      </div>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={() => onAnswer(null)}>
          {uiTexts.actions.back}
        </Button>
        <Button data-autofocus onClick={() => onAnswer(whole)}>
          {texts.save}
        </Button>
      </Group>
    </Modal>
  )
}
