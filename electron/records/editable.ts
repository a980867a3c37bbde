import { fail, type Result } from '../../shared/contract/result.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { recordsTexts } from '../../shared/texts/records-core.ts'
import type { Reader } from '../store/reader.ts'
import { definitionFor } from './list.ts'

/** Registers are edited generically; accounts, forms and logs have commands of their own. */
export const editable = (reader: Reader, type: string): Result<AnyDefinition> => {
  const definition = definitionFor(reader, type)
  if (!definition.ok) return definition
  const generic = definition.value.register || definition.value.type === 'workspace'
  return generic ? definition : fail('NotEditableHere', recordsTexts.notEditableHere, { record: type })
}

export const titleFor = (
  reader: Reader,
  definition: AnyDefinition,
  values: Readonly<Record<string, unknown>>,
): string => {
  const empty = Object.fromEntries(Object.keys(definition.fields).map((key) => [key, null]))
  return reader.titleOf(definition, { ...empty, ...values }) || recordsTexts.noTitle
}
