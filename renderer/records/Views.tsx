import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconBookmark, IconBookmarkFilled, IconCheck, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useCallback, useState } from 'react'
import { z } from 'zod'
import type { AnyDefinition } from '../../shared/records/define.ts'
import {
  isView,
  longestViewName,
  mostViews,
  type View,
  viewNamed,
  withoutView,
  withView,
} from '../../shared/rules/records/views.ts'
import { recordsViewsTexts as texts } from '../../shared/texts/records-views.ts'
import { useKept } from '../app/kept.ts'
import { formatWhole, showNotice } from '../ui/index.ts'
import { keptQuery } from './useQueryOf.ts'
import styles from './views.module.css'

export type Looked = Omit<View, 'name'>
type Props = { definition: AnyDefinition; now: Looked; onChoose: (view: Looked) => void }

const keptViews = z.array(keptQuery.extend({ name: z.string(), columns: z.array(z.string()) }))
const none: readonly View[] = []
const readViews = (value: unknown): readonly View[] | null => keptViews.safeParse(value).data ?? null

/** Views of a register that this officer keeps on this device. */
const useViews = ({ definition, now }: Props) => {
  const [views, setViews] = useKept(`tampilan/${definition.type}`, none, readViews)
  const save = (name: string): boolean => {
    const next = withView(views, { name, ...now })
    if (next === null) showNotice({ message: texts.full(formatWhole(mostViews)), tone: 'attention' })
    else {
      setViews(next)
      showNotice({ message: texts.saved(name.trim()) })
    }
    return next !== null
  }
  const remove = (name: string) => {
    setViews(withoutView(views, name))
    showNotice({ message: texts.removed(name), onUndo: () => setViews(views) })
  }
  return { views, save, remove }
}

const Kept = ({
  view,
  isNow,
  onChoose,
  onRemove,
}: {
  view: View
  isNow: boolean
  onChoose: () => void
  onRemove: () => void
}) => (
  <li className={styles.view}>
    <button type="button" className={styles.choose} aria-pressed={isNow} onClick={onChoose}>
      <span className={styles.mark}>{isNow ? <IconCheck size={14} aria-hidden="true" /> : null}</span>
      <span className={styles.name}>{view.name}</span>
    </button>
    <ActionIcon aria-label={texts.remove(view.name)} title={texts.remove(view.name)} onClick={onRemove}>
      <IconTrash size={16} stroke={1.6} />
    </ActionIcon>
  </li>
)

const Save = ({ views, onSave }: { views: readonly View[]; onSave: (name: string) => boolean }) => {
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A form of its own within others: nobody else hears of it.
    event.stopPropagation()
    if (name.trim() !== '' && onSave(name)) setName('')
  }
  return (
    <form className={styles.save} onSubmit={submit}>
      <TextInput
        label={texts.name}
        placeholder={texts.placeholder}
        maxLength={longestViewName}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={name.trim() === ''}>
        {viewNamed(views, name) === null ? texts.save : texts.replace}
      </Button>
    </form>
  )
}

/** “Tampilan daftar”: filters, order and columns under a name, chosen again with one press. */
export const Views = (props: Props) => {
  const { now, onChoose } = props
  const { views, save, remove } = useViews(props)
  const [opened, setOpened] = useState(false)
  const close = useCallback(() => setOpened(false), [])
  const choose = ({ name: _name, ...view }: View) => {
    onChoose(view)
    close()
  }
  const isAny = views.some((view) => isView(view, now))
  const Mark = isAny ? IconBookmarkFilled : IconBookmark
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={300}
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
        <p className={styles.title}>{views.length === 0 ? texts.none : texts.title}</p>
        {views.length === 0 ? null : (
          <ul className={styles.views}>
            {views.map((view) => (
              <Kept
                key={view.name}
                view={view}
                isNow={isView(view, now)}
                onChoose={() => choose(view)}
                onRemove={() => remove(view.name)}
              />
            ))}
          </ul>
        )}
        <Save views={views} onSave={save} />
      </Popover.Dropdown>
    </Popover>
  )
}
