import { Button } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { budgetSettle, type FormMarkShape } from '../../shared/contract/budget.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { useCommitNotice } from '../app/commit.ts'
import { useOnce } from '../app/once.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { useWork } from '../app/work.ts'
import { formatMoment, formatRupiah } from '../ui/index.ts'
import styles from './form.module.css'
import { placeWords } from './formColumns.ts'
import type { OpenForm } from './useFormSheet.ts'

const texts = budgetWindowTexts.form.whole

export const isOpenMark = ({ settledBy, agrees }: FormMarkShape): boolean => settledBy === '' && !agrees

export const markWords = ({ type, stated, counted, found, message }: FormMarkShape): string => {
  if (stated === null) return message
  const words = type === 'CorrectedTotal' ? texts.sumCorrected : texts.sum
  return words(found, formatRupiah(stated), formatRupiah(counted ?? 0))
}

const Line = ({ form, mark }: { form: OpenForm; mark: FormMarkShape }) => {
  const { run } = useWork(budgetSettle)
  const { once, busy } = useOnce()
  const tell = useCommitNotice()
  const may = useMayChange(budgetSettle.roles) && form.form.status !== 'dikunci'
  const settle = () =>
    once(async () => tell(await run({ form: form.form.id, mark: mark.at, seen: form.seen }), texts.settled))
  return (
    <li className={styles.whole}>
      <IconHelpCircle size={16} stroke={1.75} aria-hidden="true" />
      <span className={styles.wholeWords}>{markWords(mark)}</span>
      {may ? (
        <Button
          variant="subtle"
          loading={busy}
          aria-label={budgetWindowTexts.import.doubts.acceptLabel(markWords(mark))}
          onClick={() => void settle()}
        >
          {budgetWindowTexts.import.doubts.accept}
        </Button>
      ) : null}
    </li>
  )
}

/** What is in doubt about the form as a whole, above its rows until somebody found it right. */
export const FormMarks = ({ form }: { form: OpenForm }) => {
  const open = form.form.marksOfForm.filter(isOpenMark)
  return open.length === 0 ? null : (
    <ul className={styles.wholes} aria-label={texts.label}>
      {open.map((mark) => (
        <Line key={mark.at} form={form} mark={mark} />
      ))}
    </ul>
  )
}

const byWords = (by: string, at: string): string => texts.settledBy(by, formatMoment(Date.parse(at)))
const settledWords = ({ settledBy, settledAt }: FormMarkShape): string =>
  settledBy === '' ? texts.agrees : byWords(settledBy, settledAt)

type Settled = { readonly key: string; readonly words: string; readonly by: string }

const settledOf = ({ form, rows }: OpenForm): readonly Settled[] => [
  ...form.marksOfForm
    .filter((mark) => !isOpenMark(mark))
    .map((mark) => ({ key: `formulir ${mark.at}`, words: markWords(mark), by: settledWords(mark) })),
  ...rows.flatMap(({ id, settled }, at) =>
    settled.map(({ column, found, by, at: when }, index) => ({
      key: `${id} ${index}`,
      words: texts.settledCell(placeWords(at, column), found),
      by: byWords(by, when),
    })),
  ),
]

/** Doubts of the form and its cells that are settled: what was written, and who found it right. */
export const SettledMarks = ({ form }: { form: OpenForm }) => {
  const settled = useMemo(() => settledOf(form), [form])
  return settled.length === 0 ? null : (
    <section aria-label={texts.settledTitle}>
      <h3 className={styles.sideTitle}>{texts.settledTitle}</h3>
      <ul className={styles.list}>
        {settled.slice(0, 300).map(({ key, words, by }) => (
          <li key={key} className={styles.item}>
            <p className={styles.itemWords}>{words}</p>
            <p className={styles.muted}>{by}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
