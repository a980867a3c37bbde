import { attachmentsTexts as texts } from '../../../shared/texts/attachments.ts'
import styles from './attachments.module.css'
import { useOpenPaper } from './useOpenPaper.tsx'
import { everyVersion, type Owner, usePapers } from './usePapers.ts'
import { titleOf } from './words.ts'

/** Under a field that names a paper of its record: opens it, the very version that was named. */
export const SeePaper = ({ owner, id }: { owner: Owner; id: string }) => {
  const all = everyVersion(usePapers(owner).data)
  const opener = useOpenPaper(all)
  const paper = all.find((one) => one.id === id)
  if (paper === undefined) return null
  return (
    <>
      <button
        type="button"
        className={styles.describe}
        aria-label={texts.seeOf(titleOf(paper))}
        onClick={() => opener.open(paper)}
      >
        {texts.see}
      </button>
      {opener.preview}
    </>
  )
}
