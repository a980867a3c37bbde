import { useEffect } from 'react'
import { Link } from 'wouter'
import { areas } from '../../shared/compliance/check.ts'
import type { OutputOf } from '../../shared/contract/call.ts'
import type { complianceMatrix, Duty } from '../../shared/contract/compliance.ts'
import { articlesOf } from '../../shared/regulation/index.ts'
import { complianceWindowTexts } from '../../shared/texts/compliance-window.ts'
import { StatusMark, statusWord } from '../ui/index.ts'
import { complianceAddress } from './addresses.ts'
import { useAsked } from './asked.ts'
import styles from './compliance.module.css'
import { useGridKeys } from './useGridKeys.ts'

const texts = complianceWindowTexts
type Matrix = OutputOf<typeof complianceMatrix>
type AgencyRow = Matrix['agencies'][number]

export type Cell = { readonly opd: string; readonly obligation: string }
type Props = {
  matrix: Matrix
  agencies: readonly AgencyRow[]
  open: Cell | null
  onOpen: (cell: Cell) => void
}

const citeOf = (obligation: string): string => articlesOf([obligation])[0]?.cite ?? ''

const Heads = ({ duties }: { duties: readonly Duty[] }) => {
  const { href } = useAsked()
  const groups = areas
    .map((area) => ({ area, count: duties.filter((duty) => duty.area === area).length }))
    .filter(({ count }) => count > 0)
  return (
    <thead>
      <tr>
        <th className={styles.corner} rowSpan={2} scope="col">
          {texts.agency}
        </th>
        {groups.map(({ area, count }) => (
          <th key={area} className={styles.area} colSpan={count} scope="colgroup" title={texts.areas[area]}>
            <span>{texts.areas[area]}</span>
          </th>
        ))}
      </tr>
      <tr>
        {duties.map(({ obligation, short }, at) => (
          <th
            key={obligation}
            className={styles.head}
            scope="col"
            data-first={at === 0 || duties[at - 1]?.area !== duties[at]?.area || undefined}
          >
            <Link
              href={href(complianceAddress.duty(obligation))}
              title={`${short} · ${citeOf(obligation)}`}
              tabIndex={-1}
            >
              {short}
            </Link>
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** OPDs against duties: a mark for each, by mouse and by arrows; Enter shows why. */
export const MatrixGrid = ({ matrix, agencies, open, onOpen }: Props) => {
  const { duties } = matrix
  const { href } = useAsked()
  const { at, setAt, box, onKeyDown } = useGridKeys(agencies.length, duties.length)
  // What says why takes room beside the matrix: its cell must not be under it.
  useEffect(() => {
    if (open !== null)
      box.current
        ?.querySelector('[data-open] button')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [open, box])
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose marks are moved through as in a sheet
    <table className={styles.matrix} role="grid" aria-label={texts.title} ref={box} onKeyDown={onKeyDown}>
      <Heads duties={duties} />
      <tbody>
        {agencies.map((agency, row) => (
          <tr key={agency.id}>
            <th className={styles.name} scope="row">
              <Link href={href(complianceAddress.agency(agency.id))} title={agency.name} tabIndex={-1}>
                {agency.name}
              </Link>
            </th>
            {agency.states.map((state, column) => {
              const duty = duties[column] as Duty
              const isOpen = open?.opd === agency.id && open.obligation === duty.obligation
              return (
                <td
                  key={duty.obligation}
                  className={styles.cell}
                  data-first={column === 0 || duties[column - 1]?.area !== duty.area || undefined}
                  data-open={isOpen || undefined}
                >
                  <button
                    type="button"
                    data-place={`${row}/${column}`}
                    tabIndex={at.row === row && at.column === column ? 0 : -1}
                    aria-label={texts.cellLabel(agency.name, duty.short, statusWord(state))}
                    onFocus={() => setAt({ row, column })}
                    onClick={() => onOpen({ opd: agency.id, obligation: duty.obligation })}
                  >
                    <StatusMark status={state} quiet />
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
