import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { DisputedPart } from '../conflict/index.ts'
import {
  formatDay,
  formatMoment,
  formatRupiah,
  formatWhole,
  PageHeader,
  StatusMark,
  Unbroken,
} from '../ui/index.ts'
import { type FormTab, formTabs } from './addresses.ts'
import styles from './form.module.css'
import type { FormTotals } from './formTotals.ts'
import { stateWords } from './states.ts'
import type { OpenForm } from './useFormSheet.ts'

const texts = budgetWindowTexts.form

const aboutOf = ({ form }: OpenForm): string =>
  [
    texts.about(String(form.year), formatWhole(form.version), formatDay(form.received)),
    form.letter ? texts.letter(form.letter) : '',
    form.current ? (form.status === 'dikembalikan' ? texts.inUseReturned : texts.inUse) : texts.notInUse,
  ]
    .filter(Boolean)
    .join(' · ')

const statusLine = ({ form }: OpenForm): string | null => {
  if (form.statusAt === '' || form.statusBy === '') return null
  const line = texts.statusLine(
    stateWords[form.status],
    form.statusBy,
    formatMoment(Date.parse(form.statusAt)),
  )
  return form.statusNote === '' ? line : `${line}. ${texts.note(form.statusNote)}`
}

const Tabs = ({
  tab,
  counts,
  onTab,
}: {
  tab: FormTab | null
  counts: Partial<Record<FormTab, number>>
  onTab: (tab: FormTab | null) => void
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
  <div className={styles.tabs} role="group" aria-label={texts.tabs.label}>
    {formTabs.map((each) => {
      const count = counts[each] ?? 0
      return (
        <Button
          key={each}
          variant="subtle"
          className={styles.tab ?? ''}
          aria-pressed={tab === each}
          onClick={() => onTab(tab === each ? null : each)}
        >
          {count > 0 ? `${texts.tabs[each]} (${formatWhole(count)})` : texts.tabs[each]}
        </Button>
      )
    })}
  </div>
)

const mostSources = 4

const Sums = ({ totals }: { totals: FormTotals }) => (
  <>
    <span className={styles.total}>{formatRupiah(totals.total)}</span>
    {totals.bySource.slice(0, mostSources).map(({ source, amount }) => (
      <span key={source} className={styles.part}>
        {source || texts.figures.noSource} {formatRupiah(amount)}
      </span>
    ))}
    <span className={styles.part}>
      {budgetWindowTexts.import.fileRows(formatWhole(totals.rows))},{' '}
      {budgetWindowTexts.import.totals.withoutCost(formatWhole(totals.withoutCost))}
    </span>
  </>
)

type Props = {
  form: OpenForm
  totals: FormTotals
  tab: FormTab | null
  onTab: (tab: FormTab | null) => void
  actions: ReactNode
}

/** Whose form this is, in which state, what it sums up to, and what stands beside it. */
export const FormHead = ({ form, totals, tab, onTab, actions }: Props) => {
  const status = statusLine(form)
  const counts = { periksa: totals.marked, versi: form.versions.length, lampiran: form.form.files.length }
  return (
    <PageHeader
      title={form.form.opdName}
      mark={<StatusMark status={form.form.status} />}
      about={
        <>
          <Unbroken>{aboutOf(form)}</Unbroken>
          {status ? (
            <p className={styles.note}>
              <Unbroken>{status}</Unbroken>
            </p>
          ) : null}
          <DisputedPart disputed={form.form.disputed} />
        </>
      }
      actions={actions}
    >
      <div className={styles.strip}>
        <Sums totals={totals} />
        <Tabs tab={tab} counts={counts} onTab={onTab} />
      </div>
    </PageHeader>
  )
}
