import { complianceCity } from '../../shared/contract/compliance.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { useAnswer } from '../app/client.tsx'
import { formatLongDay, PageHeader, ThinBar } from '../ui/index.ts'
import { AsOfBar } from './AsOfBar.tsx'
import { useAsked } from './asked.ts'
import { ComplianceNav } from './ComplianceNav.tsx'
import { Counts } from './Counts.tsx'
import styles from './compliance.module.css'
import { DutyList } from './DutyList.tsx'
import { Fault } from './Fault.tsx'
import { restsOn } from './restsOn.ts'
import { StateFilter } from './StateFilter.tsx'
import { Articles } from './Verdict.tsx'

const texts = complianceWindowTexts

/** What Diskominfo, the Walikota and the city must do; it never counts against an OPD. */
export const CityPage = () => {
  const { asked } = useAsked()
  const { data, failure, isPending, isFormer } = useAnswer(complianceCity, asked, {
    records: restsOn,
    keep: true,
  })
  return (
    <div className={styles.whole}>
      <PageHeader
        title={texts.cityTitle}
        about={
          data === undefined ? null : (
            <>
              {texts.cityAbout} · {texts.asOf(formatLongDay(data.day))} ·{' '}
              <Counts states={data.duties.map(({ verdict }) => verdict.state)} />
            </>
          )
        }
      >
        <ComplianceNav here="city" />
      </PageHeader>
      <AsOfBar />
      {isPending || isFormer ? <ThinBar /> : null}
      {failure ? <Fault message={failure.message} /> : null}
      {data === undefined ? null : <StateFilter states={data.duties.map(({ verdict }) => verdict.state)} />}
      {data === undefined ? null : (
        <DutyList
          label={texts.cityTitle}
          rows={data.duties.map(({ obligation, short, bearer, verdict, register }) => ({
            key: obligation,
            head: short,
            under: (
              <>
                {bearer} · <Articles obligation={obligation} />
              </>
            ),
            verdict,
            register,
          }))}
        />
      )}
    </div>
  )
}
