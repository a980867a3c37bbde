import { useCallback } from 'react'
import { commitReach, commitUndo } from '../../shared/contract/records.ts'
import type { Failure, Result } from '../../shared/contract/result.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { formatWhole, showNotice } from '../ui/index.ts'
import { askUndo } from './askUndo.ts'
import type { Client } from './bridge.ts'
import { useClient } from './client.tsx'

const texts = appTexts.undo
type Walked = { readonly made: readonly string[]; readonly failure: Failure | null }

/** The newest first; stops at the first that is refused. `made`: the commits that undo, in the order in which they were made. */
const takeBack = async (client: Client, commits: readonly string[]): Promise<Walked> => {
  const made: string[] = []
  for (const commit of commits.toReversed()) {
    const result = await client.call(commitUndo, { commit })
    if (!result.ok) return { made, failure: result.error }
    made.push(result.value.commit)
  }
  return { made, failure: null }
}

const tellWalked = (client: Client, words: string, asked: number, { made, failure }: Walked): void => {
  const again = { label: texts.again, onClick: () => void bringBack(client, made) }
  const action = made.length === 0 ? {} : { action: again }
  if (failure === null) showNotice({ message: words, ...action })
  else {
    const of = texts.stopped(formatWhole(made.length), formatWhole(asked), failure.message)
    showNotice({ message: made.length === 0 ? failure.message : of, tone: 'failed', ...action })
  }
}

/** Undoes the undo; what it brings again can be taken back again. */
const bringBack = async (client: Client, commits: readonly string[]): Promise<void> => {
  const walked = await takeBack(client, commits)
  if (walked.failure !== null) return tellWalked(client, '', commits.length, walked)
  const { made } = walked
  showNotice({ message: texts.redone, onUndo: () => void undoCommits(client, made) })
}

/**
 * Undoes commits, given in the order in which they were made, and says what became of it, with “Kembalikan lagi”. What is more
 * than a handful is named and asked first. False where nothing was done or not all of it.
 */
export const undoCommits = async (client: Client, commits: readonly string[]): Promise<boolean> => {
  const reach = await client.call(commitReach, { commits: [...commits] })
  if (!reach.ok) {
    showNotice({ message: reach.error.message, tone: 'failed' })
    return false
  }
  if (reach.value.asks && !(await askUndo(reach.value))) return false
  const walked = await takeBack(client, commits)
  tellWalked(client, appTexts.undone, commits.length, walked)
  return walked.failure === null
}

export const undoCommit = (client: Client, commit: string): Promise<boolean> => undoCommits(client, [commit])

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
