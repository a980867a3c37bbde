import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** `taken`: another shell has this workspace open and was asked to show its window. */
export type Single = { readonly taken: true } | { readonly taken: false; readonly release: () => void }

const longestSocketPath = 100

/** A local socket (Windows: a named pipe) per workspace; no TCP port. */
export const instanceAddress = (folder: string, workspace: string, platform = process.platform): string => {
  const name = createHash('sha256').update(path.resolve(workspace)).digest('hex').slice(0, 24)
  if (platform === 'win32') return `\\\\.\\pipe\\selaras-${name}`
  const own = path.join(folder, `${name}.sock`)
  return own.length <= longestSocketPath
    ? own
    : path.join(tmpdir(), `selaras-${process.getuid?.()}-${name}.sock`)
}

const listen = (address: string, onShow: () => void): Promise<Server> => {
  const { promise, resolve, reject } = Promise.withResolvers<Server>()
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.end()
    onShow()
  })
  server.once('error', reject)
  server.listen(address, () => resolve(server))
  server.unref()
  return promise
}

const isAnswered = (address: string): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect(address, () => resolve(true))
  socket.on('error', () => resolve(false))
  socket.on('close', () => resolve(false))
  socket.resume()
  return promise
}

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EADDRINUSE'

/** One window per workspace: the second start shows the first window. A socket left by a killed shell is replaced. */
export const claimWorkspace = async (
  folder: string,
  workspace: string,
  onShow: () => void,
): Promise<Single> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const address = instanceAddress(folder, workspace)
  const claim = (): Promise<Server> => listen(address, onShow)
  const server = await claim().catch(async (error) => {
    if (!isTaken(error)) throw error
    if (await isAnswered(address)) return undefined
    rmSync(address, { force: true })
    return claim()
  })
  return server === undefined ? { taken: true } : { taken: false, release: () => void server.close() }
}
