import {
  Button,
  Checkbox,
  Group,
  MultiSelect,
  Radio,
  SegmentedControl,
  Stack,
  TextInput,
} from '@mantine/core'
import { useId, useMemo, useState } from 'react'
import { recordList } from '../../shared/contract/records.ts'
import { isAsked } from '../../shared/rules/questionnaire/asked.ts'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { useComposition } from '../app/catalogue.ts'
import { useAnswer } from '../app/client.tsx'
import { useKept } from '../app/kept.ts'
import { useYear } from '../app/year.ts'
import { DateField, ErrorText, formatWhole, ProgressNotice } from '../ui/index.ts'
import styles from './questionnaire.module.css'
import { useMake } from './useMake.ts'

const texts = questionnaireWindowTexts.make
type Choice = { readonly value: string; readonly label: string }

export type Wanted = {
  /** Null: the officer chooses among those of `suggested`, or all. */
  readonly types: readonly string[] | null
  readonly suggested?: readonly string[]
  /** Null: the officer chooses. */
  readonly opd: { readonly id: string; readonly name: string } | null
}

type Ends = { readonly onDone: () => void; readonly onCancel: () => void }

const readPaper = (value: unknown): 'A4' | 'F4' | null => (value === 'A4' || value === 'F4' ? value : null)
const readText = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Registers that OPDs are asked about, in their order. */
const useAsked = (): readonly Choice[] => {
  const { definitions } = useComposition()
  return useMemo(
    () => definitions.filter(isAsked).map(({ type, plural }) => ({ value: type, label: plural })),
    [definitions],
  )
}

const useAgencies = (enabled: boolean): readonly Choice[] => {
  const { data } = useAnswer(
    recordList,
    { type: 'opd', filters: { active: true }, sort: { field: 'code', descending: false }, limit: 500 },
    { records: ['opd'], enabled },
  )
  return useMemo(() => data?.rows.map(({ id, title }) => ({ value: id, label: title })) ?? [], [data])
}

const Registers = ({
  asked,
  suggested,
  chosen,
  onChange,
}: {
  asked: readonly Choice[]
  suggested: readonly string[]
  chosen: readonly string[]
  onChange: (types: string[]) => void
}) => (
  <div>
    <Checkbox.Group
      label={texts.registers(formatWhole(chosen.length))}
      value={[...chosen]}
      onChange={onChange}
    >
      <div className={styles.registers}>
        {asked.map(({ value, label }) => (
          <Checkbox key={value} size="xs" value={value} label={label} />
        ))}
      </div>
    </Checkbox.Group>
    <Group gap={4} mt={4}>
      {suggested.length === 0 ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => onChange([...suggested])}>
          {texts.suggested}
        </Button>
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => onChange(asked.map(({ value }) => value))}>
        {texts.all}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={() => onChange([])}>
        {texts.none}
      </Button>
    </Group>
  </div>
)

const Agencies = ({
  some,
  onSome,
}: {
  /** Null: every active OPD. */
  some: readonly string[] | null
  onSome: (opds: readonly string[] | null) => void
}) => {
  const agencies = useAgencies(some !== null)
  return (
    <Stack gap={6}>
      <Radio.Group
        label={texts.agencies}
        value={some === null ? 'all' : 'some'}
        onChange={(value) => onSome(value === 'all' ? null : [])}
      >
        <Group gap={24} mt={4}>
          <Radio value="all" label={texts.everyAgency} data-autofocus />
          <Radio value="some" label={texts.someAgencies} />
        </Group>
      </Radio.Group>
      {some === null ? null : (
        <MultiSelect
          aria-label={texts.chooseAgencies}
          placeholder={some.length === 0 ? texts.chooseAgencies : ''}
          data={[...agencies]}
          value={[...some]}
          onChange={onSome}
          searchable
          hidePickedOptions
          maxDropdownHeight={200}
          classNames={{ pillsList: styles.pills ?? '' }}
        />
      )}
    </Stack>
  )
}

const usePapers = () => {
  const [paper, setPaper] = useKept<'A4' | 'F4'>('isian/kertas', 'A4', readPaper)
  const [to, setTo] = useKept('isian/kirim', '', readText)
  return { paper, setPaper, to, setTo }
}

const Rest = ({
  due,
  onDue,
  papers: { paper, setPaper, to, setTo },
}: {
  due: string | null
  onDue: (due: string | null) => void
  papers: ReturnType<typeof usePapers>
}) => {
  const id = useId()
  return (
    <>
      <TextInput
        label={texts.to}
        description={texts.toHint}
        value={to}
        maxLength={300}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <div className={styles.pair}>
        <DateField label={texts.due} value={due} onChange={onDue} />
        <div>
          <div className={styles.legend} id={id}>
            {texts.paper}
          </div>
          <SegmentedControl
            size="sm"
            aria-labelledby={id}
            transitionDuration={0}
            data={Object.entries(texts.papers).map(([value, label]) => ({ value, label }))}
            value={paper}
            onChange={(value) => setPaper(value === 'F4' ? 'F4' : 'A4')}
          />
        </div>
      </div>
    </>
  )
}

/** Which registers, for whom, and until when; one Excel, or a ZIP of one for each OPD. */
export const MakeForm = ({ types, suggested: wanted = [], opd, onDone, onCancel }: Wanted & Ends) => {
  const year = useYear()
  const asked = useAsked()
  const suggested = wanted.filter((type) => asked.some(({ value }) => value === type))
  const [chosen, setChosen] = useState<readonly string[]>(types ?? suggested)
  const [some, setSome] = useState<readonly string[] | null>(opd === null ? null : [opd.id])
  const [due, setDue] = useState<string | null>(null)
  const papers = usePapers()
  const { make, busy, progress, cancel, cancelling, failure } = useMake()
  const isReady = chosen.length > 0 && (some === null || some.length > 0)
  const start = async () => {
    if (!isReady || busy) return
    const { to, paper } = papers
    const opds = some === null ? null : [...some]
    const inOrder = asked.map(({ value }) => value).filter((type) => chosen.includes(type))
    if (await make({ types: inOrder, opds, year, due, to, paper })) onDone()
  }
  return (
    <form
      className={styles.make}
      onSubmit={(event) => {
        event.preventDefault()
        void start()
      }}
    >
      <p className={styles.about}>{texts.about}</p>
      {types === null ? (
        <Registers asked={asked} suggested={suggested} chosen={chosen} onChange={setChosen} />
      ) : (
        <p className={styles.fact}>
          <span>{texts.register}</span>
          {asked.flatMap(({ value, label }) => (types.includes(value) ? [label] : [])).join(', ')}
        </p>
      )}
      {opd === null ? <Agencies some={some} onSome={setSome} /> : null}
      <Rest due={due} onDue={setDue} papers={papers} />
      {failure ? <ErrorText message={failure.message} /> : null}
      {busy ? (
        <ProgressNotice
          label={progress?.step ?? texts.working}
          done={progress?.done ?? 0}
          total={progress?.total ?? null}
          onCancel={cancel}
          cancelling={cancelling}
        />
      ) : (
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {uiTexts.actions.cancel}
          </Button>
          <Button type="submit" disabled={!isReady}>
            {texts.start}
          </Button>
        </Group>
      )}
    </form>
  )
}
