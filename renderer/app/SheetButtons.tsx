import { Button } from '@mantine/core'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { appTexts } from '../../shared/texts/app.ts'
import styles from './SheetButtons.module.css'

type Props = {
  onCopy: () => void
  onPrint: () => void
  busy?: boolean
  disabled?: boolean
}

/** “Salin ke Excel” and “Cetak”; on a narrow screen their signs alone. */
export const SheetButtons = ({ onCopy, onPrint, busy = false, disabled = false }: Props) => (
  <>
    <Button
      className={styles.act ?? ''}
      variant="default"
      disabled={disabled}
      loading={busy}
      title={appTexts.sheet.copy}
      leftSection={<IconCopy size={16} stroke={1.6} />}
      onClick={onCopy}
    >
      <span className={styles.word}>{appTexts.sheet.copy}</span>
    </Button>
    <Button
      className={styles.act ?? ''}
      variant="default"
      disabled={disabled}
      title={`${appTexts.print} (Ctrl+P)`}
      leftSection={<IconPrinter size={16} stroke={1.6} />}
      onClick={onPrint}
    >
      <span className={styles.word}>{appTexts.print}</span>
    </Button>
  </>
)
