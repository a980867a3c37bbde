import type { FormSummary } from '../../shared/contract/budget.ts'
import { matchName } from '../../shared/rules/opd/match.ts'
import { contradiction, guessOpd, type KnownOpd, type Mention } from './guessOpd.ts'
import { type ImportFile, type Missing, missingFor, type OpdChoice } from './importModel.ts'

/** The OPDs of the register, and the forms in use of a year. */
export type Register = {
  readonly opds: readonly KnownOpd[]
  readonly formsOf: (year: number) => readonly FormSummary[]
}

/**
 * What only the officer can say about the OPD of a file: which of some is meant, whether one that is called new is
 * one of the register (`sure`: it has that very name), or whether the file is right where it names another.
 */
export type OpdQuestion =
  | { readonly kind: 'which'; readonly maybe: readonly KnownOpd[] }
  | { readonly kind: 'known'; readonly sure: boolean; readonly maybe: readonly KnownOpd[] }
  | { readonly kind: 'other'; readonly mention: Mention; readonly chosen: OpdChoice }

/** An OPD as `opdKept` names it. */
export const keptName = ({ id, name }: OpdChoice): string => id ?? name.trim()

const ofNew = ({ name }: OpdChoice, opds: readonly KnownOpd[]): OpdQuestion | null => {
  const { sure, maybe } = matchName(name, opds)
  if (sure !== null) return { kind: 'known', sure: true, maybe: [sure] }
  return maybe.length > 0 ? { kind: 'known', sure: false, maybe } : null
}

export const opdQuestion = (file: ImportFile, opds: readonly KnownOpd[]): OpdQuestion | null => {
  const { opd, named } = file
  if (opd === null) {
    const { maybe } = guessOpd(named, opds)
    return maybe.length > 0 ? { kind: 'which', maybe } : null
  }
  const kept = file.opdKept === keptName(opd)
  const mention = kept ? null : contradiction(named, opd, opds)
  if (mention !== null) return { kind: 'other', mention, chosen: opd }
  return opd.id === null && !kept ? ofNew(opd, opds) : null
}

export type Block = Missing | 'codeTaken' | 'nameTaken' | 'otherOpd' | 'locked'

/** The registered OPD whose code a new one was given by mistake. */
export const codeHolder = (opd: OpdChoice, opds: readonly KnownOpd[]): KnownOpd | undefined => {
  const code = opd.code.trim().toLowerCase()
  return code === '' ? undefined : opds.find((each) => each.code.toLowerCase() === code)
}

/** The form of its OPD and year that is there already; null: none. */
export const presentForm = ({ opd, year }: ImportFile, { formsOf }: Register): FormSummary | null =>
  opd === null || opd.id === null ? null : (formsOf(year).find((form) => form.opd === opd.id) ?? null)

/** Why Simpan cannot be pressed now; null: it can. */
export const blockOf = (file: ImportFile, register: Register): Block | null => {
  const { opd } = file
  const missing = missingFor(file)
  if (opd === null || missing === 'name') return missing
  const question = opdQuestion(file, register.opds)
  if (question?.kind === 'known' && question.sure) return 'nameTaken'
  if (missing !== null) return missing
  if (opd.id === null && codeHolder(opd, register.opds) !== undefined) return 'codeTaken'
  if (question?.kind === 'other') return 'otherOpd'
  return presentForm(file, register)?.status === 'dikunci' ? 'locked' : null
}

/** Where to go for it: the field or question of this name. */
export const fieldOf = (block: Block): Missing | 'code' | 'question' => {
  if (block === 'codeTaken') return 'code'
  if (block === 'nameTaken' || block === 'otherOpd') return 'question'
  return block === 'locked' ? 'opd' : block
}

/** The form whose next version this file would become; null: it would not. */
export const replacedForm = (file: ImportFile, register: Register): FormSummary | null =>
  file.mode === 'version' ? presentForm(file, register) : null
