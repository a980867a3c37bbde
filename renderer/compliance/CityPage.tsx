import { complianceCity } from '../../shared/contract/compliance.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { useAnswer } from '../app/client.tsx'
import { ErrorText, formatLongDay, PageHeader, ThinBar } from '../ui/index.ts'
import { ComplianceNav } from './ComplianceNav.tsx'
import { Counts } from './Counts.tsx'
import styles from './compliance.module.css'
import { DutyList } from './DutyList.tsx'
import { restsOn } from './restsOn.ts'
import { StateFilter } from './StateFilter.tsx'
import { Articles } from './Verdict.tsx'

const texts = complianceWindowTexts

/** What Diskominfo, the Walikota and the city must do; it never counts against an OPD. */
export const CityPage = () => {
  const { data, failure, isPending } = useAnswer(complianceCity, {}, { records: restsOn, keep: true })
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
      {isPending ? <ThinBar /> : null}
      {failure ? <ErrorText message={failure.message} /> : null}
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
