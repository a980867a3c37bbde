import { expect, it } from 'vitest'
import { budgetForm, formStatuses } from '../../../shared/records/budget.ts'
import { editableStatuses } from '../../../shared/rules/budget/life.ts'

it('the states that close the rows of a form are those in which nobody may edit them', () => {
  const closed = Object.keys(formStatuses).filter(
    (status) => !(editableStatuses as string[]).includes(status),
  )
  expect([...(budgetForm.lock?.children ?? [])].sort()).toEqual(closed.sort())
  expect(budgetForm.lock?.children).toEqual(expect.arrayContaining([...(budgetForm.lock?.itself ?? [])]))
})
