import { ActionIcon, Button, Modal } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { type AttachmentRow, attachmentOpen } from '../../../shared/contract/attachments.ts'
import { attachmentsTexts } from '../../../shared/texts/attachments.ts'
import { uiTexts } from '../../../shared/texts/ui.ts'
import { useClient } from '../../app/client.tsx'
import { downloadAddress } from '../../app/download.ts'
import { ErrorText, formatWhole, ThinBar } from '../../ui/index.ts'
import styles from './attachments.module.css'
import { fileOf, titleOf } from './words.ts'

const texts = attachmentsTexts.preview

type Shown = { readonly address: string } | { readonly fault: string } | null

/** The one-time address of a picture, asked anew for each. */
const usePicture = (id: string): [Shown, (shown: Shown) => void] => {
  const client = useClient()
  const [shown, setShown] = useState<Shown>(null)
  useEffect(() => {
    let here = true
    setShown(null)
    void client.call(attachmentOpen, { id }).then((result) => {
      if (here)
        setShown(result.ok ? { address: downloadAddress(result.value) } : { fault: result.error.message })
    })
    return () => {
      here = false
    }
  }, [client, id])
  return [shown, setShown]
}

const Picture = ({ paper }: { paper: AttachmentRow }) => {
  const [shown, setShown] = usePicture(paper.id)
  if (shown === null) return <ThinBar />
  if ('fault' in shown) return <ErrorText message={shown.fault} />
  return (
    <img
      className={styles.picture}
      src={shown.address}
      alt={titleOf(paper)}
      onError={() => setShown({ fault: texts.broken })}
    />
  )
}

const Walk = ({ at, of, onGo }: { at: number; of: number; onGo: (step: number) => void }) => (
  <div className={styles.walk}>
    <ActionIcon
      aria-label={texts.previous}
      title={texts.previous}
      disabled={at === 0}
      onClick={() => onGo(-1)}
    >
      <IconChevronLeft size={18} stroke={1.6} />
    </ActionIcon>
    <span aria-live="polite">{texts.place(formatWhole(at + 1), formatWhole(of))}</span>
    <ActionIcon aria-label={texts.next} title={texts.next} disabled={at === of - 1} onClick={() => onGo(1)}>
      <IconChevronRight size={18} stroke={1.6} />
    </ActionIcon>
  </div>
)

type Props = {
  /** Pictures of the record. */
  pictures: readonly AttachmentRow[]
  id: string
  onId: (id: string) => void
  onDownload: (id: string) => void
  onClose: () => void
}

/** A picture as large as the window; the arrows lead to the other ones of its record. */
export const Preview = ({ pictures, id, onId, onDownload, onClose }: Props) => {
  const at = pictures.findIndex((one) => one.id === id)
  const paper = pictures[at]
  const go = (step: number) => {
    const next = pictures[at + step]
    if (next !== undefined) onId(next.id)
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowLeft') go(-1)
    if (key === 'ArrowRight') go(1)
  }
  if (paper === undefined) return null
  return (
    <Modal
      opened
      onClose={onClose}
      title={titleOf(paper)}
      size={960}
      onKeyDown={onKeyDown}
      closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
    >
      <div className={styles.stage}>
        <Picture key={paper.id} paper={paper} />
      </div>
      <footer className={styles.previewFoot}>
        <span className={styles.about}>{fileOf(paper)}</span>
        {pictures.length > 1 ? <Walk at={at} of={pictures.length} onGo={go} /> : null}
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} />}
          onClick={() => onDownload(paper.id)}
        >
          {attachmentsTexts.open}
        </Button>
      </footer>
    </Modal>
  )
}
