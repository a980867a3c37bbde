import { useState } from 'react'
import { attachmentAdd } from '../../../shared/contract/attachments.ts'
import type { OutputOf } from '../../../shared/contract/call.ts'
import type { Failure } from '../../../shared/contract/result.ts'
import { attachmentsTexts as texts } from '../../../shared/texts/attachments.ts'
import { useCommitNotice } from '../../app/commit.ts'
import { sizeWords } from '../../app/size.ts'
import { useWork } from '../../app/work.ts'
import { formatWhole, showNotice } from '../../ui/index.ts'
import { fits, type Incoming } from './incoming.ts'

type Added = OutputOf<typeof attachmentAdd>

const twinWords = ([first, ...others]: Added['twins']): string[] => [
  ...(first === undefined ? [] : [texts.known(first.name, first.as)]),
  ...(others.length === 0 ? [] : [texts.knownMany(formatWhole(others.length))]),
]

const addedWords = (files: readonly Incoming[], { ids, twins }: Added): string => {
  const [only] = files.length === 1 ? files : []
  const done = only === undefined ? texts.addedMany(formatWhole(ids.length)) : texts.added(only.name)
  return [done, ...twinWords(twins)].join(' ')
}

const sum = (files: readonly Incoming[]): number => files.reduce((all, { bytes }) => all + bytes.length, 0)

/**
 * Attaches files to a record in one commit, and says what became of them. Null: all of them are there. `failureSaid`: the page says
 * itself why it failed.
 */
export const useAttach = (failureSaid = false) => {
  const { run, busy } = useWork(attachmentAdd)
  const notice = useCommitNotice()
  const [label, setLabel] = useState('')
  const attach = async (owner: string, files: readonly Incoming[]): Promise<Failure | null> => {
    if (!fits(files.map(({ bytes }) => bytes.length))) return { type: 'TooLarge', message: '' }
    setLabel(texts.adding(formatWhole(files.length), sizeWords(sum(files))))
    const result = await run({ owner, files: files.map((file) => ({ ...file })) })
    if (!result.ok && result.error.type === 'AlreadyAttached') {
      showNotice({ message: result.error.message, tone: 'attention' })
      return null
    }
    notice(result, (value) => addedWords(files, value), { failureSaid })
    return result.ok ? null : result.error
  }
  return { attach, busy, label }
}
