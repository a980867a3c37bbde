import { z } from 'zod'
import { realDay } from '../records/cell.ts'

/** Shapes that several calls share. */
export const recordId = z.string().regex(/^[0-9a-z]{10}\.[1-9]\d{0,15}\.[1-9]\d{0,8}$/)
export const recordType = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,40}$/)
export const commitName = z.string().regex(/^[0-9a-z]{10}\.[1-9]\d{0,15}$/)
export const isoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(realDay)
export const budgetYear = z.number().int().min(2000).max(2100)
/** NIP: 18 digits, checked and shown in groups by shared/format. */
export const nip = z.string().regex(/^\d{18}$/)
/** Last seq by device: what the screen had loaded. */
export const seen = z.record(z.string(), z.number().int().nonnegative())
export const values = z.record(z.string(), z.unknown())
export const upload = z.object({ name: z.string().min(1).max(255), bytes: z.instanceof(Uint8Array) })
/** Address part of a file that waits to be taken once: `${origin}/unduh/${token}`. */
export const download = z.object({ token: z.string(), name: z.string(), size: z.number() })
export const whole = z.number().int()
export const committed = z.object({ commit: z.string(), seq: whole })
