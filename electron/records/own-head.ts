import type { LogHead } from '../../shared/rules/audit/head.ts'
import type { Reader } from '../store/reader.ts'

type Head = { readonly device: string; readonly seq: number; readonly hash: Uint8Array }

/** The newest commit of this device, which a document names as the state it shows; of whichever came last where the device is not known yet. */
export const headOf = (reader: Reader): LogHead => {
  const device = reader.row<{ value: Uint8Array }>(`select value from _local where key = 'device'`)
  const own = device === undefined ? null : Buffer.from(device.value).toString()
  const head =
    reader.row<Head>('select device, seq, hash from _log where device = ? order by seq desc limit 1', own) ??
    reader.row<Head>('select device, seq, hash from _log order by arrival desc limit 1')
  return {
    device: head?.device ?? '',
    seq: head?.seq ?? 0,
    hash: Buffer.from(head?.hash ?? []).toString('hex'),
  }
}
