import { Button } from '@mantine/core'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatWhole } from '../ui/index.ts'
import styles from './import.module.css'
import type { ImportFile } from './importModel.ts'

const texts = budgetWindowTexts.import

/** A file that is saved, refused or set aside: what became of it, and the way on. */
export const ClosedFile = ({
  file,
  instead,
  onOpenForm,
  onReopen,
}: {
  file: ImportFile
  /** The file that is used where this one is set aside. */
  instead: ImportFile | null
  onOpenForm: (form: string) => void
  onReopen: () => void
}) => (
  <div className={styles.done}>
    {file.saved ? (
      <>
        <p>{texts.savedFile(formatWhole(file.saved.version))}</p>
        <Button variant="default" onClick={() => file.saved && onOpenForm(file.saved.form)}>
          {texts.openForm}
        </Button>
      </>
    ) : (
      <>
        <p>{instead ? texts.asideFile(instead.name) : texts.refusedFile}</p>
        <Button variant="default" onClick={onReopen}>
          {instead ? texts.takeBackFile : texts.reopenFile}
        </Button>
      </>
    )}
  </div>
)
