import { ActionIcon, Menu } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useMemo } from 'react'
import { z } from 'zod'
import type { RecordRow } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { isCode, listFields, type ShownField } from '../../shared/rules/records/fields.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { useKept } from '../app/kept.ts'
import { CodeText, type ListColumn } from '../ui/index.ts'
import { cellText, columnShape, isSortable } from './columns.ts'
import type { ExtraColumn } from './extras.ts'
import styles from './records.module.css'

const shownAtFirst = 6
const keptKeys = z.array(z.string()).min(1)

/** A column of the list whose cells are words: what is shown, copied and printed alike. */
export type TextColumn = ListColumn<RecordRow> & { readonly text: (row: RecordRow) => string }

const shown = (text: string) => (text === '' ? <span className={styles.none}>–</span> : text)

const columnOf = (field: ShownField): TextColumn => ({
  key: field.key,
  heading: field.facts.label,
  ...columnShape(field),
  sortable: isSortable(field),
  render: (row) => {
    const text = cellText(field, row)
    return text !== '' && isCode(field) ? <CodeText value={text} /> : shown(text)
  },
  title: (row) => cellText(field, row),
  text: (row) => cellText(field, row),
})

const extraOf = ({ text, ...rest }: ExtraColumn): TextColumn => ({
  ...rest,
  sortable: false,
  render: (row) => shown(text(row)),
  title: text,
  text,
})

type ChooserProps = {
  all: readonly TextColumn[]
  chosen: readonly string[]
  onChosen: (keys: readonly string[]) => void
}

const Chooser = ({ all, chosen, onChosen }: ChooserProps) => {
  const toggle = (key: string) => {
    const next = all.map(({ key: each }) => each).filter((each) => (each === key) !== chosen.includes(each))
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
        {all.map(({ key, heading }) => (
          <Menu.CheckboxItem key={key} checked={chosen.includes(key)} onChange={() => toggle(key)}>
            {heading}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onChosen(usualKeys(all))}>{recordsTexts.columnsReset}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const usualKeys = (all: readonly TextColumn[]) => all.slice(0, shownAtFirst).map(({ key }) => key)

/** Columns of a register, and the menu that chooses among them; remembered on this device. */
export const useColumns = (definition: AnyDefinition, extras: readonly ExtraColumn[]) => {
  const all = useMemo(
    () => [...listFields(definition).map(columnOf), ...extras.map(extraOf)],
    [definition, extras],
  )
  const [kept, setKept] = useKept<readonly string[]>(
    `kolom/${definition.type}`,
    usualKeys(all),
    (value) => keptKeys.safeParse(value).data ?? null,
  )
  const columns = useMemo(() => {
    const chosen = all.filter(({ key }) => kept.includes(key))
    return chosen.length > 0 ? chosen : all.slice(0, shownAtFirst)
  }, [all, kept])
  return {
    columns,
    setColumns: setKept,
    chooser: <Chooser all={all} chosen={columns.map(({ key }) => key)} onChosen={setKept} />,
  }
}
