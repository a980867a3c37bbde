import { Fragment, type ReactNode } from 'react'
import { placesOf } from '../../shared/regulation/search.ts'
import styles from './regulation.module.css'

/** Marks what was searched for. */
const Found = ({ text, query }: { text: string; query: string }): ReactNode => {
  const places = placesOf(text, query)
  const ends = [...places.map(([, to]) => to), text.length]
  return (
    <>
      {places.map(([from, to], at) => (
        <Fragment key={from}>
          {text.slice(at === 0 ? 0 : ends[at - 1], from)}
          <mark className={styles.found}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(places.at(-1)?.[1] ?? 0)}
    </>
  )
}

type LineProps = { line: string; query?: string; isMarked: boolean }
/** A printed line: what stands between emphasis marks is slanted, where the text has such. */
const Line = ({ line, query = '', isMarked }: LineProps): ReactNode => {
  const parts = isMarked ? line.split(/\*+|<\/?i>/) : [line]
  return parts.map((part, at) => {
    const Part = at % 2 === 1 ? 'em' : Fragment
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a printed line never move
      <Part key={at}>
        <Found text={part} query={query} />
      </Part>
    )
  })
}

const Table = ({ rows, isMarked }: { rows: readonly string[]; isMarked: boolean }) => {
  const [head = '', ...body] = rows
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {head.split('\t').map((cell, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two printed headings are the same
            <th key={column} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two printed rows are the same
          <tr key={at}>
            {row.split('\t').map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={column}>
                <Line line={cell} isMarked={isMarked} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The lines of a unit; lines with tabs that follow each other are one table. */
export const Printed = ({
  lines: all,
  isMarked = true,
  query = '',
}: {
  lines: readonly string[]
  isMarked?: boolean
  query?: string
}) => {
  const rows = all.filter((line) => line.includes('\t'))
  const lines = all.filter((line) => !line.includes('\t'))
  return (
    <>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: printed lines never move
        <p className={styles.line} key={at}>
          <Line line={line} query={query} isMarked={isMarked} />
        </p>
      ))}
      {rows.length > 0 ? <Table rows={rows} isMarked={isMarked} /> : null}
    </>
  )
}
