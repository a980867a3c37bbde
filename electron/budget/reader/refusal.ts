import type { RefusedFile } from '../../../shared/rules/budget/parsed.ts'
import { type RefusalType, refusedTexts } from '../../../shared/texts/import-refused.ts'

/** Thrown inside the readers of foreign files and caught in `readFile`; never leaves this folder. */
export class Refusal extends Error {
  readonly type: RefusalType
  constructor(type: RefusalType) {
    super(type)
    this.type = type
  }
}

export const refuse = (type: RefusalType): never => {
  throw new Refusal(type)
}

export const refusedFile = (file: string, type: RefusalType): RefusedFile => ({
  file,
  error: { type, message: refusedTexts[type] },
})
