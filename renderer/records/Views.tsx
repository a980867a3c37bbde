import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core'
import {
  IconBookmark,
  IconBookmarkFilled,
  IconCheck,
  IconDeviceFloppy,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useCallback, useState } from 'react'
import type { AnyDefinition } from '../../shared/records/define.ts'
import type { Looked } from '../../shared/records/saved-view.ts'
import { isView, longestViewName, viewNamed } from '../../shared/rules/records/views.ts'
import { recordsViewsTexts as texts } from '../../shared/texts/records-views.ts'
import { useOnlyRead } from '../app/useOnlyRead.ts'
import { type SavedView, useViews } from './useViews.ts'
import styles from './views.module.css'

export type { Looked } from '../../shared/records/saved-view.ts'

type Props = { definition: AnyDefinition; now: Looked; onChoose: (view: Looked) => void }

const icon = { size: 16, stroke: 1.6 } as const

const Act = ({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) => (
  <ActionIcon aria-label={label} title={label} onClick={onClick}>
    {children}
  </ActionIcon>
)

type KeptProps = {
  name: string
  /** Whose it is, or how many see it; '' for one's own. */
  note: string
  isNow: boolean
  onChoose: () => void
  children?: ReactNode
}

const Kept = ({ name, note, isNow, onChoose, children }: KeptProps) => (
  <li className={styles.view}>
    <button type="button" className={styles.choose} aria-pressed={isNow} onClick={onChoose}>
      <span className={styles.mark}>{isNow ? <IconCheck size={14} aria-hidden="true" /> : null}</span>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        {note === '' ? null : <span className={styles.note}>{note}</span>}
      </span>
    </button>
    {children}
  </li>
)

type SaveProps = {
  own: readonly SavedView[]
  onSave: (name: string, shared: boolean) => Promise<boolean>
}

const Save = ({ own, onSave }: SaveProps) => {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // A form of its own within others: nobody else hears of it.
    event.stopPropagation()
    if (name.trim() !== '' && (await onSave(name, shared))) setName('')
  }
  return (
    <form className={styles.save} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={texts.name}
        placeholder={texts.placeholder}
        maxLength={longestViewName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        size="sm"
        label={texts.forAll}
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
      <Button type="submit" variant="default" disabled={name.trim() === ''}>
        {viewNamed(own, name) === null ? texts.save : texts.replace}
      </Button>
    </form>
  )
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <>
    <p className={styles.title}>{title}</p>
    <ul className={styles.views}>{children}</ul>
  </>
)

/** “Tampilan daftar”: filters, order and columns under a name, chosen again with one press, on every computer of the city. */
export const Views = ({ definition, now, onChoose }: Props) => {
  const { own, others, here, save, share, remove, bring, forget } = useViews(definition)
  const mayWrite = !useOnlyRead()
  const [opened, setOpened] = useState(false)
  const close = useCallback(() => setOpened(false), [])
  const choose = ({ sort, filters, columns }: Looked) => {
    onChoose({ sort, filters, columns })
    close()
  }
  const known = [...own.map(({ view }) => view), ...others.map(({ view }) => view), ...here]
  const Mark = known.some((view) => isView(view, now)) ? IconBookmarkFilled : IconBookmark
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={320}
      withinPortal={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <ActionIcon size={32} aria-label={texts.open} title={texts.open} onClick={() => setOpened(!opened)}>
          <Mark size={18} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown ?? ''} aria-label={texts.open}>
        {known.length === 0 ? <p className={styles.title}>{texts.none}</p> : null}
        {own.length === 0 ? null : (
          <Group title={texts.title}>
            {own.map((one) => (
              <Kept
                key={one.id}
                name={one.name}
                note={one.shared ? texts.sharedNote : ''}
                isNow={isView(one.view, now)}
                onChoose={() => choose(one.view)}
              >
                <Act
                  label={(one.shared ? texts.unshare : texts.share)(one.name)}
                  onClick={() => void share(one)}
                >
                  <IconUsers {...icon} color={one.shared ? 'var(--s-accent)' : 'var(--s-muted)'} />
                </Act>
                <Act label={texts.remove(one.name)} onClick={() => void remove(one)}>
                  <IconTrash {...icon} />
                </Act>
              </Kept>
            ))}
          </Group>
        )}
        {others.length === 0 ? null : (
          <Group title={texts.others}>
            {others.map((one) => (
              <Kept
                key={one.id}
                name={one.name}
                note={texts.by(one.by)}
                isNow={isView(one.view, now)}
                onChoose={() => choose(one.view)}
              />
            ))}
          </Group>
        )}
        {here.length === 0 ? null : (
          <Group title={texts.here}>
            {here.map((one) => (
              <Kept
                key={one.name}
                name={one.name}
                note=""
                isNow={isView(one, now)}
                onChoose={() => choose(one)}
              >
                <Act label={texts.bring(one.name)} onClick={() => void bring(one)}>
                  <IconDeviceFloppy {...icon} />
                </Act>
                <Act label={texts.remove(one.name)} onClick={() => forget(one.name)}>
                  <IconTrash {...icon} />
                </Act>
              </Kept>
            ))}
          </Group>
        )}
        {mayWrite ? <Save own={own} onSave={(name, shared) => save(name, now, shared)} /> : null}
      </Popover.Dropdown>
    </Popover>
  )
}
