import { ActionIcon, Menu } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useMemo } from 'react'
import { z } from 'zod'
import type { RecordRow } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { useKept } from '../app/kept.ts'
import type { ListColumn } from '../ui/index.ts'
import { cellText, columnShape, isSortable, listFields, type ShownField } from './columns.ts'
import styles from './records.module.css'

const shownAtFirst = 7
const keptKeys = z.array(z.string()).min(1)

const columnOf = (field: ShownField): ListColumn<RecordRow> => ({
  key: field.key,
  heading: field.facts.label,
  ...columnShape(field),
  sortable: isSortable(field),
  render: (row) => {
    const text = cellText(field, row)
    return text === '' ? <span className={styles.none}>–</span> : text
  },
  title: (row) => cellText(field, row),
})

type ChooserProps = {
  fields: readonly ShownField[]
  chosen: readonly string[]
  onChosen: (keys: readonly string[]) => void
}

const Chooser = ({ fields, chosen, onChosen }: ChooserProps) => {
  const toggle = (key: string) => {
    const next = fields.map((field) => field.key).filter((each) => (each === key) !== chosen.includes(each))
    if (next.length > 0) onChosen(next)
  }
  return (
    <Menu
      position="bottom-end"
      closeOnItemClick={false}
      width={240}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <ActionIcon size={32} aria-label={recordsTexts.columnsTitle} title={recordsTexts.columnsTitle}>
          <IconColumns3 size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{recordsTexts.columnsTitle}</Menu.Label>
        {fields.map(({ key, facts }) => (
          <Menu.CheckboxItem key={key} checked={chosen.includes(key)} onChange={() => toggle(key)}>
            {facts.label}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onChosen(fields.slice(0, shownAtFirst).map(({ key }) => key))}>
          {recordsTexts.columnsReset}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Columns of a register, and the menu that chooses among them; remembered on this device. */
export const useColumns = (definition: AnyDefinition) => {
  const fields = useMemo(() => listFields(definition), [definition])
  const usual = useMemo(() => fields.slice(0, shownAtFirst).map(({ key }) => key), [fields])
  const [kept, setKept] = useKept<readonly string[]>(
    `kolom/${definition.type}`,
    usual,
    (value) => keptKeys.safeParse(value).data ?? null,
  )
  const columns = useMemo(() => {
    const chosen = fields.filter(({ key }) => kept.includes(key))
    return (chosen.length > 0 ? chosen : fields.slice(0, shownAtFirst)).map(columnOf)
  }, [fields, kept])
  return {
    columns,
    chooser: <Chooser fields={fields} chosen={columns.map(({ key }) => key)} onChosen={setKept} />,
  }
}
