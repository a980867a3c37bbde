import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import type { DatabaseKey } from '../open.ts'

/** The SQLCipher 4 format: each page ends with its IV and HMAC-SHA512 over content, IV and page number. */
const pageBytes = 4096
const saltBytes = 16
const macBytes = 64
/** SQLite keeps its locks at 1 GiB: the page there is never written. */
const lockPage = 2 ** 30 / pageBytes + 1

export type PageReport = { readonly pages: number; readonly damaged: readonly number[] }

const macKeyOf = (key: DatabaseKey, salt: Uint8Array): Buffer =>
  pbkdf2Sync(
    key,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  )

const isWhole = (page: Buffer, number: number, macKey: Buffer): boolean => {
  const place = Buffer.alloc(4)
  place.writeUInt32LE(number)
  // The first page begins with the salt, which is no part of what is authenticated.
  const signed = page.subarray(number === 1 ? saltBytes : 0, -macBytes)
  const mac = createHmac('sha512', macKey).update(signed).update(place).digest()
  return timingSafeEqual(mac, page.subarray(-macBytes))
}

/** A page that was given out and freed before it was ever written lies in the file as a hole. */
const isHole = (page: Buffer): boolean => page.every((byte) => byte === 0)

/** Pages whose newest state lies in the write-ahead log: that in the file is overwritten before it counts again. */
const pagesInLog = (path: string): Set<number> => {
  const log = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  const salts = log.subarray(16, 24)
  const found = new Set<number>()
  for (let at = 32; at + 24 + pageBytes <= log.length; at += 24 + pageBytes) {
    if (!log.subarray(at + 8, at + 16).equals(salts)) break
    found.add(log.readUInt32BE(at))
  }
  return found
}

/**
 * Reads every page of the database file, also those that no table uses, and proves its HMAC without SQLite: so the damage is
 * counted even where the file does not open. Others may write meanwhile. Errors: those of the disk. Progress in pages.
 */
export const checkPages = (
  path: string,
  key: DatabaseKey,
  onProgress?: (done: number, total: number) => void,
): PageReport => {
  const file = openSync(path, 'r')
  try {
    const pages = Math.ceil(fstatSync(file).size / pageBytes)
    const page = Buffer.alloc(pageBytes)
    const read = (number: number): Buffer => {
      page.fill(0, readSync(file, page, 0, pageBytes, (number - 1) * pageBytes))
      return page
    }
    const macKey = macKeyOf(key, Uint8Array.from(read(1).subarray(0, saltBytes)))
    const isBad = (number: number): boolean =>
      number !== lockPage && !isHole(read(number)) && !isWhole(page, number, macKey)
    const suspects: number[] = []
    for (let number = 1; number <= pages; number += 1) {
      if (isBad(number)) suspects.push(number)
      if (number % 1000 === 0) onProgress?.(number, pages)
    }
    onProgress?.(pages, pages)
    const inLog = suspects.length > 0 ? pagesInLog(`${path}-wal`) : new Set<number>()
    // Read twice: the first time it may have been half written.
    return { pages, damaged: suspects.filter((number) => isBad(number) && !inLog.has(number)) }
  } finally {
    closeSync(file)
  }
}
