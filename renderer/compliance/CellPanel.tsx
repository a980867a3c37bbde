import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Link } from 'wouter'
import { complianceAgency } from '../../shared/contract/compliance.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { useAnswer } from '../app/client.tsx'
import { ErrorText, ThinBar } from '../ui/index.ts'
import { complianceAddress } from './addresses.ts'
import { useAsked } from './asked.ts'
import styles from './compliance.module.css'
import { restsOn } from './restsOn.ts'
import { Articles, Verdict } from './Verdict.tsx'

const texts = complianceWindowTexts

type Props = { opd: string; obligation: string; onClose: () => void }

/** One OPD and one duty: the state, what it rests on, and what to do next. */
export const CellPanel = ({ opd, obligation, onClose }: Props) => {
  const { asked, href } = useAsked()
  const { data, failure } = useAnswer(complianceAgency, { opd, ...asked }, { records: restsOn, keep: true })
  const duty = data?.duties.find((one) => one.obligation === obligation)
  return (
    <article className={styles.panel} aria-label={texts.cell(data?.agency.name ?? '', duty?.short ?? '')}>
      <header className={styles.panelHead}>
        <div className={styles.panelWords}>
          <Link className={styles.panelOpd ?? ''} href={href(complianceAddress.agency(opd))}>
            {data?.agency.name ?? ''}
          </Link>
          <h2 className={styles.panelTitle}>{duty?.short ?? ''}</h2>
          <Articles obligation={obligation} />
        </div>
        <ActionIcon aria-label={texts.close} title={texts.close} onClick={onClose}>
          <IconX size={18} stroke={1.6} />
        </ActionIcon>
      </header>
      <div className={styles.panelBody}>
        {failure ? <ErrorText message={failure.message} /> : null}
        {data === undefined ? <ThinBar /> : null}
        {data === undefined || duty === undefined ? null : (
          <Verdict
            verdict={duty.verdict}
            register={duty.register}
            assess={{ opd: data.agency, obligation }}
          />
        )}
      </div>
    </article>
  )
}
