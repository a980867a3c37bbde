import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { attachmentOpen } from '../../shared/contract/attachments.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { takeDownload } from '../app/download.ts'
import { useWork } from '../app/work.ts'
import { ProgressNotice, showNotice } from '../ui/index.ts'
import type { FormTab } from './addresses.ts'
import { FormCheck } from './FormCheck.tsx'
import { isOpenMark, SettledMarks } from './FormMarks.tsx'
import { FormPast, type PastRow } from './FormPast.tsx'
import styles from './form.module.css'
import type { Sheet } from './sheet.ts'
import type { OpenForm } from './useFormSheet.ts'
import type { CellMark } from './useSettleCells.ts'
import { VersionsTab } from './VersionsTab.tsx'

const texts = budgetWindowTexts.form

const Attachments = ({ form }: { form: OpenForm }) => {
  const { run, busy, cancel } = useWork(attachmentOpen)
  const open = async (id: string) => {
    const result = await run({ id })
    if (result.ok) takeDownload(result.value)
    else if (result.error.type !== 'Cancelled') showNotice({ message: result.error.message, tone: 'failed' })
  }
  const { files } = form.form
  return (
    <>
      <p className={styles.calm}>{files.length === 0 ? texts.attachments.none : texts.attachments.text}</p>
      <ul className={styles.list}>
        {files.map(({ name, attachment }) => (
          <li key={`${name} ${attachment}`} className={styles.item}>
            <div className={styles.itemHead}>
              <span>{name}</span>
              {attachment === null ? (
                <span className={styles.muted}>{texts.attachments.notKept}</span>
              ) : (
                <Button
                  variant="subtle"
                  aria-label={texts.attachments.openOf(name)}
                  leftSection={<IconDownload size={16} stroke={1.6} />}
                  onClick={() => void open(attachment)}
                >
                  {texts.attachments.open}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {busy ? (
        <ProgressNotice label={texts.attachments.open} done={0} total={null} onCancel={cancel} />
      ) : null}
    </>
  )
}

const Articles = () => (
  <ul className={styles.list}>
    {texts.articles.map(({ place, text }) => (
      <li key={place} className={styles.item}>
        <span className={styles.place}>{place}</span>
        <p className={styles.itemWords}>{text}</p>
      </li>
    ))}
  </ul>
)

type Props = {
  tab: FormTab
  form: OpenForm
  sheet: Sheet
  row: PastRow | null
  onGo: (row: string, column: string) => void
  onSettle: ((marks: readonly CellMark[]) => void) | null
  onOpen: (form: string) => void
}

/** What stands beside the rows: doubts and notes, versions, history, original files, pasal. */
export const FormSide = ({ tab, form, sheet, row, onGo, onSettle, onOpen }: Props) => (
  <div className={styles.side}>
    <h2 className={styles.sideTitle}>{texts.tabs[tab]}</h2>
    {tab === 'periksa' ? (
      <>
        <FormCheck
          sheet={sheet}
          whole={form.form.marksOfForm.filter(isOpenMark).length}
          onGo={onGo}
          onSettle={onSettle}
        />
        <SettledMarks form={form} />
      </>
    ) : null}
    {tab === 'versi' ? <VersionsTab form={form.form} versions={form.versions} onOpen={onOpen} /> : null}
    {tab === 'riwayat' ? <FormPast form={form} row={row} /> : null}
    {tab === 'lampiran' ? <Attachments form={form} /> : null}
    {tab === 'pasal' ? <Articles /> : null}
  </div>
)
