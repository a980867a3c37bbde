import { useEffect, useRef } from 'react'
import { tableOf } from './usePagePaste.ts'

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest(selector) !== null)

/** Word and Excel put a picture beside what was copied: their words and tables are not meant as one. */
const isOfWords = (data: DataTransfer, target: EventTarget | null): boolean => {
  const hasText = data.getData('text/plain').trim() !== ''
  return (
    tableOf(data) !== null ||
    (hasText && (data.types.includes('text/html') || isWithin(target, 'input, textarea')))
  )
}

/** Ctrl+V of a picture or of files anywhere on the page, in its fields too, but not over an open dialog. */
export const useFilePaste = (onFiles: (files: readonly File[]) => void, enabled = true): void => {
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    if (!enabled) return
    const listen = (event: ClipboardEvent) => {
      const { clipboardData, target } = event
      const files = [...(clipboardData?.files ?? [])]
      if (event.defaultPrevented || clipboardData === null || files.length === 0) return
      if (isWithin(target, '[role="dialog"]') || isOfWords(clipboardData, target)) return
      event.preventDefault()
      latest.current(files)
    }
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [enabled])
}
