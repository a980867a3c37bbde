import type { PaperKind } from '../../../shared/records/attachment.ts'
import { mostFileBytes, mostFiles, pastedName } from '../../../shared/rules/records/attachments.ts'
import { attachmentsTexts as texts } from '../../../shared/texts/attachments.ts'
import { formatMoment } from '../../ui/format.ts'
import { formatWhole, type PickedFile, pickedOf, showNotice } from '../../ui/index.ts'

/** A file on its way to a record. */
export type Incoming = Pick<PickedFile, 'name' | 'bytes'> & { readonly kind: PaperKind | null }

export const limitWords = () => [formatWhole(mostFiles), formatWhole(mostFileBytes / 1_000_000)] as const

const isTooMuch = (sizes: readonly number[]): boolean =>
  sizes.length > mostFiles || sizes.reduce((sum, size) => sum + size, 0) > mostFileBytes

/** Whether this many can go at once; says so where they cannot. */
export const fits = (sizes: readonly number[]): boolean => {
  if (!isTooMuch(sizes)) return true
  showNotice({ message: texts.tooMuch(...limitWords()), tone: 'failed' })
  return false
}

/** Reads dropped files; their size is looked at before their bytes are. */
const read = async (files: readonly File[]): Promise<readonly PickedFile[]> => {
  if (!fits(files.map(({ size }) => size))) return []
  const picked = await pickedOf(files)
  const left = files.length - picked.length
  if (left > 0) showNotice({ message: texts.unreadable(formatWhole(left)), tone: 'attention' })
  return picked
}

const plain = ({ name, bytes }: PickedFile): Incoming => ({ name, bytes, kind: null })
export const droppedOf = async (files: readonly File[]): Promise<readonly Incoming[]> =>
  (await read(files)).map(plain)
export const chosenOf = (files: readonly PickedFile[]): readonly Incoming[] => files.map(plain)

/** Pictures without a name of their own are called after the moment of the paste. */
export const pastedOf = async (files: readonly File[], now: number): Promise<readonly Incoming[]> => {
  const [day = '', clock = ''] = formatMoment(now).split(' ')
  return (await read(files)).map(({ name, bytes }, at) => {
    const called = pastedName(name, day, clock, at)
    return { name: called, bytes, kind: called === name ? null : 'tangkapan' }
  })
}
