/** A record id names the commit that made it: `device.seq.n`, n counting the records made by that commit from 1. */
export type RecordId = { readonly device: string; readonly seq: number; readonly n: number }

const pattern = /^([0-9a-z]{10})\.([1-9]\d{0,14})\.([1-9]\d{0,8})$/

const devicePattern = /^[0-9a-z]{10}$/
export const isDeviceId = (text: string): boolean => devicePattern.test(text)

export const formatRecordId = (device: string, seq: number, n: number): string => `${device}.${seq}.${n}`

export const parseRecordId = (id: string): RecordId | null => {
  const found = pattern.exec(id)
  return found === null ? null : { device: found[1] as string, seq: Number(found[2]), n: Number(found[3]) }
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
/** Ten letters and digits (50 bits) from at least ten bytes that nobody can choose: random ones, or a hash. A device id has one life and is never used again. */
export const deviceIdFrom = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, 10), (byte) => alphabet[byte % 32]).join('')

const keyPattern = /^[A-Za-z][A-Za-z0-9]{0,63}$/
/** Names of record types and fields: safe in SQL, and none that every JavaScript object already has. */
export const isKey = (text: string): boolean => keyPattern.test(text) && !(text in {})
