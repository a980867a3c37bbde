import { Button, TextInput } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { handoverPreview, handoverRun } from '../../shared/contract/handover.ts'
import { recordGet, recordOptions } from '../../shared/contract/records.ts'
import { handoverTexts as texts } from '../../shared/texts/handover.ts'
import { useAnswer, useClient } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { useUnsaved } from '../app/leave.tsx'
import { usePlace } from '../app/place.ts'
import { today, useSession } from '../app/session.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { useWork } from '../app/work.ts'
import { registerPath } from '../records/index.ts'
import {
  DateField,
  ErrorText,
  FieldInput,
  formatWhole,
  PageHeader,
  showNotice,
  ThinBar,
  useSaveKey,
} from '../ui/index.ts'
import { handoverAddress } from './addresses.ts'
import { Goes } from './Goes.tsx'
import styles from './handover.module.css'
import { type Chosen, handedOf, inputOf, type Preview, untouched } from './handover.ts'
import { Stays } from './Stays.tsx'

type OfficerProps = {
  label: string
  id: string | null
  readOnly?: boolean
  onId: (id: string | null) => void
}

const Officer = ({ label, id, readOnly = false, onId }: OfficerProps) => {
  const client = useClient()
  const { data } = useAnswer(
    recordGet,
    { type: 'officer', id: id ?? '' },
    { records: ['officer'], enabled: id !== null },
  )
  const search = async (text: string) => {
    const found = await client.call(recordOptions, { type: 'officer', text })
    return found.ok ? found.value.options.map((one) => ({ value: one.id, label: one.title })) : []
  }
  const current = id === null || data === undefined ? null : { value: id, label: data.title }
  return (
    <FieldInput
      key={current?.label ?? ''}
      field={{ kind: 'reference', name: label, label, search, current, required: true, readOnly }}
      value={id}
      error={undefined}
      onChange={(next) => onId(typeof next === 'string' ? next : null)}
    />
  )
}

type AboutProps = { chosen: Chosen; onChosen: (chosen: Chosen) => void }

const About = ({ chosen, onChosen }: AboutProps) => (
  <>
    <DateField
      label={texts.on}
      description={texts.onHint}
      withAsterisk
      value={chosen.on}
      onChange={(on) => onChosen({ ...chosen, on: on ?? '' })}
    />
    <TextInput
      label={texts.letter}
      description={texts.letterHint}
      value={chosen.letter}
      onChange={(event) => onChosen({ ...chosen, letter: event.currentTarget.value })}
    />
    <TextInput
      label={texts.reason}
      description={texts.reasonHint}
      value={chosen.reason}
      onChange={(event) => onChosen({ ...chosen, reason: event.currentTarget.value })}
    />
  </>
)

/** Who hands over and to whom stand in the address: a reload comes back to it, and a hand-over back is a link. */
const usePair = () => {
  const { session } = useSession()
  const { params, set } = usePlace()
  const isAdmin = session.grants.some(({ role, opd }) => role === 'admin' && opd === null)
  return {
    from: isAdmin ? params.get('dari') : session.officer,
    to: params.get('kepada'),
    isAdmin,
    onFrom: (id: string | null) => set({ dari: id }, { replace: true }),
    onTo: (id: string | null) => set({ kepada: id }, { replace: true }),
  }
}

const useHandOver = (from: string | null, to: string | null, preview: Preview | undefined) => {
  const { go } = usePlace()
  const { run, busy, failure, forget } = useWork(handoverRun)
  const tell = useCommitNotice()
  const [chosen, setChosen] = useState<Chosen>(() => untouched(today()))
  const [begun, setBegun] = useState(false)
  useUnsaved(begun)
  const onChosen = (next: Chosen) => {
    setChosen(next)
    setBegun(true)
    forget()
  }
  const hand = async (names: { from: string; to: string }) => {
    if (from === null || to === null || preview === undefined || busy) return
    const result = await run(inputOf(preview, chosen, { from, to }))
    if (!result.ok) return
    const words = texts.done(names.from, names.to)
    const back = { label: texts.backHand, onClick: () => go(handoverAddress(to, from)) }
    if (result.value.isUndoable) tell(result, words)
    else showNotice({ message: words, action: back })
    setBegun(false)
    setChosen(untouched(today()))
    // After the guard has heard that nothing is unsaved any more.
    setTimeout(() => go(registerPath('officer')))
  }
  return { chosen, onChosen, hand, busy, failure }
}

const useName = (id: string | null): string =>
  useAnswer(recordGet, { type: 'officer', id: id ?? '' }, { records: ['officer'], enabled: id !== null }).data
    ?.title ?? ''

/** “Serah terima”: what an officer has goes to another one in one step; what was done stays with who did it. */
export const HandoverPage = () => {
  const { go } = usePlace()
  const { from, to, isAdmin, onFrom, onTo } = usePair()
  const { data, failure, isFetching } = useAnswer(
    handoverPreview,
    { from: from ?? '', to },
    { enabled: from !== null, keep: true },
  )
  const preview = from === null ? undefined : data
  const work = useHandOver(from, to, preview)
  const names = { from: useName(from), to: useName(to) }
  const mayWrite = useMayChange('session')
  useSaveKey(() => void work.hand(names))
  const handed = preview === undefined ? null : handedOf(preview, work.chosen)
  const fault = failure ?? work.failure
  return (
    <div className={styles.page}>
      <PageHeader
        title={texts.title}
        about={texts.about}
        actions={
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} stroke={1.75} />}
            onClick={() => go(registerPath('officer'))}
          >
            {texts.back}
          </Button>
        }
      />
      <div className={styles.scroll}>
        <div className={styles.body}>
          <div className={styles.fields}>
            <div className={styles.officer}>
              <Officer label={texts.from} id={from} readOnly={!isAdmin} onId={onFrom} />
            </div>
            <div className={styles.officer}>
              <Officer label={texts.to} id={to} onId={onTo} />
            </div>
            <About chosen={work.chosen} onChosen={work.onChosen} />
          </div>
          {isFetching && preview === undefined ? <ThinBar /> : null}
          {preview === undefined ? (
            <p className={styles.about}>{texts.choose}</p>
          ) : (
            <>
              <Goes preview={preview} chosen={work.chosen} onChosen={work.onChosen} />
              <Stays preview={preview} />
            </>
          )}
        </div>
      </div>
      {fault === null ? null : (
        <div className={styles.fault}>
          <ErrorText message={fault.message} />
        </div>
      )}
      <footer className={styles.bar}>
        <strong className={styles.sum} role="status">
          {handed === null || to === null
            ? texts.choose
            : texts.total(
                formatWhole(handed.roles.length),
                formatWhole(handed.views.length),
                formatWhole(handed.duties.reduce((sum, { count }) => sum + count, 0)),
              )}
        </strong>
        <Button
          loading={work.busy}
          disabled={!mayWrite || handed === null || to === null || work.chosen.on === ''}
          title="Ctrl+S"
          onClick={() => void work.hand(names)}
        >
          {texts.run}
        </Button>
      </footer>
    </div>
  )
}
