import { Button } from '@mantine/core'
import { IconFileExport, IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { questionnaireMake } from '../../shared/contract/questionnaire.ts'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { usePlace } from '../app/place.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { questionnaireAddress } from './addresses.ts'
import { MakeDialog } from './MakeDialog.tsx'
import { MakeForm, type Wanted } from './MakeForm.tsx'

const texts = questionnaireWindowTexts
type Of = Partial<Pick<Wanted, 'opd' | 'suggested'>>

export const MakeButton = ({ opd = null, suggested = [] }: Of) => {
  const [making, setMaking] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileExport size={16} stroke={1.6} />}
        onClick={() => setMaking(true)}
      >
        {texts.make.open}
      </Button>
      {making ? (
        <MakeDialog types={null} suggested={suggested} opd={opd} onClose={() => setMaking(false)} />
      ) : null}
    </>
  )
}

const ReadButton = ({ opd = null }: Of) => {
  const { go } = usePlace()
  return (
    <Button
      variant="default"
      leftSection={<IconFileImport size={16} stroke={1.6} />}
      onClick={() => go(questionnaireAddress.read(opd?.id ?? null))}
    >
      {texts.read.open}
    </Button>
  )
}

/** “Buat lembar isian” and “Baca isian OPD” of one OPD. */
export const QuestionnaireActions = (of: Of) => {
  const mayChange = useMayChange(questionnaireMake.roles)
  return mayChange ? (
    <>
      <MakeButton {...of} />
      <ReadButton {...of} />
    </>
  ) : null
}

/** In the register of the files: those that come back. */
export const ReadAction = () => <ReadButton />

/** In the same register: a record comes to be by making its file. */
export const AddByMaking = ({ onCancel }: { onCancel: () => void }) => (
  <MakeForm types={null} opd={null} onDone={onCancel} onCancel={onCancel} />
)

/** The dialog for one register, from its own list. */
export const HandOut = ({ type, onClose }: { type: string; onClose: () => void }) => (
  <MakeDialog types={[type]} opd={null} onClose={onClose} />
)
