import { Button, Checkbox, Modal } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { OutputOf } from '../../shared/contract/call.ts'
import { consolidationExport } from '../../shared/contract/consolidation.ts'
import { documentWindowTexts } from '../../shared/texts/document-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { takeDownload } from '../app/download.ts'
import { useKept } from '../app/kept.ts'
import { usePlace } from '../app/place.ts'
import { useSession } from '../app/session.ts'
import { useWork } from '../app/work.ts'
import { ErrorText, formatRupiah, formatWhole, ProgressNotice, showNotice } from '../ui/index.ts'
import { verifyAddress } from './addresses.ts'
import { type Certificate, CertificateField, Warning } from './CertificateField.tsx'
import styles from './document.module.css'
import { type Choices, readChoices, Segments, SignatureChoice, usual } from './ExportChoices.tsx'
import { rememberExport } from './lastExport.ts'
import { SignerFields } from './SignerFields.tsx'
import type { Signer } from './signer.ts'
import { namesAgree, signerFault } from './signerChecks.ts'
import { useSigner } from './useSigner.ts'

const texts = documentWindowTexts.export

const factsOf = ({ pages, total, signed, demoCertificate }: OutputOf<typeof consolidationExport>): string =>
  [
    pages === null ? null : texts.pages(formatWhole(pages)),
    formatRupiah(total),
    signed ? (demoCertificate ? texts.signedDemo : texts.signed) : null,
  ]
    .filter(Boolean)
    .join(', ')

/** The owner of the opened certificate where the signature block names somebody else; null where they agree. */
const otherOwner = (certificate: Certificate | null, signer: Signer | null): string | null => {
  const owner = certificate?.facts?.subject ?? null
  if (owner === null || signer === null || signer.name.trim() === '') return null
  return namesAgree(owner, signer.name) ? null : owner
}

/** What holds the export back, as a sentence; null: nothing. Only signing asks for anything. */
const heldBack = (
  { format, signature }: Choices,
  certificate: Certificate | null,
  signer: Signer | null,
  sure: boolean,
): string | null => {
  if (format !== 'pdf' || signature !== 'sign') return null
  if (certificate === null) return texts.certificateNeeded
  if (certificate.facts === null) return texts.certificateFirst
  const fault = signerFault(signer)
  if (fault !== null) return fault
  return otherOwner(certificate, signer) === null || sure ? null : texts.otherNameFirst
}

const OtherName = ({
  owner,
  name,
  sure,
  onSure,
}: {
  owner: string
  name: string
  sure: boolean
  onSure: (sure: boolean) => void
}) => (
  <div className={styles.otherName}>
    <Warning>{texts.otherName(owner, name)}</Warning>
    <Checkbox
      label={texts.otherNameSure}
      checked={sure}
      onChange={(event) => onSure(event.currentTarget.checked)}
    />
  </div>
)

const runWord = ({ format, signature }: Choices): string =>
  format === 'pdf' && signature === 'sign' ? texts.run.sign : texts.run[format]

type BodyProps = { year: number; onClose: () => void; opened: boolean }

const Body = ({ year, onClose, opened }: BodyProps) => {
  const { go } = usePlace()
  const { session } = useSession()
  const [choices, setChoices] = useKept('ekspor', usual, readChoices)
  const { signer, setSigner, positions, fillOwn, offerRemember, remember, setRemember, save } =
    useSigner(opened)
  const [certificate, setCertificate] = useState<Certificate | null>(null)
  const { run, busy, progress, failure, cancel, cancelling } = useWork(consolidationExport)
  const { format, paper, signature } = choices
  const signing = format === 'pdf' && signature === 'sign'
  const owner = signing ? otherOwner(certificate, signer) : null
  // Said of this owner and this name; another of either asks again.
  const pair = `${owner}\n${signer?.name}`
  const [sureOf, setSureOf] = useState<string | null>(null)
  const held = heldBack(choices, certificate, signer, sureOf === pair)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (held !== null || busy) return
    const result = await run({
      year,
      format,
      paper,
      signature: format === 'pdf' ? signature : 'wet',
      certificate:
        signing && certificate
          ? {
              file: { name: certificate.file.name, bytes: certificate.file.bytes },
              password: certificate.password,
            }
          : null,
      signer: format === 'xlsx' ? null : signer,
    })
    if (!result.ok) return
    const { made, name } = result.value
    takeDownload(result.value)
    if (made !== null) rememberExport({ officer: session.officer, made, name })
    const kept = offerRemember && remember && signer !== null && (await save(signer))
    const done = texts.done(name, factsOf(result.value))
    showNotice({
      message: kept ? `${done} ${texts.remembered}` : done,
      ...(made !== null
        ? { action: { label: texts.verifyAction, onClick: () => go(verifyAddress(made, name)) } }
        : {}),
    })
    onClose()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <div className={styles.sides}>
        <div className={styles.section} data-wide>
          <Segments
            label={texts.format}
            words={texts.formats}
            about={texts.formatAbout[format]}
            value={format}
            onChange={(next) => setChoices({ ...choices, format: next })}
          />
          <Segments
            label={texts.paper}
            words={texts.papers}
            value={paper}
            onChange={(next) => setChoices({ ...choices, paper: next })}
          />
          {format === 'pdf' ? (
            <>
              <SignatureChoice
                value={signature}
                onChange={(next) => setChoices({ ...choices, signature: next })}
              />
              {signing ? <CertificateField certificate={certificate} onChange={setCertificate} /> : null}
            </>
          ) : null}
        </div>
        {format === 'xlsx' ? null : (
          <div className={styles.section} data-wide>
            {signer ? <SignerFields signer={signer} positions={positions} onChange={setSigner} /> : null}
            <div>
              <Button
                variant="default"
                leftSection={<IconUser size={16} stroke={1.6} />}
                onClick={() => void fillOwn()}
              >
                {texts.fillOwn}
              </Button>
            </div>
            {owner === null ? null : (
              <OtherName
                owner={owner}
                name={signer?.name ?? ''}
                sure={sureOf === pair}
                onSure={(sure) => setSureOf(sure ? pair : null)}
              />
            )}
            {offerRemember ? (
              <Checkbox
                label={texts.remember}
                checked={remember}
                onChange={(event) => setRemember(event.currentTarget.checked)}
              />
            ) : null}
          </div>
        )}
      </div>
      {failure ? (
        <ErrorText message={failure.message} detail={String(failure.detail ?? '') || undefined} />
      ) : null}
      {busy ? (
        <ProgressNotice
          label={texts.working[format]}
          done={progress?.done ?? 0}
          total={progress?.total ?? null}
          onCancel={cancel}
          cancelling={cancelling}
        />
      ) : null}
      <div className={styles.foot}>
        {held ? (
          <span className={styles.about} id="ekspor-tertahan">
            {held}
          </span>
        ) : null}
        <Button variant="default" onClick={onClose} disabled={busy}>
          {texts.cancel}
        </Button>
        <Button
          type="submit"
          loading={busy}
          disabled={held !== null}
          {...(held ? { 'aria-describedby': 'ekspor-tertahan' } : {})}
        >
          {runWord(choices)}
        </Button>
      </div>
    </form>
  )
}

/** PDF, Word or Excel of the consolidation; with a certificate, seen before it signs. */
export const ExportDialog = ({ opened, onClose, year }: BodyProps) => (
  <Modal
    opened={opened}
    onClose={onClose}
    title={texts.title(year)}
    size={960}
    closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
  >
    <Body opened={opened} onClose={onClose} year={year} />
  </Modal>
)
