import { expect, it } from 'vitest'
import { breachesOf, checkBoundaries, rules } from '../../build/boundaries.ts'

it('no file imports what its place forbids', () => {
  expect(checkBoundaries(process.cwd()).map(({ from, to, rule }) => `${from} → ${to}: ${rule}`)).toEqual([])
})

const planted: readonly (readonly [path: string, code: string, rule: string])[] = [
  ['shared/rules/x.ts', `import { readFileSync } from 'node:fs'`, 'shared-is-pure'],
  ['shared/rules/x.ts', `import fs from 'fs'`, 'shared-is-pure'],
  ['shared/rules/x.ts', `export { Store } from '../../electron/store/store.ts'`, 'shared-is-pure'],
  ['shared/rules/x.ts', `import React from 'react'`, 'shared-is-pure'],
  [
    'renderer/budget/Page.tsx',
    `const store = await import('../../electron/store/store.ts')`,
    'window-knows-only-shared',
  ],
  ['renderer/app/x.ts', `import { join } from 'node:path'`, 'window-knows-only-shared'],
  ['electron/core/x.ts', `import { Page } from '../../renderer/app/page.ts'`, 'core-knows-no-window'],
  ['electron/core/x.ts', `import { app } from 'electron'`, 'electron-stays-in-its-shell'],
  ['electron/shell/settings-conf.ts', `import Settings from 'electron-store'`, 'electron-stays-in-its-shell'],
  ['electron/store/x.ts', `import { budgetFeature } from '../budget/index.ts'`, 'store-knows-no-feature'],
  [
    'electron/budget/x.ts',
    `import { slotsPath } from '../identity/slots.ts'`,
    'features-through-their-index',
  ],
  ['renderer/budget/x.tsx', `import { Login } from '../identity/Login.tsx'`, 'features-through-their-index'],
]

it.each(planted)('in %s, %s is found', (path, code, rule) => {
  expect(breachesOf(path, code).map((breach) => breach.rule)).toContain(rule)
})
it('what is allowed stays silent', () => {
  expect(breachesOf('shared/contract/x.ts', `import { z } from 'zod'`)).toEqual([])
  expect(breachesOf('electron/budget/x.ts', `import { readSlots } from '../identity/index.ts'`)).toEqual([])
  expect(breachesOf('electron/shell/electron.ts', `import { app } from 'electron'`)).toEqual([])
})
it('every rule says its reason', () => {
  expect(rules.every(({ reason }) => reason.length > 20)).toBe(true)
})
