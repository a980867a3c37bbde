import { Button, Tabs } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { regulationTake } from '../../../shared/contract/regulation.ts'
import { differencesOf } from '../../../shared/regulation/compare.ts'
import { type LibraryText, textOfInstrument } from '../../../shared/regulation/library.ts'
import { allUnits, type Unit } from '../../../shared/regulation/unit.ts'
import { versioned } from '../../../shared/regulation/version.ts'
import { regulationImportTexts } from '../../../shared/texts/regulation-import.ts'
import { useCommitNotice } from '../../app/commit.ts'
import { useWork } from '../../app/work.ts'
import {
  EmptyState,
  ErrorText,
  FieldInput,
  type FormValues,
  formatWhole,
  useSaveKey,
} from '../../ui/index.ts'
import { UnitTexts } from '../UnitText.tsx'
import { type Brought, useBrought, useText } from '../useLibrary.ts'
import { Differences } from './Differences.tsx'
import { Findings } from './Findings.tsx'
import { factsOf, fieldsOf, type Present, presentOf, standingOf, valuesOf } from './facts.ts'
import { LeftOut } from './LeftOut.tsx'
import type { Read } from './TakePage.tsx'
import styles from './take.module.css'

const texts = regulationImportTexts.page
const none: readonly Brought[] = []
const counted = ['bab', 'pasal', 'ayat', 'huruf', 'angka', 'kelompok', 'butir'] as const

/** “3 bab · 21 pasal · 54 ayat”. */
const countWords = (units: readonly Unit[]): string => {
  const all = Map.groupBy(allUnits(units), ({ kind }) => kind)
  return counted
    .flatMap((kind) => {
      const count = all.get(kind)?.length ?? 0
      return count === 0 ? [] : [texts.counted[kind](formatWhole(count))]
    })
    .join(' · ')
}

/** The newest version that is there, else the regulation that is built in. */
const useEarlier = ({ builtIn, versions }: Present): LibraryText | null => {
  const newest = versions.at(-1) ?? null
  const { text } = useText(null, newest?.id ?? null, newest)
  return versions.length > 0 ? text : builtIn
}

const useKeeping = (read: Read, onSaved: (id: string) => void) => {
  const [values, setValues] = useState<FormValues>(() => valuesOf(read.read.facts))
  const library = useBrought()
  const facts = useMemo(() => factsOf(values), [values])
  const present = useMemo(() => presentOf(read, facts, library ?? none), [read, facts, library])
  const { run, busy, failure } = useWork(regulationTake)
  const notice = useCommitNotice()
  const save = async () => {
    const result = await run({ token: read.token, facts })
    const name = versioned(facts.short || facts.title || read.file, facts.version)
    if (notice(result, texts.saved(name), { failureSaid: true }) && result.ok) onSaved(result.value.id)
  }
  return { values, setValues, facts, present, save, busy, failure }
}

const Facts = ({
  read,
  values,
  setValues,
}: { read: Read } & Pick<ReturnType<typeof useKeeping>, 'values' | 'setValues'>) => {
  const { publisher, copyright, series } = read.read.publication
  return (
    <section className={styles.facts} aria-label={texts.facts}>
      {fieldsOf(read.read.content.kind).map((fields) => (
        <div key={fields[0]?.name} className={fields.length > 1 ? styles.pair : undefined}>
          {fields.map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              value={values[field.name] ?? null}
              error={undefined}
              onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
            />
          ))}
        </div>
      ))}
      <dl className={styles.given}>
        {[
          [texts.fields.publisher, publisher],
          [texts.fields.series, series],
          [texts.fields.copyright, copyright],
        ].map(([label = '', words = '']) =>
          words === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  )
}

const Standing = ({ sentences }: { sentences: readonly string[] }) =>
  sentences.map((sentence) => (
    <p key={sentence} className={styles.standing}>
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
      {sentence}
    </p>
  ))

const Found = ({ read, text, earlier }: { read: Read; text: LibraryText; earlier: LibraryText | null }) => {
  const { findings, leftOut } = read.read
  const differences = useMemo(
    () => (earlier === null ? null : differencesOf(earlier.units, text.units)),
    [earlier, text],
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const first = findings.length > 0 ? 'perlu' : 'naskah'
  return (
    <Tabs
      value={chosen ?? (differences === null ? first : 'beda')}
      onChange={setChosen}
      keepMounted={false}
      classNames={{ root: styles.tabs ?? '', list: styles.tabList ?? '', panel: styles.tabPanel ?? '' }}
    >
      <Tabs.List aria-label={texts.tabsLabel}>
        <Tabs.Tab value="perlu">{texts.tabs.findings(formatWhole(findings.length))}</Tabs.Tab>
        <Tabs.Tab value="naskah">{texts.tabs.text}</Tabs.Tab>
        {differences === null ? null : (
          <Tabs.Tab value="beda">{texts.tabs.differences(formatWhole(differences.length))}</Tabs.Tab>
        )}
        <Tabs.Tab value="tidak">{texts.tabs.leftOut(formatWhole(leftOut.length))}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="perlu" tabIndex={0}>
        {findings.length === 0 ? (
          <EmptyState small title={texts.findings.none}>
            {texts.findings.noneAbout}
          </EmptyState>
        ) : (
          <>
            <p className={styles.lead}>{texts.findings.about}</p>
            <Findings findings={findings} />
          </>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="naskah" tabIndex={0}>
        <div className={styles.text} lang={text.lang}>
          <UnitTexts text={text} units={text.units} open={null} onOpen={null} />
        </div>
      </Tabs.Panel>
      {differences === null || earlier === null ? null : (
        <Tabs.Panel value="beda" tabIndex={0}>
          <Differences differences={differences} than={earlier.short} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="tidak" tabIndex={0}>
        {leftOut.length === 0 ? (
          <EmptyState small title={texts.leftOut.none} />
        ) : (
          <LeftOut leftOut={leftOut} />
        )}
      </Tabs.Panel>
    </Tabs>
  )
}

/** What was read of a file: how it is called, what should be looked at, its text, what differs from the version that is there. */
export const Preview = ({ read, onSaved }: { read: Read; onSaved: (id: string) => void }) => {
  const keeping = useKeeping(read, onSaved)
  const { facts, present, save, busy, failure } = keeping
  const earlier = useEarlier(present)
  const { content } = read.read
  const text = useMemo(
    () => textOfInstrument({ id: read.token, short: '', title: '', version: '' }, content),
    [read.token, content],
  )
  useSaveKey(() => void save())
  return (
    <>
      <div className={styles.body}>
        <Facts read={read} {...keeping} />
        <div className={styles.found}>
          <Standing sentences={standingOf(read, facts, present)} />
          <Found read={read} text={text} earlier={earlier} />
        </div>
      </div>
      <footer className={styles.bar}>
        <div className={styles.sums} role="status">
          <strong>{countWords(text.units) || texts.counted.nothing}</strong>
          <span>{texts.kept}</span>
          {failure ? <ErrorText message={failure.message} /> : null}
        </div>
        <Button loading={busy} title="Ctrl+S" onClick={() => void save()}>
          {texts.save}
        </Button>
      </footer>
    </>
  )
}
