export type ParamChange = Readonly<Record<string, string | null>>

/** `search` with some parameters set; null or '' takes one away. */
export const withParams = (search: string, change: ParamChange): string => {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') params.delete(name)
    else params.set(name, value)
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
