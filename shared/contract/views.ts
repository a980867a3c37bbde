import { z } from 'zod'
import { looked } from '../records/saved-view.ts'
import { longestViewName } from '../rules/records/views.ts'
import { command, query } from './call.ts'
import { committed, recordId, recordType, seen } from './shapes.ts'

/** Views of a register that the officer keeps, and those that others share, by name. */
export const viewList = query('view.list', {
  roles: 'session',
  input: z.object({ register: recordType }),
  output: z.object({
    views: z.array(
      z.object({
        id: recordId,
        name: z.string(),
        view: looked,
        shared: z.boolean(),
        own: z.boolean(),
        /** Whose it is. */
        by: z.string(),
      }),
    ),
    seen,
  }),
})

/** `id` null: a new one. Errors: `TooMany`, `Forbidden` for one of another officer. */
export const viewSave = command('view.save', {
  roles: 'session',
  input: z.object({
    id: recordId.nullable(),
    register: recordType,
    name: z.string().trim().min(1).max(longestViewName),
    view: looked,
    shared: z.boolean(),
    seen: seen.nullable(),
  }),
  output: committed.extend({ id: recordId }),
})

export const viewRemove = command('view.remove', {
  roles: 'session',
  input: z.object({ id: recordId, seen }),
  output: committed,
})
