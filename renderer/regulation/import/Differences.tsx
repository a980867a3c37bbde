import type { Difference } from '../../../shared/regulation/compare.ts'
import { nameOfUnit } from '../../../shared/regulation/library.ts'
import { regulationImportTexts } from '../../../shared/texts/regulation-import.ts'
import { formatWhole } from '../../ui/index.ts'
import styles from './take.module.css'

const texts = regulationImportTexts.page.differences
const states = ['new', 'changed', 'gone'] as const

export const countWords = (differences: readonly Difference[]): string =>
  differences.length === 0
    ? texts.none
    : states
        .map((state) => [state, differences.filter((one) => one.state === state).length] as const)
        .filter(([, count]) => count > 0)
        .map(([state, count]) => texts.counted[state](formatWhole(count)))
        .join(', ')

/** What the later of two versions says otherwise, part by part. */
export const Differences = ({ differences, than }: { differences: readonly Difference[]; than: string }) => (
  <>
    <p className={styles.lead}>
      {texts.against(than)} {countWords(differences)}
    </p>
    {differences.length === 0 ? null : (
      <table className={styles.table} data-three>
        <thead>
          <tr>
            <th scope="col">{texts.part}</th>
            <th scope="col">{texts.before}</th>
            <th scope="col">{texts.after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ state, unit, before, after }) => (
            <tr key={`${state} ${unit.key}`} data-state={state}>
              <th scope="row">
                {nameOfUnit(unit)}
                <span className={styles.state} data-state={state}>
                  {texts.states[state]}
                </span>
              </th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </>
)
