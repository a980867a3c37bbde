import { Button, Group } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { attachmentAdd } from '../../../shared/contract/attachments.ts'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { attachmentsTexts } from '../../../shared/texts/attachments.ts'
import { useUnsaved } from '../../app/leave.tsx'
import { useMayChange } from '../../app/useOnlyRead.ts'
import { ErrorText, ProgressNotice } from '../../ui/index.ts'
import { IncomingFiles } from './IncomingFiles.tsx'
import { fits, type Incoming } from './incoming.ts'
import { useAttach } from './useAttach.ts'
import { WaitingFiles } from './WaitingFiles.tsx'

const texts = attachmentsTexts.waiting

type Left = { readonly id: string; readonly message: string }

const Unattached = ({ left, onAgain, onGo }: { left: Left; onAgain: () => void; onGo: () => void }) => (
  <ErrorText
    message={texts.left(left.message)}
    action={
      <Group gap={8}>
        <Button variant="default" onClick={onGo}>
          {texts.without}
        </Button>
        <Button onClick={onAgain}>{texts.again}</Button>
      </Group>
    }
  />
)

/** Files that came before their record: they wait, and are attached once it is made. `onDone`: the record is there. */
export const useWaitingFiles = (definition: AnyDefinition, onDone: (id: string) => void) => {
  const mayAttach = useMayChange(attachmentAdd.roles)
  const takes = mayAttach && definition.readers === null
  const [files, setFiles] = useState<readonly Incoming[]>([])
  const [left, setLeft] = useState<Left | null>(null)
  const { attach, busy, label } = useAttach(true)
  useUnsaved(files.length > 0)
  const onFiles = (more: readonly Incoming[]) => {
    const all = [...files, ...more]
    if (fits(all.map(({ bytes }) => bytes.length))) setFiles(all)
  }
  const onMade = async (id: string): Promise<void> => {
    const failure = files.length === 0 ? null : await attach(id, files)
    if (failure === null) return onDone(id)
    setLeft({ id, message: failure.message })
  }
  const shown: ReactNode = (
    <>
      {takes ? <IncomingFiles hint={texts.drop} onFiles={onFiles} /> : null}
      {files.length === 0 ? null : (
        <WaitingFiles
          files={files}
          isMade={left !== null}
          onTake={(file) => setFiles(files.filter((one) => one !== file))}
        />
      )}
      {busy ? <ProgressNotice label={label} done={0} total={null} /> : null}
      {left === null || busy ? null : (
        <Unattached left={left} onAgain={() => void onMade(left.id)} onGo={() => onDone(left.id)} />
      )}
    </>
  )
  return { onMade, shown, isMade: left !== null }
}
