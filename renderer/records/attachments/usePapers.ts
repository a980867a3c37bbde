import { type AttachmentRow, attachmentList } from '../../../shared/contract/attachments.ts'
import type { OutputOf } from '../../../shared/contract/call.ts'
import { useAnswer } from '../../app/client.tsx'

export type Papers = OutputOf<typeof attachmentList>
export type Paper = Papers['attachments'][number]

/** Whose papers: the record and its type, which may name one of them. */
export type Owner = { readonly type: string; readonly id: string }

/** As of the newest change of the record too: a paper that is taken away is taken out of what names it there. */
export const usePapers = ({ type, id }: Owner) =>
  useAnswer(attachmentList, { owner: id }, { records: ['attachment', type], keep: true })

/** Each version by itself. */
export const everyVersion = (papers: Papers | undefined): readonly AttachmentRow[] =>
  (papers?.attachments ?? []).flatMap((paper) => [paper, ...paper.earlier])
