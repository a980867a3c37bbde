import { Select } from '@mantine/core'
import { type Regulation, regulations } from '../../shared/regulation/index.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import styles from './regulation.module.css'
import type { Brought } from './useLibrary.ts'

const texts = regulationTexts.window

type Props = {
  own: Regulation | null
  library: readonly Brought[]
  value: string | null
  onChoose: (id: string) => void
}

const groupsOf = ({ own, library }: Pick<Props, 'own' | 'library'>) => {
  const brought = (kind: Brought['kind']) =>
    library.filter((text) => text.kind === kind).map(({ id, name }) => ({ value: id, label: name }))
  const builtIn = (isOwn: boolean) =>
    regulations
      .filter(({ id }) => (id === own?.id) === isOwn)
      .map(({ id, short }) => ({ value: id, label: short }))
  return [
    { group: texts.own, items: builtIn(true) },
    { group: texts.other, items: [...builtIn(false), ...brought('peraturan')] },
    { group: texts.frameworks, items: brought('kerangka') },
  ].filter(({ items }) => items.length > 0)
}

/** Every text of the library: the city's own regulation, others for reading, frameworks. */
export const TextChoice = ({ value, onChoose, ...library }: Props) => (
  <Select
    className={styles.choice ?? ''}
    aria-label={texts.choose}
    data={groupsOf(library)}
    value={value}
    onChange={(id) => {
      if (id !== null) onChoose(id)
    }}
    allowDeselect={false}
    openOnFocus={false}
    searchable={library.library.length > 6}
    nothingFoundMessage={texts.noText}
    maxDropdownHeight={420}
    comboboxProps={{ transitionProps: { duration: 0 } }}
  />
)
