import type { Transaction } from '../store/transaction.ts'

/** The officer's password is one they chose, or has given way to a newer one: none of their keys waits for a change any more. */
export const ownPasswordChosen = (tx: Transaction, officer: string): void => {
  for (const { id, mustChange } of tx.read.where('credential', { officer }))
    if (mustChange) tx.update('credential', id, { mustChange: false })
}
