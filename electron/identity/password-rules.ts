import { fail } from '../../shared/contract/result.ts'
import { checkPassword } from '../../shared/rules/identity/password.ts'

/** Error `WeakPassword` with the sentence that says what is wrong, or null. */
export const weakPassword = (password: string, context: readonly string[]) => {
  const reason = checkPassword(password, context)
  return reason === null ? null : fail('WeakPassword', reason)
}
