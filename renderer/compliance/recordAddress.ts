import { withParams } from '../app/address.ts'
import { addressOf, useComposition } from '../app/catalogue.ts'
import { registerPath } from '../records/index.ts'
import { useAsked } from './asked.ts'

/** Where a record opens; one that is told of as it was known opens with its history, since its form shows it as it is. */
export const useRecordAddress = (withHistory = false) => {
  const { pages } = useComposition()
  const { asked } = useAsked()
  return (type: string, id: string): string | null => {
    const address = addressOf(pages, type, id)
    const [path = '', search = ''] = address?.split('?') ?? []
    return address !== null && (withHistory || asked.known !== null) && path === registerPath(type)
      ? `${path}${withParams(search, { tab: 'riwayat' })}`
      : address
  }
}
