import { readAmount } from './amount.ts'

/** One sum in whole rupiah and nothing beside it: “40 jt”, “1,5 miliar”, “lima juta rupiah”; undefined where a source or other words would be lost. */
export const oneAmount = (text: string): number | undefined => {
  const { funding, other, doubts } = readAmount(text)
  const [only, second] = funding
  if (only === undefined || second !== undefined || only.source !== '') return undefined
  return other === '' && doubts.length === 0 && Number.isSafeInteger(only.amount) ? only.amount : undefined
}
