import { useCallback } from 'react'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { useClient } from '../app/client.tsx'
import { undoCommits } from '../app/commit.ts'
import { formatRupiah, formatWhole, showNotice } from '../ui/index.ts'
import type { Batch, Wait } from './importBatch.ts'
import type { Written } from './useImport.ts'

const texts = budgetWindowTexts.import

/** “4 berkas menunggu: 2 dari OPD yang sama, 2 perlu diperiksa.”; '' where none waits. */
export const waitingWords = (batch: Batch, reasons: readonly Wait[]): string => {
  const waiting = reasons.filter((reason) => batch[reason].length > 0)
  if (waiting.length === 0) return ''
  const count = waiting.reduce((sum, reason) => sum + batch[reason].length, 0)
  const words = waiting.map((reason) => texts.waiting[reason](formatWhole(batch[reason].length)))
  return texts.waiting.words(formatWhole(count), words.join(', '))
}

const savedWords = (written: readonly Written[]): string => {
  const rows = formatWhole(written.reduce((sum, each) => sum + each.rows, 0))
  const total = formatRupiah(written.reduce((sum, each) => sum + each.total, 0))
  const [only] = written
  const words =
    written.length === 1 && only
      ? texts.savedNotice(only.opd, rows, total)
      : texts.savedMany(formatWhole(written.length), rows, total)
  const added = written.filter(({ opdAdded }) => opdAdded).map(({ opd }) => opd)
  if (added.length === 0) return words
  return `${words} ${added.length === 1 ? texts.opdAdded(added[0] ?? '') : texts.opdsAdded(formatWhole(added.length))}`
}

/** One notice for all forms that were just written, and how many files were left; Urungkan takes them back, newest first. */
export const useSavedNotice = () => {
  const client = useClient()
  return useCallback(
    (written: readonly Written[], left: number) => {
      const commits = written.map(({ commit }) => commit)
      const waiting = left > 0 ? ` ${texts.waiting.left(formatWhole(left))}` : ''
      const message = savedWords(written) + waiting
      showNotice({ message, onUndo: () => void undoCommits(client, commits) })
    },
    [client],
  )
}
