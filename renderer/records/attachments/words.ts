import type { AttachmentRow } from '../../../shared/contract/attachments.ts'
import { endingOn, kindWord } from '../../../shared/rules/records/attachments.ts'
import { attachmentsTexts as texts } from '../../../shared/texts/attachments.ts'
import { sizeWords } from '../../app/size.ts'
import { dayOf, formatDay, formatWhole } from '../../ui/index.ts'

/** What an officer calls a paper. */
export const titleOf = ({ subject, name }: AttachmentRow): string => subject || name

export const isDescribed = ({ kind, number, subject, effective, expires, note }: AttachmentRow): boolean =>
  [kind, number, subject, effective, expires, note].some((said) => said !== null && said !== '')

/** “SK · Nomor 800/12 · 05-2024”. */
export const saidOf = ({ kind, number, effective }: AttachmentRow): string =>
  [kindWord(kind), number ? texts.number(number) : '', effective === null ? '' : formatDay(effective)]
    .filter((words) => words !== '')
    .join(' · ')

/** “sk.pdf · 48 KB · diunggah 21-11-2026 oleh Siti Rahma”; its name only where the title is another one. */
export const fileOf = (paper: AttachmentRow): string => {
  const { name, size, added, by } = paper
  const upload = added === '' ? '' : texts.uploaded(formatDay(dayOf(Date.parse(added))), by)
  return [titleOf(paper) === name ? '' : name, sizeWords(size), upload]
    .filter((words) => words !== '')
    .join(' · ')
}

/** “berakhir 30 hari lagi”, and how near that is. */
export const endingWords = (expires: string, day: string) => {
  const { state, days } = endingOn(expires, day)
  const { ending } = texts
  if (state === 'soon') return { state, words: days === 0 ? ending.today : ending.soon(formatWhole(days)) }
  return { state, words: ending[state](formatDay(expires)) }
}

/** What an earlier version said of itself, and which one stands for it now. */
export const formerWords = (former: AttachmentRow, newer: string): string =>
  [
    saidOf(former),
    former.expires === null ? '' : texts.ending.later(formatDay(former.expires)),
    fileOf({ ...former, subject: null }),
    texts.replacedBy(newer),
  ]
    .filter((words) => words !== '')
    .join(' · ')
