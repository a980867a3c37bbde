import { Link } from 'wouter'
import type { AgencyName, ShownVerdict } from '../../shared/contract/compliance.ts'
import { articlesOf } from '../../shared/regulation/index.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { useComposition } from '../app/catalogue.ts'
import { newAddress, registerPath } from '../records/index.ts'
import { unitAddress } from '../regulation/index.ts'
import { formatWhole, StatusMark } from '../ui/index.ts'
import { useAsked } from './asked.ts'
import styles from './compliance.module.css'
import { useRecordAddress } from './recordAddress.ts'

const texts = complianceWindowTexts

/** The units of the regulation that a duty is of, each leading to its text. */
export const Articles = ({ obligation }: { obligation: string }) => {
  const [first, ...more] = articlesOf([obligation])
  if (first === undefined) return null
  return (
    <Link className={styles.cite ?? ''} href={unitAddress(first.key)} title={first.text}>
      {first.cite}
      {more.length > 0 ? texts.untilLast(more.at(-1)?.cite ?? '') : ''}
    </Link>
  )
}

const Behind = ({ behind, more }: Pick<ShownVerdict, 'behind' | 'more'>) => {
  const recordAt = useRecordAddress()
  if (behind.length === 0) return null
  return (
    <>
      <ul className={styles.behind}>
        {behind.map(({ type, id, title, lacks }) => {
          const address = recordAt(type, id)
          const name = title === '' ? texts.untitled : title
          return (
            <li key={id}>
              {address === null ? (
                <span>{name}</span>
              ) : (
                <Link className={styles.record ?? ''} href={address}>
                  {name}
                </Link>
              )}
              {lacks === '' ? null : <span className={styles.lacks}>{lacks}</span>}
            </li>
          )
        })}
      </ul>
      {more > 0 ? <p className={styles.more}>{texts.more(formatWhole(more))}</p> : null}
    </>
  )
}

type VerdictProps = {
  verdict: ShownVerdict
  register: string | null
  /** Of whom an officer may say where it stands; null: of nobody. */
  assess?: { readonly opd: AgencyName; readonly obligation: string } | null
}

const assessAddress = ({ opd, obligation }: NonNullable<VerdictProps['assess']>): string =>
  newAddress('assessment', { values: { opd: opd.id, obligation }, titles: { opd: opd.name } })

/** Where a duty stands, why, and the register in which that can change; of another day than today nothing is answered. */
export const Verdict = ({ verdict, register, assess = null }: VerdictProps) => {
  const { definitions } = useComposition()
  const { isNow } = useAsked()
  // An answer counts where nothing is recorded: elsewhere it would be written and change nothing.
  const isAsked =
    verdict.state === 'belum_ada_data' || verdict.behind.some(({ type }) => type === 'assessment')
  const definition = definitions.find(({ type, register: shown }) => type === register && shown)
  return (
    <div className={styles.verdict}>
      <StatusMark status={verdict.state} />
      <p className={styles.why}>{verdict.words}</p>
      <Behind behind={verdict.behind} more={verdict.more} />
      {isNow ? (
        <p className={styles.next}>
          {definition === undefined ? null : (
            <Link className={styles.record ?? ''} href={registerPath(definition.type)}>
              {texts.openRegister(definition.plural)}
            </Link>
          )}
          {assess === null || !isAsked ? null : (
            <Link className={styles.record ?? ''} href={assessAddress(assess)}>
              {texts.assess}
            </Link>
          )}
        </p>
      ) : null}
    </div>
  )
}
