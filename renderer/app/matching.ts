type Worded = { readonly label: string; readonly hint?: string }

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Commands that hold every word that was typed, in any order. */
export const matching = <T extends Worded>(commands: readonly T[], query: string): readonly T[] => {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return commands.filter(({ label, hint = '' }) =>
    words.every((word) => plain(`${label} ${hint}`).includes(word)),
  )
}
