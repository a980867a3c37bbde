import { Button } from '@mantine/core'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { appTexts } from '../../shared/texts/app.ts'
import { budgetReturnTexts } from '../../shared/texts/budget-return.ts'
import { copyText } from '../app/clipboard.ts'
import { today, useSession } from '../app/session.ts'
import { usePrint } from '../app/usePrint.tsx'
import { formatMoment, showNotice } from '../ui/index.ts'
import { isOpenMark, markWords } from './FormMarks.tsx'
import type { FormTotals } from './formTotals.ts'
import { returnLetter, returnLines, returnSheet } from './returnLetter.ts'
import type { Sheet } from './sheet.ts'
import type { OpenForm } from './useFormSheet.ts'

const texts = budgetReturnTexts

type Props = { form: OpenForm; sheet: Sheet; totals: FormTotals }

/** For a form that was returned: what the OPD is to be told, to copy into a letter or a message, and to print. */
export const ReturnedActions = ({ form: { form }, sheet, totals }: Props) => {
  const { session, city } = useSession()
  const returned = {
    ...form,
    opd: form.opdName,
    total: totals.total,
    note: form.statusNote,
    whole: form.marksOfForm.filter(isOpenMark).map(markWords),
  }
  const { print, paper } = usePrint(async () => ({
    ...returnSheet(returned, returnLines(sheet)),
    foot: appTexts.printedAt(formatMoment(Date.now()), session.name),
  }))
  const copy = async () => {
    const from = { city, officer: session.name, day: today() }
    const done = await copyText(returnLetter(returned, returnLines(sheet), from))
    showNotice(done ? { message: texts.copied } : { message: appTexts.sheet.refused, tone: 'failed' })
  }
  return (
    <>
      <Button variant="default" leftSection={<IconCopy size={16} stroke={1.6} />} onClick={() => void copy()}>
        {texts.copy}
      </Button>
      <Button
        variant="default"
        title="Ctrl+P"
        leftSection={<IconPrinter size={16} stroke={1.6} />}
        onClick={print}
      >
        {texts.print}
      </Button>
      {paper}
    </>
  )
}
