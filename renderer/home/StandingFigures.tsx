import { homeTexts } from '../../shared/texts/home.ts'
import { usePlace } from '../app/place.ts'
import { Figure, Figures, formatRupiah, formatWhole } from '../ui/index.ts'
import type { Standing } from './tasks.ts'

const texts = homeTexts

const sum = <T,>(rows: readonly T[], of: (row: T) => number) =>
  rows.reduce((total, row) => total + of(row), 0)

/** How many rows make the sum, and how much of it may still change by a decision. */
const totalNote = (forms: Standing['forms']): string => {
  const rows = formatWhole(sum(forms, (form) => form.rows))
  const note = texts.totalNote(rows, formatWhole(sum(forms, (form) => form.withoutCost)))
  const disputed = sum(forms, (form) => form.disputed.amount)
  return disputed === 0 ? note : texts.totalDisputed(note, formatRupiah(disputed))
}

/** Four numbers of the year, each leading to the rows behind it. */
export const StandingFigures = ({ standing }: { standing: Standing }) => {
  const { go } = usePlace()
  const { forms, missing, listComplete } = standing
  const marks = sum(forms, (form) => form.marks)
  const recommended = forms.filter(
    ({ status }) => status === 'direkomendasikan' || status === 'dikunci',
  ).length
  const link = (path: string) => ({ href: path, onOpen: () => go(path) })
  return (
    <Figures>
      <Figure
        label={texts.received}
        value={
          listComplete
            ? texts.receivedOf(formatWhole(forms.length), formatWhole(forms.length + missing.length))
            : texts.receivedOpen(formatWhole(forms.length))
        }
        {...(listComplete ? {} : { note: texts.listOpen })}
        {...link('/anggaran')}
      />
      <Figure
        label={texts.total}
        value={formatRupiah(sum(forms, (form) => form.total))}
        note={totalNote(forms)}
        {...link('/konsolidasi')}
      />
      <Figure
        label={texts.doubts}
        value={formatWhole(marks)}
        note={texts.doubtsNote}
        tone={marks > 0 ? 'warn' : 'plain'}
        {...link('/anggaran')}
      />
      <Figure
        label={texts.recommended}
        value={texts.recommendedOf(formatWhole(recommended), formatWhole(forms.length))}
        {...link('/anggaran')}
      />
    </Figures>
  )
}
