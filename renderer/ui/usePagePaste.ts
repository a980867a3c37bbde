import { useEffect, useRef } from 'react'

export type PastedTable = { readonly html: string; readonly text: string }
export type Pasted = { readonly table: PastedTable | null; readonly files: readonly File[] }

/** Where a paste is the place's own: fields, dialogs, and grids whose cells are written into. */
const ownPlaces = 'input, textarea, [role="dialog"], [role="grid"]:not([aria-readonly="true"])'
const isEditing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest(ownPlaces) !== null)

/** A table of Word, Excel or a browser, or text with tabs in several lines; null for anything else. */
export const tableOf = (data: DataTransfer): PastedTable | null => {
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  if (/<table[\s>]/i.test(html)) return { html, text }
  return text.includes('\t') && text.trim().includes('\n') ? { html: '', text } : null
}

/** Ctrl+V anywhere on the page outside of fields: a table, or files copied in the file manager. */
export const usePagePaste = (onPaste: (pasted: Pasted) => void, enabled = true): void => {
  const latest = useRef(onPaste)
  latest.current = onPaste
  useEffect(() => {
    if (!enabled) return
    const listen = (event: ClipboardEvent) => {
      if (event.defaultPrevented || event.clipboardData === null || isEditing(event.target)) return
      const table = tableOf(event.clipboardData)
      const files = table === null ? [...event.clipboardData.files] : []
      if (table === null && files.length === 0) return
      event.preventDefault()
      latest.current({ table, files })
    }
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [enabled])
}
