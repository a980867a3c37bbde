import { Button, VisuallyHidden } from '@mantine/core'
import { IconDatabaseExport, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { OutputOf } from '../../shared/contract/call.ts'
import { backupCreate, backupList, backupRestore, backupTake } from '../../shared/contract/session.ts'
import { auditTexts } from '../../shared/texts/audit.ts'
import { useAnswer } from '../app/client.tsx'
import { takeDownload } from '../app/download.ts'
import { useMay, useSession } from '../app/session.ts'
import { sizeWords } from '../app/size.ts'
import { useWork } from '../app/work.ts'
import {
  ConfirmPassword,
  DropZone,
  EmptyState,
  ErrorText,
  formatMoment,
  formatWhole,
  Notice,
  PageHeader,
  type PickedFile,
  showNotice,
  ThinBar,
} from '../ui/index.ts'
import styles from './audit.module.css'
import { Busy } from './VerifyPage.tsx'

const texts = auditTexts.backup
type Made = OutputOf<typeof backupCreate>
type Backup = { readonly name: string; readonly size: number; readonly made: string }
/** What to restore from: one of the list, or a file that came in. */
type Source = { readonly label: string; readonly name: string | null; readonly file: PickedFile | null }

type Acts = {
  readonly onTake: ((name: string) => void) | null
  readonly onRestore: ((backup: Backup) => void) | null
}

const List = ({ backups, onTake, onRestore }: Acts & { backups: readonly Backup[] }) => (
  <table className={styles.table}>
    <thead>
      <tr>
        <th>{texts.name}</th>
        <th>{texts.when}</th>
        <th data-right>{texts.size}</th>
        {onTake || onRestore ? (
          <th>
            <VisuallyHidden>{texts.acts}</VisuallyHidden>
          </th>
        ) : null}
      </tr>
    </thead>
    <tbody>
      {backups.map((backup, at) => (
        <tr key={backup.name}>
          <td>
            {backup.name}
            {at === 0 ? <span className={styles.tag}>{texts.latest}</span> : null}
          </td>
          <td>{formatMoment(Date.parse(backup.made))}</td>
          <td data-right>{sizeWords(backup.size)}</td>
          {onTake || onRestore ? (
            <td data-right>
              {onTake ? (
                <Button
                  variant="subtle"
                  aria-label={texts.downloadOf(backup.name)}
                  onClick={() => onTake(backup.name)}
                >
                  {texts.download}
                </Button>
              ) : null}
              {onRestore ? (
                <Button
                  variant="subtle"
                  aria-label={texts.restoreOf(backup.name)}
                  onClick={() => onRestore(backup)}
                >
                  {texts.restore}
                </Button>
              ) : null}
            </td>
          ) : null}
        </tr>
      ))}
    </tbody>
  </table>
)

const Restoring = ({ source, onClose }: { source: Source | null; onClose: () => void }) => {
  const { session } = useSession()
  const work = useWork(backupRestore)
  const confirm = async (password: string) => {
    if (source === null) return null
    const file = source.file === null ? null : { name: source.file.name, bytes: source.file.bytes }
    const result = await work.run({ file, name: source.name, nip: session.nip, password })
    if (!result.ok) return result.error.message
    // The session ended with it: the entrance says that the data was restored.
    onClose()
    return null
  }
  return (
    <ConfirmPassword
      opened={source !== null}
      title={texts.restoreAsk(source?.label ?? '')}
      consequence={texts.restoreConsequence}
      why={texts.restorePassword}
      confirmLabel={texts.restore}
      onConfirm={confirm}
      onClose={onClose}
    />
  )
}

const useBackups = () => {
  const { data, failure, isPending, retry } = useAnswer(backupList, {}, { records: [] })
  const work = useWork(backupCreate)
  const [made, setMade] = useState<Made | null>(null)
  const create = async () => {
    const result = await work.run({})
    if (!result.ok) return
    setMade(result.value)
    retry()
  }
  const taking = useWork(backupTake)
  const take = async (name: string) => {
    const result = await taking.run({ name })
    if (result.ok) takeDownload(result.value)
    else showNotice({ message: result.error.message, tone: 'failed' })
  }
  return { data, failure, isPending, work, create, made, take }
}

/** Backups: made, verified, taken away, and restored from. */
export const BackupPage = () => {
  const { data, failure, isPending, work, create, made, take } = useBackups()
  const mayCreate = useMay(backupCreate.roles)
  const mayRestore = useMay(backupRestore.roles)
  const [source, setSource] = useState<Source | null>(null)
  const button = (
    <Button
      leftSection={<IconDatabaseExport size={16} stroke={1.6} />}
      disabled={work.busy}
      onClick={() => void create()}
    >
      {texts.create}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={texts.title}
        about={texts.about}
        actions={mayCreate && data?.backups.length !== 0 ? button : null}
      />
      <div className={styles.content}>
        {isPending ? <ThinBar /> : null}
        {failure ? <ErrorText message={failure.message} /> : null}
        <Busy work={work} label={texts.creating} />
        {made ? (
          <Notice
            message={texts.made(made.name, formatWhole(made.rows))}
            action={{ label: texts.download, onClick: () => void take(made.name) }}
          />
        ) : null}
        {data && data.backups.length === 0 ? (
          <EmptyState
            icon={<IconDownload size={32} stroke={1.5} />}
            title={texts.empty}
            action={mayCreate ? button : undefined}
          >
            {texts.emptyAbout}
          </EmptyState>
        ) : null}
        {data && data.backups.length > 0 ? (
          <List
            backups={data.backups}
            onTake={mayCreate ? (name) => void take(name) : null}
            onRestore={mayRestore ? ({ name }) => setSource({ label: name, name, file: null }) : null}
          />
        ) : null}
        {data ? (
          <p className={styles.note}>
            {texts.place(data.folder)}. {texts.advice}
          </p>
        ) : null}
        {mayRestore ? (
          <section className={styles.section}>
            <h2 className={styles.sectionTitle}>{texts.restoreTitle}</h2>
            <p className={styles.note}>{texts.restoreAbout}</p>
            <DropZone
              small
              title={texts.fromFile}
              onFiles={([file]) => file && setSource({ label: file.name, name: null, file })}
            />
          </section>
        ) : null}
      </div>
      <Restoring source={source} onClose={() => setSource(null)} />
    </>
  )
}
