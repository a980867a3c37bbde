import type { InputOf } from '../../shared/contract/call.ts'
import { questionnaireMake } from '../../shared/contract/questionnaire.ts'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { takeDownload } from '../app/download.ts'
import { useWork } from '../app/work.ts'
import { formatWhole, showNotice } from '../ui/index.ts'

const texts = questionnaireWindowTexts.make

/** Makes the files and hands them to the officer; `make` says whether they were made. */
export const useMake = () => {
  const { run, ...work } = useWork(questionnaireMake)
  const make = async (input: InputOf<typeof questionnaireMake>): Promise<boolean> => {
    const result = await run(input)
    if (!result.ok) {
      if (result.error.type === 'Cancelled') showNotice({ message: texts.cancelled, tone: 'attention' })
      return false
    }
    const { name, files, rows } = result.value
    takeDownload(result.value)
    showNotice({ message: texts.done(name, formatWhole(files), formatWhole(rows)) })
    return true
  }
  return { ...work, make }
}
