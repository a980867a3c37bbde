import { Button, Checkbox, Group, Modal, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { recordSaveMany } from '../../shared/contract/sheet.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { ShownField } from '../../shared/rules/records/fields.ts'
import { fieldsForMany, previewMany } from '../../shared/rules/records/many.ts'
import { recordsManyTexts as texts } from '../../shared/texts/records-many.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { useClient } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { useWork } from '../app/work.ts'
import { ErrorText, FieldInput, type FieldValue, formatWhole, ThinBar } from '../ui/index.ts'
import { cellText } from './columns.ts'
import { looseField } from './form.ts'
import { ManyPreviewTable } from './ManyPreviewTable.tsx'
import styles from './many.module.css'
import { RefusedRows } from './RefusedRows.tsx'
import { usePresent } from './usePresent.ts'

type Props = {
  definition: AnyDefinition
  ids: readonly string[]
  onClose: () => void
  onSaved: () => void
}

/** The new value: null while the officer has neither given one nor said that there shall be none. */
const useNewValue = () => {
  const [value, setValue] = useState<FieldValue>(null)
  const [clears, setClears] = useState(false)
  const given = value !== null && value !== ''
  return { value: clears ? null : value, setValue, clears, setClears, isGiven: clears || given }
}

const Value = ({ field, change }: { field: ShownField; change: ReturnType<typeof useNewValue> }) => {
  const client = useClient()
  const formField = useMemo(() => looseField(client, field), [client, field])
  const { value, setValue, clears, setClears } = change
  return (
    <>
      <FieldInput
        field={{ ...formField, label: texts.value, readOnly: clears }}
        value={value}
        error={undefined}
        onChange={setValue}
      />
      <Checkbox
        label={texts.clear(field.facts.label)}
        checked={clears}
        onChange={(event) => setClears(event.currentTarget.checked)}
      />
    </>
  )
}

const Change = ({ definition, ids, field, onClose, onSaved }: Props & { field: ShownField }) => {
  const change = useNewValue()
  const { present, failure: unread, load } = usePresent(definition.type, ids, field.key)
  const { run, busy, failure, forget } = useWork(recordSaveMany)
  const notice = useCommitNotice()
  const standing = useMemo(
    () =>
      (present?.rows ?? []).map((row) => ({
        id: row.id,
        value: row.values[field.key],
        text: cellText(field, row),
      })),
    [present, field],
  )
  const preview = useMemo(() => previewMany(standing, change.value), [standing, change.value])
  const count = formatWhole(preview.changing.length)
  const ready = present !== null && change.isGiven && preview.changing.length > 0
  const save = async () => {
    if (!ready || busy) return
    const rows = preview.changing.map((id) => ({ id, values: { [field.key]: change.value } }))
    const result = await run({ type: definition.type, rows, seen: present.seen })
    const words = texts.saved(field.facts.label, count)
    if (notice(result, words, { undoable: definition.undoable, failureSaid: true })) onSaved()
  }
  const again = () => {
    forget()
    void load()
  }
  const reload = (
    <Button variant="default" onClick={again}>
      {texts.reload}
    </Button>
  )
  return (
    <form
      className={styles.change}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Value field={field} change={change} />
      {present === null && unread === null ? <ThinBar label={texts.loading} /> : null}
      {unread === null ? null : <ErrorText message={unread} action={reload} />}
      {present === null ? null : change.isGiven ? (
        <ManyPreviewTable preview={preview} gone={ids.length - present.rows.length} />
      ) : (
        <p className={styles.about}>{texts.choose}</p>
      )}
      {failure ? <RefusedRows failure={failure} action={reload} /> : null}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {uiTexts.actions.cancel}
        </Button>
        <Button type="submit" disabled={!ready} loading={busy}>
          {change.clears ? texts.saveClear(count) : texts.save(count)}
        </Button>
      </Group>
    </form>
  )
}

/** “Ubah isian pada n baris”: one field, its new value, what would change from what, and all of it as one change. */
export const ManyDialog = (props: Props) => {
  const { definition, ids, onClose } = props
  const fields = useMemo(() => fieldsForMany(definition), [definition])
  const [key, setKey] = useState<string | null>(null)
  const field = fields.find((each) => each.key === key)
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.title(formatWhole(ids.length))}
      size={560}
      closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
    >
      <div className={styles.change}>
        <Select
          label={texts.field}
          placeholder={texts.fieldPlaceholder}
          searchable={fields.length > 8}
          allowDeselect={false}
          openOnFocus={false}
          data-autofocus
          data={fields.map(({ key: value, facts }) => ({ value, label: facts.label }))}
          value={key}
          onChange={setKey}
        />
        {field === undefined ? null : <Change key={field.key} {...props} field={field} />}
      </div>
    </Modal>
  )
}
