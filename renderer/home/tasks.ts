import type { FormSummary } from '../../shared/contract/budget.ts'
import { homeTexts } from '../../shared/texts/home.ts'
import { dayOf, formatLongDay, formatWhole } from '../ui/index.ts'

const texts = homeTexts.tasks

/** Something that waits for an officer, and where it is done. */
export type Task = {
  readonly key: string
  readonly kind: 'doubts' | 'examine' | 'returned' | 'missing' | 'consolidate' | 'backup' | 'opds'
  readonly text: string
  readonly href: string
}

export type Standing = {
  readonly forms: readonly FormSummary[]
  readonly missing: readonly { readonly id: string; readonly name: string }[]
  readonly all: { readonly rows: number; readonly total: number } | null
  readonly last: { readonly drawnUp: string; readonly total: number; readonly rows: number } | null
  /** When the newest backup was made; null: there is none; undefined: not known (yet). */
  readonly backup: string | null | undefined
  readonly now: number
}

/** A backup older than this is worth a word. */
const backupDays = 7
const dayLength = 86_400_000

const formTasks = (forms: readonly FormSummary[], formAddress: (id: string) => string): Task[] =>
  forms.flatMap(({ id, opdName, marks, status }): Task[] => {
    const href = formAddress(id)
    if (marks > 0 && (status === 'diterima' || status === 'diperiksa'))
      return [{ key: `doubts-${id}`, kind: 'doubts', text: texts.doubts(opdName, formatWhole(marks)), href }]
    if (status === 'diterima')
      return [{ key: `examine-${id}`, kind: 'examine', text: texts.examine(opdName), href }]
    if (status === 'diperiksa')
      return [{ key: `examine-${id}`, kind: 'examine', text: texts.examining(opdName), href }]
    if (status === 'dikembalikan')
      return [{ key: `returned-${id}`, kind: 'returned', text: texts.returned(opdName), href }]
    return []
  })

const consolidationTask = ({ forms, all, last }: Standing): Task[] => {
  if (forms.length === 0 || all === null) return []
  const href = '/konsolidasi'
  if (last === null) return [{ key: 'consolidate', kind: 'consolidate', text: texts.consolidate, href }]
  if (last.total === all.total && last.rows === all.rows) return []
  const when = formatLongDay(dayOf(Date.parse(last.drawnUp)))
  return [{ key: 'outdated', kind: 'consolidate', text: texts.outdated(when), href }]
}

const backupTask = ({ backup, now }: Standing): Task[] => {
  if (backup === undefined) return []
  if (backup === null) return [{ key: 'backup', kind: 'backup', text: texts.backup, href: '/salinan' }]
  const days = Math.floor((now - Date.parse(backup)) / dayLength)
  return days < backupDays
    ? []
    : [{ key: 'backup', kind: 'backup', text: texts.backupOld(formatWhole(days)), href: '/salinan' }]
}

/** What needs doing now, most pressing first, from what the data says. */
export const tasksOf = (standing: Standing, formAddress: (id: string) => string): readonly Task[] => {
  const { forms, missing } = standing
  const order = ['doubts', 'examine', 'returned'] as const
  const own = formTasks(forms, formAddress)
  const late: Task[] =
    missing.length > 0 && forms.length > 0
      ? [
          {
            key: 'missing',
            kind: 'missing',
            text: texts.missing(formatWhole(missing.length)),
            href: '/anggaran',
          },
        ]
      : []
  return [
    ...order.flatMap((kind) => own.filter((task) => task.kind === kind)),
    ...late,
    ...consolidationTask(standing),
    ...backupTask(standing),
  ]
}
