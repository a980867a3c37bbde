import { z } from 'zod'

/**
 * Imported before anything else: zod tries at its first schema whether functions can be built from text, which the policy
 * of the page forbids and reports.
 */
z.config({ jitless: true })
