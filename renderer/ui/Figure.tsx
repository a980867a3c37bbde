import type { ReactNode } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import styles from './Figure.module.css'
import { Unbroken } from './Unbroken.tsx'

type Props = {
  label: string
  /** Already formatted: “Rp186.000.000”, “12”. */
  value: ReactNode
  /** Small line below: “11 dari 17 baris berbiaya”. */
  note?: ReactNode
  tone?: 'plain' | 'warn' | 'bad' | 'good'
  /** Address of the rows behind the number; `onOpen` for an application that routes by itself. */
  href?: string
  onOpen?: () => void
}

const Words = ({ label, value, note }: Pick<Props, 'label' | 'value' | 'note'>) => (
  <>
    <span className={styles.label}>{label}</span>
    <span className={styles.value}>{value}</span>
    {note ? (
      <span className={styles.note}>{typeof note === 'string' ? <Unbroken>{note}</Unbroken> : note}</span>
    ) : null}
  </>
)

/** A number that opens the rows behind it. */
export const Figure = ({ label, value, note, tone = 'plain', href, onOpen }: Props) => {
  const words = <Words label={label} value={value} note={note} />
  const shared = { className: styles.figure, 'data-tone': tone }
  if (href !== undefined)
    return (
      <a
        {...shared}
        href={href}
        title={uiTexts.figure.open(label)}
        onClick={onOpen && ((event) => openHere(event, onOpen))}
      >
        {words}
      </a>
    )
  if (onOpen)
    return (
      <button {...shared} type="button" title={uiTexts.figure.open(label)} onClick={onOpen}>
        {words}
      </button>
    )
  return <div {...shared}>{words}</div>
}

const openHere = (event: React.MouseEvent, onOpen: () => void) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  onOpen()
}

/** Figures side by side, divided by thin lines. */
export const Figures = ({ children }: { children: ReactNode }) => (
  <div className={styles.figures}>{children}</div>
)
