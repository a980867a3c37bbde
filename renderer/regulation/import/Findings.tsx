import type { LineFinding } from '../../../shared/contract/regulation.ts'
import { regulationImportTexts } from '../../../shared/texts/regulation-import.ts'
import { formatWhole } from '../../ui/index.ts'
import styles from './take.module.css'

const texts = regulationImportTexts.page.findings

/** What is odd in a file, line by line: what stands there, what is the matter, what can be done. */
export const Findings = ({ findings }: { findings: readonly LineFinding[] }) => (
  <table className={styles.table}>
    <thead>
      <tr>
        <th scope="col" className={styles.number}>
          {texts.line}
        </th>
        <th scope="col">{texts.printed}</th>
        <th scope="col">{texts.message}</th>
      </tr>
    </thead>
    <tbody>
      {findings.map(({ line, printed, weight, message, advice }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be said of one line in the same words
        <tr key={at} data-weight={weight}>
          <td className={styles.number}>{formatWhole(line)}</td>
          <td className={styles.printed}>{printed}</td>
          <td>
            <span className={styles.what}>{message}</span> <span className={styles.muted}>{advice}</span>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
