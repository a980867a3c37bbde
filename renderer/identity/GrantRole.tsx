import { recordOptions, recordSave } from '../../shared/contract/records.ts'
import { role as roleDefinition, roleLabels } from '../../shared/records/core.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import type { Client } from '../app/bridge.ts'
import { useClient } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { today } from '../app/session.ts'
import { type FieldGroup, type FormValues, RecordForm, type SaveOutcome } from '../ui/index.ts'
import styles from './account.module.css'

const texts = identityTexts.officers

const roleChoices = Object.entries(roleLabels).map(([value, label]) => ({
  value,
  label: `${label}: ${identityTexts.roleAbout[value as keyof typeof roleLabels]}`,
}))

const groupsOf = (client: Client): readonly FieldGroup[] => {
  const search = async (text: string) => {
    const found = await client.call(recordOptions, { type: 'opd', text })
    return found.ok ? found.value.options.map(({ id, title }) => ({ value: id, label: title })) : []
  }
  return [
    {
      title: texts.grantTitle,
      fields: [
        { name: 'role', label: texts.role, kind: 'choice', choices: roleChoices, required: true, wide: true },
        {
          name: 'opd',
          label: texts.scope,
          kind: 'reference',
          search,
          hint: roleDefinition.fields.opd.facts.note,
        },
        { name: 'actingFor', label: texts.actingFor, kind: 'text', hint: texts.actingHint },
        { name: 'from', label: texts.from, kind: 'date' },
        { name: 'until', label: texts.until, kind: 'date' },
      ],
    },
  ]
}

/** Gives an officer one more role. */
export const GrantRole = ({ officer, onClose }: { officer: string; onClose: () => void }) => {
  const client = useClient()
  const notice = useCommitNotice()
  const onSave = async (values: FormValues): Promise<SaveOutcome> => {
    const { role } = values
    if (typeof role !== 'string') return { ok: false, fields: { role: texts.rolesMissing } }
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
    const result = await client.call(recordSave, {
      type: roleDefinition.type,
      id: null,
      values: { ...given, officer },
      seen: null,
    })
    if (!result.ok) return { ok: false, message: result.error.message }
    notice(result, texts.granted(roleLabels[role as keyof typeof roleLabels]), { undoable: false })
    onClose()
    return { ok: true }
  }
  return (
    <div className={styles.grant}>
      <RecordForm
        label={texts.grantTitle}
        groups={groupsOf(client)}
        initial={{ role: null, opd: null, actingFor: null, from: today(), until: null }}
        onSave={onSave}
        onCancel={onClose}
        saveLabel={texts.give}
        autoFocus
      />
    </div>
  )
}
