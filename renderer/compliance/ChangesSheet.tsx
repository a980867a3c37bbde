import { useState } from 'react'
import { appTexts } from '../../shared/texts/app.ts'
import { complianceChangesTexts as texts } from '../../shared/texts/compliance-changes.ts'
import { recordsTexts } from '../../shared/texts/records.ts'
import { copySheet } from '../app/clipboard.ts'
import type { PaperTable } from '../app/Paper.tsx'
import { SheetButtons } from '../app/SheetButtons.tsx'
import { today, useSession } from '../app/session.ts'
import { usePrint } from '../app/usePrint.tsx'
import { formatLongDay, formatMoment, formatWhole, showNotice, statusWord } from '../ui/index.ts'
import type { Change } from './ChangesTable.tsx'

const columns = ['agency', 'duty', 'before', 'after', 'causes', 'by', 'on'] as const
const headingNow = () => columns.map((column) => texts.columns[column])

const joined = (parts: readonly string[]): string => [...new Set(parts)].join('; ')

const lineOf = ({ agency, short, before, after, causes, byTime, hidden }: Change): string[] => {
  const commits = causes.flatMap((cause) => cause.commits)
  const words = byTime ? [texts.byTime] : hidden ? [texts.onlyHidden] : []
  return [
    agency?.name ?? texts.city,
    short,
    statusWord(before),
    statusWord(after),
    joined(causes.length > 0 ? causes.map(({ title }) => title) : words),
    joined(commits.map(({ officer }) => officer)),
    joined(commits.map(({ time }) => formatMoment(Date.parse(time)))),
  ]
}

/** “Salin ke Excel” and “Cetak” of what is shown. */
export const ChangesSheet = ({ since, changes }: { since: string; changes: readonly Change[] }) => {
  const { session, city } = useSession()
  const [busy, setBusy] = useState(false)
  const { print, paper } = usePrint(
    async (): Promise<PaperTable> => ({
      title: texts.title,
      about: `${city} · ${texts.about(formatLongDay(since), formatLongDay(today()))}`,
      heading: headingNow().map((label) => ({ label })),
      lines: changes.map(lineOf),
      foot: appTexts.printedAt(formatMoment(Date.now()), session.name),
    }),
  )
  const copy = async () => {
    setBusy(true)
    const done = await copySheet(headingNow(), changes.map(lineOf))
    setBusy(false)
    showNotice(
      done
        ? { message: texts.copied(formatWhole(changes.length)) }
        : { message: recordsTexts.copyFailed, tone: 'failed' },
    )
  }
  return (
    <>
      <SheetButtons busy={busy} disabled={changes.length === 0} onCopy={() => void copy()} onPrint={print} />
      {paper}
    </>
  )
}
