import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plantedBugs } from './bugs.ts'

const root = path.join(import.meta.dirname, '..', '..')
let copy: string
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'selaras-planted-'))
  for (const part of [
    'electron',
    'shared',
    'resources',
    'test',
    'build',
    'renderer',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
  ])
    cpSync(path.join(root, part), path.join(copy, part), {
      recursive: true,
      filter: (from) => !from.includes('node_modules'),
    })
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs')
const { SELARAS_LONG: _long, ...short } = process.env
const passes = (tests: readonly string[]): boolean =>
  spawnSync(process.execPath, [vitest, 'run', '--bail=1', '--root', copy, ...tests], {
    cwd: copy,
    // Nobody reads the histories that are found here: they need not be made shorter.
    env: { ...short, SELARAS_PLANTED: '1' },
    encoding: 'utf8',
  }).status === 0

describe('a bug planted in the store is noticed by its tests', () => {
  it('which pass without any', { timeout: 300_000 }, () => {
    expect(passes([...new Set(plantedBugs.flatMap(({ tests }) => tests))])).toBe(true)
  })

  it.each(plantedBugs)('$why', { timeout: 300_000 }, ({ file, find, plant, tests }) => {
    const place = path.join(copy, file)
    const whole = readFileSync(place, 'utf8')
    expect(whole.split(find)).toHaveLength(2)
    writeFileSync(
      place,
      whole.replace(find, () => plant),
    )
    try {
      expect(passes(tests)).toBe(false)
    } finally {
      writeFileSync(place, whole)
    }
  })
})
