import { z } from 'zod'
import { roleFates } from '../rules/people/handover.ts'
import { command, query, roleNames } from './call.ts'
import { committed, isoDate, recordId, seen, whole } from './shapes.ts'

/** A field of a register that names who looks after its records: “website.administrator”. */
const dutyName = z.string().regex(/^\w{1,41}\.\w{1,41}$/)
const counted = z.object({ label: z.string(), count: whole })

/**
 * What an officer has that can be handed over, and what stays his. Of oneself, or of anybody for an admin of all OPDs.
 * Errors: `Forbidden`, `NotFound`.
 */
export const handoverPreview = query('handover.preview', {
  roles: 'session',
  input: z.object({ from: recordId, to: recordId.nullable() }),
  output: z.object({
    roles: z.array(
      z.object({
        id: recordId,
        role: z.enum(roleNames),
        opd: z.string(),
        actingFor: z.string(),
        from: isoDate.nullable(),
        until: isoDate.nullable(),
        /** Lent by somebody; '' for a role of his own. */
        lentBy: z.string(),
      }),
    ),
    /** Only an admin of all OPDs hands roles over. */
    mayRoles: z.boolean(),
    views: z.array(z.object({ id: recordId, name: z.string(), register: z.string(), shared: z.boolean() })),
    duties: z.array(
      z.object({
        name: dutyName,
        type: z.string(),
        label: z.string(),
        count: whole,
        /** Of OPDs that whoever hands over does not keep. */
        left: whole,
      }),
    ),
    /** Duties name a person of the register; this one is in it. */
    mayDuties: z.boolean(),
    positions: z.array(z.object({ id: recordId, title: z.string() })),
    stays: z.array(counted),
    entries: whole,
    seen,
  }),
})

/** One commit. It is undone as a whole where no role is in it. Errors: as above, `Nothing`, `SameOfficer`, `BadDay` with `field`, `Stale`. */
export const handoverRun = command('handover.run', {
  roles: 'session',
  input: z.object({
    from: recordId,
    to: recordId,
    on: isoDate,
    reason: z.string().trim().max(200).nullable(),
    letter: z.string().trim().max(200).nullable(),
    roles: z.array(z.object({ id: recordId, fate: z.enum(roleFates), until: isoDate.nullable() })).max(500),
    views: z.array(recordId).max(5000),
    duties: z.array(dutyName).max(500),
    seen,
  }),
  output: committed.extend({ roles: whole, views: whole, duties: whole, isUndoable: z.boolean() }),
})
