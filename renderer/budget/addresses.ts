/** Addresses of the budget's views. Ids stand in the query: a path whose last part holds a dot is a file for the shell. */
export const formTabs = ['periksa', 'versi', 'riwayat', 'lampiran', 'pasal'] as const
export type FormTab = (typeof formTabs)[number]

const withQuery = (path: string, query: Readonly<Record<string, string | null | undefined>>): string => {
  const set = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`
}

export const budgetPaths = {
  list: '/anggaran',
  import: '/anggaran/impor',
  form: '/anggaran/formulir',
  row: '/anggaran/baris',
} as const

export const budgetAddress = {
  list: (): string => budgetPaths.list,
  /** `opd`: record id of the OPD whose form is expected. */
  import: (opd?: string | null): string => withQuery(budgetPaths.import, { opd }),
  form: (form: string, at: { readonly tab?: FormTab; readonly row?: string } = {}): string =>
    withQuery(budgetPaths.form, { buka: form, tab: at.tab, baris: at.row }),
  /** Of a row whose form is not known: leads to the row in its form. */
  row: (row: string): string => withQuery(budgetPaths.row, { buka: row }),
} as const

/** The side panel named by an address; null: closed. */
export const tabOf = (search: string): FormTab | null => {
  const named = new URLSearchParams(search).get('tab')
  return formTabs.find((tab) => tab === named) ?? null
}
