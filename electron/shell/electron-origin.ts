import { protocol, type Session } from 'electron'
import { origins } from './protocol.ts'
import type { Resources } from './resources.ts'

const own = new URL(origins.electron)

/** Compared part by part: `app://selarasX`, `app://selaras.x`, `app://selaras:1` and `file:` are somebody else. */
export const isOwnAddress = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const { protocol: scheme, hostname, port, username, password } = new URL(address)
  return (
    scheme === own.protocol && hostname === own.hostname && port === '' && username === '' && password === ''
  )
}

/** Before `ready`: makes app:// an origin of its own, like https, and gives it nothing more. */
export const registerOrigin = (): void =>
  protocol.registerSchemesAsPrivileged([
    {
      scheme: own.protocol.slice(0, -1),
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])

/** Everything that the window asks for is answered here or refused; nothing goes to the network. */
export const serveOrigin = (session: Session, resources: Resources): void => {
  session.protocol.handle(own.protocol.slice(0, -1), async ({ method, url }) => {
    const { status, headers, body } = await resources.answer({ method, url })
    return new Response(new Uint8Array(body), { status, headers })
  })
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !(isOwnAddress(url) || /^(data|blob|devtools):/.test(url)) }),
  )
}
