import type { App, Session, WebContents } from 'electron'
import { isOwnAddress } from './electron-origin.ts'

/** The whole list of what a page of ours may ask of the machine: putting text on the clipboard (“Salin ke Excel”). */
export const allowedPermissions: readonly string[] = ['clipboard-sanitized-write']

const mayHave = (permission: string, address: string): boolean =>
  allowedPermissions.includes(permission) && isOwnAddress(address)

/** Electron grants everything by default; here each way to ask is answered. */
export const guardPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(mayHave(permission, requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
}

type Preventable = { readonly preventDefault: () => void; readonly url: string }
const stayHere = (event: Preventable): void => {
  if (!isOwnAddress(event.url)) event.preventDefault()
}

const guardContents = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', stayHere)
  contents.on('will-frame-navigate', stayHere)
  contents.on('will-redirect', stayHere)
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Every page that this process ever makes stays on our origin and opens no other. */
export const guardNavigation = (app: App): void => {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('select-client-certificate', (event) => event.preventDefault())
  app.on('login', (event) => event.preventDefault())
}
