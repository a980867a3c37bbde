import { recordGet, recordOptions, recordSave } from '../../shared/contract/records.ts'
import { role as roleDefinition } from '../../shared/records/core.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import type { Client } from '../app/bridge.ts'
import { useClient } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { today } from '../app/session.ts'
import { type FieldGroup, type FormValues, formatDay, RecordForm, type SaveOutcome } from '../ui/index.ts'
import styles from './account.module.css'
import { type Loan, loanErrors } from './loan.ts'
import type { HeldRole } from './roles.ts'

const texts = identityTexts.officers

const groupsOf = (client: Client): readonly FieldGroup[] => {
  const search = async (text: string) => {
    const found = await client.call(recordOptions, { type: 'officer', text })
    return found.ok ? found.value.options.map(({ id, title }) => ({ value: id, label: title })) : []
  }
  return [
    {
      fields: [
        { name: 'officer', label: texts.lendTo, kind: 'reference', search, required: true, wide: true },
        { name: 'from', label: texts.from, kind: 'date', required: true },
        { name: 'until', label: texts.until, kind: 'date', required: true },
        { name: 'actingFor', label: texts.actingFor, kind: 'text', hint: texts.actingHint },
        { name: 'reason', label: texts.reason, kind: 'text', hint: texts.reasonHint },
        { name: 'letter', label: texts.letter, kind: 'text' },
        { name: 'letterDate', label: texts.letterDate, kind: 'date' },
      ],
    },
  ]
}

type Props = { lender: string; role: HeldRole; onClose: () => void }

/** Lends a role for some days; it ends by itself. */
export const LendRole = ({ lender, role, onClose }: Props) => {
  const client = useClient()
  const notice = useCommitNotice()
  const nameOf = async (id: string): Promise<string> => {
    const found = await client.call(recordGet, { type: 'officer', id })
    return found.ok ? found.value.title : ''
  }
  const onSave = async (values: FormValues): Promise<SaveOutcome> => {
    const loan = values as Loan
    const fields = loanErrors(loan, lender, role)
    if (Object.keys(fields).length > 0) return { ok: false, fields }
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
    const result = await client.call(recordSave, {
      type: roleDefinition.type,
      id: null,
      values: { ...given, role: role.role, ...(role.opd === null ? {} : { opd: role.opd }), lentBy: lender },
      seen: null,
    })
    if (!result.ok) return { ok: false, message: result.error.message }
    const words = texts.lent(role.name, await nameOf(loan.officer ?? ''), formatDay(loan.until ?? ''))
    notice(result, words, { undoable: false })
    onClose()
    return { ok: true }
  }
  return (
    <div className={styles.grant}>
      <div>
        <h3 className={styles.subtitle}>{texts.lendTitle(role.name)}</h3>
        <p className={styles.about}>{texts.lendAbout}</p>
      </div>
      <RecordForm
        label={texts.lendTitle(role.name)}
        groups={groupsOf(client)}
        initial={{
          officer: null,
          from: today(),
          until: null,
          actingFor: null,
          reason: null,
          letter: null,
          letterDate: null,
        }}
        onSave={onSave}
        onCancel={onClose}
        saveLabel={texts.lendRun}
        autoFocus
      />
    </div>
  )
}
