/** Takes a file that waits under its one-time address; the shell answers it as an attachment. */
export const takeDownload = ({ token, name }: { readonly token: string; readonly name: string }): void => {
  const link = document.createElement('a')
  link.href = `/unduh/${token}`
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}
