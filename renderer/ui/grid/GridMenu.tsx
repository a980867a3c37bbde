import { Menu } from '@mantine/core'
import { gridTexts } from '../../../shared/texts/ui.ts'
import { formatWhole } from '../format.ts'
import type { Controller } from './controller.ts'
import styles from './Grid.module.css'
import type { Command } from './keys.ts'
import type { Range } from './types.ts'

const texts = gridTexts.menu
type Props = {
  at: { readonly x: number; readonly y: number } | null
  range: Range
  canAdd: boolean
  readOnly: boolean
  controller: Controller
}

type Item = {
  readonly label: string
  readonly keys?: string
  readonly command: Command
  readonly divided?: boolean
}

const items = ({ range, canAdd, readOnly }: Props): readonly Item[] => {
  const count = range.bottom - range.top + 1
  const copy: Item = { label: texts.copy, keys: 'Ctrl+C', command: { type: 'copy' } }
  if (readOnly) return [copy]
  const rows: readonly Item[] = [
    { label: texts.insertAbove, keys: 'Ctrl++', command: { type: 'insert' }, divided: true },
    { label: texts.insertBelow, command: { type: 'insertBelow' } },
    {
      label: count > 1 ? texts.removeMany(formatWhole(count)) : texts.remove,
      keys: 'Ctrl+−',
      command: { type: 'remove' },
    },
  ]
  return [
    copy,
    { label: texts.cut, keys: 'Ctrl+X', command: { type: 'cut' } },
    { label: texts.paste, keys: 'Ctrl+V', command: { type: 'pasteHere' } },
    { label: texts.clear, keys: 'Del', command: { type: 'clear' } },
    { label: texts.fillDown, keys: 'Ctrl+D', command: { type: 'fillDown' } },
    ...(canAdd ? rows : []),
    { label: texts.undo, keys: 'Ctrl+Z', command: { type: 'undo' }, divided: true },
    { label: texts.redo, keys: 'Ctrl+Y', command: { type: 'redo' } },
  ]
}

/** What can be done with the selection, by the right button, Shift+F10 or the button under the sheet. */
export const GridMenu = (props: Props) => {
  const { at, controller } = props
  if (!at) return null
  const choose = (command: Command) => {
    controller.closeMenu()
    controller.run(command)
  }
  return (
    <Menu opened onClose={controller.closeMenu} position="bottom-start" returnFocus={false} width={240}>
      <Menu.Target>
        <span className={styles.menuPlace} style={{ left: at.x, top: at.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        {items(props).map(({ label, keys, command, divided }) => (
          <div key={label}>
            {divided ? <Menu.Divider /> : null}
            <Menu.Item
              rightSection={keys ? <span className={styles.keys}>{keys}</span> : null}
              onClick={() => choose(command)}
            >
              {label}
            </Menu.Item>
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
