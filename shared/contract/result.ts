/** An expected failure as data. `message` is one Indonesian sentence for the officer; other keys say the place. */
export type Failure = { readonly type: string; readonly message: string; readonly [place: string]: unknown }

export type Result<T, E extends Failure = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const fail = <const Type extends string, Place extends Record<string, unknown> = Record<never, never>>(
  type: Type,
  message: string,
  place?: Place,
) => ({ ok: false, error: { ...place, type, message } }) as const
