import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import { type ComponentType, lazy, Suspense, use, useEffect, useRef } from 'react'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { Login } from '../identity/entrance.ts'
import { ErrorText, ThinBar } from '../ui/index.ts'
import type { Client } from './bridge.ts'
import { type Composition, CompositionContext } from './catalogue.ts'
import { ClientProvider } from './client.tsx'
import frameStyles from './Frame.module.css'
import { useGate } from './gate.ts'
import { forgetKept } from './kept.ts'
import { Look } from './Look.tsx'
import type { OpenProps } from './Open.tsx'
import { ThemeContext, useThemeState } from './theme-choice.ts'

const FirstStart = lazy(async () => ({ default: (await import('../identity/FirstStart.tsx')).FirstStart }))

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

/** What only a logged-in officer needs. */
export type Inside = { readonly composition: Composition; readonly Open: ComponentType<OpenProps> }

type Props = { client: Client; queries: QueryClient; load: () => Promise<Inside> }

const Loaded = ({ load, ...props }: OpenProps & Pick<Props, 'load'>) => {
  const { composition, Open } = use(load())
  return (
    <CompositionContext value={composition}>
      <Open {...props} />
    </CompositionContext>
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

/** The rest of the window comes once the first screen has painted, while the password is typed. */
const useLoading = (load: Props['load'], started: boolean) => {
  useEffect(() => {
    if (!started) return undefined
    // A failure shows where it is needed.
    const idle = requestIdleCallback(() => void load().catch(() => undefined))
    return () => cancelIdleCallback(idle)
  }, [load, started])
}

const Gated = ({ client, queries, load }: Props) => {
  const { gate, tell, ask, lock } = useGate(client)
  const theme = useThemeState(client)
  const rememberedYear = useRef(0)
  useLoading(load, gate.kind !== 'starting')
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
        <Suspense fallback={<Starting />}>
          {gate.kind === 'fresh' ? <FirstStart folder={gate.folder} onDone={() => void ask()} /> : null}
        </Suspense>
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
          <Suspense fallback={<Starting />}>
            <Loaded
              key={gate.session.officer}
              load={load}
              session={gate.session}
              city={gate.city}
              lock={() => void lock()}
              rememberedYear={rememberedYear}
            />
          </Suspense>
        ) : null}
      </ThemeContext>
    </Look>
  )
}

/** The whole window: first start, login, or the frame. */
export const Window = (props: Props) => (
  <ClientProvider client={props.client} queries={props.queries}>
    <Gated {...props} />
  </ClientProvider>
)
