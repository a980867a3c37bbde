import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconLock, IconSearch } from '@tabler/icons-react'
import { Fragment } from 'react'
import { Link } from 'wouter'
import { appTexts } from '../../shared/texts/app.ts'
import type { Crumb } from './crumbs.ts'
import { OfficerMenu } from './OfficerMenu.tsx'
import { palette } from './paletteStore.ts'
import { useSession } from './session.ts'
import styles from './TopBar.module.css'
import { YearSwitch } from './YearSwitch.tsx'

const Breadcrumb = ({ crumbs }: { crumbs: readonly Crumb[] }) => (
  <nav aria-label={appTexts.breadcrumb} className={styles.where}>
    <ol className={styles.crumbs}>
      {crumbs.map(({ label, href }, at) => (
        <Fragment key={label}>
          {at > 0 ? (
            <li aria-hidden="true" className={styles.between}>
              <IconChevronRight size={14} stroke={1.6} />
            </li>
          ) : null}
          <li
            className={styles.crumb}
            aria-current={at === crumbs.length - 1 ? 'page' : undefined}
            title={label}
          >
            {href === undefined ? label : <Link href={href}>{label}</Link>}
          </li>
        </Fragment>
      ))}
    </ol>
  </nav>
)

const SearchButton = () => (
  <UnstyledButton className={styles.search ?? ''} onClick={palette.open}>
    <IconSearch size={16} stroke={1.6} aria-hidden="true" />
    <span className={styles.searchWords}>{appTexts.search.open}</span>
    <kbd className={styles.key}>Ctrl+K</kbd>
  </UnstyledButton>
)

/** Where am I, which year, search, who I am, lock. No second toolbar. */
export const TopBar = ({ crumbs }: { crumbs: readonly Crumb[] }) => {
  const { lock } = useSession()
  return (
    <header className={styles.bar}>
      <Breadcrumb crumbs={crumbs} />
      <YearSwitch />
      <SearchButton />
      <OfficerMenu />
      <ActionIcon size={32} aria-label={appTexts.search.lock} title={appTexts.search.lock} onClick={lock}>
        <IconLock size={18} stroke={1.6} />
      </ActionIcon>
    </header>
  )
}
