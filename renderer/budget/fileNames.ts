const tailLength = 16

/** The last characters of a file name stay whole; those before them may be cut. Both make the name again. */
export const splitName = (name: string): { readonly head: string; readonly tail: string } => {
  const letters = [...name]
  const at = Math.max(0, letters.length - tailLength)
  return { head: letters.slice(0, at).join(''), tail: letters.slice(at).join('') }
}
