import { Menu, UnstyledButton } from '@mantine/core'
import { IconSelector } from '@tabler/icons-react'
import { budgetForms } from '../../shared/contract/budget.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { useAnswer } from './client.tsx'
import { today } from './session.ts'
import styles from './TopBar.module.css'
import { useSetYear, useYear } from './year.ts'
import { usualYear, yearChoices } from './years.ts'

const texts = appTexts.year

/** “TA 2027 · Murni · Usulan”: the year travels in the address; changing it closes nothing. */
export const YearSwitch = () => {
  const year = useYear()
  const setYear = useSetYear()
  const { data } = useAnswer(budgetForms, { year }, { records: ['budgetForm', 'opd'], keep: true })
  const withForms = data?.years ?? []
  return (
    <Menu position="bottom-end" width={260} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={styles.year ?? ''} aria-label={texts.change(texts.label(year))}>
          {texts.label(year)}
          <IconSelector size={14} stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={texts.title}>
        <Menu.Label>{texts.title}</Menu.Label>
        <Menu.RadioGroup value={String(year)} onChange={(next) => setYear(Number(next))}>
          {yearChoices(usualYear(today()), withForms, year).map((choice) => (
            <Menu.RadioItem
              key={choice}
              value={String(choice)}
              closeMenuOnClick
              rightSection={
                withForms.includes(choice) ? <span className={styles.as}>{texts.withForms}</span> : null
              }
            >
              {texts.option(choice)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <div className={styles.yearNote}>{texts.about}</div>
      </Menu.Dropdown>
    </Menu>
  )
}
