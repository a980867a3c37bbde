import { ReaderHost } from './reader-host.ts'
import { serveHost } from './serve-host.ts'

await serveHost((composition) => new ReaderHost(composition, Date.now))
