import { Menu, UnstyledButton } from '@mantine/core'
import { IconKey, IconLock } from '@tabler/icons-react'
import { sessionActAs } from '../../shared/contract/session.ts'
import { formatNip } from '../../shared/format/nip.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { showNotice } from '../ui/index.ts'
import { initialsOf } from './initials.ts'
import { usePlace } from './place.ts'
import { useSession } from './session.ts'
import styles from './TopBar.module.css'
import { type ThemeChoice, themeChoices, useThemeChoice } from './theme-choice.ts'
import { useWork } from './work.ts'

const texts = appTexts.officer

const Themes = () => {
  const { choice, choose } = useThemeChoice()
  return (
    <>
      <Menu.Label>{texts.theme}</Menu.Label>
      <Menu.RadioGroup value={choice} onChange={(next) => choose(next as ThemeChoice)}>
        {themeChoices.map((value) => (
          <Menu.RadioItem key={value} value={value}>
            {texts[value]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}

/** As what the officer acts: each entry of the log says it. */
const Capacities = () => {
  const { session } = useSession()
  const { run } = useWork(sessionActAs)
  const choose = async (id: string) => {
    const result = await run({ capacity: id === '' ? null : id })
    if (result.ok) showNotice({ message: texts.acting(result.value.capacity) })
    else showNotice({ message: result.error.message, tone: 'failed' })
  }
  if (session.capacities.length < 2) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{texts.actAs}</Menu.Label>
      <Menu.RadioGroup value={session.actingAs ?? ''} onChange={(id) => void choose(id)}>
        <Menu.RadioItem value="">{texts.allRoles}</Menu.RadioItem>
        {session.capacities.map(({ id, words }) => (
          <Menu.RadioItem key={id} value={id}>
            {words}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}

export const OfficerMenu = () => {
  const { session, lock } = useSession()
  const { go } = usePlace()
  return (
    <Menu position="bottom-end" width={280} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={styles.officer ?? ''} title={texts.menu(session.name, session.capacity)}>
          <span className={styles.initials} aria-hidden="true">
            {initialsOf(session.name)}
          </span>
          <span className={styles.who}>
            <span className={styles.name}>{session.name}</span>
            <span className={styles.as}>{texts.as(session.capacity)}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.person}>
          <div className={styles.name}>{session.name}</div>
          <div className={styles.as}>{formatNip(session.nip)}</div>
          {session.position === '' ? null : <div className={styles.as}>{session.position}</div>}
        </div>
        <Capacities />
        <Menu.Divider />
        <Themes />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKey size={16} stroke={1.6} />} onClick={() => go('/akun')}>
          {texts.password}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLock size={16} stroke={1.6} />}
          rightSection={<kbd className={styles.key}>Ctrl+Shift+L</kbd>}
          onClick={lock}
        >
          {texts.lock}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
