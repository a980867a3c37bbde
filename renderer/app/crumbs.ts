import { appTexts } from '../../shared/texts/app.ts'
import type { Page } from './page.ts'

export type Crumb = { readonly label: string; readonly href?: string }

/** Where the officer is: group, page, and what is open in it. */
export const crumbsOf = (
  page: Page | null,
  parent: Page | null,
  title: string,
  detail: string | null,
): Crumb[] => {
  if (page === null) return []
  const group = (page.nav ?? parent?.nav)?.group
  const upper =
    parent === null || parent === page ? [] : [{ label: parent.nav?.label ?? '', href: parent.path }]
  const own = page.nav?.label ?? title
  return [
    ...(group === undefined || page.path === '/' ? [] : [{ label: appTexts.groups[group] }]),
    ...upper,
    ...(detail === null ? [{ label: own }] : upper.length > 0 ? [] : [{ label: own, href: page.path }]),
    ...(detail === null ? [] : [{ label: detail }]),
  ]
}
