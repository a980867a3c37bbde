import { z } from 'zod'
import { command } from './call.ts'
import { recordType, whole } from './shapes.ts'

/**
 * Fills an empty workspace with the registers of a demonstration city, one commit for each; the same seed gives the same rows on the
 * same day. Sizes are those that are never fallen short of. Errors: `NotEmpty`, and those of a commit.
 */
export const demoFill = command('demo.fill', {
  roles: { whole: ['admin'] },
  input: z.object({
    seed: z.number().int().min(0).max(0xffffffff).default(1),
    opds: z.number().int().min(1).max(200).default(30),
    applications: z.number().int().min(0).max(5000).default(120),
    datasets: z.number().int().min(0).max(10_000).default(240),
  }),
  output: z.object({ registers: z.array(z.object({ type: recordType, label: z.string(), rows: whole })) }),
})
