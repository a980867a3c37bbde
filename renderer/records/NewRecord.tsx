import { type ComponentType, useMemo } from 'react'
import { type RecordRow, recordSave } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { useClient } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { useDetail } from '../app/detail.ts'
import { usePlace } from '../app/place.ts'
import { useOwnRegulation } from '../regulation/index.ts'
import type { FormValues, SaveOutcome } from '../ui/index.ts'
import { type Beginning, newId, readBeginning } from './address.ts'
import { useWaitingFiles } from './attachments/useWaitingFiles.tsx'
import { DraftForm } from './DraftForm.tsx'
import type { RegisterExtra } from './extras.ts'
import { formGroups, newValues } from './form.ts'
import styles from './records.module.css'
import { useOwnOpd } from './useOwnOpd.ts'

const texts = recordsTexts

type HeadProps = {
  definition: AnyDefinition
  id: string
  alone: boolean
  title: string
  onOpen: (id: string, alone?: boolean) => void
  onClose: () => void
  onRemove: null
}
type Props = Omit<HeadProps, 'title' | 'onRemove'> & { extra: RegisterExtra; Head: ComponentType<HeadProps> }

const titleOf = (definition: AnyDefinition, values: FormValues): string =>
  definition.title({ id: '', ...nulls(definition), ...values } as never)

/** Only fields of the register: an address may be old, or wrong. */
const known = (definition: AnyDefinition, { values }: Beginning): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([key]) => Object.hasOwn(definition.fields, key)))

/** Whoever keeps one OPD alone adds to that one. */
const ofOwnOpd = (
  { scope, fields }: AnyDefinition,
  own: ReturnType<typeof useOwnOpd>,
  { values, titles }: Beginning,
): Beginning =>
  own === null || scope === null || fields[scope]?.facts.target !== 'opd' || values[scope] !== undefined
    ? { values, titles }
    : { values: { ...values, [scope]: own.id }, titles: { ...titles, [scope]: own.title } }

/** The titles of what a new record refers to. */
const asRow = ({ values, titles }: Beginning): RecordRow => ({ id: '', title: '', values, titles })

const nulls = (definition: AnyDefinition) =>
  Object.fromEntries(Object.keys(definition.fields).map((key) => [key, null]))

/** Adds a record: nothing that is missing holds it back. */
export const NewRecord = ({ Head, extra, ...props }: Props) => {
  const { definition, onOpen, onClose } = props
  const client = useClient()
  const regulation = useOwnRegulation()
  const notice = useCommitNotice()
  const title = texts.newOf(definition.label)
  useDetail(title)
  const { params } = usePlace()
  const own = useOwnOpd()
  const begins = useMemo(
    () => ofOwnOpd(definition, own, readBeginning(params.get('isian'))),
    [definition, own, params],
  )
  const initial = useMemo(
    () => ({ ...newValues(definition), ...known(definition, begins) }),
    [definition, begins],
  )
  const waiting = useWaitingFiles(definition, (id) => onOpen(id, props.alone))
  const onSave = async (values: FormValues): Promise<SaveOutcome> => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
    const result = await client.call(recordSave, {
      type: definition.type,
      id: null,
      values: given,
      seen: null,
    })
    if (!result.ok) return { ok: false, message: result.error.message }
    notice(result, texts.created(definition.label, titleOf(definition, values)), {
      undoable: definition.undoable,
    })
    await waiting.onMade(result.value.id)
    return { ok: true }
  }
  const Add = extra.add
  return (
    <>
      <Head {...props} title={title} onRemove={null} />
      <div className={styles.fields}>
        {waiting.shown}
        {waiting.isMade ? null : Add ? (
          <Add onDone={(id) => void waiting.onMade(id)} onCancel={onClose} />
        ) : (
          <DraftForm
            label={title}
            place={`isian/${definition.type}/${newId}`}
            groups={formGroups(client, definition, asRow(begins), [], regulation)}
            initial={initial}
            onSave={onSave}
            onCancel={onClose}
            autoFocus
          />
        )}
      </div>
    </>
  )
}
