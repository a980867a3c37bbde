import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge } from '../../shared/contract/bridge.ts'
import { makeClient } from './bridge.ts'
import type { Composition } from './catalogue.ts'
import { makeQueries } from './client.tsx'
import { Window } from './Window.tsx'

const counter = () => {
  const window = crypto.randomUUID()
  let count = 0
  return () => {
    count += 1
    return `${window}.${count}`
  }
}

/** Opens the window over a bridge, from the record definitions and pages that it is given. */
export const startWindow = (composition: Composition, bridge: Bridge, root: HTMLElement): void => {
  const client = makeClient(bridge, counter())
  createRoot(root).render(
    <StrictMode>
      <Window client={client} queries={makeQueries()} composition={composition} />
    </StrictMode>,
  )
}
