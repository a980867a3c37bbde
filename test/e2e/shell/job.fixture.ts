const port = process as unknown as {
  send: (message: unknown) => void
  on: (event: 'message', listener: (message: unknown) => void) => void
}
port.on('message', (bytes) => port.send({ sum: [...(bytes as Uint8Array)].reduce((a, b) => a + b) }))
port.send('siap')
