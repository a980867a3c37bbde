import { countOf, type State } from '../../shared/compliance/state.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { formatWhole } from '../ui/index.ts'

const texts = complianceWindowTexts

/** “21 terpenuhi dari 30 yang berlaku, 9 belum ada data”. */
export const Counts = ({ states }: { states: readonly State[] }) => {
  const { met, applicable, unknown } = countOf(states)
  return <>{texts.counts(formatWhole(met), formatWhole(applicable), formatWhole(unknown))}</>
}
