import { Button, SegmentedControl } from '@mantine/core'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { type Direction, directions } from '../../shared/compliance/compare.ts'
import type { OutputOf } from '../../shared/contract/call.ts'
import { complianceChanges } from '../../shared/contract/compliance.ts'
import { complianceChangesTexts as texts } from '../../shared/texts/compliance-changes.ts'
import { useAnswer } from '../app/client.tsx'
import { usePlace } from '../app/place.ts'
import { DateField, EmptyState, formatLongDay, formatWhole, PageHeader, ThinBar } from '../ui/index.ts'
import { dayIn } from './asked.ts'
import { ChangesSheet } from './ChangesSheet.tsx'
import { type Change, ChangesTable } from './ChangesTable.tsx'
import { ComplianceNav } from './ComplianceNav.tsx'
import compliance from './compliance.module.css'
import { Fault } from './Fault.tsx'
import styles from './past.module.css'
import { restsOn } from './restsOn.ts'

type Answer = OutputOf<typeof complianceChanges>

const all = 'semua'
const directionIn = (value: string | null): Direction | null =>
  directions.find((direction) => direction === value) ?? null

const Since = ({ since, onSince }: { since: string | null; onSince: (day: string) => void }) => {
  const [day, setDay] = useState(since)
  useEffect(() => setDay(since), [since])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (day !== null) onSince(day)
  }
  return (
    <form className={styles.since} onSubmit={submit}>
      <DateField label={texts.since} value={day} onChange={setDay} />
      <Button type="submit" variant="default">
        {texts.compare}
      </Button>
    </form>
  )
}

type FilterProps = {
  items: readonly Change[]
  direction: Direction | null
  onDirection: (direction: string | null) => void
}

const Filter = ({ items, direction, onDirection }: FilterProps) => {
  const countOf = (wanted: Direction) => formatWhole(items.filter((one) => one.direction === wanted).length)
  return (
    <SegmentedControl
      aria-label={texts.filter}
      value={direction ?? all}
      onChange={(value) => onDirection(value === all ? null : value)}
      data={[
        { value: all, label: texts.count(texts.all, formatWhole(items.length)) },
        ...directions.map((one) => ({ value: one, label: texts.count(texts.directions[one], countOf(one)) })),
      ]}
    />
  )
}

const Agencies = ({ label, agencies }: { label: string; agencies: Answer['began'] }) =>
  agencies.length === 0 ? null : (
    <p className={styles.agencies}>
      {label}: {agencies.map(({ name }) => name).join('; ')}
    </p>
  )

const Body = ({ answer, direction }: { answer: Answer; direction: Direction | null }) => {
  const { items, began, ended, more } = answer
  const shown = useMemo(
    () => items.filter((one) => direction === null || one.direction === direction),
    [items, direction],
  )
  if (items.length + began.length + ended.length === 0)
    return <EmptyState title={texts.none}>{texts.noneAbout}</EmptyState>
  return (
    <>
      <p className={styles.legend}>{texts.legend}</p>
      <Agencies label={texts.began} agencies={began} />
      <Agencies label={texts.ended} agencies={ended} />
      {shown.length === 0 ? (
        <p className={compliance.nothing}>{texts.noneOf}</p>
      ) : (
        <ChangesTable changes={shown} />
      )}
      {more > 0 ? <p className={compliance.nothing}>{texts.more(formatWhole(more))}</p> : null}
    </>
  )
}

/** Where OPDs and the city stand otherwise than was known at the end of a day, and who changed what. */
export const ChangesPage = () => {
  const { params, set } = usePlace()
  const direction = directionIn(params.get('arah'))
  const { data, failure, isPending, isFormer } = useAnswer(
    complianceChanges,
    { since: dayIn(params.get('sejak')) },
    { records: restsOn, keep: true },
  )
  const shown = data?.items.filter((one) => direction === null || one.direction === direction) ?? []
  return (
    <div className={compliance.whole}>
      <PageHeader
        title={texts.title}
        about={data === undefined ? null : texts.about(formatLongDay(data.since), formatLongDay(data.day))}
        actions={data === undefined ? null : <ChangesSheet since={data.since} changes={shown} />}
      >
        <ComplianceNav here="changes" />
      </PageHeader>
      <div className={styles.tools}>
        <Since since={data?.since ?? dayIn(params.get('sejak'))} onSince={(day) => set({ sejak: day })} />
        {data === undefined ? null : (
          <Filter
            items={data.items}
            direction={direction}
            onDirection={(value) => set({ arah: value }, { replace: true })}
          />
        )}
      </div>
      {isPending || isFormer ? <ThinBar label={texts.comparing} /> : null}
      {failure ? <Fault message={failure.message} /> : null}
      {data === undefined ? null : <Body answer={data} direction={direction} />}
    </div>
  )
}
