import { conflictTexts } from '../../shared/texts/conflict.ts'
import type { Reader } from '../store/reader.ts'

type Known = { readonly name: string | null }

/** “laptop 3” by the id of a device; its id where the register of computers has no name for it. */
export const computerName = (reader: Reader, device: string): string =>
  reader.row<Known>('select name from device where deviceId = ? and _deleted = 0', device)?.name ||
  conflictTexts.unknownComputer(device)
