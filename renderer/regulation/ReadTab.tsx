import { Button } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import { regulationImportTexts } from '../../shared/texts/regulation-import.ts'
import { usePlace } from '../app/place.ts'
import { EmptyState } from '../ui/index.ts'
import { textAddress } from './addresses.ts'

const { read, readAbout } = regulationImportTexts

/** From the record of a text to the text. */
export const ReadTab = ({ id, title }: { id: string; title: string }) => {
  const { go } = usePlace()
  return (
    <EmptyState
      small
      title={title}
      action={
        <Button
          variant="default"
          leftSection={<IconBook2 size={16} stroke={1.6} />}
          onClick={() => go(textAddress(id))}
        >
          {read}
        </Button>
      }
    >
      {readAbout}
    </EmptyState>
  )
}
