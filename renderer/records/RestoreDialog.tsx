import { Button, Checkbox, Group, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { OutputOf } from '../../shared/contract/call.ts'
import { type RestoreField, recordRestorePlan } from '../../shared/contract/restore.ts'
import type { Result } from '../../shared/contract/result.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsRestoreTexts as texts } from '../../shared/texts/records-restore.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { useClient } from '../app/client.tsx'
import { ErrorText, formatMoment, formatWhole, type HistoryEntry, ThinBar } from '../ui/index.ts'
import styles from './restore.module.css'
import { StaleDialog } from './StaleDialog.tsx'
import { useRestore } from './useRestore.ts'

export type RestorePlan = OutputOf<typeof recordRestorePlan>

/** As it stood when it was asked: what is written rests on what was seen. */
const usePlan = (type: string, id: string, commit: string) => {
  const client = useClient()
  const [answer, setAnswer] = useState<Result<RestorePlan> | null>(null)
  useEffect(() => {
    let isWanted = true
    void client.call(recordRestorePlan, { type, id, commit }).then((result) => {
      if (isWanted) setAnswer(result)
    })
    return () => {
      isWanted = false
    }
  }, [client, type, id, commit])
  return {
    data: answer?.ok ? answer.value : undefined,
    failure: answer === null || answer.ok ? null : answer.error,
  }
}

const Value = ({ value }: { value: string }) =>
  value === '' ? <span className={styles.none}>{texts.empty}</span> : value

type RowsProps = {
  fields: readonly RestoreField[]
  chosen: ReadonlySet<string>
  onChoose: (field: string, isChosen: boolean) => void
}

const Fields = ({ fields, chosen, onChoose }: RowsProps) => (
  <table className={styles.table} aria-label={texts.fields}>
    <thead>
      <tr>
        <th scope="col">{texts.columns.field}</th>
        <th scope="col">{texts.columns.now}</th>
        <th scope="col">{texts.columns.earlier}</th>
      </tr>
    </thead>
    <tbody>
      {fields.map(({ field, label, now, earlier }) => (
        <tr key={field} data-chosen={chosen.has(field) || undefined}>
          <th scope="row">
            <Checkbox
              label={label}
              aria-label={texts.choose(label)}
              checked={chosen.has(field)}
              onChange={(event) => onChoose(field, event.currentTarget.checked)}
            />
          </th>
          <td className={styles.now}>
            <Value value={now} />
          </td>
          <td>
            <Value value={earlier} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Left = ({ left, hasFiles }: Pick<RestorePlan, 'left' | 'hasFiles'>) =>
  left.length === 0 && !hasFiles ? null : (
    <div className={styles.left}>
      {left.length === 0 ? null : (
        <>
          <p className={styles.leftTitle}>{texts.left}</p>
          <ul>
            {left.map(({ field, label, why }) => (
              <li key={field}>
                {label}: {texts.why[why]}
              </li>
            ))}
          </ul>
        </>
      )}
      {hasFiles ? <p className={styles.files}>{texts.files}</p> : null}
    </div>
  )

type Props = { definition: AnyDefinition; id: string; entry: HistoryEntry; onClose: () => void }

const Choice = ({ definition, id, entry, plan, onClose }: Props & { plan: RestorePlan }) => {
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const { restore, busy, failure, stale } = useRestore(definition, id, entry.id)
  const chosen = plan.fields.filter(({ field }) => !without.has(field)).map(({ field }) => field)
  const choose = (field: string, isChosen: boolean) =>
    setWithout((now) => new Set(isChosen ? [...now].filter((one) => one !== field) : [...now, field]))
  const submit = async () => {
    if (await restore(plan, chosen)) onClose()
  }
  return (
    <>
      {plan.fields.length === 0 ? (
        <p className={styles.about}>{texts.same}</p>
      ) : (
        <Fields fields={plan.fields} chosen={new Set(chosen)} onChoose={choose} />
      )}
      <Left left={plan.left} hasFiles={plan.hasFiles} />
      {failure === null ? null : <ErrorText message={failure} />}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {uiTexts.actions.cancel}
        </Button>
        <Button data-autofocus disabled={chosen.length === 0} loading={busy} onClick={() => void submit()}>
          {texts.save(formatWhole(chosen.length))}
        </Button>
      </Group>
      {stale.asking ? (
        <StaleDialog label={definition.label} differences={stale.asking} onAnswer={stale.answer} />
      ) : null}
    </>
  )
}

/** What would change if a record came back as it was after a step of its history, what stays and why, and one press. */
export const RestoreDialog = (props: Props) => {
  const { definition, id, entry, onClose } = props
  const { type } = definition
  const { data, failure } = usePlan(type, id, entry.id)
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title}
      size={680}
      closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
    >
      {data === undefined && failure === null ? <ThinBar label={texts.loading} /> : null}
      {failure ? <ErrorText message={failure.message} /> : null}
      {data === undefined ? null : (
        <>
          <p className={styles.about}>{texts.about(data.title, entry.who, formatMoment(entry.at))}</p>
          <Choice {...props} plan={data} />
        </>
      )}
    </Modal>
  )
}
