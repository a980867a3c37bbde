import { useEffect, useState } from 'react'
import { recordGet } from '../../shared/contract/records.ts'
import { useClient } from '../app/client.tsx'
import { today, useSession } from '../app/session.ts'
import { differs, ownSigner, type Signer, signerOf } from './signer.ts'
import { useHolder } from './useHolder.ts'
import { useProfile } from './useProfile.ts'

/** Who signs: from the city's profile, to be changed for this document and, for those who may, remembered. */
export const useSigner = (opened: boolean) => {
  const profile = useProfile(opened)
  const [signer, setSigner] = useState<Signer | null>(null)
  const [remember, setRemember] = useState(false)
  const { ready, values } = profile
  useEffect(() => {
    if (opened && ready) setSigner((now) => now ?? signerOf(values, today()))
  }, [opened, ready, values])
  const positions = useHolder({ signer, setSigner, profile: values })
  const changed = signer !== null && differs(values, signer)
  const { session } = useSession()
  const client = useClient()
  const fillOwn = async () => {
    const found = await client.call(recordGet, { type: 'officer', id: session.officer })
    const rank = found.ok ? found.value.values['rank'] : null
    setSigner((now) => ({
      ...(now ?? signerOf(values, today())),
      ...ownSigner(session, typeof rank === 'string' ? rank : ''),
    }))
  }
  return {
    signer,
    setSigner,
    positions,
    fillOwn,
    offerRemember: profile.mayRemember && changed,
    remember,
    setRemember,
    save: profile.remember,
    /** The profile of the city as it is recorded. */
    profile: values,
  }
}
