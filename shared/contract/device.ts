import { z } from 'zod'
import { command, query, task } from './call.ts'
import { committed, download, whole } from './shapes.ts'

const wholeAdmin = { whole: ['admin'] } as const
const device = z.string().regex(/^[0-9a-z]{10}$/)
/** What a new device shows: its id, public keys and name, signed by itself. */
const code = z.string().min(1).max(4000)

export const deviceList = query('device.list', {
  roles: wholeAdmin,
  input: z.object({}),
  output: z.object({
    devices: z.array(
      z.object({
        device,
        name: z.string(),
        enrolled: z.string().nullable(),
        isOwn: z.boolean(),
        /** Its last entry that is known here. */
        last: z.object({ seq: whole, time: z.string(), hash: z.string() }).nullable(),
        /** Taken out: the last of its entries that counts. */
        revokedAfter: whole.nullable(),
        /** Entries that came and are not in the log yet, or never will be. */
        held: z.array(z.object({ seq: whole, reason: z.string() })),
      }),
    ),
  }),
})

/** What a request says, before anything is done; `fingerprint` is compared with what the new device shows. Error: `BadRequest`. */
export const deviceLook = query('device.look', {
  roles: wholeAdmin,
  input: z.object({ code }),
  output: z.object({ device, name: z.string(), fingerprint: z.string(), isEnrolled: z.boolean() }),
})

/**
 * Takes a new device in and makes the file with which it joins; `workspaceCode` is shown again where it joins. A device that was
 * enrolled and has not written yet gets its file once more, without another entry (`commit` null). Errors: `BadRequest`, `DeviceKnown`.
 */
export const deviceEnrol = task('device.enrol', {
  roles: wholeAdmin,
  input: z.object({ code }),
  output: z.object({
    commit: z.string().nullable(),
    device,
    name: z.string(),
    fingerprint: z.string(),
    workspaceCode: z.string(),
    welcome: download,
  }),
})

/** Takes a device out: what it wrote up to `seq` stays (null: all that is known here). Errors: `NotFound`, `OwnDevice`, `AlreadyRevoked`. */
export const deviceRevoke = command('device.revoke', {
  roles: wholeAdmin,
  input: z.object({ device, seq: whole.min(0).nullable() }),
  output: committed,
})
