import { Button, Checkbox, Modal, Radio, SegmentedControl, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconUser } from '@tabler/icons-react'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { consolidationExport } from '../../shared/contract/budget.ts'
import type { InputOf, OutputOf } from '../../shared/contract/call.ts'
import { recordGet } from '../../shared/contract/records.ts'
import { documentWindowTexts } from '../../shared/texts/document-window.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { useClient } from '../app/client.tsx'
import { takeDownload } from '../app/download.ts'
import { useKept } from '../app/kept.ts'
import { usePlace } from '../app/place.ts'
import { today, useSession } from '../app/session.ts'
import { useWork } from '../app/work.ts'
import { ErrorText, formatRupiah, formatWhole, ProgressNotice, parseDay, showNotice } from '../ui/index.ts'
import { verifyAddress } from './addresses.ts'
import { type Certificate, CertificateField } from './CertificateField.tsx'
import styles from './document.module.css'
import { differs, ownSigner, type Signer, signerKeys, signerOf } from './signer.ts'
import { useProfile } from './useProfile.ts'

const texts = documentWindowTexts.export
type Input = InputOf<typeof consolidationExport>
type Format = Input['format']
type Choices = {
  readonly format: Format
  readonly paper: NonNullable<Input['paper']>
  readonly signature: NonNullable<Input['signature']>
}
const usual: Choices = { format: 'pdf', paper: 'A4', signature: 'wet' }

const readChoices = (value: unknown): Choices | null => {
  if (typeof value !== 'object' || value === null) return null
  const { format, paper, signature } = value as Record<string, unknown>
  return {
    format: format === 'docx' || format === 'xlsx' ? format : 'pdf',
    paper: paper === 'F4' ? 'F4' : 'A4',
    signature: signature === 'outside' || signature === 'sign' ? signature : 'wet',
  }
}

const options = <K extends string>(words: Readonly<Record<K, string>>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }))

const factsOf = ({ pages, total, signed, demoCertificate }: OutputOf<typeof consolidationExport>): string =>
  [
    pages === null ? null : texts.pages(formatWhole(pages)),
    formatRupiah(total),
    signed ? (demoCertificate ? texts.signedDemo : texts.signed) : null,
  ]
    .filter(Boolean)
    .join(', ')

const Segments = <K extends string>({
  label,
  words,
  about,
  value,
  onChange,
}: {
  label: string
  words: Readonly<Record<K, string>>
  about?: string
  value: K
  onChange: (value: K) => void
}) => {
  const id = useId()
  return (
    <div>
      <div className={styles.legend} id={id}>
        {label}
      </div>
      <SegmentedControl
        fullWidth
        size="sm"
        aria-labelledby={id}
        transitionDuration={0}
        data={options(words)}
        value={value}
        onChange={(next) => onChange(next as K)}
      />
      {about ? <p className={styles.about}>{about}</p> : null}
    </div>
  )
}

const SignatureChoice = ({
  value,
  onChange,
}: {
  value: Choices['signature']
  onChange: (value: Choices['signature']) => void
}) => (
  <Radio.Group
    label={texts.signature}
    value={value}
    onChange={(next) => onChange(next as Choices['signature'])}
  >
    <div className={styles.section}>
      {options(texts.signatures).map(({ value: key, label }) => (
        <Radio
          key={key}
          value={key}
          label={label}
          description={texts.signatureAbout[key]}
          size="sm"
          classNames={{ description: styles.hint ?? '' }}
        />
      ))}
    </div>
  </Radio.Group>
)

/** An office and a name with its titles are long: each has the whole line. */
const wide: ReadonlySet<string> = new Set(['position', 'name'])

const SignerFields = ({ signer, onChange }: { signer: Signer; onChange: (signer: Signer) => void }) => (
  <fieldset className={styles.fieldset}>
    <legend className={styles.legend}>{texts.signer}</legend>
    <div className={styles.columns}>
      {signerKeys.map((key) =>
        key === 'date' ? (
          <DateInput
            key={key}
            label={texts.fields.date}
            valueFormat="DD-MM-YYYY"
            dateParser={parseDay}
            value={signer.date}
            onChange={(date) => date && onChange({ ...signer, date })}
          />
        ) : (
          <TextInput
            key={key}
            label={texts.fields[key]}
            className={wide.has(key) ? (styles.wide ?? '') : ''}
            value={signer[key]}
            onChange={(event) => onChange({ ...signer, [key]: event.currentTarget.value })}
          />
        ),
      )}
    </div>
  </fieldset>
)

const useSigner = (opened: boolean) => {
  const profile = useProfile(opened)
  const [signer, setSigner] = useState<Signer | null>(null)
  const [remember, setRemember] = useState(false)
  const { ready, values } = profile
  useEffect(() => {
    if (opened && ready) setSigner((now) => now ?? signerOf(values, today()))
  }, [opened, ready, values])
  const changed = signer !== null && differs(values, signer)
  const { session } = useSession()
  const client = useClient()
  const fillOwn = async () => {
    const found = await client.call(recordGet, { type: 'officer', id: session.officer })
    const rank = found.ok ? found.value.values['rank'] : null
    setSigner((now) => ({
      ...(now ?? signerOf(values, today())),
      ...ownSigner(session, typeof rank === 'string' ? rank : ''),
    }))
  }
  return {
    signer,
    setSigner,
    fillOwn,
    offerRemember: profile.mayRemember && changed,
    remember,
    setRemember,
    save: profile.remember,
  }
}

/** What holds the export back, as a sentence; null: nothing. Only signing asks for anything. */
const heldBack = ({ format, signature }: Choices, certificate: Certificate | null): string | null => {
  if (format !== 'pdf' || signature !== 'sign') return null
  if (certificate === null) return texts.certificateNeeded
  return certificate.facts === null ? texts.certificateFirst : null
}

const runWord = ({ format, signature }: Choices): string =>
  format === 'pdf' && signature === 'sign' ? texts.run.sign : texts.run[format]

type BodyProps = { year: number; onClose: () => void; opened: boolean }

const Body = ({ year, onClose, opened }: BodyProps) => {
  const { go } = usePlace()
  const [choices, setChoices] = useKept('ekspor', usual, readChoices)
  const { signer, setSigner, fillOwn, offerRemember, remember, setRemember, save } = useSigner(opened)
  const [certificate, setCertificate] = useState<Certificate | null>(null)
  const { run, busy, progress, failure, cancel, cancelling } = useWork(consolidationExport)
  const { format, paper, signature } = choices
  const signing = format === 'pdf' && signature === 'sign'
  const held = heldBack(choices, certificate)

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
    if (offerRemember && remember && signer !== null && (await save(signer)))
      showNotice({ message: texts.remembered })
    showNotice({
      message: texts.done(name, factsOf(result.value)),
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
          {format === 'pdf' ? (
            <>
              <Segments
                label={texts.paper}
                words={texts.papers}
                value={paper}
                onChange={(next) => setChoices({ ...choices, paper: next })}
              />
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
            {signer ? <SignerFields signer={signer} onChange={setSigner} /> : null}
            <div>
              <Button
                variant="default"
                leftSection={<IconUser size={16} stroke={1.6} />}
                onClick={() => void fillOwn()}
              >
                {texts.fillOwn}
              </Button>
            </div>
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
