import { useState } from 'react'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { useClient } from '../app/client.tsx'
import { copySheet } from '../app/clipboard.ts'
import type { PaperTable } from '../app/Paper.tsx'
import { SheetButtons } from '../app/SheetButtons.tsx'
import { useSession } from '../app/session.ts'
import { usePrint } from '../app/usePrint.tsx'
import { formatMoment, formatWhole, type ListQuery, showNotice } from '../ui/index.ts'
import { ExportMenu } from './ExportMenu.tsx'
import type { RegisterExtra } from './extras.ts'
import { allRows } from './listing.ts'
import type { TextColumn } from './useColumns.tsx'

type Props = {
  definition: AnyDefinition
  extra: RegisterExtra
  query: ListQuery
  columns: readonly TextColumn[]
}

/** The rows of the list as it stands, all of them, as text by column. */
const useTable = ({ definition, query, columns }: Omit<Props, 'extra'>) => {
  const client = useClient()
  return async () => {
    const rows = await allRows(client, definition, query)
    return rows === null
      ? null
      : {
          heading: columns.map(({ heading }) => heading),
          lines: rows.map((row) => columns.map(({ text }) => text(row))),
        }
  }
}

/** “Ekspor”, “Salin ke Excel” and “Cetak”: the whole list with its filters, not only what is on the screen. */
export const ListActions = (props: Props) => {
  const { definition, columns } = props
  const { session, city } = useSession()
  const load = useTable(props)
  const [busy, setBusy] = useState(false)
  const { print, paper } = usePrint(async (): Promise<PaperTable | null> => {
    const table = await load()
    if (table === null) return null
    const right = new Set(columns.filter(({ align }) => align === 'right').map(({ heading }) => heading))
    return {
      title: definition.plural,
      about: `${city} · ${recordsTexts.count(formatWhole(table.lines.length))}`,
      heading: table.heading.map((label) => ({ label, right: right.has(label) })),
      lines: table.lines,
      foot: appTexts.printedAt(formatMoment(Date.now()), session.name),
    }
  })
  const copy = async () => {
    setBusy(true)
    const table = await load()
    const done = table !== null && (await copySheet(table.heading, table.lines))
    setBusy(false)
    showNotice(
      done
        ? { message: recordsTexts.copied(formatWhole(table.lines.length)) }
        : { message: recordsTexts.copyFailed, tone: 'failed' },
    )
  }
  return (
    <>
      {definition.readers === null ? (
        <ExportMenu definition={definition} extra={props.extra} query={props.query} />
      ) : null}
      <SheetButtons busy={busy} onCopy={() => void copy()} onPrint={print} />
      {paper}
    </>
  )
}
