import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Bridge } from '../../shared/contract/bridge.ts'
import { makeClient } from './bridge.ts'
import type { Composition } from './catalogue.ts'
import { makeQueries } from './client.tsx'
import { type Inside, Window } from './Window.tsx'

const counter = () => {
  const window = crypto.randomUUID()
  let count = 0
  return () => {
    count += 1
    return `${window}.${count}`
  }
}

const insideOf = async (compose: () => Promise<Composition>): Promise<Inside> => {
  const [composition, { Open }] = await Promise.all([compose(), import('./Open.tsx')])
  return { composition, Open }
}

/** Opens the window over a bridge. What it is composed of (record definitions, pages) is asked for after the first screen. */
export const startWindow = (compose: () => Promise<Composition>, bridge: Bridge, root: HTMLElement): void => {
  const client = makeClient(bridge, counter())
  let inside: Promise<Inside> | undefined
  const load = (): Promise<Inside> => {
    inside ??= insideOf(compose)
    return inside
  }
  createRoot(root).render(
    <StrictMode>
      <Window client={client} queries={makeQueries()} load={load} />
    </StrictMode>,
  )
}
