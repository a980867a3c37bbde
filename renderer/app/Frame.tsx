import { Button } from '@mantine/core'
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { Link, matchRoute, useRouter } from 'wouter'
import { appTexts } from '../../shared/texts/app.ts'
import { EmptyState, KeyHelp, ThinBar, usePlainKey } from '../ui/index.ts'
import { usePages } from './commands.tsx'
import { crumbsOf } from './crumbs.ts'
import { DetailContext } from './detail.ts'
import styles from './Frame.module.css'
import { frameKeys, useFrameKeys } from './frameKeys.ts'
import { readFlag, useKept } from './kept.ts'
import { Navigation } from './Navigation.tsx'
import { Notices } from './Notices.tsx'
import { OnlyRead } from './OnlyRead.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import { Palette } from './Palette.tsx'
import type { Page } from './page.ts'
import { usePlace } from './place.ts'
import { today, useSession } from './session.ts'
import { TopBar } from './TopBar.tsx'
import { UndoQuestion } from './UndoQuestion.tsx'
import { useYearOfAddress, YearContext } from './year.ts'
import { usualYear } from './years.ts'

const mainId = 'isi'

const NotFound = () => (
  <EmptyState
    title={appTexts.notFound.title}
    action={
      <Button component={Link} href="/">
        {appTexts.notFound.home}
      </Button>
    }
  >
    {appTexts.notFound.text}
  </EmptyState>
)

/** The page of an address, and the page of the navigation that it belongs to. */
const useCurrentPage = (pages: readonly Page[], path: string) => {
  const { parser } = useRouter()
  return useMemo(() => {
    const page = pages.find((each) => matchRoute(parser, each.path, path)[0]) ?? null
    const under = page?.nav?.under
    const parent =
      page?.nav !== undefined
        ? (pages.find(({ path: own }) => own === under) ?? page)
        : (pages.find(({ nav, path: own }) => nav && own !== '/' && path.startsWith(`${own}/`)) ?? null)
    return { page, parent }
  }, [pages, path, parser])
}

/** After a change of page the focus goes to the page, so that the keyboard and the screen reader begin there. */
const useFocusOnPage = (path: string) => {
  const main = useRef<HTMLElement>(null)
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    const inside = main.current?.contains(document.activeElement) ?? false
    if (!inside) main.current?.focus({ preventScroll: true })
  }, [path])
  return main
}

const useTitle = (title: string, detail: string | null, city: string) => {
  useEffect(() => {
    document.title = appTexts.windowTitle([detail, title].filter(Boolean).join(' · '), city)
  }, [title, detail, city])
}

const titleOf = (page: Page | null, year: number): string => {
  if (page === null) return appTexts.notFound.title
  return typeof page.title === 'string' ? page.title : page.title({ year })
}

/** Navigation, top bar and the page: what an officer sees all day. */
export const Frame = ({ rememberedYear }: { rememberedYear: { current: number } }) => {
  const { city } = useSession()
  const pages = usePages()
  const { path } = usePlace()
  rememberedYear.current ||= usualYear(today())
  const yearState = useYearOfAddress(rememberedYear)
  const { page, parent } = useCurrentPage(pages, path)
  const [collapsed, setCollapsed] = useKept('menu', false, readFlag)
  const [detail, setDetail] = useState<string | null>(null)
  const [help, setHelp] = useState(false)
  const main = useFocusOnPage(path)
  const title = titleOf(page, yearState.year)
  useTitle(title, detail, city)
  useFrameKeys(() => setCollapsed(!collapsed))
  usePlainKey('?', () => setHelp(true))
  const details = useMemo(() => ({ detail, setDetail }), [detail])
  return (
    <YearContext value={yearState}>
      <a className={styles.skip} href={`#${mainId}`} onClick={(event) => skipTo(event, main.current)}>
        {appTexts.skip}
      </a>
      <div className={styles.frame}>
        <Navigation
          pages={pages}
          current={page}
          city={city}
          collapsed={collapsed}
          onCollapse={setCollapsed}
        />
        <div className={styles.column}>
          <TopBar crumbs={crumbsOf(page, parent, title, detail)} />
          <OnlyRead />
          <main id={mainId} ref={main} tabIndex={-1} className={styles.main}>
            <DetailContext value={details}>
              <PageBoundary key={path}>
                <Suspense fallback={<ThinBar />}>
                  {page ? <page.component key={page.path} /> : <NotFound />}
                </Suspense>
              </PageBoundary>
            </DetailContext>
          </main>
          <Notices begins={page?.begins === true} />
          <UndoQuestion />
        </div>
      </div>
      <Palette onKeys={() => setHelp(true)} />
      <KeyHelp opened={help} onClose={() => setHelp(false)} groups={frameKeys} />
    </YearContext>
  )
}

const skipTo = (event: React.MouseEvent, main: HTMLElement | null) => {
  event.preventDefault()
  main?.focus()
}
