import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

/** The boot program as one bundle, as the core is shipped; native modules stay outside. Path of the file. */
export const bundleBoot = async (): Promise<string> => {
  const folder = fileURLToPath(new URL('../../node_modules/.cache/selaras-bench/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const bundle = await rolldown({
    input: fileURLToPath(new URL('boot.ts', import.meta.url)),
    platform: 'node',
    external: ['better-sqlite3-multiple-ciphers', '@node-rs/argon2'],
  })
  await bundle.write({
    dir: folder,
    format: 'esm',
    minify: true,
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  })
  return join(folder, 'boot.mjs')
}
