import { withoutPlace } from '../../shared/rules/budget/reread.ts'
import { budgetReturnTexts } from '../../shared/texts/budget-return.ts'
import { formatDay, formatLongDay, formatRupiah, formatWhole } from '../ui/format.ts'
import { cellText, type Sheet } from './sheet.ts'

const texts = budgetReturnTexts

/** The form as the letter names it. `received`: ISO date; `total`: whole rupiah; `note`: what the officer wrote for the OPD. */
export type Returned = {
  readonly opd: string
  readonly year: number
  readonly version: number
  readonly received: string
  readonly total: number
  readonly note: string
  /** What is doubted about the form as a whole: a printed total that its rows do not make. */
  readonly whole: readonly string[]
}
/** From whom and when. `day`: ISO date. */
export type Sender = { readonly city: string; readonly officer: string; readonly day: string }

/** One row that the OPD has to mend; `number` as on the form, from 1. */
export type ReturnLine = {
  readonly number: number
  readonly place: string
  readonly found: readonly string[]
  readonly mend: readonly string[]
}

/** Rows with a note or an open doubt, in the order of the form. */
export const returnLines = ({ rows, marks }: Sheet): readonly ReturnLine[] =>
  rows.flatMap((row, at) => {
    const own = marks.get(row.id) ?? []
    const note = cellText(row, 'note')
    if (own.length === 0 && note === '') return []
    const place = [cellText(row, 'output'), cellText(row, 'stage') || cellText(row, 'subOutput')]
    return [
      {
        number: at + 1,
        place: place.filter(Boolean).join(' · '),
        found: [...new Set(own.map(({ found }) => found).filter(Boolean))],
        mend: [note, ...own.map(({ message }) => withoutPlace(message))].filter(Boolean),
      },
    ]
  })

const lineWords = ({ number, place, found, mend }: ReturnLine): string => {
  const words = found.length === 0 ? '' : ` (${found.map(texts.found).join('; ')})`
  return `- ${texts.row(formatWhole(number), place)}${words}: ${mend.join(' ')}`
}

/** The letter as plain text: salutation, form, notes by row with the words found, what to do, place and date. */
export const returnLetter = (form: Returned, lines: readonly ReturnLine[], from: Sender): string =>
  [
    texts.salutation(form.opd),
    texts.subject(String(form.year), formatWhole(form.version), formatLongDay(form.received)),
    texts.opening(formatRupiah(form.total)),
    form.note === '' ? '' : texts.note(form.note),
    form.whole.length + lines.length === 0
      ? ''
      : [texts.rows, ...form.whole.map(texts.whole), ...lines.map(lineWords)].join('\n'),
    texts.closing(from.city),
    `${texts.place(from.city.replace(/^(?:Kota|Kabupaten)\s+/, ''), formatLongDay(from.day))}\n${from.officer}`,
  ]
    .filter(Boolean)
    .join('\n\n')

const heading = Object.values(texts.columns).map((label) => ({ label }))

/** The same as a table for paper. */
export const returnSheet = (form: Returned, lines: readonly ReturnLine[]) => ({
  title: texts.title(form.opd, String(form.year)),
  about: [
    texts.about(formatWhole(form.version), formatDay(form.received), formatRupiah(form.total)),
    form.note === '' ? '' : texts.note(form.note),
  ]
    .filter(Boolean)
    .join('. '),
  heading,
  lines: [
    ...form.whole.map((words) => ['', '', '', words]),
    ...lines.map(({ number, place, found, mend }) => [
      formatWhole(number),
      place,
      found.join('; '),
      mend.join(' '),
    ]),
  ],
})
