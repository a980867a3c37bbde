import { UnstyledButton } from '@mantine/core'
import { type State, stateNames } from '../../shared/compliance/state.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { usePlace } from '../app/place.ts'
import { formatWhole, StatusMark } from '../ui/index.ts'
import styles from './stateFilter.module.css'

const texts = complianceWindowTexts

/** The state to which the address narrows what is shown; a press on it again shows all. */
export const useStateFilter = () => {
  const { params, set } = usePlace()
  const state = stateNames.find((name) => name === params.get('keadaan')) ?? null
  return {
    state,
    isShown: (one: State): boolean => state === null || one === state,
    choose: (next: State) => set({ keadaan: next === state ? null : next }, { replace: true }),
  }
}

/** How many stand in each state; each count shows those alone. */
export const StateFilter = ({ states }: { states: readonly State[] }) => {
  const { state, choose } = useStateFilter()
  return (
    <fieldset className={styles.states} aria-label={texts.onlyState}>
      {stateNames
        .map((name) => ({ name, count: states.filter((one) => one === name).length }))
        .filter(({ name, count }) => count > 0 || name === state)
        .map(({ name, count }) => (
          <UnstyledButton
            key={name}
            className={styles.state ?? ''}
            aria-pressed={name === state}
            onClick={() => choose(name)}
          >
            <StatusMark status={name} /> <span className={styles.count}>{formatWhole(count)}</span>
          </UnstyledButton>
        ))}
    </fieldset>
  )
}
