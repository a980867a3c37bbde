import type { Icon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { RoleName } from '../../shared/contract/call.ts'

/** Groups of the navigation, in the order in which they stand. What has no page is not shown. */
export const navGroups = [
  'hari_ini',
  'perencanaan',
  'pengelolaan',
  'pengawasan',
  'surat',
  'pustaka',
  'catatan',
] as const
export type NavGroup = (typeof navGroups)[number]

export type PageNav = {
  readonly group: NavGroup
  /** From the catalogue of texts. */
  readonly label: string
  readonly icon: Icon
  /** Within the group, ascending. */
  readonly order: number
  /** Path of the page in the navigation under which this one stands; it has no entry of its own then. */
  readonly under?: string
  /** How much waits there, beside the label; draws nothing where nothing does. */
  readonly count?: ComponentType
}

/** What a page may read to name itself. */
export type PageContext = { readonly year: number }

/**
 * A view with an address of its own. `path` is a wouter pattern, "/anggaran" or "/anggaran/formulir";
 * ids of records go into the query ("?buka=…"), because a path whose last part holds a dot is a file for the shell.
 */
export type Page = {
  readonly path: string
  readonly nav?: PageNav
  /** Title of the window, the tab and the print: “Konsolidasi 2027”; the city and “Selaras” are added. */
  readonly title: string | ((context: PageContext) => string)
  readonly component: ComponentType
  /** A piece of work begins here, with a main button of its own: what was told of the last one does not come along. */
  readonly begins?: true
  /** Who sees it; absent: every officer who is logged in. */
  readonly roles?: readonly RoleName[]
  /** Where records of a type open: address by record type. Search, home and notices use it. */
  readonly opens?: Readonly<Record<string, (id: string) => string>>
  /** Where a record of a type begins: address by record type, for “Tambah …” in the search. */
  readonly creates?: Readonly<Record<string, string>>
}
