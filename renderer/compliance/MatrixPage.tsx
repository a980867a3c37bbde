import { Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useCallback, useMemo, useRef } from 'react'
import { stateNames } from '../../shared/compliance/state.ts'
import type { OutputOf } from '../../shared/contract/call.ts'
import { complianceMatrix } from '../../shared/contract/compliance.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { useAnswer } from '../app/client.tsx'
import { readNumber, useKept } from '../app/kept.ts'
import { usePlace } from '../app/place.ts'
import {
  EmptyState,
  formatLongDay,
  PageHeader,
  SplitView,
  StatusMark,
  statusWord,
  ThinBar,
  usePlainKey,
} from '../ui/index.ts'
import { AsOfBar } from './AsOfBar.tsx'
import { useAsked } from './asked.ts'
import { CellPanel } from './CellPanel.tsx'
import { ComplianceNav } from './ComplianceNav.tsx'
import { Counts } from './Counts.tsx'
import styles from './compliance.module.css'
import { Fault } from './Fault.tsx'
import { type Cell, MatrixGrid } from './MatrixGrid.tsx'
import { restsOn } from './restsOn.ts'

const texts = complianceWindowTexts
type Matrix = OutputOf<typeof complianceMatrix>

/** Which OPDs are shown and which cell is open, as the address says. */
const useView = () => {
  const { params, set } = usePlace()
  const [opd, obligation] = [params.get('opd'), params.get('kewajiban')]
  const open = useMemo<Cell | null>(
    () => (opd !== null && obligation !== null ? { opd, obligation } : null),
    [opd, obligation],
  )
  return {
    open,
    words: params.get('cari') ?? '',
    state: params.get('keadaan'),
    onOpen: useCallback(
      (cell: Cell | null) => set({ opd: cell?.opd ?? null, kewajiban: cell?.obligation ?? null }),
      [set],
    ),
    onWords: useCallback((words: string) => set({ cari: words || null }, { replace: true }), [set]),
    onState: useCallback((state: string | null) => set({ keadaan: state }, { replace: true }), [set]),
  }
}
type View = ReturnType<typeof useView>

const shownIn = ({ agencies }: Matrix, { words, state }: View) => {
  const wanted = words.toLocaleLowerCase('id')
  return agencies.filter(
    ({ name, short, code, states }) =>
      `${name} ${short} ${code}`.toLocaleLowerCase('id').includes(wanted) &&
      (state === null || states.some((one) => one === state)),
  )
}

const Tools = ({ words, state, onWords, onState }: View) => {
  const field = useRef<HTMLInputElement>(null)
  usePlainKey(
    '/',
    useCallback(() => field.current?.select(), []),
  )
  return (
    <>
      <TextInput
        ref={field}
        type="search"
        className={styles.search ?? ''}
        aria-label={texts.search}
        placeholder={texts.search}
        leftSection={<IconSearch size={16} stroke={1.6} />}
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
      <Select
        className={styles.filter ?? ''}
        aria-label={texts.withState}
        placeholder={texts.withState}
        clearable
        value={state}
        onChange={onState}
        data={stateNames.map((name) => ({ value: name, label: statusWord(name) }))}
      />
    </>
  )
}

const Legend = () => (
  <ul className={styles.legend} aria-label={texts.legend}>
    {stateNames.map((name) => (
      <li key={name}>
        <StatusMark status={name} />
      </li>
    ))}
  </ul>
)

const Body = ({ matrix, view }: { matrix: Matrix; view: View }) => {
  const agencies = shownIn(matrix, view)
  if (matrix.agencies.length === 0)
    return <EmptyState title={texts.noAgencies}>{texts.noAgenciesAbout}</EmptyState>
  return (
    <div className={styles.board}>
      <Legend />
      <div className={styles.scroll}>
        <MatrixGrid matrix={matrix} agencies={agencies} open={view.open} onOpen={view.onOpen} />
        {agencies.length === 0 ? <p className={styles.nothing}>{texts.noneShown}</p> : null}
      </div>
    </div>
  )
}

/** Every OPD against every duty that binds OPDs, computed from the registers. */
export const MatrixPage = () => {
  const view = useView()
  const { asked } = useAsked()
  const { data, failure, isPending, isFormer } = useAnswer(complianceMatrix, asked, {
    records: restsOn,
    keep: true,
  })
  const [width, setWidth] = useKept('lebar/kepatuhan', 400, readNumber)
  const close = useCallback(() => view.onOpen(null), [view.onOpen])
  usePlainKey('Escape', close)
  return (
    <div className={styles.page}>
      <PageHeader
        title={texts.title}
        about={
          data === undefined ? null : (
            <>
              {data.regulation} · {texts.asOf(formatLongDay(data.day))} ·{' '}
              <Counts states={data.agencies.flatMap(({ states }) => states)} />
            </>
          )
        }
        actions={<Tools {...view} />}
      >
        <ComplianceNav here="matrix" />
      </PageHeader>
      <AsOfBar />
      {isPending || isFormer ? <ThinBar label={texts.computing} /> : null}
      {failure ? <Fault message={failure.message} /> : null}
      <div className={styles.body}>
        <SplitView
          side={view.open === null ? null : <CellPanel {...view.open} onClose={close} />}
          sideLabel={texts.why}
          width={width}
          onWidth={setWidth}
        >
          {data === undefined ? null : <Body matrix={data} view={view} />}
        </SplitView>
      </div>
    </div>
  )
}
