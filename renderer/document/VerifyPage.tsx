import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconFileCheck,
  IconHelpCircle,
  IconInfoCircle,
} from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import type { z } from 'zod'
import type { InputOf, OutputOf } from '../../shared/contract/call.ts'
import { documentVerify, type signatureVerdict } from '../../shared/contract/document.ts'
import { documentWindowTexts } from '../../shared/texts/document-window.ts'
import { usePlace } from '../app/place.ts'
import { useSession } from '../app/session.ts'
import { useWork } from '../app/work.ts'
import {
  DropZone,
  ErrorText,
  formatMoment,
  formatWhole,
  PageHeader,
  type PickedFile,
  ProgressNotice,
} from '../ui/index.ts'
import styles from './document.module.css'
import { lastExportOf } from './lastExport.ts'

const texts = documentWindowTexts.verify
type Outcome = OutputOf<typeof documentVerify>
type Signature = z.output<typeof signatureVerdict>

const looks = {
  valid: { tone: 'good', icon: IconCircleCheck },
  uncertified: { tone: 'warn', icon: IconAlertTriangle },
  changed: { tone: 'bad', icon: IconCircleX },
  invalid: { tone: 'bad', icon: IconCircleX },
  unsigned: { tone: 'quiet', icon: IconCircleDashed },
  unreadable: { tone: 'quiet', icon: IconHelpCircle },
} as const

const Verdict = ({ outcome, name }: { outcome: Outcome; name: string }) => {
  const { tone, icon: Icon } = looks[outcome.verdict]
  return (
    <section className={styles.verdict} data-tone={tone} role="status">
      <span className={styles.verdictIcon}>
        <Icon size={24} stroke={1.75} aria-hidden="true" />
      </span>
      <div>
        <h2 className={styles.verdictTitle}>{texts.verdict[outcome.verdict]}</h2>
        <p className={styles.headline}>{outcome.headline}</p>
        <p className={styles.fileLine}>{name}</p>
      </div>
    </section>
  )
}

const signIcons = { true: IconCircleCheck, false: IconCircleX, null: IconInfoCircle } as const
const signWords = { true: texts.good, false: texts.bad, null: texts.plain } as const

const Sentence = ({ good, text }: Signature['sentences'][number]) => {
  const key = String(good) as keyof typeof signIcons
  const Icon = signIcons[key]
  return (
    <li className={styles.sentence} data-good={key}>
      <Icon size={16} stroke={1.75} aria-label={signWords[key]} role="img" />
      <span>{text}</span>
    </li>
  )
}

const SignatureFacts = ({ signature, number }: { signature: Signature; number: number }) => {
  const words = texts.facts
  const time = signature.time === null ? words.timeUnknown : formatMoment(Date.parse(signature.time))
  return (
    <section className={styles.signature}>
      <h3 className={styles.signatureTitle}>
        {texts.signature(formatWhole(number), signature.signer || texts.unknownSigner)}{' '}
        {signature.demo && !signature.signer.includes(words.demo) ? (
          <span className={styles.demo}>{words.demo}</span>
        ) : null}
      </h3>
      <dl className={styles.facts}>
        {signature.organisation ? (
          <>
            <dt>{words.organisation}</dt>
            <dd>{signature.organisation}</dd>
          </>
        ) : null}
        <dt>{words.time}</dt>
        <dd>{time}</dd>
        <dt>{words.intact}</dt>
        <dd>{signature.intact ? words.intactYes : words.intactNo}</dd>
        <dt>{words.covers}</dt>
        <dd>{signature.coversWholeFile ? words.coversYes : words.coversNo}</dd>
        <dt>{words.certified}</dt>
        <dd>{signature.certified ? words.certifiedYes : words.certifiedNo}</dd>
      </dl>
      {signature.sentences.length > 0 ? (
        <ul className={styles.sentences} aria-label={texts.found}>
          {signature.sentences.map((sentence) => (
            <Sentence key={sentence.text} {...sentence} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** What “tidak tersertifikasi” says and does not say, and what the officer can do. */
const Uncertified = ({ signatures }: { signatures: readonly Signature[] }) => {
  const words = signatures.every(({ demo }) => demo) ? texts.uncertified.demo : texts.uncertified.usual
  return (
    <section className={styles.signature}>
      <h3 className={styles.signatureTitle}>{texts.uncertified.title}</h3>
      <ul className={styles.meanings}>
        {words.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

type Checked = { readonly name: string; readonly outcome: Outcome }

const Found = ({ checked }: { checked: Checked }) => (
  <>
    <Verdict outcome={checked.outcome} name={checked.name} />
    {checked.outcome.verdict === 'uncertified' ? (
      <Uncertified signatures={checked.outcome.signatures} />
    ) : null}
    {checked.outcome.signatures.map((signature, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: signatures stand in the order of the file
      <SignatureFacts key={at} signature={signature} number={at + 1} />
    ))}
  </>
)

/** “Periksa tanda tangan”: any PDF, and what its signatures are worth, in plain words. */
export const VerifyPage = () => {
  const { run, busy, progress, failure, cancel, cancelling } = useWork(documentVerify)
  const [file, setFile] = useState<string>('')
  const [checked, setChecked] = useState<Checked | null>(null)
  const { params, set } = usePlace()
  const last = lastExportOf(useSession().session.officer)
  const [made, madeName] = [params.get('berkas'), params.get('nama') ?? '']
  const start = useCallback(
    async (name: string, input: InputOf<typeof documentVerify>) => {
      setFile(name)
      setChecked(null)
      const result = await run(input)
      if (result.ok) setChecked({ name, outcome: result.value })
    },
    [run],
  )
  useEffect(() => {
    if (made !== null) void start(madeName, { made })
  }, [made, madeName, start])
  const check = async ([picked]: readonly PickedFile[]) => {
    if (picked === undefined) return
    if (made !== null) set({ berkas: null, nama: null }, { replace: true })
    await start(picked.name, { file: { name: picked.name, bytes: picked.bytes } })
  }
  const another = () => {
    setChecked(null)
    set({ berkas: null, nama: null }, { replace: true })
  }
  return (
    <>
      <PageHeader
        title={texts.title}
        about={texts.about}
        actions={
          checked ? (
            <Button variant="default" onClick={another}>
              {texts.other}
            </Button>
          ) : null
        }
      />
      <div className={styles.verify}>
        {checked ? (
          <Found checked={checked} />
        ) : (
          <>
            {last ? (
              <div>
                <Button
                  variant="default"
                  disabled={busy}
                  leftSection={<IconFileCheck size={16} stroke={1.6} />}
                  onClick={() => set({ berkas: last.made, nama: last.name }, { replace: true })}
                >
                  {texts.last(last.name)}
                </Button>
              </div>
            ) : null}
            <DropZone
              title={texts.drop}
              hint={texts.dropHint}
              accept={['.pdf']}
              acceptWords={texts.kinds}
              limit={200_000_000}
              busy={busy}
              onFiles={(files) => void check(files)}
            />
          </>
        )}
        {busy ? (
          <ProgressNotice
            label={texts.working(file)}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
            onCancel={cancel}
            cancelling={cancelling}
          />
        ) : null}
        {failure ? <ErrorText message={failure.message} detail={madeName || undefined} /> : null}
      </div>
    </>
  )
}
