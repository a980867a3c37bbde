import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { budgetForm, type FormSummary } from '../../shared/contract/budget.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { useAnswer } from '../app/client.tsx'
import { formatRupiah, formatWhole } from '../ui/index.ts'
import { type ComparedForm, compareFile } from './comparison.ts'
import form from './form.module.css'
import styles from './import.module.css'
import type { ImportFile } from './importModel.ts'
import { DifferenceItem } from './VersionsTab.tsx'

const texts = budgetWindowTexts.import.compare
/** Milliseconds after the last key; a long form waits until nobody types. */
const pauseFor = (rows: number): number => (rows > 2000 ? 1500 : 250)
const shownAtMost = 300

/** The file beside the version in use, a moment after the last key; null while that is not known, or there is none. */
export const useComparison = (file: ImportFile, present: FormSummary | null): ComparedForm | null => {
  const id = present?.id ?? ''
  const { data } = useAnswer(
    budgetForm,
    { form: id },
    { records: ['budgetForm', 'budgetRow'], enabled: id !== '' },
  )
  const rows = data?.form.id === id ? data.rows : null
  const [compared, setCompared] = useState<{ readonly of: string; readonly result: ComparedForm } | null>(
    null,
  )
  const name = `${file.key} ${id}`
  useEffect(() => {
    if (rows === null) return
    const timer = setTimeout(
      () => setCompared({ of: name, result: compareFile(file, rows) }),
      pauseFor(rows.length),
    )
    return () => clearTimeout(timer)
  }, [file, rows, name])
  return id !== '' && compared?.of === name ? compared.result : null
}

const wordsOf = ({ added, removed, changed, before, after }: ComparedForm, version: string): string => {
  const [from, to] = [formatRupiah(before), formatRupiah(after)]
  const rows = texts.words(version, formatWhole(added), formatWhole(removed), formatWhole(changed))
  return `${rows}; ${before === after ? texts.sameTotal(to) : texts.total(from, to)}.`
}

/** What saving would change against the version in use, in one line, with every difference on demand. */
export const Comparison = ({ comparison, present }: { comparison: ComparedForm; present: FormSummary }) => {
  const [opened, setOpened] = useState(false)
  const version = formatWhole(present.version)
  const { differences } = comparison
  if (comparison.same)
    return (
      <p className={styles.compared} data-tone="warn" role="status">
        {texts.same(version)}
      </p>
    )
  return (
    <p className={styles.compared} role="status">
      {wordsOf(comparison, version)}
      <button type="button" className={styles.linkButton} onClick={() => setOpened(true)}>
        {texts.show}
      </button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={texts.title(version)}
        size={720}
        closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
      >
        <ul className={`${form.list} ${styles.differences}`}>
          {differences.slice(0, shownAtMost).map((difference, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows can differ in the same way
            <DifferenceItem key={at} difference={difference} />
          ))}
        </ul>
        {differences.length > shownAtMost ? (
          <p className={form.muted}>{texts.more(formatWhole(differences.length - shownAtMost))}</p>
        ) : null}
      </Modal>
    </p>
  )
}
