import { type ReactNode, useState } from 'react'
import { type AttachmentRow, attachmentOpen } from '../../../shared/contract/attachments.ts'
import { isPicture } from '../../../shared/rules/records/attachments.ts'
import { takeDownload } from '../../app/download.ts'
import { useWork } from '../../app/work.ts'
import { showNotice } from '../../ui/index.ts'
import { Preview } from './Preview.tsx'

export type PaperOpener = {
  /** Shows a picture, hands any other file out. */
  readonly open: (paper: AttachmentRow) => void
  readonly download: (id: string) => void
  /** To be drawn where it is used. */
  readonly preview: ReactNode
}

export const useOpenPaper = (papers: readonly AttachmentRow[]): PaperOpener => {
  const { run } = useWork(attachmentOpen)
  const [shown, setShown] = useState<string | null>(null)
  const take = async (id: string) => {
    const result = await run({ id })
    if (result.ok) takeDownload(result.value)
    else showNotice({ message: result.error.message, tone: 'failed' })
  }
  const download = (id: string) => void take(id)
  return {
    open: ({ id, mime }) => (isPicture(mime) ? setShown(id) : download(id)),
    download,
    preview:
      shown === null ? null : (
        <Preview
          pictures={papers.filter(({ mime }) => isPicture(mime))}
          id={shown}
          onId={setShown}
          onDownload={download}
          onClose={() => setShown(null)}
        />
      ),
  }
}
