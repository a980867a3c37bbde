import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { TestContext } from 'vitest'

/** Debian packages of the tools that some tests ask for a second opinion. */
const packages = {
  openssl: 'openssl',
  pdfsig: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  qpdf: 'qpdf',
  soffice: 'libreoffice-calc, libreoffice-writer',
  strace: 'strace',
} as const
export type ToolName = keyof typeof packages

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Path of a tool, or null where it is not installed. */
export const tool = (name: ToolName): string | null =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable) ?? null

/** Path of a tool; without it the test is skipped and says so, and fails where CI=true. */
export const needTool = (context: TestContext, name: ToolName): string => {
  const path = tool(name)
  if (path !== null) return path
  const note = `dilewati: ${name} (${packages[name]}) tidak terpasang`
  if (process.env.CI === 'true') throw new Error(note)
  console.warn(note)
  return context.skip(note)
}

export type Ran = { readonly status: number | null; readonly output: string }

/** Runs a tool to its end; `output` is what it said on both streams. */
export const run = (path: string, args: readonly string[], cwd?: string): Ran => {
  const done = spawnSync(path, args, {
    encoding: 'utf8',
    timeout: 120_000,
    ...(cwd === undefined ? {} : { cwd }),
  })
  return { status: done.status, output: `${done.stdout}${done.stderr}` }
}
