import type { Theme, WindowPlace } from './shell.ts'

export type Look = {
  readonly profile: string
  readonly headless: boolean
  readonly asRoot: boolean
  readonly place: WindowPlace | null
  readonly theme: Theme
  /** Tests only: a TCP port for a second client of the same window. */
  readonly debugPort: string | undefined
}

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-background-mode',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-pings',
  '--no-service-autorun',
  '--password-store=basic',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,InterestFeedContentSuggestions',
]

const closed = [
  '--incognito',
  '--deny-permission-prompts',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
]

const placeOf = (place: WindowPlace | null): string[] => {
  if (place === null) return ['--window-size=1366,768']
  const stand = [`--window-position=${place.x},${place.y}`, `--window-size=${place.width},${place.height}`]
  return place.maximized ? [...stand, '--start-maximized'] : stand
}

/**
 * The window opens on this empty page, because the origin is only answered once the pipe routes it; an address that
 * is not yet routed would show the browser's own error page.
 */
const firstPage = 'data:text/html,<meta name="color-scheme" content="light dark"><title>Selaras</title>'

/**
 * Our own list, nothing of it weakens the browser: web security, site isolation and the sandbox stay on. Only as root,
 * where the sandbox cannot start, it is switched off (the shell says so).
 */
export const chromiumArguments = (look: Look): string[] => [
  `--user-data-dir=${look.profile}`,
  '--remote-debugging-pipe',
  ...quiet,
  ...closed,
  '--lang=id',
  '--accept-lang=id',
  ...placeOf(look.place),
  ...(look.theme === 'dark' ? ['--force-dark-mode'] : []),
  ...(look.headless ? ['--headless=new'] : []),
  ...(look.asRoot ? ['--no-sandbox', '--test-type'] : []),
  ...(look.debugPort === undefined ? [] : [`--remote-debugging-port=${look.debugPort}`]),
  `--app=${firstPage}`,
]
