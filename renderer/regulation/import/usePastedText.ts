import { useEffect, useRef } from 'react'
import { regulationImportTexts } from '../../../shared/texts/regulation-import.ts'
import { pickedOf } from '../../ui/index.ts'

type Pasted = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [role="dialog"]') !== null

/** Ctrl+V anywhere on the page: the text of a regulation, or its file. Word gives the numbers of pasal and ayat along. */
export const usePastedText = (onPaste: (files: readonly Pasted[]) => void, enabled: boolean): void => {
  const latest = useRef(onPaste)
  latest.current = onPaste
  useEffect(() => {
    if (!enabled) return
    const listen = (event: ClipboardEvent) => {
      if (event.defaultPrevented || event.clipboardData === null || isField(event.target)) return
      const text = event.clipboardData.getData('text/plain')
      const files = [...event.clipboardData.files]
      if (text.trim() === '' && files.length === 0) return
      event.preventDefault()
      const bytes = new TextEncoder().encode(text)
      if (text.trim() === '') void pickedOf(files).then((picked) => latest.current(picked))
      else latest.current([{ name: regulationImportTexts.page.pasted, bytes }])
    }
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [enabled])
}
