import { Link } from 'wouter'
import { bands } from '../../shared/compliance/due.ts'
import type { OutputOf } from '../../shared/contract/call.ts'
import { complianceDue } from '../../shared/contract/compliance.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { papersAddressOf, useComposition } from '../app/catalogue.ts'
import { useAnswer } from '../app/client.tsx'
import { EmptyState, formatDay, formatLongDay, formatWhole, PageHeader, ThinBar } from '../ui/index.ts'
import { AsOfBar } from './AsOfBar.tsx'
import { useAsked } from './asked.ts'
import { ComplianceNav } from './ComplianceNav.tsx'
import styles from './compliance.module.css'
import { Fault } from './Fault.tsx'
import { useRecordAddress } from './recordAddress.ts'
import { restsOn } from './restsOn.ts'

const texts = complianceWindowTexts
type Item = OutputOf<typeof complianceDue>['items'][number]

const Items = ({ items }: { items: readonly Item[] }) => {
  const { pages } = useComposition()
  const recordAt = useRecordAddress()
  const papersAt = (type: string, id: string) => papersAddressOf(pages, type, id)
  return (
    <table className={styles.due}>
      <thead>
        <tr>
          {[texts.due.on, texts.due.what, texts.due.record, texts.agency].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(({ on, what, type, id, title, agency, isPaper }) => (
          <tr key={`${id} ${what} ${title}`}>
            <td>{formatDay(on)}</td>
            <td>{what}</td>
            <td>
              <Link className={styles.record ?? ''} href={(isPaper ? papersAt : recordAt)(type, id) ?? ''}>
                {title === '' ? texts.untitled : title}
              </Link>
            </td>
            <td>{agency?.name ?? texts.due.city}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What ended, and what ends or is asked for within 90 days, by how near it is. */
export const DuePage = () => {
  const { asked } = useAsked()
  const { data, failure, isPending, isFormer } = useAnswer(complianceDue, asked, {
    records: [...restsOn, 'attachment'],
    keep: true,
  })
  return (
    <div className={styles.whole}>
      <PageHeader
        title={texts.dueTitle}
        about={data === undefined ? null : `${texts.asOf(formatLongDay(data.day))} · ${texts.due.about}`}
      >
        <ComplianceNav here="due" />
      </PageHeader>
      <AsOfBar />
      {isPending || isFormer ? <ThinBar /> : null}
      {failure ? <Fault message={failure.message} /> : null}
      {data !== undefined && data.items.length === 0 ? (
        <EmptyState title={texts.due.none}>{texts.due.noneAbout}</EmptyState>
      ) : null}
      {bands.map((band) => {
        const items = data?.items.filter((one) => one.band === band) ?? []
        return items.length === 0 ? null : (
          <section key={band} className={styles.section} aria-label={texts.due.bands[band]}>
            <h2 className={styles.sectionTitle}>
              {texts.due.bands[band]} ({formatWhole(items.length)})
            </h2>
            <Items items={items} />
          </section>
        )
      })}
      {data !== undefined && data.more > 0 ? (
        <p className={styles.nothing}>{texts.due.more(formatWhole(data.more))}</p>
      ) : null}
    </div>
  )
}
