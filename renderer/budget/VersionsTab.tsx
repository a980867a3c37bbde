import { Button } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { budgetCompare, type FormSummary, type rowDifference } from '../../shared/contract/budget.ts'
import type { OutputOf } from '../../shared/contract/call.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { useAnswer } from '../app/client.tsx'
import { DateText, ErrorText, formatRupiah, formatWhole, StatusMark, ThinBar, Unbroken } from '../ui/index.ts'
import { FileName } from './FileName.tsx'
import styles from './form.module.css'

const texts = budgetWindowTexts.form.versions
type Difference = z.output<typeof rowDifference>

const FieldChange = ({ field }: { field: Difference['fields'][number] }) => (
  <p className={styles.change}>
    {field.label}: <del>{field.before || texts.nothing}</del> → <ins>{field.after || texts.nothing}</ins>
  </p>
)

const amountOf = ({ kind, amountBefore, amountAfter }: Difference): string => {
  const amount = kind === 'removed' ? amountBefore : amountAfter
  return amount === null ? '' : formatRupiah(amount)
}

export const DifferenceItem = ({ difference }: { difference: Difference }) => (
  <li className={styles.item}>
    <div className={styles.itemHead}>
      <span>{[difference.subOutput, difference.stage].filter(Boolean).join(' · ') || difference.output}</span>
      <span className={styles.kind} data-kind={difference.kind}>
        {texts.kind[difference.kind]}
      </span>
    </div>
    {difference.kind === 'changed' ? (
      difference.fields.map((field) => <FieldChange key={field.field} field={field} />)
    ) : (
      <p className={styles.muted}>{[difference.output, amountOf(difference)].filter(Boolean).join(' · ')}</p>
    )}
  </li>
)

/** “Versi 2: 3 baris baru, 1 hilang, …”: what an officer asks first of a new version. */
const summaryOf = ({ after, before, differences, same }: OutputOf<typeof budgetCompare>): string => {
  const count = (kind: Difference['kind']) =>
    formatWhole(differences.filter((each) => each.kind === kind).length)
  return texts.summary({
    version: formatWhole(after.version),
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    same: formatWhole(same),
    before: formatRupiah(before.total),
    after: formatRupiah(after.total),
  })
}

type DifferencesProps = { before: FormSummary; after: FormSummary; title: string }

const Differences = ({ before, after, title }: DifferencesProps) => {
  const { data, failure, isPending } = useAnswer(
    budgetCompare,
    { before: before.id, after: after.id },
    { records: ['budgetForm', 'budgetRow'] },
  )
  if (isPending) return <ThinBar label={texts.comparing} />
  if (failure) return <ErrorText message={failure.message} />
  if (!data) return null
  return (
    <section aria-label={title}>
      <h3 className={styles.sideTitle}>{title}</h3>
      <p className={styles.calm}>
        <Unbroken>{summaryOf(data)}</Unbroken>
      </p>
      <ul className={styles.list}>
        {data.differences.map((difference, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows can differ in the same way
          <DifferenceItem key={at} difference={difference} />
        ))}
      </ul>
    </section>
  )
}

/** The older one is always what the newer one is held against; the heading names the one that is not open. */
const between = (form: FormSummary, other: FormSummary): DifferencesProps => {
  const version = formatWhole(other.version)
  return other.version < form.version
    ? { before: other, after: form, title: texts.compareWith(version) }
    : { before: form, after: other, title: texts.changedIn(version) }
}

type Version = FormSummary & { readonly fileNames: readonly string[] }
type Props = { form: FormSummary; versions: readonly Version[]; onOpen: (form: string) => void }

/** The versions of this OPD and year side by side, and what differs between two of them. */
export const VersionsTab = ({ form, versions, onOpen }: Props) => {
  const older = versions.find(({ version }) => version < form.version)
  const [against, setAgainst] = useState<string | null>(older?.id ?? null)
  const other = versions.find(({ id }) => id === against)
  if (versions.length < 2) return <p className={styles.calm}>{texts.one}</p>
  return (
    <>
      <ul className={styles.list}>
        {versions.map((version) => (
          <li key={version.id} className={styles.item}>
            <div className={styles.itemHead}>
              <span>
                {texts.version(formatWhole(version.version))} <DateText value={version.received} />
              </span>
              {version.id === form.id ? null : (
                <>
                  <Button
                    variant="subtle"
                    aria-pressed={against === version.id}
                    onClick={() => setAgainst(version.id)}
                  >
                    {texts.compare}
                  </Button>
                  <Button variant="subtle" onClick={() => onOpen(version.id)}>
                    {texts.open}
                  </Button>
                </>
              )}
            </div>
            {version.fileNames.map((name) => (
              <FileName key={name} name={name} />
            ))}
            <p className={styles.muted}>
              <StatusMark status={version.status} /> ·{' '}
              {texts.rows(formatWhole(version.rows), formatRupiah(version.total))}
              {version.current ? ` · ${texts.used}` : ''}
            </p>
          </li>
        ))}
      </ul>
      {other === undefined && older === undefined ? <p className={styles.calm}>{texts.first}</p> : null}
      {other ? <Differences key={other.id} {...between(form, other)} /> : null}
    </>
  )
}
