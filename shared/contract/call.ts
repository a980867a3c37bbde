import type { z } from 'zod'

/** Names of the roles; what each may do stands in `shared/rules/access`. */
export const roleNames = [
  'admin',
  'perencana',
  'verifikator',
  'petugas_monev',
  'pimpinan',
  'hanya_lihat',
] as const
export type RoleName = (typeof roleNames)[number]

/** One of these roles, held for all OPDs: what concerns the whole workspace is no matter of one OPD. */
export type WholeAudience = {
  readonly whole: readonly RoleName[]
  /** Open to anybody while there is no workspace yet. */
  readonly first?: boolean
}

/** `public`: before login. `session`: any officer who is logged in. Else: one of these roles, for some OPD or for all. */
export type Audience = 'public' | 'session' | readonly RoleName[] | WholeAudience

/**
 * query: reads in the query thread. command: writes in the writer thread.
 * task: runs in the core with progress and Batal (jobs in processes that can be killed).
 */
export type CallKind = 'query' | 'command' | 'task'

export type Call<
  Name extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> = {
  readonly name: Name
  readonly kind: CallKind
  readonly roles: Audience
  readonly input: I
  readonly output: O
}
export type AnyCall = Call
export type InputOf<C extends AnyCall> = z.input<C['input']>
export type ParsedInputOf<C extends AnyCall> = z.output<C['input']>
export type OutputOf<C extends AnyCall> = z.output<C['output']>

type Parts<I extends z.ZodType, O extends z.ZodType> = { roles: Audience; input: I; output: O }

const declare =
  (kind: CallKind) =>
  <Name extends string, I extends z.ZodType, O extends z.ZodType>(
    name: Name,
    parts: Parts<I, O>,
  ): Call<Name, I, O> => ({
    name,
    kind,
    ...parts,
  })

export const query = declare('query')
export const command = declare('command')
export const task = declare('task')
