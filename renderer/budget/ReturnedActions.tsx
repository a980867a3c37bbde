import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { budgetReturnTexts } from '../../shared/texts/budget-return.ts'
import { isOpenMark } from './FormMarks.tsx'
import type { FormTotals } from './formTotals.ts'
import { remarksOf } from './returnLetter.ts'
import type { Sheet } from './sheet.ts'
import type { OpenForm } from './useFormSheet.ts'
import { usePrintKey } from './usePrintKey.ts'

const ReturnDialog = lazy(() =>
  import('./ReturnDialog.tsx').then((module) => ({ default: module.ReturnDialog })),
)

type Props = { form: OpenForm; sheet: Sheet; totals: FormTotals }

/** For a form that was returned: the letter that tells the OPD what to mend. */
export const ReturnedActions = ({ form: { form }, sheet, totals }: Props) => {
  const [opened, setOpened] = useState(false)
  const whole = useMemo(() => form.marksOfForm.filter(isOpenMark), [form])
  const remarks = useMemo(() => remarksOf(sheet, whole), [sheet, whole])
  const returned = useMemo(
    () => ({ ...form, opd: form.opdName, total: totals.total, note: form.statusNote, whole }),
    [form, totals.total, whole],
  )
  usePrintKey(() => setOpened(true), !opened)
  return (
    <>
      <Button
        variant="default"
        title="Ctrl+P"
        leftSection={<IconMail size={16} stroke={1.6} />}
        onClick={() => setOpened(true)}
      >
        {budgetReturnTexts.open}
      </Button>
      {opened ? (
        <Suspense>
          <ReturnDialog opd={form.opd} form={returned} remarks={remarks} onClose={() => setOpened(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
