import { Button } from '@mantine/core'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { usePlace } from '../app/place.ts'
import { complianceAddress } from './addresses.ts'

export const AlikeButton = () => {
  const { go } = usePlace()
  return (
    <Button variant="default" onClick={() => go(complianceAddress.alike())}>
      {complianceWindowTexts.alike.open}
    </Button>
  )
}
