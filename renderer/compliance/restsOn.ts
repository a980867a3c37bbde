import { cityTypes, ownedBy } from '../../shared/compliance/facts.ts'

/** Record types that a state may rest on. */
export const restsOn: readonly string[] = [...new Set<string>([...Object.keys(ownedBy), ...cityTypes])]
