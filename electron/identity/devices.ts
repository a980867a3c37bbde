import { millisecondsOf } from '../../shared/clock/hlc.ts'
import * as contract from '../../shared/contract/device.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import type { Records } from '../../shared/records/index.ts'
import { deviceTexts } from '../../shared/texts/device.ts'
import { type CommandContext, type Handler, onCommand, onInternal, onQuery } from '../feature.ts'
import { commitsSince, packCommit } from '../store/commit-bytes.ts'
import { firstFork } from '../store/judging/held.ts'
import { readLocal } from '../store/local.ts'
import { commitAt } from '../store/log.ts'
import type { Reader } from '../store/reader.ts'
import { type DeviceRequest, readRequest } from './device-request.ts'
import type { Welcome } from './device-welcome.ts'

const badRequest = () => fail('BadRequest', deviceTexts.badRequest)

/** 0: it has written nothing that is known here. */
const lastSeqOf = (reader: Reader, device: string): number =>
  reader.row<{ seq: number | null }>('select max(seq) as seq from _log where device = ?', device)?.seq ?? 0

const ownDevice = (reader: Reader): string =>
  reader.row<{ value: Buffer }>(`select value from _local where key = 'device'`)?.value.toString() ?? ''

const lastOf = (reader: Reader, device: string) => {
  const seq = lastSeqOf(reader, device)
  const stored = commitAt(reader.statements, device, seq)
  if (stored === null) return null
  const time = new Date(millisecondsOf(stored.hlc)).toISOString()
  return { seq, time, hash: Buffer.from(stored.hash).toString('hex') }
}

const heldOf = (reader: Reader, device: string) =>
  reader.rows<{ seq: number; reason: string }>(
    'select seq, reason from _localHeld where device = ? order by seq',
    device,
  )

const deviceOf = (reader: Reader, device: string): Records['device'] | null =>
  reader.where('device', { deviceId: device })[0] ?? null

const list = (reader: Reader) => {
  const own = ownDevice(reader)
  return reader.where('device', {}).flatMap(({ deviceId, name, enrolled, lastSeq }) =>
    deviceId === null
      ? []
      : [
          {
            device: deviceId,
            name: name ?? deviceId,
            enrolled,
            isOwn: deviceId === own,
            last: lastOf(reader, deviceId),
            revokedAfter: lastSeq,
            held: heldOf(reader, deviceId),
          },
        ],
  )
}

const look = (reader: Reader, code: string) => {
  const request = readRequest(code)
  if (request === null) return badRequest()
  const { device, name, fingerprint } = request
  return ok({ device, name, fingerprint, isEnrolled: deviceOf(reader, device) !== null })
}

const noHash = new Uint8Array(32)

const revoke = ({ store, reader, actor }: CommandContext, device: string, asked: number | null) => {
  const record = deviceOf(reader, device)
  if (record === null) return fail('NotFound', deviceTexts.notFound)
  if (device === store.head().device) return fail('OwnDevice', deviceTexts.ownDevice)
  const known = lastSeqOf(reader, device)
  // Of a chain that went on twice each computer has the branch that came first: what all have alike ends before it.
  const forked = firstFork(reader.statements, device)
  const seq = Math.min(asked ?? (forked === null ? known : forked - 1), known)
  if (record.lastSeq !== null && record.lastSeq <= seq)
    return fail('AlreadyRevoked', deviceTexts.alreadyRevoked)
  const lastHash = commitAt(reader.statements, device, seq)?.hash ?? noHash
  const done = store.commit(actor, deviceTexts.revoked(record.name ?? device, seq), (tx) =>
    tx.update('device', record.id, { lastSeq: seq, lastHash }),
  )
  return done.ok ? ok({ commit: done.value.commit, seq: done.value.seq }) : done
}

/** The log of this workspace for a device that joins, in memory. */
const welcomeFrom = ({ store, reader }: CommandContext): Welcome => {
  const [blobKey, workspace] = [readLocal(store.db, 'blobKey'), readLocal(store.db, 'workspace')]
  const genesis = store.genesis()
  if (blobKey === null || workspace === null || genesis === null)
    throw new TypeError('the workspace has not begun')
  const most = Number.MAX_SAFE_INTEGER
  const commits = commitsSince(reader, {}, most).map(packCommit)
  return { workspace: workspace.toString(), genesis, blobKey, commits }
}

export type Enrolled = { readonly commit: string | null; readonly welcome: Welcome }

/** Enrolled before and silent since: the file was lost on its way. */
const enrol = (context: CommandContext, { device, name, signKey }: DeviceRequest): Result<Enrolled> => {
  const { store, reader, actor, now } = context
  const record = deviceOf(reader, device)
  if (record !== null) {
    const isSame = record.signKey !== null && Buffer.compare(record.signKey, signKey) === 0
    const isSilent = lastSeqOf(reader, device) === 0 && record.lastSeq === null
    if (!isSame || !isSilent) return fail('DeviceKnown', deviceTexts.known)
    return ok({ commit: null, welcome: welcomeFrom(context) })
  }
  const enrolled = new Date(now()).toISOString()
  const done = store.commit(actor, deviceTexts.enrolled(name), (tx) =>
    tx.create('device', { deviceId: device, name, signKey, enrolled }),
  )
  return done.ok ? ok({ commit: done.value.commit, welcome: welcomeFrom(context) }) : done
}

export const deviceHandlers: readonly Handler[] = [
  onQuery(contract.deviceList, ({ reader }) => ok({ devices: list(reader) })),
  onQuery(contract.deviceLook, ({ reader }, { code }) => look(reader, code)),
  onCommand(contract.deviceRevoke, (context, { device, seq }) => revoke(context, device, seq)),
  onInternal('device.enrol', enrol),
]
