import { appTexts } from '../../shared/texts/app.ts'
import { formatMoment, formatWhole, showNotice } from '../ui/index.ts'
import { copySheet } from './clipboard.ts'
import type { PaperTable } from './Paper.tsx'
import { SheetButtons } from './SheetButtons.tsx'
import { useSession } from './session.ts'
import { usePrint } from './usePrint.tsx'

/** A table as it is shown; money and numbers already formatted (“186.000.000”), their columns marked `right`. */
export type SheetTable = Pick<PaperTable, 'heading' | 'lines'>

const texts = appTexts.sheet

type Props = {
  /** Head of the print. */
  title: string
  about: string
  table: () => SheetTable
  disabled?: boolean
}

/** “Salin ke Excel” and “Cetak” (Ctrl+P) of what a page shows, as a whole table. */
export const SheetActions = ({ title, about, table, disabled = false }: Props) => {
  const { session, city } = useSession()
  const { print, paper } = usePrint(async () =>
    disabled
      ? null
      : {
          ...table(),
          title,
          about: [city, about].filter(Boolean).join(' · '),
          foot: appTexts.printedAt(formatMoment(Date.now()), session.name),
        },
  )
  const copy = async () => {
    const { heading, lines } = table()
    const done = await copySheet(
      heading.map(({ label }) => label),
      lines,
    )
    showNotice(
      done
        ? { message: texts.copied(formatWhole(lines.length)) }
        : { message: texts.refused, tone: 'failed' },
    )
  }
  return (
    <>
      <SheetButtons onCopy={() => void copy()} onPrint={print} disabled={disabled} />
      {paper}
    </>
  )
}
