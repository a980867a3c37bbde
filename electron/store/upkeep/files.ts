import {
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Makes a rename or a new file in the folder survive a power cut (no-op where folders cannot be synced: Windows). */
export const syncFolderOf = (path: string): void => {
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Everything under a folder reaches the disk: files, then the folders that name them. */
export const syncTree = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else syncFile(path)
  }
  syncFolderOf(join(folder, 'x'))
}

/** Throws ENOENT where there is no such file. */
export const syncFile = (path: string): void => {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Adds to the end of a file, without waiting for the disk. Throws ENOENT where there is no such file. */
export const appendToFile = (path: string, bytes: Uint8Array): void => {
  const file = openSync(path, constants.O_WRONLY | constants.O_APPEND)
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
  } finally {
    closeSync(file)
  }
}

/** Writes a whole file or nothing: temporary file, fsync, rename, fsync of the folder. */
export const writeFileDurably = (path: string, bytes: Uint8Array): void => {
  const temporary = `${path}.${process.pid}.tmp`
  const file = openSync(temporary, 'w', 0o600)
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(temporary, path)
  syncFolderOf(path)
}

/** A database and what SQLite keeps beside it; nothing where it is not there. */
export const removeDatabase = (path: string): void => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true })
}
