import { onShellGone, portToShell } from '../../../electron/shell/port.ts'
import type { DownloadFile, ToCore } from '../../../electron/shell/protocol.ts'

/** A core of a few lines that makes every message of protocol.ts happen once; started by the shells in their tests. */
const port = portToShell()
if (port === undefined) throw new Error('started without a shell')

const files = new Map<string, DownloadFile>([
  ['satu', { name: 'Rekap “2027”.csv', type: 'text/csv', bytes: new TextEncoder().encode('a;b\n') }],
  [
    'besar',
    { name: 'besar.bin', type: 'application/octet-stream', bytes: new Uint8Array(20_000_000).fill(7) },
  ],
  ['terlalu-besar', { name: 'x.bin', type: 'application/octet-stream', bytes: new Uint8Array(70_000_001) }],
])
let asked = 0

const answers: Readonly<Record<string, (id: number) => void>> = {
  mati: () => process.exit(3),
  diam: () => {},
  peristiwa: (id) => {
    port.send({ kind: 'event', text: 'berubah' })
    port.send({ kind: 'reply', id, text: 'ok' })
  },
  pekerjaan: (id) => {
    asked = id
    port.send({ kind: 'spawn-job', job: 1, module: './job.fixture.ts', limitMegabytes: 64 })
  },
  'pekerjaan-lama': (id) => {
    asked = id
    port.send({ kind: 'spawn-job', job: 2, module: './job.fixture.ts', limitMegabytes: 64 })
    port.send({ kind: 'kill-job', job: 2 })
  },
  'pekerjaan-asing': (id) => {
    asked = id
    port.send({ kind: 'spawn-job', job: 3, module: '/etc/passwd', limitMegabytes: 64 })
  },
  lingkungan: (id) => port.send({ kind: 'reply', id, text: String(process.env.SELARAS_WORKSPACE) }),
}

const reply = (text: string): void => port.send({ kind: 'reply', id: asked, text })

const receive = (message: ToCore) => {
  switch (message.kind) {
    case 'call':
      return (answers[message.text] ?? ((id) => port.send({ kind: 'reply', id, text: message.text })))(
        message.id,
      )
    case 'download': {
      const file = files.get(message.token) ?? null
      if (message.token === 'satu') files.delete('satu')
      return port.send({ kind: 'download', id: message.id, file })
    }
    case 'job':
      if (message.message === 'siap')
        return port.send({ kind: 'to-job', job: message.job, message: new Uint8Array([1, 2, 3]) })
      return reply(`job ${message.job}: ${JSON.stringify(message.message)}`)
    case 'job-exit':
      return message.job === 1 ? undefined : reply(`job ${message.job} berakhir ${message.code}`)
    case 'stop':
      process.exit(0)
  }
}

port.onMessage((message) => receive(message as ToCore))
onShellGone(() => process.exit(0))
port.send({ kind: 'ready' })
