import { navGroups, type Page } from './page.ts'

export type NavItem = Page & { readonly nav: NonNullable<Page['nav']> }
const isItem = (page: Page): page is NavItem => page.nav !== undefined

/** Pages by group, in the order of the groups and within each by `order`. */
export const itemsByGroup = (pages: readonly Page[]) =>
  navGroups
    .map((group) => ({
      group,
      items: pages
        .filter(isItem)
        .filter(({ nav }) => nav.group === group && nav.under === undefined)
        .sort((a, b) => a.nav.order - b.nav.order),
    }))
    .filter(({ items }) => items.length > 0)
