import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeFileDurably } from '../store/upkeep/files.ts'

const nameOf = (folder: string): string => createHash('sha256').update(resolve(folder)).digest('hex')

/** Folders of data that were open on this machine: one that is not there is a drive that was unplugged, not a beginning. */
export class KnownFolders {
  private readonly path: string

  constructor(settings: string) {
    this.path = join(settings, 'folder-data.txt')
  }

  /** It was open here and is not there now. */
  isGone(folder: string): boolean {
    return !existsSync(folder) && this.names().includes(nameOf(folder))
  }

  /** What cannot be written hinders nobody. */
  remember(folder: string): void {
    const names = this.names()
    if (names.includes(nameOf(folder))) return
    try {
      mkdirSync(join(this.path, '..'), { recursive: true })
      writeFileDurably(this.path, Buffer.from(`${[...names, nameOf(folder)].join('\n')}\n`))
    } catch {
      return
    }
  }

  private names(): string[] {
    return existsSync(this.path) ? readFileSync(this.path, 'utf8').trim().split('\n') : []
  }
}
