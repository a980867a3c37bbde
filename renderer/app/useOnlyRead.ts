import type { Audience } from '../../shared/contract/call.ts'
import { auditAnchor } from '../../shared/contract/records.ts'
import { useAnswer } from './client.tsx'
import { useMay, useSession } from './session.ts'

/** Why the data can only be read whoever is logged in, in one sentence; '' where it can be written, or where it is damaged. */
export const useOnlyReadSentence = (): string => useAnswer(auditAnchor, {}).data?.sentence ?? ''

/** The data is only read: it is damaged, or older than what this computer wrote last. No change is offered then. */
export const useOnlyRead = (): boolean => {
  const sentence = useOnlyReadSentence()
  return useSession().isDamaged || sentence !== ''
}

/** Whether a change is offered: the officer's roles cover it, and the data can be written. */
export const useMayChange = (audience: Audience): boolean => {
  const isOnlyRead = useOnlyRead()
  return useMay(audience) && !isOnlyRead
}
