import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ok, type Result } from '../../shared/contract/result.ts'
import { storageFailure } from '../store/failures.ts'
import { openDatabase } from '../store/open.ts'
import type { Manifest } from './container.ts'
import { checkCopy, unpackBackup } from './unpack.ts'

const check = (path: string, key: Uint8Array, manifest: Manifest): void => {
  const db = openDatabase(path, key, { readonly: true })
  try {
    checkCopy(db, manifest)
  } finally {
    db.close()
  }
}

/**
 * Reads a backup back into a folder of its own, and compares. `anyKey`: one from before the key changed counts as well, whose
 * files are what its manifest says. Null: it is not whole.
 */
export const readBack = async (file: string, key: Uint8Array, anyKey = false): Promise<Manifest | null> => {
  const folder = mkdtempSync(join(dirname(file), '.periksa-'))
  try {
    const manifest = await unpackBackup(file, folder)
    try {
      check(join(folder, 'selaras.db'), key, manifest)
    } catch (error) {
      if (!anyKey || storageFailure(error)?.type !== 'WrongKey') throw error
    }
    return manifest
  } catch {
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export type InspectOrder = { readonly files: readonly string[]; readonly key: Uint8Array }
export type Inspected = {
  /** The first of the files that is whole, by its place; null: none is. */
  readonly at: number | null
  readonly manifest: Manifest | null
}

/** The first backup of a list that reads back whole. */
export const firstWhole = async ({ files, key }: InspectOrder): Promise<Result<Inspected>> => {
  for (const [at, file] of files.entries()) {
    const manifest = await readBack(file, key, true)
    if (manifest !== null) return ok({ at, manifest })
  }
  return ok({ at: null, manifest: null })
}
