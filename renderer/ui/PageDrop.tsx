import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import styles from './PageDrop.module.css'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Whether files hang over the window, and what was let go anywhere on it. A zone that took the drop itself keeps it. */
const useWindowDrop = (onFiles: (files: readonly File[]) => void): boolean => {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    let depth = 0
    const watch = (step: number) => (event: DragEvent) => {
      if (!carriesFiles(event)) return
      depth = Math.max(0, depth + step)
      setOver(depth > 0)
    }
    const [enter, leave] = [watch(1), watch(-1)]
    const allow = (event: DragEvent) => carriesFiles(event) && event.preventDefault()
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      if (event.defaultPrevented || !carriesFiles(event)) return
      event.preventDefault()
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    const listeners = [
      ['dragenter', enter],
      ['dragleave', leave],
      ['dragover', allow],
      ['drop', drop],
    ] as const
    for (const [name, listener] of listeners) window.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener)
    }
  }, [])
  return over
}

/** The whole page takes a drop, and shows it while files hang over it. `hint`: what can come in. */
export const PageDrop = ({ hint, onFiles }: { hint: string; onFiles: (files: readonly File[]) => void }) => {
  const over = useWindowDrop(onFiles)
  return over ? (
    <div className={styles.target} role="status">
      <IconFileImport size={32} stroke={1.5} aria-hidden="true" />
      <strong>{uiTexts.drop.over}</strong>
      <span>{hint}</span>
    </div>
  ) : null
}
