import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { FirstStart, Login } from '../identity/index.ts'
import { ErrorText, ThinBar } from '../ui/index.ts'
import type { Client } from './bridge.ts'
import { type Composition, CompositionContext } from './catalogue.ts'
import { ClientProvider } from './client.tsx'
import frameStyles from './Frame.module.css'
import { Frame, firstYear } from './Frame.tsx'
import { useGate } from './gate.ts'
import { forgetKept } from './kept.ts'
import { Look } from './Look.tsx'
import { LeaveGuard } from './leave.tsx'
import { SessionContext } from './session.ts'
import { ThemeContext, useThemeState } from './theme-choice.ts'

const Starting = () => (
  <main aria-busy="true" aria-label={appTexts.starting}>
    <ThinBar label={appTexts.starting} />
  </main>
)

const Failed = ({ message, onRetry }: { message: string; onRetry: () => void }) => (
  <main className={frameStyles.failed}>
    <ErrorText message={message} action={<Button onClick={onRetry}>{appTexts.reload}</Button>} />
  </main>
)

type OpenProps = {
  session: SessionFacts
  city: string
  lock: () => void
  rememberedYear: { current: number }
}

/** Nothing of an officer outlives another's login: the tree is built anew for each. */
const Open = ({ session, city, lock, rememberedYear }: OpenProps) => {
  const state = useMemo(() => ({ session, city, lock }), [session, city, lock])
  return (
    <SessionContext value={state}>
      <LeaveGuard>
        <Frame rememberedYear={rememberedYear} />
      </LeaveGuard>
    </SessionContext>
  )
}

const useTitle = (kind: string, city: string | null) => {
  useEffect(() => {
    if (kind !== 'open') document.title = appTexts.windowTitle('', city ?? '')
  }, [kind, city])
}

/** After a lock nothing of the data stays in the window; after a login the officer's own look comes back. */
const useSessionEnds = (open: boolean, queries: QueryClient, restoreTheme: () => Promise<void>) => {
  useEffect(() => {
    if (open) void restoreTheme()
    else {
      queries.clear()
      notifications.clean()
      forgetKept()
    }
  }, [open, queries, restoreTheme])
}

const Inside = ({ client, queries }: { client: Client; queries: QueryClient }) => {
  const { gate, tell, ask, lock } = useGate(client)
  const theme = useThemeState(client)
  const rememberedYear = useRef(0)
  rememberedYear.current ||= firstYear()
  useSessionEnds(gate.kind === 'open', queries, theme.restore)
  useTitle(gate.kind, 'city' in gate ? gate.city : null)
  const onEntered = (session: SessionFacts) => {
    tell({ type: 'entered', session })
    void ask()
  }
  const scheme = theme.choice === 'system' ? undefined : theme.choice
  return (
    <Look scheme={scheme}>
      <ThemeContext value={theme}>
        {gate.kind === 'starting' ? <Starting /> : null}
        {gate.kind === 'failed' ? <Failed message={gate.failure.message} onRetry={() => void ask()} /> : null}
        {gate.kind === 'fresh' ? <FirstStart folder={gate.folder} onDone={() => void ask()} /> : null}
        {gate.kind === 'closed' ? (
          <Login
            key={gate.was?.officer ?? ''}
            city={gate.city}
            was={gate.was}
            reason={gate.reason}
            onEntered={onEntered}
          />
        ) : null}
        {gate.kind === 'open' ? (
          <Open
            key={gate.session.officer}
            session={gate.session}
            city={gate.city}
            lock={() => void lock()}
            rememberedYear={rememberedYear}
          />
        ) : null}
      </ThemeContext>
    </Look>
  )
}

type Props = { client: Client; queries: QueryClient; composition: Composition }

/** The whole window: first start, login, or the frame. */
export const Window = ({ client, queries, composition }: Props) => (
  <CompositionContext value={composition}>
    <ClientProvider client={client} queries={queries}>
      <Inside client={client} queries={queries} />
    </ClientProvider>
  </CompositionContext>
)
