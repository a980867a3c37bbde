import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'

/** Asks without showing what is typed; null where nobody can answer. */
export const askSecret = (question: string): Promise<string | null> => {
  if (!process.stdin.isTTY) return Promise.resolve(null)
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  return new Promise((resolve) => {
    lines.question('', (answer) => {
      lines.close()
      process.stderr.write('\n')
      resolve(answer)
    })
  })
}
