import { Button } from '@mantine/core'
import { IconDownload, IconPaperclip } from '@tabler/icons-react'
import { attachmentAdd, attachmentList, attachmentOpen } from '../../shared/contract/records.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { useAnswer } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { takeDownload } from '../app/download.ts'
import { sizeWords } from '../app/size.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { useWork } from '../app/work.ts'
import {
  DropZone,
  EmptyState,
  ErrorText,
  type PickedFile,
  ProgressNotice,
  showNotice,
  ThinBar,
} from '../ui/index.ts'
import styles from './records.module.css'

const texts = recordsTexts.attachments

type File = { readonly id: string; readonly name: string; readonly size: number; readonly note: string }

const Files = ({ files, onOpen }: { files: readonly File[]; onOpen: (id: string) => void }) => (
  <ul className={styles.files}>
    {files.map(({ id, name, size, note }) => (
      <li key={id} className={styles.file}>
        <IconPaperclip size={16} stroke={1.6} aria-hidden="true" className={styles.fileIcon} />
        <span className={styles.fileWords}>
          <span className={styles.fileName}>{name}</span>
          <span className={styles.fileAbout}>{[sizeWords(size), note].filter(Boolean).join(' · ')}</span>
        </span>
        <Button
          variant="subtle"
          aria-label={texts.openOf(name)}
          leftSection={<IconDownload size={16} stroke={1.6} />}
          onClick={() => onOpen(id)}
        >
          {texts.open}
        </Button>
      </li>
    ))}
  </ul>
)

/** Files kept encrypted beside a record. */
export const AttachmentsTab = ({ owner }: { owner: string }) => {
  const { data, failure, isPending } = useAnswer(
    attachmentList,
    { owner },
    { records: ['attachment'], keep: true },
  )
  const mayAdd = useMayChange(attachmentAdd.roles)
  const add = useWork(attachmentAdd)
  const open = useWork(attachmentOpen)
  const notice = useCommitNotice()
  const onFiles = async (files: readonly PickedFile[]) => {
    for (const { name, bytes } of files) {
      const result = await add.run({ owner, file: { name, bytes } })
      if (!notice(result, texts.added(name))) return
    }
  }
  const onOpen = async (id: string) => {
    const result = await open.run({ id })
    if (result.ok) takeDownload(result.value)
    else showNotice({ message: result.error.message, tone: 'failed' })
  }
  const files = data?.attachments ?? []
  return (
    <div className={styles.fields}>
      {isPending ? <ThinBar /> : null}
      {failure ? <ErrorText message={failure.message} /> : null}
      {files.length > 0 ? <Files files={files} onOpen={(id) => void onOpen(id)} /> : null}
      {data && files.length === 0 ? (
        <EmptyState small title={texts.empty}>
          {texts.about}
        </EmptyState>
      ) : null}
      {add.busy ? <ProgressNotice label={texts.adding} done={0} total={null} /> : null}
      {mayAdd ? (
        <DropZone small title={texts.drop} onFiles={(picked) => void onFiles(picked)} busy={add.busy} />
      ) : null}
    </div>
  )
}
