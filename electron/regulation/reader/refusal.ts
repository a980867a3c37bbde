import type { LineFinding } from '../../../shared/contract/regulation.ts'
import { type RefusedFile, regulationImportTexts } from '../../../shared/texts/regulation-import.ts'

/** Thrown inside the readers of foreign files and caught where they are called; never leaves this folder. */
export class Refusal extends Error {
  readonly type: RefusedFile
  readonly findings: readonly LineFinding[]
  constructor(type: RefusedFile, findings: readonly LineFinding[] = []) {
    super(type)
    this.type = type
    this.findings = findings
  }
  get sentence(): string {
    return regulationImportTexts.refused[this.type]
  }
}

export const refuse = (type: RefusedFile, findings: readonly LineFinding[] = []): never => {
  throw new Refusal(type, findings)
}
