import { z } from 'zod'
import { task } from './call.ts'
import { upload } from './shapes.ts'

export const certificateFacts = z.object({
  subject: z.string(),
  issuer: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  selfSigned: z.boolean(),
  demo: z.boolean(),
})
export const certificateOpen = task('document.openCertificate', {
  roles: 'session',
  input: z.object({ file: upload, password: z.string().max(1024) }),
  output: certificateFacts,
})

export const signatureVerdict = z.object({
  signer: z.string(),
  organisation: z.string(),
  time: z.string().nullable(),
  intact: z.boolean(),
  coversWholeFile: z.boolean(),
  certified: z.boolean(),
  demo: z.boolean(),
  sentences: z.array(z.object({ good: z.boolean().nullable(), text: z.string() })),
})
export const pdfVerdict = z.enum(['valid', 'uncertified', 'changed', 'invalid', 'unsigned', 'unreadable'])
/** Open to everyone: it reads only the file that is given, or the one that this session has just made (`made`). Error: `NotFound`. */
export const documentVerify = task('document.verify', {
  roles: 'public',
  input: z.object({
    file: upload.nullable().default(null),
    made: z.string().max(100).nullable().default(null),
  }),
  output: z.object({
    verdict: pdfVerdict,
    headline: z.string(),
    signatures: z.array(signatureVerdict),
  }),
})
