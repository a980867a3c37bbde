import { Link } from 'wouter'
import { recordList } from '../../shared/contract/records.ts'
import { components, stages } from '../../shared/records/common.ts'
import { organisationTexts } from '../../shared/texts/organisation.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import { useAnswer } from '../app/client.tsx'
import { registerPath } from '../records/index.ts'
import { unitAddress } from '../regulation/index.ts'
import { ErrorText, formatWhole, PageHeader, ThinBar } from '../ui/index.ts'
import { StageCell } from './StageCell.tsx'
import styles from './stages.module.css'
import { isInForce, stagesOf } from './stages.ts'

const texts = organisationTexts.stages
const { cite } = regulationTexts
const letters = 'abcde'

const Heading = ({ article, at, words }: { article: number; at: number; words: string }) => (
  <>
    {/* A long word may go on after its slash. */}
    {words.replace('/', '/\u200b')}
    <Link className={styles.cite ?? ''} href={unitAddress(`SKW-${article}${letters[at]}`)}>
      {`${cite.article(String(article))} ${cite.letter(letters[at] ?? '')}`}
    </Link>
  </>
)

const most = 500
const resting = { records: ['stageCell', 'policy'], keep: true }

/** The five components of Singkawang Pasal 7 in the five stages of Pasal 8. */
export const StagesPage = () => {
  const cells = useAnswer(recordList, { type: 'stageCell', limit: most }, resting)
  const decrees = useAnswer(recordList, { type: 'policy', filters: { form: 'perwal' }, limit: most }, resting)
  const failure = cells.failure ?? decrees.failure
  const rows = stagesOf(cells.data?.rows ?? [], decrees.data?.rows ?? [])
  const all = rows.flat()
  const noted = all.filter(({ cell }) => cell !== null).length
  const decreed = all.filter(({ decrees: own }) => own.some(isInForce)).length
  return (
    <div className={styles.page}>
      <PageHeader
        title={texts.title}
        about={texts.about}
        actions={
          <Link className={styles.register ?? ''} href={registerPath('stageCell')}>
            {texts.register}
          </Link>
        }
      />
      {cells.isPending || decrees.isPending ? <ThinBar label={texts.title} /> : null}
      {failure ? <ErrorText message={failure.message} /> : null}
      <p className={styles.count}>{texts.count(formatWhole(noted), formatWhole(decreed))}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={texts.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.component}</th>
              {Object.values(stages).map((words, at) => (
                <th key={words} scope="col">
                  <Heading article={8} at={at} words={words} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row[0]?.component}>
                <th scope="row">
                  <Heading article={7} at={at} words={Object.values(components)[at] ?? ''} />
                </th>
                {row.map((facts) => (
                  <StageCell key={facts.stage} {...facts} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
