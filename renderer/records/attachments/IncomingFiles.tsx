import { PageDrop, useFilePaste } from '../../ui/index.ts'
import { droppedOf, type Incoming, pastedOf } from './incoming.ts'

type Props = {
  /** Where the files go. */
  hint: string
  onFiles: (files: readonly Incoming[]) => void
}

/** While a record is open, files that are dropped or pasted anywhere on its page are its own. */
export const IncomingFiles = ({ hint, onFiles }: Props) => {
  const pass = async (reading: Promise<readonly Incoming[]>) => {
    const files = await reading
    if (files.length > 0) onFiles(files)
  }
  useFilePaste((files) => void pass(pastedOf(files, Date.now())))
  return <PageDrop hint={hint} onFiles={(files) => void pass(droppedOf(files))} />
}
