import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBrowser } from '../../electron/shell/browsers.ts'

/**
 * The browser of the tests: SELARAS_CHROMIUM, an installed one, else npm's Chromium, unpacked once per machine user into
 * a folder of its own. Only its program is taken: its own list of switches turns web security off.
 */
export const testBrowser = async (): Promise<string> => {
  const installed = findBrowser()
  if (installed !== undefined) return installed.file
  const folder = path.join(tmpdir(), `selaras-chromium-${process.getuid?.() ?? 0}`)
  const program = path.join(folder, 'chromium')
  if (!existsSync(program)) await unpackInto(folder)
  return program
}

/** Whole or not at all: several test files may begin at once. */
const unpackInto = async (folder: string): Promise<void> => {
  const own = await mkdtemp(`${folder}-`)
  const before = process.env.TMPDIR
  process.env.TMPDIR = own // The package unpacks into the temporary folder.
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await rename(own, folder)
  } catch (error) {
    await rm(own, { recursive: true, force: true })
    if (!existsSync(path.join(folder, 'chromium'))) throw error
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
