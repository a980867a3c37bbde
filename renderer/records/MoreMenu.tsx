import { ActionIcon, Menu } from '@mantine/core'
import { IconDotsVertical, IconTrash } from '@tabler/icons-react'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsRestoreTexts } from '../../shared/texts/records-restore.ts'
import { usePlace } from '../app/place.ts'
import { deletedPath } from './address.ts'

const texts = recordsRestoreTexts

/** What else a register has: its deleted records. */
export const MoreMenu = ({ definition }: { definition: AnyDefinition }) => {
  const { go } = usePlace()
  return (
    <Menu position="bottom-end" width={200} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon size={32} aria-label={texts.more} title={texts.more}>
          <IconDotsVertical size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.6} />}
          onClick={() => go(deletedPath(definition.type))}
        >
          {texts.deleted.open}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
