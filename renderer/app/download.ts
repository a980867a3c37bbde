type Waiting = { readonly token: string; readonly name: string }

/** Where a file waits, once: as the source of a picture too. */
export const downloadAddress = ({ token }: Waiting): string => `/unduh/${token}`

/** Takes a file that waits under its one-time address; the shell answers it as an attachment. */
export const takeDownload = (waiting: Waiting): void => {
  const link = document.createElement('a')
  link.href = downloadAddress(waiting)
  link.download = waiting.name
  document.body.append(link)
  link.click()
  link.remove()
}
