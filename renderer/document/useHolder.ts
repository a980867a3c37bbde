import { useEffect, useRef, useState } from 'react'
import { peopleHolders } from '../../shared/contract/people.ts'
import { useAnswer } from '../app/client.tsx'
import { type Block, type HeldPosition, isOffered, offeredBlock, usualPosition } from './holder.ts'
import { type Signer, signerOf } from './signer.ts'

const none: readonly HeldPosition[] = []
const restsOn = ['position', 'assignment', 'person', 'opd', 'opdSuccession'] as const

/** What the signer fields show of the recorded positions. */
export type PositionChoice = {
  readonly positions: readonly HeldPosition[]
  readonly chosen: string | null
  readonly choose: (id: string | null) => void
  /** Nobody is recorded for the chosen position on the document's date. */
  readonly isVacant: boolean
}

type Given = {
  readonly signer: Signer | null
  readonly setSigner: (signer: Signer) => void
  readonly profile: Readonly<Record<string, unknown>>
}

/**
 * The holder of a recorded position on the date of the document, in place of the signer of the profile. What was typed over is
 * left alone until another position is chosen. Null where no position is recorded.
 */
export const useHolder = ({ signer, setSigner, profile }: Given): PositionChoice | null => {
  const day = signer?.date ?? ''
  const { data } = useAnswer(peopleHolders, { day }, { records: restsOn, enabled: day !== '', keep: true })
  const [picked, setPicked] = useState<string | null | undefined>(undefined)
  const last = useRef<Block | null>(null)
  const positions = data?.positions ?? none
  const own = signerOf(profile, day)
  const chosen = picked === undefined ? usualPosition(positions, own) : picked
  const position = positions.find(({ id }) => id === chosen)
  const block = offeredBlock(position, own)
  const isOfDay = data?.day === day && positions.length > 0
  useEffect(() => {
    if (signer === null || !isOfDay || !isOffered(signer, last.current ?? own)) return
    last.current = block
    if (!isOffered(signer, block)) setSigner({ ...signer, ...block })
  })
  if (signer === null || positions.length === 0) return null
  const choose = (id: string | null) => {
    setPicked(id)
    // Whoever chooses a position wants its holder, whatever stood there.
    const found = positions.find((one) => one.id === id)
    last.current = offeredBlock(found, own)
    setSigner({ ...signer, ...last.current })
  }
  const isAsOffered = isOffered(signer, block)
  return {
    positions,
    chosen: isAsOffered ? (position?.id ?? null) : null,
    choose,
    isVacant: isAsOffered && position !== undefined && position.holder === null,
  }
}
