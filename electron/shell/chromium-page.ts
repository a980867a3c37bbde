import { bindingName, bridgeScript, type FromPage, receiverName, type ToPage } from './bridge-script.ts'
import type { Cdp, CdpParams } from './cdp.ts'
import type { Answer, Resources } from './resources.ts'
import type { Theme } from './shell.ts'

export type PageOptions = {
  readonly origin: string
  readonly resources: Resources
  readonly theme: Theme
  readonly call: (text: string) => Promise<string>
  readonly onPlace: () => void
}

export type Page = {
  readonly event: (text: string) => void
  readonly show: (address: string) => void
  /** Path and query where the officer is now. */
  readonly whereabouts: () => string
}

/** The pipe of the browser refuses messages over 100 MiB; base64 takes a third more. */
const largestBody = 70_000_000

type Paused = {
  readonly requestId: string
  readonly url: string
  readonly method: string
  readonly type: string
}

const pausedOf = (params: CdpParams): Paused => {
  const request = params.request as { url: string; method: string }
  return {
    requestId: String(params.requestId),
    url: request.url,
    method: request.method,
    type: String(params.resourceType),
  }
}

const isOwn = (origin: string, address: string): boolean =>
  URL.canParse(address) && new URL(address).origin === origin
const isInside = (address: string): boolean => /^(data|blob):/.test(address)

const fulfilment = (requestId: string, answer: Answer): CdpParams => ({
  requestId,
  responseCode: answer.status,
  responseHeaders: Object.entries(answer.headers).map(([name, value]) => ({ name, value })),
  body: Buffer.from(answer.body).toString('base64'),
})

/** Answers every request of the page: ours from the build, all others refused without leaving the page. */
const routeRequests = (cdp: Cdp, session: string, options: PageOptions, tooLarge: () => Answer): void => {
  const answerOwn = async ({ requestId, url, method }: Paused): Promise<void> => {
    const answer = await options.resources.answer({ url, method })
    const fits = answer.body.byteLength <= largestBody ? answer : tooLarge()
    await cdp.send('Fetch.fulfillRequest', fulfilment(requestId, fits), session)
  }
  const decide = (paused: Paused): Promise<unknown> => {
    const { requestId, url, type } = paused
    if (isOwn(options.origin, url)) return answerOwn(paused)
    if (isInside(url) && type !== 'Document') return cdp.send('Fetch.continueRequest', { requestId }, session)
    return cdp.send(
      'Fetch.failRequest',
      { requestId, errorReason: type === 'Document' ? 'Aborted' : 'BlockedByClient' },
      session,
    )
  }
  const refuse = (requestId: string): Promise<unknown> =>
    cdp.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }, session).catch(() => {}) // The request is gone.
  cdp.on('Fetch.requestPaused', (params, from) => {
    if (from !== session) return
    const paused = pausedOf(params)
    decide(paused).catch(() => refuse(paused.requestId))
  })
}

type Contexts = { readonly main: () => number | undefined; readonly isMain: (id: number) => boolean }

/** Only the page's own world in the top frame of our origin may call; every other context is ignored. */
const followContexts = (
  cdp: Cdp,
  session: string,
  origin: string,
  mainFrame: () => string | undefined,
): Contexts => {
  let main: number | undefined
  cdp.on('Runtime.executionContextCreated', ({ context }, from) => {
    const { id, origin: of, auxData } = context as { id: number; origin: string; auxData?: CdpParams }
    if (from === session && of === origin && auxData?.isDefault === true && auxData.frameId === mainFrame())
      main = id
  })
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }, from) => {
    if (from === session && executionContextId === main) main = undefined
  })
  cdp.on('Runtime.executionContextsCleared', (_params, from) => {
    if (from === session) main = undefined
  })
  return { main: () => main, isMain: (id) => id === main }
}

const fromPage = (payload: unknown): FromPage | undefined => {
  const message = JSON.parse(String(payload)) as FromPage
  if (message.kind === 'place') return message
  return message.kind === 'call' && typeof message.id === 'number' && typeof message.text === 'string'
    ? message
    : undefined
}

/** Carries calls of the page out and answers and events in. */
const carryMessages = (
  cdp: Cdp,
  session: string,
  contexts: Contexts,
  options: PageOptions,
): ((text: string) => void) => {
  const deliver = (executionContextId: number, message: ToPage): void => {
    const functionDeclaration = `function (message) { globalThis.${receiverName}?.(message) }`
    const order = { functionDeclaration, executionContextId, arguments: [{ value: message }] }
    cdp.send('Runtime.callFunctionOn', order, session).catch(() => {}) // The page went on to another document.
  }
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }, from) => {
    const context = executionContextId as number
    if (from !== session || name !== bindingName || !contexts.isMain(context)) return
    const message = fromPage(payload)
    if (message?.kind === 'place') options.onPlace()
    if (message?.kind !== 'call') return
    const { id } = message
    options.call(message.text).then(
      (text) => deliver(context, { kind: 'reply', id, text }),
      () => deliver(context, { kind: 'gone', id }),
    )
  })
  return (text) => {
    const main = contexts.main()
    if (main !== undefined) deliver(main, { kind: 'event', text })
  }
}

const emulatedMedia = (theme: Theme): CdpParams => ({
  features: theme === 'system' ? [] : [{ name: 'prefers-color-scheme', value: theme }],
})

/** Takes the one page over: routes it, gives it the bridge, keeps it on its origin, and opens the application. */
export const takePage = (
  cdp: Cdp,
  session: string,
  frame: string,
  options: PageOptions,
  tooLarge: () => Answer,
): Page => {
  let here = '/'
  const show = (address: string): void => {
    cdp.send('Page.navigate', { url: `${options.origin}${address}` }, session).catch(() => {}) // The window is closing.
  }
  const arrived = (address: string): void => {
    if (isOwn(options.origin, address)) here = address.slice(options.origin.length)
    else if (!address.startsWith('data:text/html,<meta')) show(here)
  }
  const event = carryMessages(
    cdp,
    session,
    followContexts(cdp, session, options.origin, () => frame),
    options,
  )
  cdp.on('Page.frameNavigated', (params, from) => {
    const { id, url, unreachableUrl } = params.frame as { id: string; url: string; unreachableUrl?: string }
    if (from === session && id === frame && unreachableUrl === undefined) arrived(url)
  })
  cdp.on('Page.navigatedWithinDocument', ({ frameId, url }, from) => {
    if (from === session && frameId === frame) arrived(String(url))
  })
  cdp.on('Inspector.targetCrashed', (_params, from) => {
    if (from === session) show(here)
  })
  routeRequests(cdp, session, options, tooLarge)
  const order = (method: string, params: CdpParams = {}) => cdp.send(method, params, session)
  const ready = Promise.all([
    order('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    order('Page.enable'),
    order('Inspector.enable'),
    order('Runtime.enable'),
    order('Runtime.addBinding', { name: bindingName }),
    order('Page.addScriptToEvaluateOnNewDocument', { source: bridgeScript(options.origin) }),
    order('Emulation.setEmulatedMedia', emulatedMedia(options.theme)),
    order('Runtime.runIfWaitingForDebugger'),
  ])
  // Only then is the page asked for: the next renderer takes the bridge over from this one, and while a navigation is
  // under way the browser holds such orders back.
  ready.then(
    () => show('/'),
    () => {}, // The window was closed before it was ready.
  )
  return { event, show, whereabouts: () => here }
}
