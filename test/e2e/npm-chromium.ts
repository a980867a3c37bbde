import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
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
  if (existsSync(program)) return program
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder // The package unpacks into the temporary folder.
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return await chromium.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
