// biome-ignore-all lint/a11y/noNoninteractiveTabindex: Ctrl+V needs a place that can hold the focus
// biome-ignore-all lint/a11y/useSemanticElements: a fieldset takes no paste
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { gridTexts } from '../../../shared/texts/ui.ts'
import { EmptyState } from '../EmptyState.tsx'
import type { Controller } from './controller.ts'
import styles from './Grid.module.css'
import { commandOf, pressOf } from './keys.ts'

type Props = { label: string; controller: Controller; canAdd: boolean }

/** A sheet without rows takes a paste, or its first row. */
export const GridEmpty = ({ label, controller, canAdd }: Props) => (
  <div
    className={styles.empty}
    role="group"
    aria-label={label}
    tabIndex={0}
    ref={controller.takeFocus}
    onKeyDown={(event) => {
      const command = commandOf(pressOf(event), 'ready')
      if (command?.type === 'undo' || command?.type === 'redo') controller.run(command)
    }}
    onPaste={(event) => {
      event.preventDefault()
      controller.paste(event.clipboardData)
    }}
  >
    <EmptyState
      title={gridTexts.empty}
      action={
        canAdd ? (
          <Button leftSection={<IconPlus size={16} />} onClick={controller.addFirst}>
            {gridTexts.addFirst}
          </Button>
        ) : undefined
      }
    >
      {canAdd ? gridTexts.emptyHint : gridTexts.emptyReadOnly}
    </EmptyState>
  </div>
)
