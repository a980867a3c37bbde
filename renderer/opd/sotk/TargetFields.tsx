import { SegmentedControl, TextInput } from '@mantine/core'
import { opdSotkTexts } from '../../../shared/texts/opd-sotk.ts'
import type { Opd, Target } from './draft.ts'
import { OneOpd } from './OpdChoice.tsx'
import styles from './sotk.module.css'

const texts = opdSotkTexts.fields

type Props = {
  target: Target
  error?: string | undefined
  onChange: (target: Target) => void
}

/** Name, code, short name and head: of a new OPD, or from now on. */
export const NameFields = ({ target, nameLabel, error, onChange }: Props & { nameLabel: string }) => {
  const field = (key: 'name' | 'code' | 'short' | 'head', label: string, maxLength: number) => (
    <TextInput
      label={label}
      maxLength={maxLength}
      withAsterisk={key === 'name'}
      error={key === 'name' ? error : undefined}
      value={target[key]}
      onChange={(event) => onChange({ ...target, [key]: event.currentTarget.value })}
    />
  )
  return (
    <div className={styles.names}>
      {field('name', nameLabel, 200)}
      {field('code', texts.code, 40)}
      {field('short', texts.short, 60)}
      {field('head', texts.head, 200)}
    </div>
  )
}

const sources = [
  { value: 'baru', label: texts.intoNew },
  { value: 'ada', label: texts.intoExisting },
]

/** An OPD that takes over: a new one, or one of the register. */
export const TargetFields = ({
  target,
  label,
  opds,
  error,
  onChange,
}: Props & { label: string; opds: readonly Opd[] }) => (
  <div className={styles.target}>
    <SegmentedControl
      aria-label={label}
      transitionDuration={0}
      data={sources}
      value={target.isNew ? 'baru' : 'ada'}
      onChange={(value) => onChange({ ...target, isNew: value === 'baru' })}
    />
    {target.isNew ? (
      <NameFields target={target} nameLabel={texts.name} error={error} onChange={onChange} />
    ) : (
      <OneOpd
        label={texts.existing}
        opds={opds}
        error={error}
        value={target.id}
        onChange={(id) => onChange({ ...target, id })}
      />
    )}
  </div>
)
