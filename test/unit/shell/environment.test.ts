import { expect, it } from 'vitest'
import { environment } from '../../../electron/shell/chromium.ts'
import { childEnvironment } from '../../../electron/shell/environment.ts'
import { forkNode } from '../../../electron/shell/fork.ts'

it('gives the browser a UTF-8 locale where the machine has none, so that downloads keep their names', () => {
  expect(environment({}).LC_ALL).toBe('C.UTF-8')
  expect(environment({ LANG: 'C' }).LC_ALL).toBe('C.UTF-8')
})
it('leaves a UTF-8 locale as it is', () => {
  expect(environment({ LANG: 'id_ID.utf8' }).LC_ALL).toBeUndefined()
})

it('hands no password of the command line on to the processes that it starts', () => {
  const own = { SELARAS_PASSWORD: 'a', SELARAS_CERT_PASSWORD: 'b', SELARAS_OFFICER: '1' }
  expect(childEnvironment(own)).toEqual({ SELARAS_OFFICER: '1' })
})
it('says that a process ended which could not even start', async () => {
  const node = process.execPath
  process.execPath = '/tidak/ada'
  try {
    const child = forkNode('/tidak/ada.js', { title: 'uji', env: {} })
    await expect(new Promise((resolve) => child.onExit(resolve))).resolves.toBeNull()
  } finally {
    process.execPath = node
  }
})
