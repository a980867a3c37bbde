import { serveHost } from './serve-host.ts'
import { WriterHost } from './writer-host.ts'

await serveHost((composition, settings) => new WriterHost(composition, Date.now, settings))
