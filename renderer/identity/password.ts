import { checkPassword } from '../../shared/rules/identity/password.ts'
import { identityTexts } from '../../shared/texts/identity.ts'

const texts = identityTexts.password
export const leastLength = 12

export type PasswordRule = { readonly label: string; readonly met: boolean }

/** The rules of a new password, each met or not yet; the core applies the same ones. */
export const passwordRules = (password: string, context: readonly string[]): readonly PasswordRule[] => {
  const long = [...password].length >= leastLength
  const uncommon = long && checkPassword(password, []) === null
  return [
    { label: texts.length(leastLength), met: long },
    { label: texts.uncommon, met: uncommon },
    { label: texts.context, met: uncommon && checkPassword(password, context) === null },
  ]
}

/** Words that an outsider would try first in an officer's password. */
export const personWords = (
  person: { readonly name: string; readonly nip: string },
  city: string,
): string[] => [person.name, person.nip, city, 'selaras'].filter((word) => word !== '')

export type NewPassword = { readonly password: string; readonly repeat: string }
export const noPassword: NewPassword = { password: '', repeat: '' }

/** What is wrong with a new password and its repetition, as sentences beside the two fields. */
export const checkNewPassword = (
  { password, repeat }: NewPassword,
  context: readonly string[],
): { readonly password: string | null; readonly repeat: string | null } => ({
  password: password === '' ? texts.missing : checkPassword(password, context),
  repeat: password === repeat ? null : texts.different,
})
