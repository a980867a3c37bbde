import { type Icon, IconCalendar, IconKeyboard, IconLock, IconMoon, IconPlus } from '@tabler/icons-react'
import { allowed, grantsOn } from '../../shared/rules/access/index.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { useComposition } from './catalogue.ts'
import type { Page } from './page.ts'
import { usePlace } from './place.ts'
import { mayNow, today, useSession } from './session.ts'
import { themeChoices, useThemeChoice } from './theme-choice.ts'
import { useSetYear, useYear } from './year.ts'

const texts = appTexts.search

export type Command = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly icon: Icon
  readonly keys?: string
  /** “Rp58.500.000”. */
  readonly amount?: string
  readonly run: () => void
}

/** Pages that an officer may open. */
export const usePages = (): readonly Page[] => {
  const { pages } = useComposition()
  const { session } = useSession()
  const day = today()
  return pages.filter(({ roles }) => roles === undefined || mayNow(session, roles, day))
}

const pageCommands = (pages: readonly Page[], go: (path: string) => void): Command[] =>
  pages.flatMap(({ path, nav }) =>
    nav
      ? [
          {
            id: path,
            label: nav.label,
            hint: appTexts.groups[nav.group],
            icon: nav.icon,
            run: () => go(path),
          },
        ]
      : [],
  )

const useNewRecordCommands = (): Command[] => {
  const { definitions, pages } = useComposition()
  const { session } = useSession()
  const { go } = usePlace()
  const grants = grantsOn(session.grants, today())
  return definitions
    .filter((definition) => definition.register && allowed({ definition, opd: null }, grants))
    .flatMap(({ type, label }) => {
      const page = pages.find(({ creates }) => creates?.[type] !== undefined)
      const address = page?.creates?.[type]
      return address === undefined
        ? []
        : [{ id: `new-${type}`, label: texts.newRecord(label), icon: IconPlus, run: () => go(address) }]
    })
}

/** What Ctrl+K offers besides records: pages, and acts that every page has. */
export const useCommands = (onKeys: () => void): { pages: readonly Command[]; acts: readonly Command[] } => {
  const { go } = usePlace()
  const { lock } = useSession()
  const { choose } = useThemeChoice()
  const year = useYear()
  const setYear = useSetYear()
  const pages = pageCommands(usePages(), go)
  const years = [year + 1, year - 1].map((other) => ({
    id: `year-${other}`,
    label: texts.year(other),
    icon: IconCalendar,
    run: () => setYear(other),
  }))
  const themes = themeChoices.map((choice) => ({
    id: `theme-${choice}`,
    label: texts.theme[choice],
    icon: IconMoon,
    run: () => choose(choice),
  }))
  const acts = [
    ...useNewRecordCommands(),
    ...years,
    ...themes,
    { id: 'keys', label: texts.keys, icon: IconKeyboard, keys: '?', run: onKeys },
    { id: 'lock', label: texts.lock, icon: IconLock, run: lock },
  ]
  return { pages, acts }
}
