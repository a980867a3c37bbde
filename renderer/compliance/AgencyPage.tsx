import { areas } from '../../shared/compliance/check.ts'
import type { OutputOf } from '../../shared/contract/call.ts'
import { complianceAgency } from '../../shared/contract/compliance.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { useAnswer } from '../app/client.tsx'
import { useDetail } from '../app/detail.ts'
import { usePlace } from '../app/place.ts'
import { QuestionnaireActions } from '../questionnaire/index.ts'
import { formatLongDay, PageHeader, ThinBar } from '../ui/index.ts'
import { AsOfBar, AsOfButton } from './AsOfBar.tsx'
import { useAsked } from './asked.ts'
import { Counts } from './Counts.tsx'
import styles from './compliance.module.css'
import { DutyList } from './DutyList.tsx'
import { Fault } from './Fault.tsx'
import { restsOn } from './restsOn.ts'
import { StateFilter, useStateFilter } from './StateFilter.tsx'
import { Articles } from './Verdict.tsx'

const texts = complianceWindowTexts

/** Registers by which its duties are judged, each once. */
const registersOf = (duties: OutputOf<typeof complianceAgency>['duties']): readonly string[] => [
  ...new Set(duties.flatMap(({ register }) => (register === null ? [] : [register]))),
]

/** All duties of one OPD, area by area. */
export const AgencyPage = () => {
  const { params } = usePlace()
  const opd = params.get('opd') ?? ''
  const { asked, isNow } = useAsked()
  const { data, failure, isPending, isFormer } = useAnswer(
    complianceAgency,
    { opd, ...asked },
    { records: restsOn, enabled: opd !== '', keep: true },
  )
  useDetail(data?.agency.name ?? null)
  const { isShown } = useStateFilter()
  return (
    <div className={styles.whole}>
      <PageHeader
        title={data?.agency.name ?? texts.agencyTitle}
        about={
          data === undefined ? null : (
            <>
              {texts.asOf(formatLongDay(data.day))} ·{' '}
              <Counts states={data.duties.map(({ verdict }) => verdict.state)} />
            </>
          )
        }
        actions={
          <>
            {data !== undefined && isNow ? (
              <QuestionnaireActions opd={data.agency} suggested={registersOf(data.duties)} />
            ) : null}
            <AsOfButton />
          </>
        }
      />
      <AsOfBar />
      {(isPending || isFormer) && opd !== '' ? <ThinBar /> : null}
      {failure ? <Fault message={failure.message} /> : null}
      {data === undefined ? null : <StateFilter states={data.duties.map(({ verdict }) => verdict.state)} />}
      {areas.map((area) => {
        const duties = data?.duties.filter((duty) => duty.area === area && isShown(duty.verdict.state)) ?? []
        return data === undefined || duties.length === 0 ? null : (
          <section key={area} className={styles.section}>
            <h2 className={styles.sectionTitle}>{texts.areas[area]}</h2>
            <DutyList
              label={texts.areas[area]}
              rows={duties.map(({ obligation, short, verdict, register }) => ({
                key: obligation,
                head: short,
                under: <Articles obligation={obligation} />,
                verdict,
                register,
                assess: { opd: data.agency, obligation },
              }))}
            />
          </section>
        )
      })}
    </div>
  )
}
