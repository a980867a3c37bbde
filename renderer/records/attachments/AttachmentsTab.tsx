import { useState } from 'react'
import {
  type AttachmentRow,
  attachmentAdd,
  attachmentRemove,
  attachmentReplace,
} from '../../../shared/contract/attachments.ts'
import { attachmentsTexts as texts } from '../../../shared/texts/attachments.ts'
import { useCommitNotice } from '../../app/commit.ts'
import { useMayChange } from '../../app/useOnlyRead.ts'
import { useWork } from '../../app/work.ts'
import { DropZone, EmptyState, ErrorText, ThinBar } from '../../ui/index.ts'
import styles from './attachments.module.css'
import { chosenOf, droppedOf, type Incoming, limitWords } from './incoming.ts'
import { PaperForm } from './PaperForm.tsx'
import { type PaperActs, PaperRow } from './PaperRow.tsx'
import { useOpenPaper } from './useOpenPaper.tsx'
import { everyVersion, type Owner, type Papers, usePapers } from './usePapers.ts'
import { titleOf } from './words.ts'

/** What an officer does with a paper; the newer version of one is described at once. */
const useActs = (papers: Papers | undefined, onEdit: (id: string | null) => void): PaperActs => {
  const replace = useWork(attachmentReplace)
  const remove = useWork(attachmentRemove)
  const notice = useCommitNotice()
  const seen = papers?.seen ?? {}
  const onReplace = async ({ id }: AttachmentRow, chosen: File) => {
    const [file] = await droppedOf([chosen])
    if (file === undefined) return
    const { name, bytes } = file
    const result = await replace.run({ id, file: { name, bytes }, seen })
    if (notice(result, texts.replaced(name)) && result.ok) onEdit(result.value.id)
  }
  const onRemove = async (paper: AttachmentRow) =>
    void notice(await remove.run({ id: paper.id, seen }), texts.removed(titleOf(paper)))
  return {
    onEdit: ({ id }) => onEdit(id),
    onReplace: (paper, file) => void onReplace(paper, file),
    onRemove: (paper) => void onRemove(paper),
  }
}

type Props = {
  owner: Owner
  onFiles: (files: readonly Incoming[]) => void
  busy: boolean
}

/** Files kept encrypted beside a record, the newest first. */
export const AttachmentsTab = ({ owner, onFiles, busy }: Props) => {
  const { data, failure, isPending } = usePapers(owner)
  const mayChange = useMayChange(attachmentAdd.roles)
  const [edited, setEdited] = useState<string | null>(null)
  const opener = useOpenPaper(everyVersion(data))
  const acts = useActs(data, setEdited)
  const papers = data?.attachments ?? []
  return (
    <div className={styles.tab}>
      {isPending ? <ThinBar /> : null}
      {failure ? <ErrorText message={failure.message} /> : null}
      {data && papers.length > 0 ? (
        <ul className={styles.list}>
          {papers.map((paper) => (
            <PaperRow key={paper.id} paper={paper} opener={opener} acts={mayChange ? acts : null}>
              {edited === paper.id && mayChange ? (
                <PaperForm paper={paper} seen={data.seen} onClose={() => setEdited(null)} />
              ) : null}
            </PaperRow>
          ))}
        </ul>
      ) : null}
      {data && papers.length === 0 ? (
        <EmptyState small title={texts.empty}>
          {texts.about}
        </EmptyState>
      ) : null}
      {mayChange ? (
        <DropZone
          small
          title={texts.drop}
          hint={texts.limits(...limitWords())}
          onFiles={(picked) => onFiles(chosenOf(picked))}
          busy={busy}
        />
      ) : null}
      {opener.preview}
    </div>
  )
}
