import { expect, it } from 'vitest'
import { environment } from '../../../electron/shell/chromium.ts'

it('gives the browser a UTF-8 locale where the machine has none, so that downloads keep their names', () => {
  expect(environment({}).LC_ALL).toBe('C.UTF-8')
  expect(environment({ LANG: 'C' }).LC_ALL).toBe('C.UTF-8')
})
it('leaves a UTF-8 locale as it is', () => {
  expect(environment({ LANG: 'id_ID.utf8' }).LC_ALL).toBeUndefined()
})
