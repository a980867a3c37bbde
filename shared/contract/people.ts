import { z } from 'zod'
import { query } from './call.ts'
import { isoDate, recordId } from './shapes.ts'

/** Positions that there were on a day, with who held them and how the signature block names the office. */
export const peopleHolders = query('people.holders', {
  roles: 'session',
  input: z.object({ day: isoDate }),
  output: z.object({
    day: isoDate,
    positions: z.array(
      z.object({
        id: recordId,
        /** As printed: “Kepala Dinas Kesehatan”. */
        office: z.string(),
        /** Name of its OPD on that day. */
        opd: z.string(),
        /** Of the head of the OPD for communication and informatics. */
        leads: z.boolean(),
        /** Null where nobody is recorded. `nip`: 18 digits or ''. */
        holder: z
          .object({ heading: z.string(), name: z.string(), rank: z.string(), nip: z.string() })
          .nullable(),
      }),
    ),
  }),
})
