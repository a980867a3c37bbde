import { z } from 'zod'
import { command } from './call.ts'
import { committed, recordId } from './shapes.ts'

const said = z.string().trim().min(1)

/**
 * Destroys the keys of a sealed record for good: its content goes from every device that learns of it, what the log says
 * about it stays. No undo. Errors: `NotFound`, `NeedsApprover`.
 */
export const sealedDestroy = command('sealed.destroy', {
  roles: { whole: ['admin'] },
  input: z.object({
    record: recordId,
    reason: said.max(2000),
    /** Article or schedule of retention that it rests on. */
    basis: said.max(500),
    /** A second officer, who agreed. */
    approver: recordId,
  }),
  /** `remains`: where the content may still lie, in an officer's words. */
  output: committed.extend({ remains: z.string() }),
})
