import { gridTexts, uiTexts } from '../../../shared/texts/ui.ts'
import type { KeyGroup } from '../KeyHelp.tsx'

const texts = gridTexts.keys

/** Keys of the editor grid, for KeyHelp. */
export const gridKeys: KeyGroup = {
  title: texts.title,
  lines: [
    { keys: ['↑', '↓', '←', '→'], label: texts.move },
    { keys: ['Tab', 'Shift+Tab'], label: texts.next },
    { keys: ['F2'], label: texts.edit },
    { keys: ['Esc'], label: texts.cancel },
    { keys: ['Home', 'End'], label: texts.edges },
    { keys: ['Ctrl+Home', 'Ctrl+End'], label: texts.corners },
    { keys: ['Shift+→'], label: texts.range },
    { keys: ['Ctrl+A'], label: texts.all },
    { keys: [`Shift+${uiTexts.keys.space}`], label: texts.row },
    { keys: ['Ctrl+C', 'Ctrl+X', 'Ctrl+V'], label: texts.clipboard },
    { keys: ['Del'], label: texts.clear },
    { keys: ['Ctrl+D'], label: texts.fillDown },
    { keys: ['Ctrl+Z', 'Ctrl+Y'], label: texts.undo },
    { keys: ['Ctrl++'], label: texts.insert },
    { keys: ['Ctrl+−'], label: texts.remove },
    { keys: ['F8'], label: texts.nextMark },
    { keys: ['Alt+↓'], label: texts.choices },
  ],
}
