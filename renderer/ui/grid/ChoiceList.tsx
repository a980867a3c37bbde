import { Portal } from '@mantine/core'
import { type RefObject, useLayoutEffect, useState } from 'react'
import { gridTexts } from '../../../shared/texts/ui.ts'
import { choiceListId } from './CellEditor.tsx'
import { matchingChoices } from './choices.ts'
import styles from './Grid.module.css'
import { cellAt } from './reveal.ts'
import type { GridColumn, Spot } from './types.ts'

type Props = {
  scroller: RefObject<HTMLDivElement | null>
  spot: Spot
  column: GridColumn | undefined
  choice: { readonly text: string; readonly at: number }
  onPick: (label: string) => void
}

const optionHeight = 30
const most = 8

const usePlace = ({ scroller, spot }: Pick<Props, 'scroller' | 'spot'>, count: number) => {
  const [place, setPlace] = useState<{ left: number; top: number; minWidth: number } | null>(null)
  useLayoutEffect(() => {
    const box = scroller.current && cellAt(scroller.current, spot)?.getBoundingClientRect()
    if (!box) return
    const height = Math.min(count, most) * optionHeight + 10
    const below = box.bottom + 2 + height < window.innerHeight
    setPlace({ left: box.left, top: below ? box.bottom + 2 : box.top - height - 2, minWidth: box.width })
  }, [scroller, spot, count])
  return place
}

/** The choices that fit what was typed, under the cell; the focus stays in the cell. */
export const ChoiceList = ({ scroller, spot, column, choice, onPick }: Props) => {
  const found = column ? matchingChoices(column, choice.text) : []
  const place = usePlace({ scroller, spot }, found.length)
  if (!place || found.length === 0) return null
  return (
    <Portal>
      <div
        className={styles.choices}
        style={place}
        role="listbox"
        id={choiceListId}
        aria-label={gridTexts.choices}
      >
        {found.map(({ value, label }, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the cell keeps the focus (aria-activedescendant)
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the cell
          <div
            key={value}
            id={`${choiceListId}-${at}`}
            role="option"
            aria-selected={at === choice.at}
            className={styles.choice}
            ref={(element) => {
              if (at === choice.at) element?.scrollIntoView({ block: 'nearest' })
            }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPick(label)}
          >
            {label}
          </div>
        ))}
      </div>
    </Portal>
  )
}
