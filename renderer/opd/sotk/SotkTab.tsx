import { opdSotkHistory } from '../../../shared/contract/opd.ts'
import { opdSotkTexts } from '../../../shared/texts/opd-sotk.ts'
import { useAnswer } from '../../app/client.tsx'
import { SotkButton } from '../ListStanding.tsx'
import styles from './sotk.module.css'

const texts = opdSotkTexts.history

/** What an OPD was called, came from and became; and the action that changes it. */
export const SotkTab = ({ id }: { readonly id: string }) => {
  const { data } = useAnswer(opdSotkHistory, { opd: id }, { records: ['opd', 'opdSuccession'] })
  if (data === undefined) return null
  return (
    <div className={styles.tab}>
      {data.lines.length === 0 ? (
        <p className={styles.about}>{texts.none}</p>
      ) : (
        <ul className={styles.list}>
          {data.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div>
        <SotkButton opd={id} />
      </div>
    </div>
  )
}
