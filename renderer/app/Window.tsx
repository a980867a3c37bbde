import { Button } from '@mantine/core'
import type { QueryClient } from '@tanstack/react-query'
import {
  type ComponentType,
  lazy,
  Suspense,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { SessionFacts } from '../../shared/contract/session.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { backupTexts } from '../../shared/texts/backup.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { speakAs } from '../../shared/texts/terms.ts'
import { Login } from '../identity/entrance.ts'
import { ErrorText, formatMoment, openNotices, showNotice, ThinBar } from '../ui/index.ts'
import type { Client } from './bridge.ts'
import { type Composition, CompositionContext } from './catalogue.ts'
import { ClientProvider } from './client.tsx'
import frameStyles from './Frame.module.css'
import { type Gate, useGate } from './gate.ts'
import { forgetKept } from './kept.ts'
import { Look } from './Look.tsx'
import type { OpenProps } from './Open.tsx'
import { markPlace, takePlace } from './ownPlace.ts'
import { ThemeContext, useThemeState } from './theme-choice.ts'

const OwnPassword = lazy(async () => ({ default: (await import('../identity/OwnPassword.tsx')).OwnPassword }))
const Recovery = lazy(async () => ({ default: (await import('../identity/Recovery.tsx')).Recovery }))
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

const useTitle = (inside: boolean, city: string | null) => {
  useEffect(() => {
    if (!inside) document.title = appTexts.windowTitle('', city ?? '')
  }, [inside, city])
}

/** After a lock nothing of the data stays in the window; after a login the officer's own look comes back. */
const useSessionEnds = (gate: Gate, queries: QueryClient, restoreTheme: () => Promise<void>) => {
  const inside = isInside(gate)
  useLayoutEffect(() => {
    openNotices(inside)
    if (inside) void restoreTheme()
    else {
      queries.clear()
      forgetKept()
    }
  }, [inside, queries, restoreTheme])
  const left = gate.kind === 'closed' ? gate.was?.officer : undefined
  useEffect(() => {
    if (left !== undefined) markPlace(left)
  }, [left])
}

/** Damaged data is seen to before anything else, by whoever may. */
const isRecovering = (gate: Gate): boolean =>
  (gate.kind === 'open' && gate.damage !== null && !gate.aside) ||
  (gate.kind === 'closed' && gate.damage !== null && gate.mayRecover)

/** The frame stands: somebody is logged in, with a password of their own. */
const isInside = (gate: Gate): boolean =>
  gate.kind === 'open' && !gate.session.mustChangePassword && !isRecovering(gate)

/** The rest of the window comes once the first screen has painted, while the password is typed. */
const useLoading = (load: Props['load'], started: boolean) => {
  useEffect(() => {
    if (!started) return undefined
    // A failure shows where it is needed.
    const idle = requestIdleCallback(() => void load().catch(() => undefined))
    return () => cancelIdleCallback(idle)
  }, [load, started])
}

/** What was read of damaged data is asked for again. */
const useMended = (gate: Gate, queries: QueryClient) => {
  const isDamaged = gate.kind === 'open' && gate.damage !== null
  useEffect(() => {
    if (!isDamaged) void queries.invalidateQueries()
  }, [isDamaged, queries])
}

const tellRestore = (restore: 'finished' | 'dropped'): void =>
  showNotice({ message: backupTexts[restore], tone: 'attention', outside: true })

/** The use of the recovery code is told where its officer comes in, and stays until it is closed. */
const useRecoveryTold = (inside: boolean) => {
  const used = useRef<string | null>(null)
  useEffect(() => {
    if (!inside || used.current === null) return
    const moment = formatMoment(Date.parse(used.current))
    showNotice({ message: identityTexts.recover.used(moment), tone: 'attention', outside: true })
    used.current = null
  }, [inside])
  return used
}

/** A first password stays known from its login to its change, so that nobody types it twice. */
const useGivenPassword = (gate: Gate) => {
  const [given, setGiven] = useState('')
  const asked = gate.kind === 'closed' || (gate.kind === 'open' && gate.session.mustChangePassword)
  useEffect(() => {
    if (!asked) setGiven('')
  }, [asked])
  return [given, setGiven] as const
}

const Gated = ({ client, queries, load }: Props) => {
  const { gate, tell, ask, lock } = useGate(client, tellRestore)
  if (gate.kind === 'open') speakAs(gate.session.regulation)
  const theme = useThemeState(client)
  const rememberedYear = useRef(0)
  useLoading(load, gate.kind !== 'starting')
  useSessionEnds(gate, queries, theme.restore)
  useTitle(isInside(gate), 'city' in gate ? gate.city : null)
  const recoveryUsed = useRecoveryTold(isInside(gate))
  const [given, setGiven] = useGivenPassword(gate)
  const recover = useCallback(() => void ask().then(() => tell({ type: 'aside', aside: false })), [ask, tell])
  useMended(gate, queries)
  const onEntered = (session: SessionFacts, password: string) => {
    if (session.mustChangePassword) setGiven(password)
    recoveryUsed.current = session.recovered
    if (takePlace(session.officer)) rememberedYear.current = 0
    tell({ type: 'entered', session })
    void ask()
  }
  const scheme = theme.choice === 'system' ? undefined : theme.choice
  return (
    <Look scheme={scheme} inside={isInside(gate)}>
      <ThemeContext value={theme}>
        {gate.kind === 'starting' ? <Starting /> : null}
        {gate.kind === 'failed' ? <Failed message={gate.failure.message} onRetry={() => void ask()} /> : null}
        <Suspense fallback={<Starting />}>
          {gate.kind === 'fresh' ? <FirstStart folder={gate.folder} onDone={() => void ask()} /> : null}
        </Suspense>
        <Suspense fallback={<Starting />}>
          {(gate.kind === 'open' || gate.kind === 'closed') && gate.damage && isRecovering(gate) ? (
            <Recovery
              damage={gate.damage}
              city={gate.city}
              session={gate.kind === 'open' ? gate.session : null}
              onLook={() => tell({ type: 'aside', aside: true })}
              onChanged={() => void ask()}
              onLeave={() => void lock().then(ask)}
            />
          ) : null}
        </Suspense>
        {gate.kind === 'closed' && !isRecovering(gate) ? (
          <Login
            key={gate.was?.officer ?? ''}
            city={gate.city}
            was={gate.was}
            reason={gate.reason}
            isDamaged={gate.damage !== null}
            onEntered={onEntered}
          />
        ) : null}
        <Suspense fallback={<Starting />}>
          {gate.kind === 'open' && gate.session.mustChangePassword && !isRecovering(gate) ? (
            <OwnPassword
              session={gate.session}
              city={gate.city}
              given={given}
              onDone={() => void ask()}
              onLeave={() => void lock()}
            />
          ) : null}
        </Suspense>
        {gate.kind === 'open' && isInside(gate) ? (
          <Suspense fallback={<Starting />}>
            <Loaded
              key={gate.session.officer}
              load={load}
              session={gate.session}
              city={gate.city}
              lock={() => void lock()}
              isDamaged={gate.damage !== null}
              recover={recover}
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
