import { Menu, UnstyledButton } from '@mantine/core'
import { IconKey, IconLock } from '@tabler/icons-react'
import { formatNip } from '../../shared/format/nip.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { initialsOf } from './initials.ts'
import { usePlace } from './place.ts'
import { useSession } from './session.ts'
import styles from './TopBar.module.css'
import { type ThemeChoice, themeChoices, useThemeChoice } from './theme-choice.ts'

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

export const OfficerMenu = () => {
  const { session, lock } = useSession()
  const { go } = usePlace()
  return (
    <Menu position="bottom-end" width={280} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={styles.officer ?? ''} title={texts.menu(session.name)}>
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
