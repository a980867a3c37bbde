import { Button } from '@mantine/core'
import { IconEye, IconRefresh } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { checkRun, type Damage, recoveryFacts, recoveryTake } from '../../shared/contract/check.ts'
import { auditRebuild } from '../../shared/contract/records.ts'
import { backupRestore, type SessionFacts } from '../../shared/contract/session.ts'
import { cureOf } from '../../shared/rules/audit/verdict.ts'
import { checkTexts } from '../../shared/texts/check.ts'
import { useAnswer } from '../app/client.tsx'
import { takeDownload } from '../app/download.ts'
import { mayNow, today } from '../app/session.ts'
import { useWork } from '../app/work.ts'
import { ErrorText, formatMoment, formatWhole, ProgressNotice, showNotice, ThinBar } from '../ui/index.ts'
import { Entrance } from './Entrance.tsx'
import styles from './identity.module.css'
import { type RestoreFrom, RestoreOver } from './RestoreOver.tsx'

const texts = checkTexts.recovery

type Props = {
  damage: Damage
  city: string
  /** Null: the data does not open, and somebody's password opened its keys. */
  session: SessionFacts | null
  /** Goes on in data that is only read. */
  onLook: () => void
  /** Something was done: how do things stand? */
  onChanged: () => void
  onLeave: () => void
}

const sentenceOf = ({ part, count }: Damage['findings'][number]): string => {
  const text = checkTexts.parts[part]
  return typeof text === 'string' ? text : text(formatWhole(count))
}

/** What is damaged, in words, and the technical text for whoever helps. */
const Damaged = ({ damage, opens }: { damage: Damage; opens: boolean }) => {
  const sentences = [...new Set(damage.findings.map(sentenceOf))]
  const detail = damage.findings.map(({ part, count, detail }) => `${part} ${count} ${detail}`).join('\n')
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>{texts.damaged}</h2>
      <ul className={styles.points}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {opens ? null : <li>{texts.locked}</li>}
        {damage.unreadable.length > 0 ? <li>{texts.unreadable(damage.unreadable.join(', '))}</li> : null}
      </ul>
      <details className={styles.technical}>
        <summary>{texts.detail}</summary>
        <pre>{detail}</pre>
      </details>
    </section>
  )
}

type Facts = ReturnType<typeof useFacts>
const useFacts = () => useAnswer(recoveryFacts, {}, { records: [] })

const BackupLine = ({ data, failure, isPending }: Facts) => {
  if (isPending)
    return (
      <li>
        {texts.lookingForBackup}
        <ThinBar label={texts.lookingForBackup} />
      </li>
    )
  if (failure) return <li>{failure.message}</li>
  const { backup = null, failed = 0 } = data ?? {}
  return (
    <>
      <li>
        {backup === null
          ? texts.noBackup
          : texts.backup(
              formatMoment(Date.parse(backup.made)),
              formatWhole(backup.rows),
              formatWhole(backup.commits),
              backup.head,
            )}
      </li>
      {backup !== null && failed > 0 ? <li>{texts.failedBackups(formatWhole(failed))}</li> : null}
    </>
  )
}

const Safe = ({ facts, logWhole, opens }: { facts: Facts; logWhole: boolean; opens: boolean }) => {
  const others = facts.data?.others ?? []
  const named = others.map(({ name, commits }) => texts.other(name, formatWhole(commits)))
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>{texts.safe}</h2>
      <ul className={styles.points}>
        {logWhole && opens ? <li>{texts.logWhole}</li> : null}
        {opens ? <li>{texts.readable}</li> : null}
        <BackupLine {...facts} />
        {named.length > 0 ? <li>{texts.others(named.join(', '))}</li> : null}
      </ul>
    </section>
  )
}

type Work = Pick<ReturnType<typeof useWork>, 'busy' | 'progress' | 'failure' | 'cancel' | 'cancelling'>
const Busy = ({ work, label }: { work: Work; label: string }) => (
  <>
    {work.busy ? (
      <ProgressNotice
        label={work.progress?.step.includes(' ') ? work.progress.step : label}
        done={work.progress?.done ?? 0}
        total={work.progress?.total ?? null}
        onCancel={work.cancel}
        cancelling={work.cancelling}
      />
    ) : null}
    {work.failure ? <ErrorText message={work.failure.message} /> : null}
  </>
)

