import { Button } from '@mantine/core'
import { IconClipboardList, IconSitemap } from '@tabler/icons-react'
import { opdDeclare, opdRegister, opdSotk, opdTake } from '../../shared/contract/opd.ts'
import { opdTexts } from '../../shared/texts/opd.ts'
import { opdSotkTexts } from '../../shared/texts/opd-sotk.ts'
import { useAnswer } from '../app/client.tsx'
import { useCommitNotice } from '../app/commit.ts'
import { usePlace } from '../app/place.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { useWork } from '../app/work.ts'
import { formatMoment, formatWhole, Unbroken } from '../ui/index.ts'
import styles from './opd.module.css'

const texts = opdTexts.complete
export const takeAddress = '/daftar/opd/isi'
export const sotkAddress = '/daftar/opd/sotk'

/** “Tempel atau impor daftar”, where the officer looks for it; nothing for those who may not. */
const TakeButton = () => {
  const { go } = usePlace()
  return useMayChange(opdTake.roles) ? (
    <Button
      variant="default"
      leftSection={<IconClipboardList size={16} stroke={1.6} />}
      onClick={() => go(takeAddress)}
    >
      {opdTexts.page.open}
    </Button>
  ) : null
}

/** “Perubahan SOTK” of an OPD, or of those that are still to be chosen; nothing where there is none, or for those who may not. */
export const SotkButton = ({ opd }: { opd?: string }) => {
  const { go } = usePlace()
  const { data } = useAnswer(opdRegister, {}, { records: ['opd', 'opdList', 'officer'], keep: true })
  const may = useMayChange(opdSotk.roles)
  return may && data !== undefined && data.active > 0 ? (
    <Button
      variant="default"
      leftSection={<IconSitemap size={16} stroke={1.6} />}
      onClick={() => go(opd === undefined ? sotkAddress : `${sotkAddress}?${new URLSearchParams({ opd })}`)}
    >
      {opdSotkTexts.open}
    </Button>
  ) : null
}

/** Beside “Tambah”: the list taken in whole, and a change of the structure. */
export const OpdActions = () => (
  <>
    <SotkButton />
    <TakeButton />
  </>
)

/** Whether the list is known to hold every OPD, and the act that says so. */
export const ListStanding = () => {
  const { data } = useAnswer(opdRegister, {}, { records: ['opd', 'opdList', 'officer'], keep: true })
  const { run, busy } = useWork(opdDeclare)
  const tell = useCommitNotice()
  const may = useMayChange(opdDeclare.roles)
  if (data === undefined || data.active === 0) return null
  const { complete, by, at, active, codeless, seen } = data
  const count = formatWhole(active)
  const words = complete ? texts.done(count, by, formatMoment(Date.parse(at))) : texts.open(count)
  const declare = async () => {
    const words = complete ? texts.withdrawn : texts.declared(count)
    tell(await run({ complete: !complete, seen }), words)
  }
  return (
    <>
      <Unbroken>{codeless > 0 ? `${words} · ${texts.codeless(formatWhole(codeless))}` : words}</Unbroken>
      {may ? (
        <Button
          variant="subtle"
          className={styles.small ?? ''}
          title={complete ? undefined : texts.declareTitle}
          loading={busy}
          onClick={() => void declare()}
        >
          {complete ? texts.withdraw : texts.declare}
        </Button>
      ) : null}
    </>
  )
}
