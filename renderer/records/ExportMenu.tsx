import { Button, Menu, Modal } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { recordExport } from '../../shared/contract/sheet.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { recordsSheetTexts } from '../../shared/texts/records-sheet.ts'
import { takeDownload } from '../app/download.ts'
import { useWork } from '../app/work.ts'
import { formatWhole, type ListQuery, ProgressNotice, showNotice } from '../ui/index.ts'
import type { RegisterExtra } from './extras.ts'
import { listInput } from './listing.ts'
import styles from './records.module.css'
import { useMayWrite } from './useMayWrite.ts'

const texts = recordsSheetTexts.window
const handOutTexts = questionnaireWindowTexts.make
const formats = ['xlsx', 'csv'] as const
type Format = (typeof formats)[number]

/** Milliseconds after which the officer is shown that it takes a while, and how to stop it. */
const patience = 600

const useLasting = (busy: boolean): boolean => {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!busy) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), patience)
    return () => clearTimeout(timer)
  }, [busy])
  return busy && lasting
}

type Props = { definition: AnyDefinition; extra: RegisterExtra; query: ListQuery }

/** “Ekspor”: the whole list with its filters and order, as a file that can be read back. */
export const ExportMenu = ({ definition, extra, query }: Props) => {
  const { run, busy, progress, cancel, cancelling } = useWork(recordExport)
  const lasting = useLasting(busy)
  const mayWrite = useMayWrite(definition)
  const [handing, setHanding] = useState(false)
  const HandOut = mayWrite ? extra.handOut : undefined
  const take = async (format: Format) => {
    const { limit: _limit, ...wanted } = listInput(definition, query, 1)
    const result = await run({ ...wanted, format })
    if (!result.ok) {
      const isCancelled = result.error.type === 'Cancelled'
      showNotice(
        isCancelled
          ? { message: texts.cancelled, tone: 'attention' }
          : { message: result.error.message, tone: 'failed' },
      )
      return
    }
    const { name, rows, clipped } = result.value
    takeDownload(result.value)
    const done = texts.done(name, formatWhole(rows))
    showNotice(
      clipped === 0
        ? { message: done }
        : { message: `${done} ${texts.clipped(formatWhole(clipped))}`, tone: 'attention' },
    )
  }
  return (
    <>
      <Menu position="bottom-end" width={260} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            className={styles.act ?? ''}
            variant="default"
            loading={busy}
            title={texts.open}
            leftSection={<IconFileExport size={16} stroke={1.6} />}
          >
            <span className={styles.actWord}>{texts.open}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label className={styles.menuHint ?? ''}>{texts.hint}</Menu.Label>
          {formats.map((format) => (
            <Menu.Item key={format} onClick={() => void take(format)}>
              {texts.choose[format]}
            </Menu.Item>
          ))}
          {HandOut ? (
            <>
              <Menu.Divider />
              <Menu.Label className={styles.menuHint ?? ''}>{handOutTexts.menuHint}</Menu.Label>
              <Menu.Item onClick={() => setHanding(true)}>{handOutTexts.menu}</Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {HandOut && handing ? <HandOut type={definition.type} onClose={() => setHanding(false)} /> : null}
      <Modal
        opened={lasting}
        onClose={cancel}
        withCloseButton={false}
        title={texts.working(definition.plural)}
      >
        <ProgressNotice
          label={progress?.step ?? texts.open}
          done={progress?.done ?? 0}
          total={progress?.total ?? null}
          onCancel={cancel}
          cancelling={cancelling}
          elapsed={patience}
        />
      </Modal>
    </>
  )
}
