/** Under this name the history of the window knows whose address it stands on; an id of a record, no name. */
const owner = 'petugas'

/** At a lock: the address stays for the officer who was there. */
export const markPlace = (officer: string): void =>
  history.replaceState({ ...history.state, [owner]: officer }, '')

/** At a login: another officer than the one who left the address begins at Beranda. Tells whether it was another. */
export const takePlace = (officer: string): boolean => {
  const before = (history.state as Record<string, unknown> | null)?.[owner]
  if (before === undefined || before === officer) return false
  history.replaceState(null, '', '/')
  return true
}
