import { Button } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { OutputOf } from '../../shared/contract/call.ts'
import { auditRebuild, auditVerify } from '../../shared/contract/records.ts'
import { auditTexts } from '../../shared/texts/audit.ts'
import { useMay } from '../app/session.ts'
import { useWork } from '../app/work.ts'
import {
  ErrorText,
  Figure,
  Figures,
  formatMoment,
  formatWhole,
  Notice,
  PageHeader,
  ProgressNotice,
} from '../ui/index.ts'
import { Anchored } from './Anchored.tsx'
import styles from './audit.module.css'
import { FileCheck } from './FileCheck.tsx'

const texts = auditTexts.verify
type Report = OutputOf<typeof auditVerify>
type Checked = { readonly report: Report; readonly at: number }

const Heads = ({ heads }: { heads: Report['heads'] }) => (
  <section>
    <h2 className={styles.sectionTitle}>{texts.heads}</h2>
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{texts.device}</th>
          <th data-right>{texts.seq}</th>
          <th>{texts.code}</th>
        </tr>
      </thead>
      <tbody>
        {heads.map(({ device, seq, hash }) => (
          <tr key={device}>
            <td className={styles.code}>{device}</td>
            <td data-right>{formatWhole(seq)}</td>
            <td className={styles.code}>{hash}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Faults = ({ faults }: { faults: Report['faults'] }) => (
  <section>
    <h2 className={styles.sectionTitle}>{texts.faults}</h2>
    <ul className={styles.faults}>
      {faults.map(({ device, seq, message }) => (
        <li key={`${device}.${seq}.${message}`}>
          <span className={styles.code}>
            {device}.{seq}
          </span>{' '}
          {message}
        </li>
      ))}
    </ul>
  </section>
)

const Recoveries = ({ recoveries }: { recoveries: Report['recoveries'] }) => (
  <section>
    <h2 className={styles.sectionTitle}>{texts.recoveries}</h2>
    <p>{texts.recoveriesAbout}</p>
    <ul className={styles.faults}>
      {recoveries.map(({ device, seq, time }) => (
        <li key={`${device}.${seq}`}>
          <span className={styles.code}>
            {device}.{seq}
          </span>{' '}
          {formatMoment(Date.parse(time))}
        </li>
      ))}
    </ul>
  </section>
)

const Outcome = ({ report, at }: Checked) => (
  <>
    <Notice
      tone={report.faults.length === 0 ? 'done' : 'failed'}
      message={
        report.faults.length === 0
          ? texts.intact(formatWhole(report.commits))
          : texts.broken(formatWhole(report.faults.length))
      }
    />
    <Figures>
      <Figure label={texts.commits} value={formatWhole(report.commits)} note={texts.at(formatMoment(at))} />
      <Figure label={texts.rows} value={formatWhole(report.rows)} />
      <Figure
        label={texts.state}
        value={<span className={styles.code}>{report.stateHash.slice(0, 16)}</span>}
        note={texts.stateAbout}
      />
    </Figures>
    {report.faults.length > 0 ? <Faults faults={report.faults} /> : null}
    {report.recoveries.length > 0 ? <Recoveries recoveries={report.recoveries} /> : null}
    <Heads heads={report.heads} />
  </>
)

const Rebuild = () => {
  const work = useWork(auditRebuild)
  const [done, setDone] = useState<OutputOf<typeof auditRebuild> | null>(null)
  const run = async () => {
    setDone(null)
    const result = await work.run({})
    if (result.ok) setDone(result.value)
  }
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>{texts.rebuild}</h2>
      <p className={styles.note}>{texts.rebuildAbout}</p>
      {done ? (
        <Notice
          tone={done.equal ? 'done' : 'attention'}
          message={
            done.equal
              ? texts.rebuiltEqual(formatWhole(done.commits))
              : texts.rebuiltDiffers(formatWhole(done.commits))
          }
        />
      ) : null}
      <Busy work={work} label={texts.rebuilding} />
      <div>
        <Button variant="default" disabled={work.busy} onClick={() => void run()}>
          {texts.rebuild}
        </Button>
      </div>
    </section>
  )
}

type BusyWork = Pick<ReturnType<typeof useWork>, 'busy' | 'progress' | 'failure' | 'cancel' | 'cancelling'>

/** Progress with Batal while a task runs; afterwards what hindered it. */
export const Busy = ({ work, label }: { work: BusyWork; label: string }) => (
  <>
    {work.busy ? (
      <ProgressNotice
        label={work.progress?.step || label}
        done={work.progress?.done ?? 0}
        total={work.progress?.total ?? null}
        onCancel={work.cancel}
        cancelling={work.cancelling}
      />
    ) : null}
    {work.failure ? <ErrorText message={work.failure.message} /> : null}
  </>
)

/** Reads the whole chain of the log and its signatures; changes nothing. */
export const VerifyPage = () => {
  const work = useWork(auditVerify)
  const mayRebuild = useMay(auditRebuild.roles)
  const [checked, setChecked] = useState<Checked | null>(null)
  const run = async () => {
    const result = await work.run({})
    if (result.ok) setChecked({ report: result.value, at: Date.now() })
  }
  return (
    <>
      <PageHeader
        title={texts.title}
        about={texts.about}
        actions={
          <Button
            leftSection={<IconShieldCheck size={16} stroke={1.6} />}
            disabled={work.busy}
            onClick={() => void run()}
          >
            {checked ? texts.again : texts.run}
          </Button>
        }
      />
      <div className={styles.content}>
        <Busy work={work} label={texts.running} />
        {checked ? <Outcome {...checked} /> : work.busy ? null : <p className={styles.note}>{texts.never}</p>}
        <FileCheck />
        <Anchored />
        {mayRebuild ? <Rebuild /> : null}
      </div>
    </>
  )
}
