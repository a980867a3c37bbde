import { Modal } from '@mantine/core'
import { Fragment, useEffect } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import styles from './KeyHelp.module.css'

/** `keys`: alternatives, each with `+` between keys held together: ["Ctrl+S"], ["J", "↓"]. */
export type KeyLine = { readonly keys: readonly string[]; readonly label: string }
export type KeyGroup = { readonly title: string; readonly lines: readonly KeyLine[] }

const texts = uiTexts.keys

/** Keys that every screen has. */
export const generalKeys: KeyGroup = {
  title: texts.general,
  lines: [
    { keys: ['?'], label: texts.help },
    { keys: ['/'], label: texts.search },
    { keys: ['Ctrl+S'], label: texts.save },
    { keys: ['Esc'], label: texts.escape },
  ],
}

export const listKeys: KeyGroup = {
  title: texts.list,
  lines: [
    { keys: ['↑', '↓'], label: texts.listMove },
    { keys: ['Enter'], label: texts.listOpen },
    { keys: ['Ctrl+Enter'], label: texts.listOpenAlone },
    { keys: [texts.space], label: texts.listSelect },
    { keys: ['Shift+↓'], label: texts.listSelectMany },
    { keys: ['Ctrl+A'], label: texts.listSelectAll },
  ],
}

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Runs `onKey` for one key without Ctrl, Alt or Meta, unless the officer is typing or another handler took it. */
export const usePlainKey = (key: string, onKey: () => void): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.altKey || event.metaKey) return
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('[role="dialog"]'))
        return
      event.preventDefault()
      onKey()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [key, onKey])
}

const Keys = ({ combination }: { combination: string }) =>
  combination.split(/(?<=.)\+/).map((key, at) => (
    <Fragment key={key}>
      {at > 0 ? <span className={styles.plus}>+</span> : null}
      <kbd className={styles.key}>{key}</kbd>
    </Fragment>
  ))

const Group = ({ group }: { group: KeyGroup }) => (
  <section className={styles.group}>
    <h3 className={styles.title}>{group.title}</h3>
    <dl className={styles.lines}>
      {group.lines.map((line) => (
        <div className={styles.line} key={line.label}>
          <dt className={styles.label}>{line.label}</dt>
          <dd className={styles.keys}>
            {line.keys.map((keys, at) => (
              <Fragment key={keys}>
                {at > 0 ? <span className={styles.or}>{texts.or}</span> : null}
                <Keys combination={keys} />
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </section>
)

type Props = { opened: boolean; onClose: () => void; groups: readonly KeyGroup[] }

/** The keys of this screen, opened by `?` (see `usePlainKey`). */
export const KeyHelp = ({ opened, onClose, groups }: Props) => (
  <Modal
    opened={opened}
    onClose={onClose}
    title={texts.title}
    size={720}
    closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
  >
    <div className={styles.groups}>
      {groups.map((group) => (
        <Group key={group.title} group={group} />
      ))}
    </div>
  </Modal>
)
