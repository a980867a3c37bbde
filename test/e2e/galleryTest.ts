import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { type AxeRules, violationsIn } from './axe.ts'
import { type Gallery, type Opened, type OpenOptions, startGallery } from './gallery.ts'

/** One gallery for a test file: `open` shows a scene; after each test no CSP report and no error may have come. */
export const withGallery = () => {
  let gallery: Gallery | null = null
  let opened: Opened | null = null
  beforeAll(async () => {
    gallery = await startGallery()
  }, 120_000)
  afterAll(async () => gallery?.close(), 30_000)
  const closePage = async () => {
    const [problems, context] = [opened?.problems ?? [], opened?.context]
    opened = null
    await context?.close()
    expect(problems).toEqual([])
  }
  afterEach(closePage, 30_000)
  const open = async (scene: string, options?: OpenOptions): Promise<Page> => {
    await closePage()
    if (!gallery) throw new Error('the gallery has not started')
    opened = await gallery.open(scene, options)
    return opened.page
  }
  return open
}

export const group = (name: string, tests: () => void) => describe(name, { timeout: 60_000 }, tests)

export const press = async (page: Page, ...all: string[]): Promise<void> => {
  for (const key of all) await page.keyboard.press(key)
}

export const putText = (page: Page, text: string): Promise<unknown> =>
  page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)

/** What axe finds. */
export const violations = (page: Page, rules: AxeRules = 'all'): Promise<string[]> =>
  violationsIn((expression) => page.evaluate(expression), rules)
