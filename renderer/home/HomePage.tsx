import { Button, Group } from '@mantine/core'
import { IconClipboardList, IconFileImport } from '@tabler/icons-react'
import { budgetAccept, budgetForms } from '../../shared/contract/budget.ts'
import { conflictCounts } from '../../shared/contract/conflict.ts'
import { consolidationSummary } from '../../shared/contract/consolidation.ts'
import { opdTake } from '../../shared/contract/opd.ts'
import { backupList } from '../../shared/contract/session.ts'
import { homeTexts } from '../../shared/texts/home.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { addressOf, useComposition } from '../app/catalogue.ts'
import { useAnswer } from '../app/client.tsx'
import { usePlace } from '../app/place.ts'
import { useSession } from '../app/session.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { useYear } from '../app/year.ts'
import { conflictAddress } from '../conflict/index.ts'
import { takeAddress } from '../opd/index.ts'
import { ErrorText, PageHeader, ThinBar } from '../ui/index.ts'
import styles from './home.module.css'
import { LastDone } from './LastDone.tsx'
import { StandingFigures } from './StandingFigures.tsx'
import { TaskList } from './TaskList.tsx'
import { type Addresses, type Standing, tasksOf } from './tasks.ts'

const texts = homeTexts

const useStanding = (year: number) => {
  const forms = useAnswer(
    budgetForms,
    { year },
    { records: ['budgetForm', 'budgetRow', 'opd', 'opdList'], keep: true },
  )
  const summary = useAnswer(
    consolidationSummary,
    { year },
    { records: ['budgetForm', 'budgetRow', 'opd', 'consolidation', 'implementerAlias'], keep: true },
  )
  const backups = useAnswer(backupList, {}, { records: [] })
  const conflicts = useAnswer(conflictCounts, {}, { keep: true })
  const newest = backups.data?.backups
    .map(({ made }) => made)
    .sort()
    .at(-1)
  const standing: Standing | null =
    forms.data === undefined
      ? null
      : {
          forms: forms.data.forms,
          missing: forms.data.missing,
          listComplete: forms.data.listComplete,
          all: summary.data?.all ?? null,
          last: summary.data?.last ?? null,
          conflicts: conflicts.data ?? { disputes: 0, waiting: 0 },
          backup: backups.data === undefined ? undefined : (newest ?? null),
          now: Date.now(),
        }
  return { standing, summary: summary.data, failure: forms.failure, retry: forms.retry }
}

const Start = ({ year, listEmpty }: { year: number; listEmpty: boolean }) => {
  const { go } = usePlace()
  const mayImport = useMayChange(budgetAccept.roles)
  const fills = useMayChange(opdTake.roles) && listEmpty
  return (
    <section className={styles.start}>
      <h2 className={styles.startTitle}>{texts.start.title(year)}</h2>
      <p className={styles.startAbout}>{texts.start.about}</p>
      {fills ? <p className={styles.startAbout}>{texts.start.opdsAbout}</p> : null}
      <Group gap={8}>
        {mayImport ? (
          <Button
            leftSection={<IconFileImport size={16} stroke={1.8} />}
            onClick={() => go('/anggaran/impor')}
          >
            {texts.start.import}
          </Button>
        ) : null}
        {fills ? (
          <Button
            variant="default"
            leftSection={<IconClipboardList size={16} stroke={1.6} />}
            onClick={() => go(takeAddress)}
          >
            {texts.start.opds}
          </Button>
        ) : null}
      </Group>
      <ol className={styles.steps} aria-label={texts.start.steps}>
        {[texts.start.first, texts.start.second, texts.start.third].map((step) => (
          <li key={step} className={styles.step}>
            {step}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Beranda: what needs doing now, from real data; for a new officer the way to the first import. */
export const HomePage = () => {
  const year = useYear()
  const { session } = useSession()
  const { pages } = useComposition()
  const { standing, summary, failure, retry } = useStanding(year)
  const addresses: Addresses = {
    form: (id) => addressOf(pages, 'budgetForm', id) ?? '/anggaran',
    disputes: conflictAddress.list(),
    waiting: conflictAddress.held(),
  }
  return (
    <>
      <PageHeader title={texts.greeting(session.name)} about={texts.year(year)} />
      <div className={styles.content}>
        {failure ? (
          <ErrorText
            message={failure.message}
            action={<Button onClick={retry}>{uiTexts.actions.retry}</Button>}
          />
        ) : null}
        {standing === null && failure === null ? <ThinBar /> : null}
        {standing === null ? null : standing.forms.length === 0 ? (
          <Start year={year} listEmpty={standing.missing.length === 0} />
        ) : (
          <>
            <StandingFigures standing={standing} />
            <div className={styles.columns}>
              <TaskList tasks={tasksOf(standing, addresses)} />
              <LastDone last={summary?.last ?? null} backup={standing.backup} />
            </div>
          </>
        )}
      </div>
    </>
  )
}
