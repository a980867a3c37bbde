import { Button, TextInput } from '@mantine/core'
import { IconFilePlus, IconListDetails, IconSearch } from '@tabler/icons-react'
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import { regulationTake } from '../../shared/contract/regulation.ts'
import type { Regulation } from '../../shared/regulation/index.ts'
import { type LibraryText, nameOfUnit } from '../../shared/regulation/library.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import { readNumber, useKept } from '../app/kept.ts'
import { usePlace } from '../app/place.ts'
import { useMayChange } from '../app/useOnlyRead.ts'
import { recordAddress } from '../records/index.ts'
import { EmptyState, ErrorText, formatLongDay, PageHeader, SplitView, usePlainKey } from '../ui/index.ts'
import { AboutText } from './AboutText.tsx'
import { takePath } from './addresses.ts'
import { Outline } from './Outline.tsx'
import { pathTo } from './openPath.ts'
import { Results } from './Results.tsx'
import styles from './regulation.module.css'
import { TextChoice } from './TextChoice.tsx'
import { UnitPanel } from './UnitPanel.tsx'
import { UnitTexts } from './UnitText.tsx'
import type { Brought } from './useLibrary.ts'
import { useOwnRegulation } from './useOwnRegulation.ts'
import { type Reading, useReading } from './useReading.ts'

const texts = regulationTexts.window
const usualWidth = 420

const Search = ({ query, onSearch }: { query: string; onSearch: (words: string) => void }) => {
  const field = useRef<HTMLInputElement>(null)
  usePlainKey(
    '/',
    useCallback(() => field.current?.select(), []),
  )
  return (
    <TextInput
      ref={field}
      type="search"
      className={styles.search ?? ''}
      aria-label={texts.search}
      placeholder={texts.search}
      leftSection={<IconSearch size={16} stroke={1.6} />}
      value={query}
      onChange={(event) => onSearch(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onSearch('')
      }}
    />
  )
}

/** The text rolls to what was opened, and only then: reading on is not disturbed. */
const useRollTo = (key: string | null, shown: unknown) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (key === null || shown === null) return
    const place = box.current?.querySelector(`[id="${CSS.escape(key)}"]`)
    const { top, bottom } = box.current?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
    const at = place?.getBoundingClientRect()
    if (at !== undefined && (at.top < top || at.top > bottom - 80)) place?.scrollIntoView({ block: 'start' })
  }, [key, shown])
  return box
}

/** What was found begins at its beginning, wherever the text was read. */
const useTopOf = (box: RefObject<HTMLDivElement | null>, query: string) => {
  useEffect(() => {
    if (query !== '') box.current?.scrollTo({ top: 0 })
  }, [box, query])
}

type ReadProps = { text: LibraryText; reading: Reading; own: Regulation | null }

const Read = ({ text, reading: { brought, library, openKey, query, open }, own }: ReadProps) => {
  const box = useRollTo(openKey, query === '' ? text.id : null)
  useTopOf(box, query)
  const path = useMemo(() => pathTo(text.units, openKey), [text, openKey])
  return (
    <div className={styles.reading}>
      <Outline units={text.units} open={path} onOpen={open} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that rolls must be reachable by keyboard */}
      <section className={styles.text} aria-label={texts.text} ref={box} tabIndex={0}>
        <div className={styles.sheet}>
          {brought === null || query !== '' ? null : (
            <AboutText brought={brought} own={own} library={library ?? []} />
          )}
          {query === '' ? (
            <div lang={text.lang}>
              <UnitTexts text={text} units={text.units} open={path} onOpen={open} />
            </div>
          ) : (
            <Results text={text} query={query} openKey={openKey} onOpen={open} />
          )}
        </div>
      </section>
    </div>
  )
}

const datesOf = (enacted: string, promulgated: string): string =>
  enacted === '' || promulgated === ''
    ? [
        enacted === '' ? '' : texts.enactedOn(formatLongDay(enacted)),
        promulgated === '' ? '' : texts.promulgatedOn(formatLongDay(promulgated)),
      ]
        .filter(Boolean)
        .join(', ')
    : texts.enacted(formatLongDay(enacted), formatLongDay(promulgated))

const aboutOf = (regulation: Regulation | null, brought: Brought | null): string => {
  const { title = '', enacted = '', promulgated = '' } = regulation ?? brought ?? {}
  const { version = '', publisher = '', released = '' } = brought ?? {}
  return [
    title,
    version === '' ? '' : texts.brought.version(version),
    publisher,
    released === '' ? '' : texts.brought.released(formatLongDay(released)),
    datesOf(enacted, promulgated),
  ]
    .filter(Boolean)
    .join(' · ')
}

const Add = () => {
  const { go } = usePlace()
  return useMayChange(regulationTake.roles) ? (
    <Button
      variant="default"
      leftSection={<IconFilePlus size={16} stroke={1.6} />}
      onClick={() => go(takePath)}
    >
      {texts.brought.add}
    </Button>
  ) : null
}

/** Which text is read, what is known about it, and the search in it. */
const Tools = ({ reading, own }: { reading: Reading; own: Regulation }) => {
  const { go } = usePlace()
  const { regulation, brought, library, choose, query, search } = reading
  return (
    <div className={styles.tools}>
      <TextChoice
        own={own}
        library={library ?? []}
        value={regulation?.id ?? brought?.id ?? null}
        onChoose={choose}
      />
      {brought === null ? null : (
        <Button
          variant="subtle"
          leftSection={<IconListDetails size={16} stroke={1.6} />}
          onClick={() => go(recordAddress('instrument', brought.id))}
        >
          {texts.brought.record}
        </Button>
      )}
      <Search query={query} onSearch={search} />
    </div>
  )
}

/** Beside the text: what hangs on the unit that is open. */
const sideOf = (text: LibraryText, openKey: string | null, close: () => void) => {
  if (openKey === null) return { side: null, label: texts.title }
  const unit = text.byKey.get(openKey)
  if (unit === undefined) return { side: <EmptyState small title={texts.gone} />, label: texts.gone }
  return { side: <UnitPanel text={text} unit={unit} onClose={close} />, label: nameOfUnit(unit) }
}

const Body = ({ reading, own }: { reading: Reading; own: Regulation | null }) => {
  const [width, setWidth] = useKept('lebar/peraturan', usualWidth, readNumber)
  const { text, openKey, open, failure, isGone } = reading
  const close = useCallback(() => open(null), [open])
  usePlainKey('Escape', close)
  if (isGone) return <EmptyState title={texts.brought.gone}>{texts.brought.goneAbout}</EmptyState>
  if (failure !== null)
    return (
      <div className={styles.message}>
        <ErrorText message={failure} />
      </div>
    )
  if (text === null) return null
  const { side, label } = sideOf(text, openKey, close)
  return (
    <SplitView side={side} sideLabel={label} width={width} onWidth={setWidth}>
      <Read text={text} reading={reading} own={own} />
    </SplitView>
  )
}

/** The library: the city's regulation as printed, others and frameworks for reading, and behind each part what hangs on it. */
export const RegulationPage = () => {
  const own = useOwnRegulation()
  const reading = useReading(own)
  if (own === null) return null
  return (
    <div className={styles.page}>
      <PageHeader title={texts.title} about={aboutOf(reading.regulation, reading.brought)} actions={<Add />}>
        <Tools reading={reading} own={own} />
      </PageHeader>
      <div className={styles.body}>
        <Body reading={reading} own={own} />
      </div>
    </div>
  )
}
