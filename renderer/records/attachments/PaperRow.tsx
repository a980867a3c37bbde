import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconClockExclamation,
  IconDotsVertical,
  IconDownload,
  IconFileText,
  IconPencil,
  IconPhoto,
  IconReplace,
  IconTrash,
} from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import type { AttachmentRow } from '../../../shared/contract/attachments.ts'
import { isPicture } from '../../../shared/rules/records/attachments.ts'
import { attachmentsTexts as texts } from '../../../shared/texts/attachments.ts'
import { today } from '../../app/session.ts'
import { formatWhole } from '../../ui/index.ts'
import styles from './attachments.module.css'
import type { PaperOpener } from './useOpenPaper.tsx'
import type { Paper } from './usePapers.ts'
import { endingWords, fileOf, formerWords, isDescribed, saidOf, titleOf } from './words.ts'

export type PaperActs = {
  readonly onEdit: (paper: AttachmentRow) => void
  readonly onReplace: (paper: AttachmentRow, file: File) => void
  readonly onRemove: (paper: AttachmentRow) => void
}

const size = { size: 16, stroke: 1.6 } as const

const Ends = ({ expires }: { expires: string }) => {
  const { state, words } = endingWords(expires, today())
  return (
    <span className={styles.ends} data-state={state}>
      {state === 'later' ? null : <IconClockExclamation size={14} stroke={1.8} aria-hidden="true" />}
      {words}
    </span>
  )
}

const OpenButton = ({ paper, opener }: { paper: AttachmentRow; opener: PaperOpener }) => {
  const shows = isPicture(paper.mime)
  return (
    <Button
      variant="subtle"
      aria-label={shows ? texts.lookAt(titleOf(paper)) : texts.openOf(titleOf(paper))}
      leftSection={shows ? <IconPhoto {...size} /> : <IconDownload {...size} />}
      onClick={() => opener.open(paper)}
    >
      {shows ? texts.look : texts.open}
    </Button>
  )
}

type MenuProps = { paper: AttachmentRow; opener: PaperOpener; acts: PaperActs }

const Acts = ({ paper, opener, acts }: MenuProps) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Menu position="bottom-end" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon aria-label={texts.more(titleOf(paper))} title={texts.more(titleOf(paper))}>
            <IconDotsVertical {...size} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil {...size} />} onClick={() => acts.onEdit(paper)}>
            {texts.edit}
          </Menu.Item>
          <Menu.Item leftSection={<IconReplace {...size} />} onClick={() => input.current?.click()}>
            {texts.replace}
          </Menu.Item>
          {isPicture(paper.mime) ? (
            <Menu.Item leftSection={<IconDownload {...size} />} onClick={() => opener.download(paper.id)}>
              {texts.open}
            </Menu.Item>
          ) : null}
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash {...size} />} onClick={() => acts.onRemove(paper)}>
            {texts.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={texts.replace}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) acts.onReplace(paper, file)
          currentTarget.value = ''
        }}
      />
    </>
  )
}

const Words = ({ paper, children }: { paper: AttachmentRow; children: ReactNode }) => (
  <div className={styles.words}>
    {saidOf(paper) === '' ? null : <span className={styles.said}>{saidOf(paper)}</span>}
    {paper.expires === null ? null : <Ends expires={paper.expires} />}
    {paper.note ? <span className={styles.note}>{paper.note}</span> : null}
    <span className={styles.about}>{fileOf(paper)}</span>
    {children}
  </div>
)

/** Versions that a newer one stands for: what they said of themselves, and by what they were replaced. */
const Earlier = ({ paper, opener }: { paper: Paper; opener: PaperOpener }) =>
  paper.earlier.length === 0 ? null : (
    <details className={styles.earlier}>
      <summary>{texts.earlier(formatWhole(paper.earlier.length))}</summary>
      <ul className={styles.list}>
        {paper.earlier.map((former, at) => (
          <li key={former.id}>
            <div className={styles.head}>
              <span className={styles.former}>{former.name}</span>
              <OpenButton paper={{ ...former, subject: null }} opener={opener} />
            </div>
            <span className={styles.about}>{formerWords(former, (paper.earlier[at - 1] ?? paper).name)}</span>
          </li>
        ))}
      </ul>
    </details>
  )

type Props = {
  paper: Paper
  opener: PaperOpener
  /** Null: it is only read. */
  acts: PaperActs | null
  /** The form of its details, while they are changed. */
  children: ReactNode
}

/** One paper: what it is, until when it holds, its file, and its earlier versions. */
export const PaperRow = ({ paper, opener, acts, children }: Props) => {
  const Kind = isPicture(paper.mime) ? IconPhoto : IconFileText
  return (
    <li className={styles.paper}>
      <div className={styles.head}>
        <Kind size={18} stroke={1.5} aria-hidden="true" className={styles.icon} />
        <span className={styles.name}>{titleOf(paper)}</span>
        <OpenButton paper={paper} opener={opener} />
        {acts === null ? null : <Acts paper={paper} opener={opener} acts={acts} />}
      </div>
      <Words paper={paper}>
        {acts !== null && children === null && !isDescribed(paper) ? (
          <button
            type="button"
            className={styles.describe}
            aria-label={texts.describeOf(paper.name)}
            onClick={() => acts.onEdit(paper)}
          >
            {texts.describe}
          </button>
        ) : null}
      </Words>
      {children}
      <Earlier paper={paper} opener={opener} />
    </li>
  )
}
