import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { completeLock } from '../../build/lock.ts'

it('the lock names the packages of every platform, so that npm ci accepts it whatever the registry offers (npm run lock)', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  expect(Object.keys(completeLock(lock).packages)).toEqual(Object.keys(lock.packages))
})
it('a platform package that is left out is put back with its platform', () => {
  const { packages } = completeLock({
    packages: {
      '': {},
      'node_modules/x': { optionalDependencies: { '@x/binding-win32-x64-msvc': '1.0.0' } },
    },
  })
  expect(packages['node_modules/@x/binding-win32-x64-msvc']).toMatchObject({
    version: '1.0.0',
    os: ['win32'],
    cpu: ['x64'],
  })
})
