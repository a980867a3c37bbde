import { IconBuilding } from '@tabler/icons-react'
import { createElement, lazy } from 'react'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { recordsImportTexts } from '../../shared/texts/records-import.ts'
import { recordsRestoreTexts } from '../../shared/texts/records-restore.ts'
import type { Page, PageNav } from '../app/page.ts'
import { deletedPath, importPath, newId, recordAddress, registerPath } from './address.ts'
import { isImported, type RegisterExtras } from './extras.ts'
import { type Family, familyOf } from './families.ts'
import { ProfilePage } from './ProfilePage.tsx'
import { RegisterPage } from './RegisterPage.tsx'

export { newAddress, recordAddress, registerPath } from './address.ts'
export type { RegisterExtras } from './extras.ts'
export { allRows } from './listing.ts'
export { RefusedRows } from './RefusedRows.tsx'

const ImportPage = lazy(() =>
  import('./import/ImportPage.tsx').then((module) => ({ default: module.ImportPage })),
)

/** Where a register stands: the first of its family in the navigation, the others under it. */
const navOf = (
  type: string,
  plural: string,
  { group, icon, order, label, types, under }: Family,
): PageNav => {
  const [first = type] = types
  return first === type
    ? { group, label, icon, order, ...(under === undefined ? {} : { under }) }
    : { group, label: plural, icon, order, under: registerPath(first) }
}

const registerPage = (
  definition: AnyDefinition,
  at: number,
  known: ReadonlyMap<string, AnyDefinition>,
  extras: RegisterExtras,
): Page => {
  const { type, plural } = definition
  const family = familyOf(type, plural, at)
  const types = family.types.filter((one) => known.has(one))
  const relativesNow = () => types.map((one) => ({ type: one, label: known.get(one)?.plural ?? one }))
  return {
    path: registerPath(type),
    nav: navOf(type, plural, { ...family, types }),
    title: plural,
    component: () =>
      createElement(RegisterPage, { definition, extra: extras[type] ?? {}, relatives: relativesNow() }),
    opens: { [type]: (id) => recordAddress(type, id) },
    creates: { [type]: extras[type]?.addAt ?? recordAddress(type, newId) },
  }
}

const DeletedPage = lazy(() =>
  import('./DeletedPage.tsx').then((module) => ({ default: module.DeletedPage })),
)

/** Where records are deleted they can be had back. */
const deletedPage = (definition: AnyDefinition): Page => ({
  path: deletedPath(definition.type),
  title: recordsRestoreTexts.deleted.title(definition.plural),
  component: () => createElement(DeletedPage, { definition }),
})

const importPage = (definition: AnyDefinition): Page => ({
  path: importPath(definition.type),
  title: recordsImportTexts.page.title(definition.plural),
  component: () => createElement(ImportPage, { definition }),
  roles: definition.writers,
  begins: true,
})

const profilePage: Page = {
  path: '/profil-daerah',
  nav: { group: 'pengelolaan', label: recordsTexts.profile.nav, icon: IconBuilding, order: 90 },
  title: recordsTexts.profile.title,
  component: ProfilePage,
  roles: ['admin'],
  opens: { workspace: () => '/profil-daerah' },
}

/** A page for every register among the definitions, and the profile of the city. */
export const recordPages = (
  definitions: readonly AnyDefinition[],
  extras: RegisterExtras = {},
): readonly Page[] => {
  const registers = definitions.filter(({ register }) => register)
  const known = new Map(registers.map((definition) => [definition.type, definition]))
  const imported = registers.filter((definition) => isImported(definition, extras[definition.type] ?? {}))
  return [
    ...registers.map((definition, at) => registerPage(definition, at, known, extras)),
    ...imported.map(importPage),
    ...registers.filter(({ undoable }) => undoable).map(deletedPage),
    profilePage,
  ]
}
