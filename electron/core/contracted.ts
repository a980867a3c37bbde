import type { AnyCall } from '../../shared/contract/call.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { decodeWire, encodeWire } from '../../shared/contract/wire.ts'
import { coreTexts } from '../../shared/texts/core.ts'
import { Encoded } from '../feature.ts'

export const malformed = (): Result<never> => fail('Malformed', coreTexts.malformed)

/** Bytes of their own, never a part of Node's pool: they are handed to threads and wiped. */
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(base64, 'base64'))

/** The input of a request as a value. Error: `Malformed`. */
export const decodeInput = (text: string): Result<unknown> => {
  try {
    return ok(decodeWire(text, bytesOf))
  } catch {
    return malformed()
  }
}

/** The input of a call by its schema. Error: `Malformed`, with the fields. */
export const checkInput = (call: AnyCall, input: unknown): Result<unknown> => {
  const parsed = call.input.safeParse(input)
  if (parsed.success) return ok(parsed.data)
  return fail('Malformed', coreTexts.malformed, {
    call: call.name,
    fields: parsed.error.issues.map(({ path }) => path.join('.')),
  })
}

/** The answer of a call by its schema; one that breaks it is a defect. */
export const checkOutput = (call: AnyCall, result: Result<unknown>): Result<unknown> =>
  result.ok && !(result.value instanceof Encoded) ? ok(call.output.parse(result.value)) : result

export const encodeAnswer = (result: Result<unknown>): string =>
  result.ok && result.value instanceof Encoded
    ? `{"ok":true,"value":${result.value.text}}`
    : encodeWire(result)

export const decodeAnswer = (result: Result<unknown>): Result<unknown> => {
  if (!result.ok || !(result.value instanceof Encoded)) return result
  const { call, text } = result.value
  return ok(call.output.parse(decodeWire(text, bytesOf)))
}

/** What a thread does with a call that the core let through: input checked, work done, answer checked. */
export const perform = (
  call: AnyCall,
  input: unknown,
  work: (input: never) => Result<unknown>,
): Result<unknown> => {
  const checked = checkInput(call, input)
  return checked.ok ? checkOutput(call, work(checked.value as never)) : checked
}

/** The same from text to text. */
export const performText = (text: string, work: (input: unknown) => Result<unknown>): string => {
  const input = decodeInput(text)
  return encodeAnswer(input.ok ? work(input.value) : input)
}
