import { SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useCallback, useEffect, useRef } from 'react'
import { citeOf } from '../../shared/regulation/cite.ts'
import {
  type Regulation,
  regulationOfKey,
  regulations,
  unitOf,
  unitsOf,
} from '../../shared/regulation/index.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import { readNumber, useKept } from '../app/kept.ts'
import { usePlace } from '../app/place.ts'
import { EmptyState, formatLongDay, PageHeader, SplitView, usePlainKey } from '../ui/index.ts'
import { Outline } from './Outline.tsx'
import { Results } from './Results.tsx'
import styles from './regulation.module.css'
import { UnitPanel } from './UnitPanel.tsx'
import { UnitText } from './UnitText.tsx'
import { useOwnRegulation } from './useOwnRegulation.ts'

const texts = regulationTexts.window
const usualWidth = 420

/** Which regulation and which unit are open, and what is searched, as the address says. */
const useReading = (own: Regulation | null) => {
  const { params, set } = usePlace()
  const openKey = params.get('buka')
  const query = params.get('cari') ?? ''
  const named = openKey === null ? params.get('perwal') : regulationOfKey(openKey)?.id
  const regulation = regulations.find(({ id }) => id === named) ?? own
  const open = useCallback((key: string | null) => set({ buka: key }), [set])
  const choose = useCallback((id: string) => set({ perwal: id, buka: null }), [set])
  const search = useCallback((words: string) => set({ cari: words || null }, { replace: true }), [set])
  return { regulation, openKey, query, open, choose, search }
}

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

type ReadingProps = ReturnType<typeof useReading> & { regulation: Regulation }

const Reading = ({ regulation, openKey, query, open }: ReadingProps) => {
  const units = unitsOf(regulation)
  const box = useRollTo(openKey, query === '' ? regulation.id : null)
  return (
    <div className={styles.reading}>
      <Outline units={units} openKey={openKey} onOpen={open} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that rolls must be reachable by keyboard */}
      <section className={styles.text} aria-label={texts.text} ref={box} tabIndex={0}>
        <div className={styles.sheet}>
          {query === '' ? (
            units.map((unit) => <UnitText key={unit.key} unit={unit} openKey={openKey} onOpen={open} />)
          ) : (
            <Results regulation={regulation} query={query} openKey={openKey} onOpen={open} />
          )}
        </div>
      </section>
    </div>
  )
}

/** Both Perwal as printed, and behind each part what hangs on it. */
export const RegulationPage = () => {
  const own = useOwnRegulation()
  const reading = useReading(own)
  const [width, setWidth] = useKept('lebar/peraturan', usualWidth, readNumber)
  const { regulation, openKey, query, open, choose, search } = reading
  const close = useCallback(() => open(null), [open])
  usePlainKey('Escape', close)
  if (regulation === null) return null
  const unit = openKey === null ? undefined : unitOf(openKey)
  const gone = openKey !== null && unit === undefined
  return (
    <div className={styles.page}>
      <PageHeader
        title={texts.title}
        about={`${regulation.title} · ${texts.enacted(formatLongDay(regulation.enacted), formatLongDay(regulation.promulgated))}`}
        actions={<Search query={query} onSearch={search} />}
      >
        <div className={styles.choice}>
          <SegmentedControl
            aria-label={texts.choose}
            value={regulation.id}
            onChange={choose}
            data={regulations.map(({ id, short }) => ({
              value: id,
              label: `${short} · ${id === own?.id ? texts.own : texts.other}`,
            }))}
          />
        </div>
      </PageHeader>
      <div className={styles.body}>
        <SplitView
          side={
            gone ? (
              <EmptyState small title={texts.gone}>
                {citeOf(openKey)}
              </EmptyState>
            ) : unit === undefined ? null : (
              <UnitPanel unit={unit} onClose={close} />
            )
          }
          sideLabel={openKey === null ? texts.title : citeOf(openKey)}
          width={width}
          onWidth={setWidth}
        >
          <Reading {...reading} regulation={regulation} />
        </SplitView>
      </div>
    </div>
  )
}