const Way = ({ about, children }: { about: string; children: ReactNode }) => (
  <div className={styles.way}>
    {children}
    <p>{about}</p>
  </div>
)

/** Asks again once something was done, and says so where the data is whole. */
const useWays = (onChanged: () => void) => {
  const rebuild = useWork(auditRebuild)
  const check = useWork(checkRun)
  const take = useWork(recoveryTake)
  const tellMended = () => showNotice({ message: texts.mended, outside: true })
  return {
    rebuild,
    check,
    take,
    runRebuild: async () => {
      const result = await rebuild.run({})
      if (result.ok) tellMended()
      onChanged()
    },
    runCheck: async () => {
      const result = await check.run({})
      if (result.ok && result.value.findings.length === 0) tellMended()
      onChanged()
    },
    runTake: async () => {
      const result = await take.run({})
      if (result.ok) takeDownload(result.value)
    },
  }
}

type WaysProps = Pick<Props, 'session' | 'onLook' | 'onChanged' | 'onLeave'> & {
  facts: Facts
  logWhole: boolean
  onRestore: (from: RestoreFrom) => void
}

const Ways = ({ session, facts, logWhole, onLook, onChanged, onLeave, onRestore }: WaysProps) => {
  const { rebuild, check, take, runRebuild, runCheck, runTake } = useWays(onChanged)
  const may = session === null || mayNow(session, backupRestore.roles, today())
  const rebuilds = logWhole && session !== null && may
  const busy = rebuild.busy || check.busy || take.busy
  const backup = facts.data?.backup ?? null
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>{texts.ways}</h2>
      {may ? null : <p className={styles.about}>{texts.adminOnly}</p>}
      {rebuilds ? (
        <Way about={texts.rebuildAbout}>
          <Button disabled={busy} onClick={() => void runRebuild()}>
            {texts.rebuild}
          </Button>
        </Way>
      ) : null}
      {may ? (
        <Way about={texts.restoreAbout}>
          <div className={styles.buttons} data-start>
            {backup === null ? null : (
              <Button
                variant={rebuilds ? 'default' : 'filled'}
                disabled={busy}
                onClick={() => onRestore({ name: backup.name })}
              >
                {texts.restore}
              </Button>
            )}
            <Button variant="default" disabled={busy} onClick={() => onRestore({ name: null })}>
              {texts.restoreOther}
            </Button>
          </div>
        </Way>
      ) : null}
      <Way about={texts.takeAbout}>
        <Button variant="default" disabled={busy} onClick={() => void runTake()}>
          {texts.take}
        </Button>
      </Way>
      <Busy work={rebuild} label={texts.rebuilding} />
      <Busy work={check} label={texts.checking} />
      <Busy work={take} label={texts.take} />
      <div className={styles.buttons} data-apart>
        <Button variant="subtle" onClick={onLeave}>
          {session === null ? texts.retry : texts.leave}
        </Button>
        {session === null ? null : (
          <div className={styles.buttons} data-start>
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} stroke={1.6} />}
              disabled={busy}
              onClick={() => void runCheck()}
            >
              {texts.again}
            </Button>
            <Button
              variant="default"
              leftSection={<IconEye size={16} stroke={1.6} />}
              disabled={rebuild.busy}
              onClick={onLook}
            >
              {texts.look}
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

/** The database is damaged: what is damaged, what is safe, and the ways out. Nothing is written meanwhile. */
export const Recovery = ({ damage, city, session, onLook, onChanged, onLeave }: Props) => {
  const facts = useFacts()
  const [from, setFrom] = useState<RestoreFrom | null>(null)
  const logWhole = cureOf(damage.findings) === 'rebuild'
  if (from !== null)
    return (
      <RestoreOver
        city={city}
        from={from}
        nip={session?.nip ?? ''}
        onBack={() => setFrom(null)}
        onDone={onChanged}
      />
    )
  return (
    <Entrance
      wide="full"
      city={city}
      title={logWhole ? texts.titleTables : texts.title}
      about={texts.about(formatMoment(Date.parse(damage.time)))}
    >
      <Damaged damage={damage} opens={session !== null} />
      <Safe facts={facts} logWhole={logWhole} opens={session !== null} />
      <Ways {...{ session, facts, logWhole, onLook, onChanged, onLeave }} onRestore={setFrom} />
    </Entrance>
  )
}
