import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { notices, noticesFile } from '../../build/notices.ts'

it('the third-party notices are those of the packages and fonts that are shipped (npm run notices writes them)', () => {
  expect(readFileSync(noticesFile, 'utf8')).toBe(notices())
})
it('every shipped package has a licence that lets it be shipped', () => {
  const licences = [...notices().matchAll(/^## (\S+) \S+ \((.*)\)$/gm)].map(([, name, licence]) => ({
    name,
    licence,
  }))
  const accepted = /MIT|ISC|BSD|Apache-2\.0|0BSD|OFL-1\.1|Unlicense|BlueOak|Python-2\.0|CC0|WTFPL|Zlib/
  expect(licences.filter(({ licence }) => !accepted.test(licence ?? ''))).toEqual([])
})
