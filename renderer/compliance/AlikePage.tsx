import { Link } from 'wouter'
import type { OutputOf } from '../../shared/contract/call.ts'
import { complianceAlike } from '../../shared/contract/compliance.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { addressOf, useComposition } from '../app/catalogue.ts'
import { useAnswer } from '../app/client.tsx'
import { newAddress } from '../records/index.ts'
import { EmptyState, ErrorText, formatWhole, PageHeader, ThinBar } from '../ui/index.ts'
import styles from './compliance.module.css'

const texts = complianceWindowTexts.alike
type Pair = OutputOf<typeof complianceAlike>['pairs'][number]

const Named = ({ of: { id, title, agency } }: { of: Pair['first'] }) => {
  const { pages } = useComposition()
  return (
    <div className={styles.twin}>
      <Link className={styles.record ?? ''} href={addressOf(pages, 'dataset', id) ?? ''}>
        {title}
      </Link>
      <span className={styles.lacks}>{agency}</span>
    </div>
  )
}

const noteAddress = ({ first, second, why }: Pair): string =>
  newAddress('datasetTwin', {
    values: { first: first.id, second: second.id, why },
    titles: { first: first.title, second: second.title },
  })

/** Datasets of different OPDs that look alike, and why; an officer of the city says what they are, after both were heard. */
export const AlikePage = () => {
  const { data, failure, isPending } = useAnswer(
    complianceAlike,
    {},
    { records: ['dataset', 'datasetTwin', 'opd'], keep: true },
  )
  return (
    <div className={styles.whole}>
      <PageHeader title={texts.title} about={texts.about} />
      {isPending ? <ThinBar label={texts.searching} /> : null}
      {failure ? <ErrorText message={failure.message} /> : null}
      {data !== undefined && data.pairs.length === 0 ? (
        <EmptyState title={texts.none}>{texts.noneAbout}</EmptyState>
      ) : null}
      <ul className={styles.duties} aria-label={texts.title}>
        {data?.pairs.map((pair) => (
          <li key={`${pair.first.id} ${pair.second.id}`} className={styles.pair}>
            <Named of={pair.first} />
            <Named of={pair.second} />
            <p className={styles.why}>{pair.why}</p>
            <Link className={styles.record ?? ''} href={noteAddress(pair)}>
              {texts.note}
            </Link>
          </li>
        ))}
      </ul>
      {data !== undefined && data.more > 0 ? (
        <p className={styles.nothing}>{texts.more(formatWhole(data.more))}</p>
      ) : null}
    </div>
  )
}
