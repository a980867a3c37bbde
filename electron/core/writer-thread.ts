import { serveHost } from './serve-host.ts'
import { WriterHost } from './writer-host.ts'

await serveHost((composition) => new WriterHost(composition, Date.now))
