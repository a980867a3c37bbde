import type { z } from 'zod'
import type { regulationText } from '../../shared/contract/regulation.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { instrumentContent } from '../../shared/regulation/content.ts'
import { regulationImportTexts } from '../../shared/texts/regulation-import.ts'
import type { QueryContext } from '../feature.ts'

const texts = regulationImportTexts.taken

/** What another device wrote was checked by its program alone. */
const contentOf = (bytes: Uint8Array) => {
  try {
    const read = instrumentContent.safeParse(
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
    )
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Errors: `NotFound`, `Unreadable`. */
export const textOf = (
  { reader }: QueryContext,
  { id }: z.output<typeof regulationText.input>,
): Result<z.input<typeof regulationText.output>> => {
  const found = reader.find('instrument', id)
  if (found === null) return fail('NotFound', texts.gone, { record: id })
  const content = found.content === null ? null : contentOf(found.content)
  return content === null ? fail('Unreadable', texts.unreadable, { record: id }) : ok({ content })
}
