import { ActionIcon, Button, Group, Tabs, Title } from '@mantine/core'
import { IconArrowsDiagonal, IconLayoutSidebarRight, IconTrash, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { attachmentAdd } from '../../shared/contract/attachments.ts'
import { recordGet, recordRemove } from '../../shared/contract/records.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { attachmentsTexts } from '../../shared/texts/attachments.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { recordsRestoreTexts } from '../../shared/texts/records-restore.ts'
import { useAnswer } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { useDetail } from '../app/detail.ts'
import { usePlace } from '../app/place.ts'
import { mayNow, today, useSession } from '../app/session.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { useWork } from '../app/work.ts'
import { EmptyState, ErrorText, formatWhole, ProgressNotice, ThinBar } from '../ui/index.ts'
import { ArticlesTab } from './ArticlesTab.tsx'
import { deletedPath, newId } from './address.ts'
import { AttachmentsTab } from './attachments/AttachmentsTab.tsx'
import { IncomingFiles } from './attachments/IncomingFiles.tsx'
import type { Incoming } from './attachments/incoming.ts'
import { useAttach } from './attachments/useAttach.ts'
import { usePapers } from './attachments/usePapers.ts'
import type { RegisterExtra } from './extras.ts'
import { HistoryTab } from './HistoryTab.tsx'
import { NewRecord } from './NewRecord.tsx'
import { type Loaded, RecordFields } from './RecordFields.tsx'
import styles from './records.module.css'
import { useMayWrite } from './useMayWrite.ts'

const texts = recordsTexts

type Props = {
  definition: AnyDefinition
  extra: RegisterExtra
  id: string
  alone: boolean
  onOpen: (id: string, alone?: boolean) => void
  onClose: () => void
}

type HeadProps = Pick<Props, 'definition' | 'id' | 'alone' | 'onOpen' | 'onClose'> & {
  title: string
  onRemove: (() => void) | null
}

const Head = ({ definition, id, alone, onOpen, onClose, title, onRemove }: HeadProps) => (
  <header className={styles.head}>
    <div className={styles.headWords}>
      <div className={styles.kind}>{definition.label}</div>
      <Title order={alone ? 1 : 2} className={styles.name ?? ''} title={title}>
        {title}
      </Title>
    </div>
    {onRemove ? (
      <ActionIcon aria-label={`${texts.remove} ${title}`} title={texts.remove} onClick={onRemove}>
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    ) : null}
    <ActionIcon
      aria-label={alone ? texts.beside : texts.alone}
      title={alone ? texts.beside : texts.alone}
      onClick={() => onOpen(id, !alone)}
    >
      {alone ? (
        <IconLayoutSidebarRight size={18} stroke={1.6} />
      ) : (
        <IconArrowsDiagonal size={18} stroke={1.6} />
      )}
    </ActionIcon>
    <ActionIcon aria-label={texts.close} title={texts.close} onClick={onClose}>
      <IconX size={18} stroke={1.6} />
    </ActionIcon>
  </header>
)

const tabKeys = ['isian', 'riwayat', 'lampiran', 'pasal'] as const

type TabsProps = Pick<Props, 'definition' | 'extra' | 'id' | 'onClose'> & {
  loaded: Loaded
  onReload: () => Promise<Loaded | null>
  onDirty: (dirty: boolean) => void
}

/** Files of the record, from wherever they come; those that were dropped elsewhere are shown where they lie. */
const useFilesOf = (type: string, id: string) => {
  const { params, set } = usePlace()
  const { attach, ...state } = useAttach()
  const count = usePapers({ type, id }).data?.attachments.length ?? 0
  const onFiles = async (files: readonly Incoming[]) => {
    const failure = await attach(id, files)
    if (failure === null && params.get('tab') !== 'lampiran') set({ tab: 'lampiran' }, { replace: true })
  }
  return { ...state, count, onFiles: (files: readonly Incoming[]) => void onFiles(files) }
}

const RecordTabs = ({ definition, extra, id, loaded, onReload, onDirty, onClose }: TabsProps) => {
  const { params, set } = usePlace()
  const { count, ...files } = useFilesOf(definition.type, id)
  const mayAttach = useMayChange(attachmentAdd.roles)
  const { session } = useSession()
  const extraTabs = (extra.tabs ?? []).filter(({ roles }) => mayNow(session, roles ?? 'session', today()))
  const known = [...tabKeys, ...extraTabs.map(({ key }) => key)]
  const tab = known.find((key) => key === params.get('tab')) ?? 'isian'
  const { title } = loaded
  const takes = definition.readers === null
  return (
    <Tabs
      value={tab}
      onChange={(next) => set({ tab: next === 'isian' ? null : next }, { replace: true })}
      keepMounted={false}
      classNames={{ root: styles.tabs ?? '', list: styles.tabList ?? '', panel: styles.tabPanel ?? '' }}
    >
      <Tabs.List aria-label={texts.tabsLabel(title)}>
        <Tabs.Tab value="isian">{texts.tabs.fields}</Tabs.Tab>
        {extraTabs.map(({ key, label }) => (
          <Tabs.Tab key={key} value={key}>
            {label}
          </Tabs.Tab>
        ))}
        <Tabs.Tab value="riwayat">{texts.tabs.history}</Tabs.Tab>
        {takes ? (
          <Tabs.Tab value="lampiran">
            {count === 0 ? texts.tabs.attachments : attachmentsTexts.tab(formatWhole(count))}
          </Tabs.Tab>
        ) : null}
        <Tabs.Tab value="pasal">{texts.tabs.articles}</Tabs.Tab>
      </Tabs.List>
      {files.busy ? (
        <div className={styles.attaching}>
          <ProgressNotice label={files.label} done={0} total={null} />
        </div>
      ) : null}
      <Tabs.Panel value="isian" keepMounted>
        <RecordFields
          definition={definition}
          loaded={loaded}
          onReload={onReload}
          onDirty={onDirty}
          onClose={onClose}
        />
      </Tabs.Panel>
      {extraTabs.map(({ key, component: Extra }) => (
        <Tabs.Panel key={key} value={key}>
          <Extra id={id} title={title} />
        </Tabs.Panel>
      ))}
      <Tabs.Panel value="riwayat">
        <HistoryTab definition={definition} id={id} />
      </Tabs.Panel>
      <Tabs.Panel value="lampiran">
        <AttachmentsTab owner={{ type: definition.type, id }} onFiles={files.onFiles} busy={files.busy} />
      </Tabs.Panel>
      <Tabs.Panel value="pasal">
        <ArticlesTab definition={definition} />
      </Tabs.Panel>
      {takes && mayAttach ? (
        <IncomingFiles hint={attachmentsTexts.dropOn(title)} onFiles={files.onFiles} />
      ) : null}
    </Tabs>
  )
}

/** While something is typed the record is not read again behind the officer's back; a save sees what it was based on. */
const useRecord = (type: string, id: string, references: readonly string[]) => {
  const [dirty, setDirty] = useState(false)
  const answer = useAnswer(recordGet, { type, id }, { records: [type, ...references], enabled: !dirty })
  return { ...answer, setDirty }
}

const referencesOf = (definition: AnyDefinition): string[] =>
  Object.values(definition.fields as Record<string, { facts: { target: string } }>).flatMap(({ facts }) =>
    facts.target === '' ? [] : [facts.target],
  )

const Existing = (props: Props) => {
  const { definition, id, onClose } = props
  const { data, failure, isPending, refetch, setDirty } = useRecord(
    definition.type,
    id,
    referencesOf(definition),
  )
  const mayWrite = useMayWrite(definition)
  const remove = useWork(recordRemove)
  const notice = useCommitNotice()
  const { go } = usePlace()
  // The window's title is seen over the officer's shoulder, and by whatever lists windows.
  useDetail(!definition.isSealed ? (data?.title ?? null) : id)
  const onRemove = async () => {
    if (data === undefined) return
    const result = await remove.run({ type: definition.type, id, seen: data.seen })
    if (notice(result, texts.removed(definition.label, data.title), { undoable: definition.undoable }))
      onClose()
  }
  if (isPending) return <ThinBar />
  if (failure?.type === 'NotFound')
    return (
      <EmptyState
        small
        title={texts.gone}
        action={
          <Group gap={8} justify="center">
            {definition.undoable ? (
              <Button variant="default" onClick={() => go(deletedPath(definition.type))}>
                {recordsRestoreTexts.deleted.open}
              </Button>
            ) : null}
            <Button variant="default" onClick={onClose}>
              {texts.close}
            </Button>
          </Group>
        }
      >
        {texts.goneAbout}
      </EmptyState>
    )
  if (failure !== null || data === undefined)
    return (
      <div className={styles.message}>
        <ErrorText message={failure?.message ?? ''} />
      </div>
    )
  return (
    <>
      <Head
        {...props}
        title={data.title}
        onRemove={mayWrite && definition.undoable ? () => void onRemove() : null}
      />
      <RecordTabs {...props} loaded={data} onReload={refetch} onDirty={setDirty} />
    </>
  )
}

/** One record: its form, its history, its attachments and the pasal that it serves. */
export const RecordPanel = (props: Props) => {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (props.alone && props.id !== newId) panel.current?.focus()
  }, [props.alone, props.id])
  return (
    <div className={styles.panel} ref={panel} tabIndex={-1}>
      {props.id === newId ? <NewRecord {...props} Head={Head} /> : <Existing {...props} />}
    </div>
  )
}
