import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '../../shared/contract/call.ts'
import { auditAnchor, auditContinue } from '../../shared/contract/records.ts'
import { anchorTexts } from '../../shared/texts/anchor.ts'
import { useAnswer, useClient } from '../app/client.tsx'
import { useMay } from '../app/session.ts'
import { ConfirmPassword, formatWhole, Notice, showNotice } from '../ui/index.ts'
import styles from './audit.module.css'

const texts = anchorTexts
type Remembered = OutputOf<typeof auditAnchor>

/** An admin's way on after a loss: the password, and what it means. */
const GoOn = ({ onDone }: { onDone: () => void }) => {
  const client = useClient()
  const [asking, setAsking] = useState(false)
  const confirm = async (password: string) => {
    const result = await client.call(auditContinue, { password })
    if (!result.ok) return result.error.message
    setAsking(false)
    showNotice({ message: texts.wentOn })
    onDone()
    return null
  }
  return (
    <div>
      <Button variant="default" onClick={() => setAsking(true)}>
        {texts.goOn}
      </Button>
      <ConfirmPassword
        opened={asking}
        title={texts.goOnAsk}
        consequence={texts.goOnConsequence}
        confirmLabel={texts.goOn}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}

const Head = ({ anchored }: Pick<Remembered, 'anchored'>) =>
  anchored === null ? null : (
    <p className={styles.note}>
      {texts.code}:{' '}
      <span className={styles.code}>
        {anchored.device}.{anchored.seq}:{anchored.hash}
      </span>
    </p>
  )

const Verdict = ({ data: { state, sentence, here, anchored } }: { data: Remembered }) => {
  const name = `${here.device}.${here.seq}`
  if (sentence === '') return <Notice message={texts.whole(name)} />
  const lacks = state === 'behind' && anchored !== null
  return (
    <Notice
      tone="failed"
      message={lacks ? texts.lacking(name, `${anchored.device}.${anchored.seq}`) : sentence}
    />
  )
}

const State = ({ data }: { data: Remembered }) => (
  <>
    <Verdict data={data} />
    <Head anchored={data.anchored} />
    {data.isUnwritten ? <Notice tone="attention" message={texts.unwritten} /> : null}
    {data.others.map(({ device, seq, here }) => (
      <Notice
        key={device}
        tone="attention"
        message={texts.missingOther(device, formatWhole(here), formatWhole(seq))}
      />
    ))}
  </>
)

/** What this computer remembers of its own chain outside of the data, and whether the data still holds it. */
export const Anchored = () => {
  const { data, retry } = useAnswer(auditAnchor, {})
  const mayGoOn = useMay(auditContinue.roles)
  if (data === undefined) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>{texts.title}</h2>
      <p className={styles.note}>{texts.about}</p>
      <State data={data} />
      {mayGoOn && data.state === 'behind' ? <GoOn onDone={retry} /> : null}
    </section>
  )
}
