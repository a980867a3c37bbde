import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import styles from './SplitView.module.css'

const narrowest = 320
const leastLeft = 360

type Props = {
  /** The list. */
  children: ReactNode
  /** The record beside it; null: the list alone. */
  side: ReactNode | null
  /** Accessible name of the right side: the title of the record. */
  sideLabel: string
  /** Pixels; remembered by the caller. */
  width: number
  onWidth: (width: number) => void
  /** Shows the closing button; Esc is the caller's (the record may have unsaved work). */
  onClose?: () => void
}

const useResize = ({ width, onWidth }: Pick<Props, 'width' | 'onWidth'>) => {
  const whole = useRef<HTMLDivElement>(null)
  const set = (wanted: number) => {
    const most = (whole.current?.clientWidth ?? 1366) - leastLeft
    onWidth(Math.round(Math.max(narrowest, Math.min(most, wanted))))
  }
  const onPointerDown = (event: PointerEvent) => event.currentTarget.setPointerCapture(event.pointerId)
  const onPointerMove = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !whole.current) return
    set(whole.current.getBoundingClientRect().right - event.clientX)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: 24, ArrowRight: -24 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    set(width + step)
  }
  return { whole, handlers: { onPointerDown, onPointerMove, onKeyDown } }
}

const Side = ({ side, sideLabel, width, onClose }: Omit<Props, 'children' | 'onWidth'>) => (
  <section className={styles.side} aria-label={sideLabel} style={{ width }}>
    {onClose ? (
      <ActionIcon
        className={styles.close ?? ''}
        aria-label={uiTexts.split.close}
        title={uiTexts.split.close}
        onClick={onClose}
      >
        <IconX size={16} />
      </ActionIcon>
    ) : null}
    {side}
  </section>
)

/** A list, and the record that was opened from it beside it. */
export const SplitView = ({ children, side, sideLabel, width, onWidth, onClose }: Props) => {
  const { whole, handlers } = useResize({ width, onWidth })
  return (
    <div className={styles.split} ref={whole}>
      <div className={styles.main}>{children}</div>
      {side === null ? null : (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved */}
          <div
            className={styles.handle}
            role="separator"
            tabIndex={0}
            aria-orientation="vertical"
            aria-label={uiTexts.split.resize}
            aria-valuenow={width}
            aria-valuemin={narrowest}
            {...handlers}
          />
          <Side side={side} sideLabel={sideLabel} width={width} {...(onClose ? { onClose } : {})} />
        </>
      )}
    </div>
  )
}
