import type { Icon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { NavGroup } from '../app/page.ts'

/** A tab beside Isian, Riwayat, Lampiran and Pasal. */
export type ExtraTab = {
  readonly key: string
  readonly label: string
  readonly component: ComponentType<{ readonly id: string; readonly title: string }>
}

/** What a feature adds to the register of a type: another way to add, further tabs. */
export type RegisterExtra = {
  readonly add?: ComponentType<{ readonly onDone: (id: string) => void; readonly onCancel: () => void }>
  readonly tabs?: readonly ExtraTab[]
}
export type RegisterExtras = Readonly<Record<string, RegisterExtra>>

/** Where a register stands in the navigation. */
export type RegisterPlace = { readonly group: NavGroup; readonly icon: Icon; readonly order: number }
