import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { shellTexts } from '../../shared/texts/shell.ts'
import { downloadHeaders, type Headers, securityHeaders } from './headers.ts'
import { type DownloadFile, downloadPath } from './protocol.ts'

export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Uint8Array }

export type Resources = {
  /** Answers one request to the application's own origin; never touches a file that the build did not list. */
  readonly answer: (request: { readonly method: string; readonly url: string }) => Promise<Answer>
}

export type ResourceOptions = {
  /** Folder of the renderer build; it holds `files.json`, the list of what may be read. */
  readonly folder: string
  readonly origin: string
  readonly download: (token: string) => Promise<DownloadFile | null>
  /** Called before the page itself is answered: the moment to start an ended core again. */
  readonly beforePage: () => void
  readonly nonce?: () => string
}

/** Where the page finds a nonce: every place of this mark in index.html. */
export const nonceMark = '__SELARAS_NONCE__'
export const listFile = 'files.json'

const coreGonePath = '/berhenti'
/** The page that the shells show when the core has ended; its link leads back to `from` and starts the core again. */
export const coreGoneAddress = (from: string): string =>
  from.startsWith(coreGonePath) ? from : `${coreGonePath}?dari=${encodeURIComponent(from)}`

type List = Readonly<Record<string, string>>

const isList = (value: unknown): value is List =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((type) => typeof type === 'string')

const loadList = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const list: unknown = JSON.parse(await readFile(path.join(folder, listFile), 'utf8'))
  if (!isList(list)) throw new TypeError(`${listFile} of the renderer build is damaged`)
  return new Map(Object.entries(list))
}

const randomNonce = (): string => randomBytes(18).toString('base64')
const text = (status: number, body: string, type = 'text/plain'): Answer => ({
  status,
  headers: { 'Content-Type': `${type}; charset=utf-8` },
  body: new TextEncoder().encode(body),
})

export const tooLargeAnswer = (): Answer => text(413, shellTexts.downloadTooLarge)

const escaped = (address: string): string => address.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Back to where the officer was, on our own origin only. */
const wayBack = (address: string): string => {
  const from = new URL(address).searchParams.get('dari') ?? '/'
  return /^\/(?![/\\])/.test(from) ? escaped(from) : '/'
}

const coreGonePage = (nonce: string, back: string): string => {
  const words = shellTexts.coreGone
  return `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${words.title} · Selaras</title>
<style nonce="${nonce}">body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1rem}a{display:inline-block;padding:.5rem 1rem;background:#0b5c5e;color:#fff;border-radius:4px;text-decoration:none}</style>
<main><h1>${words.title}</h1><p>${words.sentence}</p><p><a href="${back}">${words.reload}</a></p></main></html>`
}

/** `/x/y` of an address on our own origin, decoded once; undefined for anything odd. */
const pathOf = (origin: string, address: string): string | undefined => {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const own = new URL(origin)
  if (url.protocol !== own.protocol || url.host !== own.host || url.username !== '' || url.password !== '')
    return undefined
  try {
    return decodeURIComponent(url.pathname)
  } catch {
    return undefined
  }
}

const isPage = (pathname: string): boolean => !pathname.slice(pathname.lastIndexOf('/')).includes('.')

/** The same answers for both shells: app://selaras and the routed https address. */
export const serveRenderer = (options: ResourceOptions): Resources => {
  const list = loadList(options.folder)
  list.catch(() => {}) // Reported by the first request.
  const kept = new Map<string, Promise<Uint8Array>>()
  const read = (name: string): Promise<Uint8Array> => {
    const bytes = kept.get(name) ?? readFile(path.join(options.folder, name))
    kept.set(name, bytes)
    return bytes
  }
  const file = async (name: string, type: string): Promise<Answer> => ({
    status: 200,
    headers: { 'Content-Type': type },
    body: await read(name),
  })
  const page = async (nonce: string): Promise<Answer> => {
    options.beforePage()
    const html = new TextDecoder().decode(await read('index.html'))
    return text(200, html.replaceAll(nonceMark, nonce), 'text/html')
  }
  const download = async (token: string): Promise<Answer> => {
    const found = await options.download(token).catch(() => null)
    if (found === null) return text(404, shellTexts.downloadGone)
    return { status: 200, headers: downloadHeaders(found), body: found.bytes }
  }
  const route = async (method: string, url: string, nonce: string): Promise<Answer> => {
    const pathname = pathOf(options.origin, url)
    if (method !== 'GET' || pathname === undefined) return text(404, shellTexts.notFound)
    if (pathname.startsWith(downloadPath)) return download(pathname.slice(downloadPath.length))
    if (pathname === coreGonePath) return text(503, coreGonePage(nonce, wayBack(url)), 'text/html')
    const type = (await list).get(pathname.slice(1))
    if (type !== undefined && pathname !== '/index.html') return file(pathname.slice(1), type)
    return isPage(pathname) ? page(nonce) : text(404, shellTexts.notFound)
  }
  return {
    answer: async ({ method, url }) => {
      const nonce = (options.nonce ?? randomNonce)()
      const answer = await route(method, url, nonce)
      return { ...answer, headers: { ...answer.headers, ...securityHeaders(nonce) } }
    },
  }
}
