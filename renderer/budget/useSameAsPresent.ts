import { useEffect, useState } from 'react'
import { budgetForm } from '../../shared/contract/budget.ts'
import type { Client } from '../app/bridge.ts'
import { useClient } from '../app/client.tsx'
import { compareFile } from './comparison.ts'
import { type Register, replacedForm } from './fileBlock.ts'
import type { ImportFile } from './importModel.ts'

const isSame = async (client: Client, file: ImportFile, form: string): Promise<boolean> => {
  const answer = await client.call(budgetForm, { form })
  return answer.ok && compareFile(file, answer.value.rows).same
}

/** Keys of the files that say again what the form says which they would replace; grows while the forms are read. */
export const useSameAsPresent = (files: readonly ImportFile[], register: Register): ReadonlySet<string> => {
  const client = useClient()
  const [same, setSame] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    let here = true
    void (async () => {
      for (const file of files) {
        const form = replacedForm(file, register)?.id
        if (form === undefined || !(await isSame(client, file, form))) continue
        if (!here) return
        setSame((before) => new Set([...before, file.key]))
      }
    })()
    return () => {
      here = false
    }
  }, [client, files, register])
  return same
}
