import { Button } from '@mantine/core'
import { createNotificationsStore, notifications } from '@mantine/notifications'
import { IconAlertCircle, IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { uiTexts } from '../../shared/texts/ui.ts'
import styles from './notice.module.css'
import { Unbroken } from './Unbroken.tsx'

type Tone = 'done' | 'attention' | 'failed'
export type NoticeProps = {
  /** One sentence: “Anggaran Dinas Kesehatan diimpor: 17 baris.” */
  message: string
  tone?: Tone
  /** Offered as “Urungkan”; the notice closes when it was pressed. */
  onUndo?: () => void
  /** Said outside of a session too, on the way in: nothing that belongs to an officer. */
  outside?: boolean
  /** Another thing to do, with its own word. */
  action?: { readonly label: string; readonly onClick: () => void }
}

const icons: Record<Tone, React.ReactNode> = {
  done: <IconCheck size={16} aria-label={uiTexts.notice.done} />,
  attention: <IconAlertTriangle size={16} aria-label={uiTexts.notice.attention} />,
  failed: <IconAlertCircle size={16} aria-label={uiTexts.notice.failed} />,
}

/** Sentence with “Urungkan”; usable on a page too. */
export const Notice = ({ message, tone = 'done', onUndo, action }: NoticeProps) => (
  <div className={styles.notice} data-tone={tone} role={tone === 'failed' ? 'alert' : 'status'}>
    <span className={styles.icon}>{icons[tone]}</span>
    <span className={styles.message}>
      <Unbroken>{message}</Unbroken>
    </span>
    {action ? (
      <Button variant="subtle" onClick={action.onClick}>
        {action.label}
      </Button>
    ) : null}
    {onUndo ? (
      <Button variant="subtle" onClick={onUndo}>
        {uiTexts.actions.undo}
      </Button>
    ) : null}
  </div>
)

type Shelf = ReturnType<typeof createNotificationsStore>
/** What an officer is told within a session, and what is told on the way in: shown in places of their own. */
export const noticeShelves = { inside: createNotificationsStore(), outside: createNotificationsStore() }

let open = true
/** At a lock and at a login: what an officer was told is theirs alone, and what comes late is told to nobody. */
export const openNotices = (inside: boolean): void => {
  open = inside
  const left = inside ? noticeShelves.outside : noticeShelves.inside
  notifications.clean(left)
  notifications.cleanQueue(left)
}

const closing = (id: () => string, act: () => void, shelf: Shelf) => () => {
  notifications.hide(id(), shelf)
  act()
}

/** Milliseconds. What can be undone is offered long enough to look at the page first; later the history still has it. */
const shownFor = { plain: 8_000, undoable: 30_000 }

type Told = {
  readonly shelf: Shelf
  readonly act: number
  /** Draws it again with the place where it was told; null: it goes. */
  readonly elsewhere: (() => React.ReactNode) | null
}
/** What only tells belongs to the page on which it was told, by the act of the officer that it answers. */
const told = new Map<string, Told>()
let acts = 0
/** The officer pressed something. */
export const countAct = (): void => {
  acts += 1
}
/**
 * Another page: what was told of an earlier act goes with the page, or says where it was told if it offers something to do; what
 * the act that leads here told comes along. Where the next piece of work begins nothing of the last one stays.
 */
export const leaveNotices = (begins = false): void => {
  for (const [id, { shelf, act, elsewhere }] of told) {
    if (act === acts) continue
    if (elsewhere && !begins) notifications.update({ id, message: elsewhere() }, shelf)
    else {
      notifications.hide(id, shelf)
      told.delete(id)
    }
  }
}

/** What was said before makes room, so that there is never a pile; what failed stays until it is closed. */
const passing = new Map<string, Shelf>()
const makeRoom = (): void => {
  for (const [id, shelf] of passing) {
    notifications.hide(id, shelf)
    told.delete(id)
  }
  passing.clear()
}

/** The title of the window begins with what is open in it. */
const placeNow = (): string => document.title.split(' · ')[0] ?? ''

/** Shows a notice in a line of its own under the page, so that it covers nothing: 8 s, with “Urungkan” 30 s (failures and what is told on the way in stay). */
export const showNotice = ({ onUndo, action, outside = false, ...rest }: NoticeProps): void => {
  if (!open && !outside) return
  const shelf = open ? noticeShelves.inside : noticeShelves.outside
  const place = placeNow()
  let id = ''
  const here = () => id
  const offers = onUndo !== undefined || action !== undefined
  const stays = rest.tone === 'failed' || outside
  const draw = (message: string) => (
    <Notice
      {...rest}
      message={message}
      {...(onUndo ? { onUndo: closing(here, onUndo, shelf) } : {})}
      {...(action ? { action: { label: action.label, onClick: closing(here, action.onClick, shelf) } } : {})}
    />
  )
  const notice = {
    // The sentence within is the live region; one around it would be read twice.
    role: 'presentation',
    classNames: { root: styles.floating ?? '', body: styles.body ?? '', closeButton: styles.close ?? '' },
    closeButtonProps: { 'aria-label': uiTexts.notice.close },
    withBorder: false,
    autoClose: stays ? false : offers ? shownFor.undoable : shownFor.plain,
    message: draw(rest.message),
  }
  if (!stays) makeRoom()
  id = notifications.show(notice, shelf)
  if (!stays) passing.set(id, shelf)
  if (outside) return
  const elsewhere = offers ? () => draw(uiTexts.notice.elsewhere(place, rest.message)) : null
  told.set(id, { shelf, act: acts, elsewhere })
}
