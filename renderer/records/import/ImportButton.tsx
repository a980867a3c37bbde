import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import type { AnyDefinition } from '../../../shared/records/define.ts'
import { recordsImportTexts } from '../../../shared/texts/records-import.ts'
import { usePlace } from '../../app/place.ts'
import { importPath } from '../address.ts'
import styles from '../records.module.css'

/** The way to the page that takes a sheet in. */
export const ImportButton = ({ definition }: { definition: AnyDefinition }) => {
  const { go } = usePlace()
  const { open } = recordsImportTexts.page
  return (
    <Button
      className={styles.act ?? ''}
      variant="default"
      title={open}
      leftSection={<IconFileImport size={16} stroke={1.6} />}
      onClick={() => go(importPath(definition.type))}
    >
      <span className={styles.actWord}>{open}</span>
    </Button>
  )
}
