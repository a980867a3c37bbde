import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { recordGet } from '../../shared/contract/records.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { useAnswer } from '../app/client.tsx'
import { usePlace } from '../app/place.ts'
import { EmptyState, ErrorText, ThinBar } from '../ui/index.ts'
import { budgetAddress } from './addresses.ts'
import styles from './form.module.css'

const texts = budgetWindowTexts.form

/** A row by its id alone, as the search knows it: goes on to the row in its form, without a step of its own on the way back. */
export const RowPage = () => {
  const { params, go } = usePlace()
  const row = params.get('buka') ?? ''
  const { data, failure } = useAnswer(
    recordGet,
    { type: 'budgetRow', id: row },
    { records: ['budgetRow'], enabled: row !== '' },
  )
  const form = data?.values.form
  useEffect(() => {
    if (typeof form === 'string') go(budgetAddress.form(form, { row }), { replace: true })
  }, [form, row, go])
  if (row !== '' && failure === null) return <ThinBar label={texts.loading} />
  return (
    <div className={styles.waiting}>
      {failure === null || failure.type === 'NotFound' ? (
        <EmptyState
          title={texts.rowMissing}
          action={<Button onClick={() => go(budgetAddress.list())}>{texts.back}</Button>}
        />
      ) : (
        <ErrorText message={failure.message} />
      )}
    </div>
  )
}
