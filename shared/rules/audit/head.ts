/** A commit by its place and hash (hex): as prints, the anchor and the stand-alone verifier name it. */
export type LogHead = { readonly device: string; readonly seq: number; readonly hash: string }

export const headText = ({ device, seq, hash }: LogHead): string => `${device}.${seq}:${hash}`

export const headPattern = /^([0-9a-z]{10})\.([1-9]\d{0,14}):([0-9a-f]{64})$/

/** Null where the text is none. */
export const parseHead = (text: string): LogHead | null => {
  const [, device = '', seq = '', hash = ''] = headPattern.exec(text) ?? []
  return device === '' ? null : { device, seq: Number(seq), hash }
}

/** What a log holds at the place of a head: its hash there (null: nothing), and the last seq of that device. */
export type AtPlace = { readonly hash: string | null; readonly last: number }

/** `same`: exactly that commit. `shorter`: nothing there any more, or not yet. `differs`: another one. */
export const heldAgainst = ({ hash }: LogHead, here: AtPlace): 'same' | 'shorter' | 'differs' => {
  if (here.hash === null) return 'shorter'
  return here.hash === hash ? 'same' : 'differs'
}
