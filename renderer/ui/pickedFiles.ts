import type { PickedFile } from './DropZone.tsx'

/** Files of a drop or a paste with their bytes; those that cannot be read from their place are left out. */
export const pickedOf = async (files: readonly File[]): Promise<readonly PickedFile[]> => {
  const read = await Promise.allSettled(
    files.map(async (file) => ({
      name: file.name,
      type: file.type,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  return read.filter((each) => each.status === 'fulfilled').map(({ value }) => value)
}
