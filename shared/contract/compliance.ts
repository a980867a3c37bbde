import { z } from 'zod'
import { areas } from '../compliance/check.ts'
import { directions } from '../compliance/compare.ts'
import { bands } from '../compliance/due.ts'
import { stateNames } from '../compliance/state.ts'
import { query } from './call.ts'
import { commitName, isoDate, recordId, whole } from './shapes.ts'

const state = z.enum(stateNames)
const area = z.enum(areas)
/**
 * Of a day (null: today), by what was known at the end of a day (null: now). What was known then is what had been recorded by then on
 * whatever computer, also what came here later.
 */
const asked = z.object({
  day: isoDate.nullable().default(null),
  known: isoDate.nullable().default(null),
})
const told = z.object({ day: isoDate, known: isoDate.nullable() })

/** A duty as the head of a column or a row. `obligation`: the id that names it, “PBM-11(3)a-e”. */
const duty = z.object({ obligation: z.string(), short: z.string(), area })
export type Duty = z.infer<typeof duty>

const behind = z.object({ type: z.string(), id: recordId, title: z.string(), lacks: z.string() })
const verdict = z.object({ state, words: z.string(), behind: z.array(behind), more: whole })
export type ShownVerdict = z.infer<typeof verdict>

const agency = z.object({ id: recordId, name: z.string(), short: z.string(), code: z.string() })
export type AgencyName = z.infer<typeof agency>

/** Every OPD that the officer may see against every duty that binds OPDs. Errors: `BeforeBegin`, `BeforeRegulation`, also of the calls below. */
export const complianceMatrix = query('compliance.matrix', {
  roles: 'session',
  input: asked,
  output: told.extend({
    regulation: z.string(),
    duties: z.array(duty),
    /** `states` in the order of the duties. */
    agencies: z.array(agency.extend({ states: z.array(state) })),
  }),
})

/** One OPD: each duty with what it rests on. */
export const complianceAgency = query('compliance.agency', {
  roles: 'session',
  input: asked.extend({ opd: recordId }),
  output: told.extend({
    agency,
    duties: z.array(duty.extend({ verdict, register: z.string().nullable() })),
  }),
})

/** One duty: where each OPD stands. Error: `NotFound`. */
export const complianceDuty = query('compliance.duty', {
  roles: 'session',
  input: asked.extend({ obligation: z.string().max(40) }),
  output: told.extend({
    duty,
    register: z.string().nullable(),
    agencies: z.array(agency.extend({ verdict })),
  }),
})

const named = z.object({ id: recordId, title: z.string(), agency: z.string() })
/** Datasets of different OPDs that look alike and of which nobody has said anything yet; a guess. */
export const complianceAlike = query('compliance.alike', {
  roles: 'session',
  input: z.object({}),
  output: z.object({
    pairs: z.array(z.object({ first: named, second: named, why: z.string() })),
    more: whole,
  }),
})

/** What ended since the city began with Selaras, and what ends or is asked for within 90 days; nearest first. */
export const complianceDue = query('compliance.due', {
  roles: 'session',
  input: asked,
  output: told.extend({
    items: z.array(
      z.object({
        on: isoDate,
        band: z.enum(bands),
        what: z.string(),
        type: z.string(),
        id: recordId,
        title: z.string(),
        /** It is a paper of the record that ends. */
        isPaper: z.boolean(),
        /** Null: of the city. */
        agency: agency.nullable(),
      }),
    ),
    /** How many are left out. */
    more: whole,
  }),
})

/** What Diskominfo, the Walikota and the city must do; never held against an OPD. */
export const complianceCity = query('compliance.city', {
  roles: 'session',
  input: asked,
  output: told.extend({
    duties: z.array(duty.extend({ bearer: z.string(), verdict, register: z.string().nullable() })),
  }),
})

const cause = z.object({
  type: z.string(),
  id: recordId,
  title: z.string(),
  /** It was deleted since. */
  isGone: z.boolean(),
  /** Newest first. */
  commits: z.array(
    z.object({
      commit: commitName,
      time: z.string(),
      officer: z.string(),
      capacity: z.string(),
      reason: z.string(),
    }),
  ),
  /** How many more commits changed it since. */
  more: whole,
})
/** A record that changed since, and who changed it. */
export type ChangeCause = z.infer<typeof cause>

/** Where duties stand otherwise than they were known to stand at the end of a day (null: thirty days ago, or when the city began). Errors: `NotYet`, `BeforeBegin`, `BeforeRegulation`. */
export const complianceChanges = query('compliance.changes', {
  roles: 'session',
  input: z.object({ since: isoDate.nullable().default(null) }),
  output: z.object({
    since: isoDate,
    day: isoDate,
    items: z.array(
      z.object({
        /** Null: of the city; only for an officer of all OPDs. */
        agency: agency.nullable(),
        obligation: z.string(),
        short: z.string(),
        before: state,
        after: state,
        direction: z.enum(directions),
        causes: z.array(cause),
        /** How many more records changed. */
        more: whole,
        /** Records that the officer may not see changed too. */
        hidden: z.boolean(),
        /** No record changed: a day came. */
        byTime: z.boolean(),
      }),
    ),
    /** How many are left out. */
    more: whole,
    /** OPDs that are judged since, or no more. */
    began: z.array(agency),
    ended: z.array(agency),
  }),
})
