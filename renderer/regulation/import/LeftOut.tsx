import type { ReadInstrument } from '../../../shared/contract/regulation.ts'
import { regulationImportTexts } from '../../../shared/texts/regulation-import.ts'
import { formatWhole } from '../../ui/index.ts'
import styles from './take.module.css'

const texts = regulationImportTexts.page.leftOut

/** What is not taken of a file, each with the reason. */
export const LeftOut = ({ leftOut }: Pick<ReadInstrument, 'leftOut'>) => (
  <>
    <p className={styles.lead}>{texts.about}</p>
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{texts.what}</th>
          <th scope="col" className={styles.number}>
            {texts.count}
          </th>
          <th scope="col">{texts.reason}</th>
        </tr>
      </thead>
      <tbody>
        {leftOut.map(({ what, count, reason }) => (
          <tr key={what}>
            <td className={styles.what}>{what}</td>
            <td className={styles.number}>{count === null ? '' : formatWhole(count)}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
)
