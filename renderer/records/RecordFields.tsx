import { useMemo, useRef, useState } from 'react'
import type { OutputOf } from '../../shared/contract/call.ts'
import type { recordGet } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { formFields, isPaper } from '../../shared/rules/records/fields.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { useClient } from '../app/client.tsx'
import { useOnlyRead } from '../app/useOnlyRead.ts'
import { DisputedField } from '../conflict/index.ts'
import { useOwnRegulation } from '../regulation/index.ts'
import type { FormValues, SaveOutcome } from '../ui/index.ts'
import { SeePaper } from './attachments/SeePaper.tsx'
import { Completeness } from './Completeness.tsx'
import { DraftForm } from './DraftForm.tsx'
import { findingErrors, formGroups, formValues } from './form.ts'
import styles from './records.module.css'
import { StaleDialog } from './StaleDialog.tsx'
import { useMayWrite } from './useMayWrite.ts'
import { useSave } from './useSave.ts'

export type Loaded = OutputOf<typeof recordGet>

type Props = {
  definition: AnyDefinition
  loaded: Loaded
  onReload: () => Promise<Loaded | null>
  onDirty: (dirty: boolean) => void
  onClose: () => void
}

const disputeNotes = (definition: AnyDefinition, { id, disputed }: Loaded) =>
  Object.fromEntries(
    disputed.map((name) => [
      name,
      <DisputedField key={name} id={id} label={definition.fields[name]?.facts.label ?? ''} />,
    ]),
  )

/** Under a field that names a paper: the way to it. */
const paperNotes = (definition: AnyDefinition, { id, values }: Loaded) =>
  Object.fromEntries(
    formFields(definition)
      .filter((field) => isPaper(field) && typeof values[field.key] === 'string')
      .map(({ key }) => [
        key,
        <SeePaper key={key} owner={{ type: definition.type, id }} id={String(values[key])} />,
      ]),
  )

/** The form of a record, from its definition. A save that would overwrite what was not seen asks field by field. */
export const RecordFields = ({ definition, loaded, onReload, onDirty, onClose }: Props) => {
  const client = useClient()
  const mayWrite = useMayWrite(definition)
  const isOnlyRead = useOnlyRead()
  const regulation = useOwnRegulation()
  const [round, setRound] = useState(0)
  const initial = useMemo(() => formValues(definition, loaded.values), [definition, loaded])
  const groups = useMemo(
    () => formGroups(client, definition, loaded, loaded.findings, regulation),
    [client, definition, loaded, regulation],
  )
  const notes = useMemo(
    () => ({ ...paperNotes(definition, loaded), ...disputeNotes(definition, loaded) }),
    [definition, loaded],
  )
  const { save, asking, answer } = useSave(definition, loaded, onReload)
  const onSave = async (_values: FormValues, changed: FormValues): Promise<SaveOutcome> => {
    const outcome = await save(changed)
    if (outcome.ok && outcome.replaced) setRound((count) => count + 1)
    return outcome
  }
  const count = loaded.findings.length
  const root = useRef<HTMLDivElement>(null)
  const toField = (key: string) =>
    root.current?.querySelector<HTMLElement>(`[data-field="${key}"] :is(input, textarea)`)?.focus()
  return (
    <div ref={root} className={styles.fields} data-readonly={!mayWrite || undefined}>
      {count > 0 ? <p className={styles.findings}>{recordsTexts.findings(count)}</p> : null}
      <Completeness definition={definition} values={loaded.values} onField={toField} />
      {mayWrite ? null : (
        <p className={styles.findings}>{isOnlyRead ? appTexts.onlyRead : recordsTexts.readOnly}</p>
      )}
      <DraftForm
        key={round}
        label={loaded.title}
        place={`isian/${definition.type}/${loaded.id}`}
        groups={groups}
        initial={initial}
        onSave={onSave}
        onCancel={onClose}
        onDirty={onDirty}
        errors={findingErrors(loaded.findings)}
        notes={notes}
        readOnly={!mayWrite}
      />
      {asking ? <StaleDialog label={definition.label} differences={asking} onAnswer={answer} /> : null}
    </div>
  )
}
