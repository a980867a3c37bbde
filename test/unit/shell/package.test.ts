import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FuseState, FuseV1Options, flipFuses, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, describe, expect, test, vi } from 'vitest'
import afterPack from '../../../build/after-pack.mjs'
import { fuses } from '../../../build/fuses.mjs'

type Configuration = Record<string, unknown>
type BuilderConfig = {
  readonly getConfig: (project: string, file: string, cli: null) => Promise<Configuration>
  readonly validateConfiguration: (
    config: Configuration,
    log: { readonly isEnabled: boolean },
  ) => Promise<void>
}

const root = path.join(import.meta.dirname, '..', '..', '..')
const require = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
const builder = require('app-builder-lib/out/util/config/config') as BuilderConfig
const folder = mkdtempSync(path.join(tmpdir(), 'selaras-sekering-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const validate = (config: Configuration): Promise<void> =>
  builder.validateConfiguration(config, { isEnabled: false })
const read = (): Promise<Configuration> =>
  builder.getConfig(root, path.join(root, 'build', 'electron-builder.yml'), null)

describe('the packaging configuration', () => {
  test('is valid by the schema of electron-builder itself', async () => {
    await validate(await read())
  })

  test.each([
    ['an unknown key', { asarr: true }],
    ['a wrong target', { win: { target: 'nsiss' }, linux: 7 }],
    ['a wrong type', { nsis: { perMachine: 'no' } }],
  ])('would not be valid with %s', async (_what, change) => {
    await expect(validate({ ...(await read()), ...change })).rejects.toThrow()
  })

  test('installs per user on Windows, makes AppImage and deb on Linux, and keeps the archive with its integrity', async () => {
    const config = await read()
    expect(config).toMatchObject({
      asar: true,
      disableAsarIntegrity: false,
      win: { target: [{ target: 'nsis' }] },
      nsis: { perMachine: false, allowElevation: false },
      linux: { target: [{ target: 'AppImage' }, { target: 'deb' }] },
    })
  })
})

/** By this mark the fuses are found in Electron's binary. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const wireOf = (length: number): Buffer =>
  Buffer.concat([
    Buffer.from('kode sebelum'),
    Buffer.from(sentinel),
    Buffer.from([1, length]),
    Buffer.alloc(length, FuseState.ENABLE),
    Buffer.from('kode sesudah'),
  ])

const binary = (name: string, length: number): string => {
  const file = path.join(folder, name)
  writeFileSync(file, wireOf(length))
  return file
}

describe('the fuses', () => {
  test('are all nine set, and read back from the binary as they were meant', async () => {
    const file = binary('electron', 9)
    await flipFuses(file, fuses)
    const { version, ...wire } = await getCurrentFuseWire(file)
    expect(version).toBe('1')
    const { ENABLE, DISABLE } = FuseState
    expect(wire).toEqual({
      [FuseV1Options.RunAsNode]: DISABLE,
      [FuseV1Options.EnableCookieEncryption]: ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: DISABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
      [FuseV1Options.WasmTrapHandlers]: ENABLE,
    })
  })

  test.each([8, 10])('stop the build when Electron has %i of them', async (length) => {
    await expect(flipFuses(binary(`electron-${length}`, length), fuses)).rejects.toThrow()
  })

  test('are given to electron-builder after packing', async () => {
    const addElectronFuses = vi.fn(async () => 1)
    const context = { packager: { addElectronFuses } }
    await afterPack(context)
    expect(addElectronFuses).toHaveBeenCalledWith(context, fuses)
  })
})
