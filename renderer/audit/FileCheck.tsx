import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { type CheckResult, checkRun, checkState } from '../../shared/contract/check.ts'
import { cureOf } from '../../shared/rules/audit/verdict.ts'
import { checkTexts } from '../../shared/texts/check.ts'
import { useAnswer, useClient } from '../app/client.tsx'
import { useSession } from '../app/session.ts'
import { useWork } from '../app/work.ts'
import { Figure, Figures, formatMoment, formatWhole, Notice, ProgressNotice } from '../ui/index.ts'
import styles from './audit.module.css'
import { Busy } from './VerifyPage.tsx'

const texts = checkTexts.check

const told = (result: CheckResult): { tone: 'done' | 'attention' | 'failed'; message: string } => {
  const when = formatMoment(Date.parse(result.time))
  const cure = cureOf(result.findings)
  if (cure === 'none') return { tone: 'done', message: texts.sound(when) }
  return cure === 'files'
    ? { tone: 'attention', message: texts.files(when) }
    : { tone: 'failed', message: texts.broken(when) }
}

const Result = ({ result }: { result: CheckResult }) => {
  const { pages, commits, attachments, compared, comparedAt, findings } = result
  const sentences = findings.map(({ part, count }) => {
    const text = checkTexts.parts[part]
    return typeof text === 'string' ? text : text(formatWhole(count))
  })
  return (
    <>
      <Notice {...told(result)} />
      {sentences.length > 0 ? (
        <ul className={styles.faults}>
          {[...new Set(sentences)].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <Figures>
        <Figure label={texts.pages} value={formatWhole(pages)} />
        <Figure label={texts.commits} value={formatWhole(commits)} />
        <Figure label={texts.attachments} value={formatWhole(attachments)} />
        <Figure
          label={texts.compared}
          value={compared && findings.length === 0 ? texts.same : '–'}
          note={
            comparedAt === null ? texts.notCompared : texts.comparedAt(formatMoment(Date.parse(comparedAt)))
          }
        />
      </Figures>
    </>
  )
}

/** The state is asked again when a check ends, whoever began it. */
const useCheckState = () => {
  const client = useClient()
  const { data, retry } = useAnswer(checkState, {}, { records: [] })
  const [ended, setEnded] = useState(0)
  useEffect(() => client.onEvent((event) => event.type === 'checked' && setEnded((n) => n + 1)), [client])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each end asks again
  useEffect(() => retry(), [ended])
  return data
}

/** Whether the file itself is whole: the last check, the one that runs, and one by command. */
export const FileCheck = () => {
  const data = useCheckState()
  const { recover } = useSession()
  const work = useWork(checkRun)
  const run = async () => {
    const result = await work.run({})
    const cure = result.ok ? cureOf(result.value.findings) : 'none'
    if (cure === 'rebuild' || cure === 'restore') recover()
  }
  const running = work.busy ? null : (data?.running ?? null)
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>{texts.title}</h2>
      <p className={styles.note}>{texts.about}</p>
      {data?.last ? <Result result={data.last} /> : null}
      {data && data.last === null && !work.busy ? <p className={styles.note}>{texts.never}</p> : null}
      {running ? (
        <ProgressNotice label={running.step} done={running.done} total={running.total} elapsed={1000} />
      ) : null}
      <Busy work={work} label={texts.running} />
      <div>
        <Button variant="default" disabled={work.busy} onClick={() => void run()}>
          {texts.run}
        </Button>
      </div>
    </section>
  )
}
