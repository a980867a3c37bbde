import { useCallback, useEffect, useRef, useState } from 'react'
import { Paper, type PaperTable } from './Paper.tsx'

/** “Cetak” and Ctrl+P of a list: `load` gathers the whole table, then it is printed. Render `paper` in the page. */
export const usePrint = (load: () => Promise<PaperTable | null>) => {
  const [table, setTable] = useState<PaperTable | null>(null)
  const latest = useRef(load)
  latest.current = load
  const print = useCallback(async () => setTable(await latest.current()), [])
  const onPrinted = useCallback(() => setTable(null), [])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p' || event.defaultPrevented)
        return
      event.preventDefault()
      void print()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [print])
  return {
    print: () => void print(),
    paper: table === null ? null : <Paper paper={table} onPrinted={onPrinted} />,
  }
}
