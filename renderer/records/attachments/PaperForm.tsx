import { useMemo } from 'react'
import type { Seen } from '../../../shared/commit/header.ts'
import { type AttachmentRow, attachmentSave } from '../../../shared/contract/attachments.ts'
import { attachment } from '../../../shared/records/attachment.ts'
import { attachmentsTexts as texts } from '../../../shared/texts/attachments.ts'
import { useClient } from '../../app/client.tsx'
import { useCommitNotice } from '../../app/commit.ts'
import type { FormValues, SaveOutcome } from '../../ui/index.ts'
import { DraftForm } from '../DraftForm.tsx'
import { formGroups, formValues } from '../form.ts'
import styles from './attachments.module.css'
import { titleOf } from './words.ts'

type Props = { paper: AttachmentRow; seen: Seen; onClose: () => void }

/** What is said of a paper, changed where it stands. */
export const PaperForm = ({ paper, seen, onClose }: Props) => {
  const client = useClient()
  const notice = useCommitNotice()
  const groups = useMemo(() => formGroups(client, attachment, null, []), [client])
  const initial = useMemo(() => formValues(attachment, paper), [paper])
  const onSave = async (_values: FormValues, changed: FormValues): Promise<SaveOutcome> => {
    const result = await client.call(attachmentSave, { id: paper.id, values: changed, seen })
    if (!result.ok) return { ok: false, message: result.error.message }
    notice(result, texts.saved(String(changed['subject'] ?? titleOf(paper))))
    onClose()
    return { ok: true }
  }
  return (
    <div className={styles.form}>
      <DraftForm
        label={texts.describeOf(paper.name)}
        place={`isian/${attachment.type}/${paper.id}`}
        groups={groups}
        initial={initial}
        onSave={onSave}
        onCancel={onClose}
        autoFocus
      />
    </div>
  )
}
