import { UnstyledButton } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { useId } from 'react'
import { Link } from 'wouter'
import { appTexts } from '../../shared/texts/app.ts'
import { Brand } from './Brand.tsx'
import styles from './Navigation.module.css'
import { itemsByGroup, type NavItem } from './navItems.ts'
import type { Page } from './page.ts'

const texts = appTexts.navigation

type Props = {
  pages: readonly Page[]
  current: Page | null
  city: string
  collapsed: boolean
  onCollapse: (collapsed: boolean) => void
}

const inSection = (item: NavItem, current: Page | null) =>
  current !== null &&
  (current === item ||
    current.nav?.under === item.path ||
    (item.path !== '/' && current.path.startsWith(`${item.path}/`)))

const NavLink = ({ item, active, collapsed }: { item: NavItem; active: boolean; collapsed: boolean }) => {
  const { icon: Icon, label, count: Count } = item.nav
  return (
    <Link
      href={item.path}
      className={styles.item}
      aria-current={active ? 'page' : undefined}
      {...(collapsed ? { 'aria-label': label, title: label } : {})}
    >
      <Icon size={18} stroke={1.6} aria-hidden="true" className={styles.icon} />
      {collapsed ? null : <span className={styles.label}>{label}</span>}
      {Count === undefined ? null : (
        <span className={styles.waits}>
          <Count />
        </span>
      )}
    </Link>
  )
}

const Group = ({
  name,
  items,
  current,
  collapsed,
}: {
  name: string
  items: readonly NavItem[]
  current: Page | null
  collapsed: boolean
}) => {
  const id = useId()
  return (
    <div className={styles.group}>
      <h2 id={id} className={collapsed ? styles.hidden : styles.heading}>
        {name}
      </h2>
      <ul className={styles.items} aria-labelledby={id}>
        {items.map((item) => (
          <li key={item.path}>
            <NavLink item={item} active={inSection(item, current)} collapsed={collapsed} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The one column of navigation, grouped as the officers' work is; can be folded to icons. */
export const Navigation = ({ pages, current, city, collapsed, onCollapse }: Props) => {
  const Fold = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const fold = collapsed ? texts.expand : texts.collapse
  return (
    <nav className={styles.navigation} aria-label={texts.label} data-collapsed={collapsed || undefined}>
      <Brand city={city} small={collapsed} />
      <div className={styles.groups}>
        {itemsByGroup(pages).map(({ group, items }) => (
          <Group
            key={group}
            name={appTexts.groups[group]}
            items={items}
            current={current}
            collapsed={collapsed}
          />
        ))}
      </div>
      <UnstyledButton
        className={styles.fold ?? ''}
        onClick={() => onCollapse(!collapsed)}
        aria-label={fold}
        title={`${fold} (Ctrl+B)`}
      >
        <Fold size={18} stroke={1.6} aria-hidden="true" />
        {collapsed ? null : <span className={styles.label}>{fold}</span>}
      </UnstyledButton>
    </nav>
  )
}
