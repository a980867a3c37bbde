import { Link } from 'wouter'
import { complianceDuty } from '../../shared/contract/compliance.ts'
import { articlesOf } from '../../shared/regulation/index.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { useAnswer } from '../app/client.tsx'
import { useDetail } from '../app/detail.ts'
import { usePlace } from '../app/place.ts'
import { formatLongDay, PageHeader, ThinBar } from '../ui/index.ts'
import { AsOfBar, AsOfButton } from './AsOfBar.tsx'
import { complianceAddress } from './addresses.ts'
import { useAsked } from './asked.ts'
import { Counts } from './Counts.tsx'
import styles from './compliance.module.css'
import { DutyList } from './DutyList.tsx'
import { Fault } from './Fault.tsx'
import { restsOn } from './restsOn.ts'
import { StateFilter } from './StateFilter.tsx'
import { Articles } from './Verdict.tsx'

const texts = complianceWindowTexts

/** One duty as printed, and where each OPD stands. */
export const DutyPage = () => {
  const { params } = usePlace()
  const obligation = params.get('kewajiban') ?? ''
  const { asked, href } = useAsked()
  const { data, failure, isPending, isFormer } = useAnswer(
    complianceDuty,
    { obligation, ...asked },
    { records: restsOn, enabled: obligation !== '', keep: true },
  )
  useDetail(data?.duty.short ?? null)
  return (
    <div className={styles.whole}>
      <PageHeader
        title={data?.duty.short ?? texts.dutyTitle}
        actions={<AsOfButton />}
        about={
          data === undefined ? null : (
            <>
              <Articles obligation={obligation} /> · {texts.asOf(formatLongDay(data.day))} ·{' '}
              <Counts states={data.agencies.map(({ verdict }) => verdict.state)} />
            </>
          )
        }
      >
        {articlesOf([obligation]).map(({ key, text }) => (
          <blockquote key={key} className={styles.printed}>
            {text}
          </blockquote>
        ))}
      </PageHeader>
      <AsOfBar />
      {(isPending || isFormer) && obligation !== '' ? <ThinBar /> : null}
      {failure ? <Fault message={failure.message} /> : null}
      {data === undefined ? null : <StateFilter states={data.agencies.map(({ verdict }) => verdict.state)} />}
      {data === undefined ? null : (
        <DutyList
          label={data.duty.short}
          rows={data.agencies.map(({ id, name, short, code, verdict }) => ({
            key: id,
            head: (
              <Link className={styles.record ?? ''} href={href(complianceAddress.agency(id))}>
                {name}
              </Link>
            ),
            under: code,
            verdict,
            register: data.register,
            assess: { opd: { id, name, short, code }, obligation },
          }))}
        />
      )}
    </div>
  )
}
