import { rupiahInLetter } from '../../shared/format/money.ts'
import { formatNip } from '../../shared/format/nip.ts'
import { addresseeOf } from '../../shared/rules/budget/addressee.ts'
import type { ReportSigner } from '../../shared/rules/budget/report.ts'
import {
  cityNameOf,
  type Letterhead,
  letterheadOf,
  type OfficeProfile,
} from '../../shared/rules/document/letterhead.ts'
import { budgetReturnTexts } from '../../shared/texts/budget-return.ts'
import { documentTexts } from '../../shared/texts/document.ts'
import { formatLongDay, formatWhole } from '../ui/format.ts'
import { cellText, type Sheet } from './sheet.ts'

const texts = budgetReturnTexts

/** The form as the letter names it. `received`: ISO date; `total`: whole rupiah; `note`: what the officer wrote for the OPD. */
export type Returned = {
  readonly opd: string
  readonly year: number
  readonly received: string
  /** Number of the OPD's own letter; '' where none is recorded. */
  readonly letter: string
  readonly total: number
  readonly note: string
  /** Open doubts about the form as a whole: a printed total that its rows do not make. Whole rupiah. */
  readonly whole: readonly WholeDoubt[]
}
type WholeDoubt = {
  readonly type: string
  readonly found: string
  readonly stated: number | null
  readonly counted: number | null
}

/** One thing that the OPD has to mend; `row` and `place` are '' where it goes on about the row above. */
export type Remark = {
  readonly row: string
  readonly place: string
  readonly found: string
  readonly mend: string
}

/** What the officer decides about the letter. */
export type Choices = { readonly to: string; readonly number: string; readonly signer: ReportSigner }
export type Office = { readonly profile: OfficeProfile; readonly basis: string }

export type Letter = {
  readonly letterhead: Letterhead
  readonly placeAndDate: string
  readonly head: readonly { readonly label: string; readonly words: string }[]
  /** Lines of the address. */
  readonly to: readonly string[]
  readonly paragraphs: readonly string[]
  readonly remarks: readonly Remark[]
  /** Head of the annex where the remarks stand in one of their own; null: they stand in the letter. */
  readonly annex: { readonly of: string; readonly title: string } | null
  readonly closing: readonly string[]
  readonly signer: { readonly position: string; readonly name: string; readonly below: readonly string[] }
}

/** More remarks than these would part the letter from its signature: they go into an annex. */
const remarksInLetter = 2

const wholeRemark = ({ type, found, stated, counted }: WholeDoubt): Remark => ({
  row: '',
  place: texts.wholeForm,
  found: found.replaceAll(' | ', ' '),
  mend:
    stated === null || counted === null
      ? texts.mend(type)
      : texts.sum(rupiahInLetter(stated), rupiahInLetter(counted)),
})

/** Doubts of the whole form first, then rows with a note or an open doubt, numbered and in order as on the form. */
export const remarksOf = ({ rows, marks }: Sheet, whole: readonly WholeDoubt[]): readonly Remark[] => [
  ...whole.map(wholeRemark),
  ...rows.flatMap((row, at) => {
    const note = cellText(row, 'note')
    const said = [
      ...(note === '' ? [] : [{ found: '', mend: note }]),
      ...(marks.get(row.id) ?? []).map(({ type, found }) => ({ found, mend: texts.mend(type) })),
    ]
    const place = [cellText(row, 'output'), cellText(row, 'stage') || cellText(row, 'subOutput')]
    const first = { row: formatWhole(at + 1), place: place.filter(Boolean).join(', ') }
    return said.map((each, index) => ({ ...(index === 0 ? first : { row: '', place: '' }), ...each }))
  }),
]

const signerOf = ({ position, name, rank, nip }: ReportSigner): Letter['signer'] => ({
  position: `${position},`,
  name: name || documentTexts.unnamed,
  below: [rank, nip === '' ? '' : documentTexts.nip(formatNip(nip))].filter(Boolean),
})

const headOf = (form: Returned, { number }: Choices, annexed: boolean): Letter['head'] => [
  { label: texts.head.number, words: number },
  { label: texts.head.nature, words: texts.nature },
  { label: texts.head.attachment, words: annexed ? texts.oneAttachment : texts.noAttachment },
  { label: texts.head.subject, words: texts.subject(String(form.year)) },
]

const openingOf = (form: Returned, basis: string): string =>
  texts.opening({
    basis,
    opd: form.opd,
    year: String(form.year),
    received: formatLongDay(form.received),
    letter: form.letter,
    total: rupiahInLetter(form.total),
  })

/** To whom the letter goes unless the officer says otherwise. */
export const usualAddressee = ({ opd }: Pick<Returned, 'opd'>): string => addresseeOf(opd)

/** The letter as naskah dinas has it: kop, place and date, number to subject, address, text, signature block. */
export const letterOf = (
  form: Returned,
  remarks: readonly Remark[],
  { profile, basis }: Office,
  choices: Choices,
): Letter => {
  const { signer, number } = choices
  const day = formatLongDay(signer.date)
  const letterhead = letterheadOf(profile)
  const annexed = remarks.length > remarksInLetter
  const listed = remarks.length === 0 ? '' : annexed ? texts.attached : texts.rows
  return {
    letterhead,
    placeAndDate: documentTexts.placeAndDate(signer.place, day).replace(/^, /, ''),
    head: headOf(form, choices, annexed),
    to: [texts.to(choices.to), texts.at(signer.place)],
    paragraphs: [openingOf(form, basis), form.note, listed].filter(Boolean),
    remarks,
    annex: annexed ? { of: texts.attachmentOf(number, day), title: texts.attachmentTitle } : null,
    closing: [texts.closing(`${letterhead.agency} ${cityNameOf(profile)}`.trim()), texts.thanks],
    signer: signerOf(signer),
  }
}

const remarkText = ({ row, place, found, mend }: Remark): string => {
  const where = texts.line(row === '' ? '' : texts.row(row), place)
  const head = [where, found === '' ? '' : `(${texts.found(found)})`].filter(Boolean).join(' ')
  return `${where === '' ? '  ' : '- '}${head === '' ? '' : `${head}: `}${mend}`
}

const signerText = ({ signer }: Letter): string =>
  [signer.position, '', '', signer.name, ...signer.below].join('\n')
const remarksText = ({ remarks }: Letter): string => remarks.map(remarkText).join('\n')

/** The letter as plain text, for a message; without the kop, which a message has no use for. */
export const letterText = (letter: Letter): string =>
  [
    letter.placeAndDate,
    letter.head.map(({ label, words }) => `${label.padEnd(9)}: ${words}`.trimEnd()).join('\n'),
    letter.to.join('\n'),
    ...letter.paragraphs,
    letter.annex === null ? remarksText(letter) : '',
    ...letter.closing,
    signerText(letter),
    letter.annex === null ? '' : [letter.annex.of, letter.annex.title, '', remarksText(letter)].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
