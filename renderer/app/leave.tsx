import { Button } from '@mantine/core'
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Router, useRouter } from 'wouter'
import { appTexts } from '../../shared/texts/app.ts'
import { Question } from '../ui/Question.tsx'

const texts = appTexts.leave

type Guard = { readonly mark: (id: string, dirty: boolean) => void }
const GuardContext = createContext<Guard>({ mark: () => {} })

/** While `dirty`, going to another page asks first; the draft stays in any case. */
export const useUnsaved = (dirty: boolean): void => {
  const id = useId()
  const { mark } = use(GuardContext)
  useEffect(() => {
    mark(id, dirty)
    return () => mark(id, false)
  }, [mark, id, dirty])
}

const pathOf = (to: string) => to.split(/[?#]/)[0] ?? to

type Waiting = { readonly go: () => void } | null

const Ask = ({ waiting, onClose }: { waiting: Waiting; onClose: () => void }) => (
  <Question
    opened={waiting !== null}
    title={texts.title}
    onClose={onClose}
    answers={
      <>
        <Button
          variant="default"
          onClick={() => {
            onClose()
            waiting?.go()
          }}
        >
          {texts.go}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {texts.stay}
        </Button>
      </>
    }
  >
    <p>{texts.text}</p>
  </Question>
)

/** Stands around the router: a page with unsaved work is not left without asking. Going back by the browser keeps the draft. */
export const LeaveGuard = ({ children }: { children: ReactNode }) => {
  const dirty = useRef(new Set<string>())
  const [waiting, setWaiting] = useState<Waiting>(null)
  const mark = useCallback((id: string, isDirty: boolean) => {
    if (isDirty) dirty.current.add(id)
    else dirty.current.delete(id)
  }, [])
  const guard = useMemo(() => ({ mark }), [mark])
  const outer = useRouter()
  const aroundNav = useCallback(
    (navigate: (to: string, options?: object) => void, to: string, options?: object) => {
      const leaves = pathOf(to) !== location.pathname
      if (leaves && dirty.current.size > 0) setWaiting({ go: () => navigate(to, options) })
      else navigate(to, options)
    },
    [],
  )
  return (
    <Router hook={outer.hook} aroundNav={aroundNav}>
      <GuardContext value={guard}>
        {children}
        <Ask waiting={waiting} onClose={() => setWaiting(null)} />
      </GuardContext>
    </Router>
  )
}
