import { useCallback } from 'react'
import { commitUndo } from '../../shared/contract/records.ts'
import type { Result } from '../../shared/contract/result.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { showNotice } from '../ui/index.ts'
import type { Client } from './bridge.ts'
import { useClient } from './client.tsx'

/** Undoes a commit and says what became of it. */
export const undoCommit = async (client: Client, commit: string): Promise<boolean> => {
  const result = await client.call(commitUndo, { commit })
  if (result.ok) showNotice({ message: appTexts.undone })
  else showNotice({ message: result.error.message, tone: 'failed' })
  return result.ok
}

type Committed = { readonly commit: string }
type NoticeOptions = {
  readonly undoable?: boolean
  readonly tone?: 'done' | 'attention'
  /** The page or its dialog says itself why it failed: no notice repeats that. */
  readonly failureSaid?: boolean
}

/** After an act that changed records: the sentence with “Urungkan”, or why it failed. Returns whether it was done. */
export const useCommitNotice = () => {
  const client = useClient()
  return useCallback(
    <T extends Committed>(
      result: Result<T>,
      words: string | ((value: T) => string),
      options: NoticeOptions = {},
    ) => {
      if (!result.ok) {
        if (result.error.type !== 'Cancelled' && !options.failureSaid)
          showNotice({ message: result.error.message, tone: 'failed' })
        return false
      }
      const { value } = result
      showNotice({
        message: typeof words === 'string' ? words : words(value),
        tone: options.tone ?? 'done',
        ...(options.undoable === false ? {} : { onUndo: () => void undoCommit(client, value.commit) }),
      })
      return true
    },
    [client],
  )
}
