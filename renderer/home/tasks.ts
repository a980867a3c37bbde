import type { FormSummary } from '../../shared/contract/budget.ts'
import { homeTexts } from '../../shared/texts/home.ts'
import { dayOf, formatLongDay, formatWhole } from '../ui/format.ts'

const texts = homeTexts.tasks

/** Something that waits for an officer, and where it is done. */
export type Task = {
  readonly key: string
  readonly kind:
    | 'disputes'
    | 'waiting'
    | 'doubts'
    | 'examine'
    | 'returned'
    | 'missing'
    | 'consolidate'
    | 'backup'
    | 'opds'
  readonly text: string
  readonly href: string
}

type FormAddress = (id: string) => string
/** Where things are done that other features show. */
export type Addresses = { readonly form: FormAddress; readonly disputes: string; readonly waiting: string }

export type Standing = {
  readonly forms: readonly FormSummary[]
  readonly missing: readonly { readonly id: string; readonly name: string }[]
  /** Somebody said that the register holds every OPD. */
  readonly listComplete: boolean
  readonly all: { readonly rows: number; readonly total: number } | null
  readonly last: { readonly drawnUp: string; readonly total: number; readonly rows: number } | null
  /** What came from other computers: records filled in differently, and entries that wait. */
  readonly conflicts: { readonly disputes: number; readonly waiting: number }
  /** When the newest backup was made; null: there is none; undefined: not known (yet). */
  readonly backup: string | null | undefined
  readonly now: number
}

/** A backup older than this is worth a word. */
const backupDays = 7
const dayLength = 86_400_000

/** So many of one kind stand singly; more become one line that names the first of them. */
const singly = 3

const namesOf = (forms: readonly FormSummary[]): string => {
  const names = forms.slice(0, singly).map(({ opdName }) => opdName)
  const more = forms.length - names.length
  return more === 0 ? names.join(', ') : texts.andMore(names.join(', '), formatWhole(more))
}

type Words = {
  readonly kind: 'examine' | 'returned'
  readonly one: (opd: string) => string
  readonly many: (count: string, opds: string) => string
}

const gathered = (
  forms: readonly FormSummary[],
  { kind, one, many }: Words,
  formAddress: FormAddress,
): Task[] =>
  forms.length > singly
    ? [{ key: kind, kind, text: many(formatWhole(forms.length), namesOf(forms)), href: '/anggaran' }]
    : forms.map(({ id, opdName }) => ({
        key: `${kind}-${id}`,
        kind,
        text: one(opdName),
        href: formAddress(id),
      }))

const isDoubtful = ({ marks, status }: FormSummary) =>
  marks > 0 && (status === 'diterima' || status === 'diperiksa')

const formTasks = (forms: readonly FormSummary[], formAddress: FormAddress): Task[] => {
  const of = (status: FormSummary['status']) =>
    forms.filter((form) => form.status === status && !isDoubtful(form))
  const doubtful = forms.filter(isDoubtful).map(
    ({ id, opdName, marks }): Task => ({
      key: `doubts-${id}`,
      kind: 'doubts',
      text: texts.doubts(opdName, formatWhole(marks)),
      href: formAddress(id),
    }),
  )
  const examining = of('diperiksa').map(
    ({ id, opdName }): Task => ({
      key: `examining-${id}`,
      kind: 'examine',
      text: texts.examining(opdName),
      href: formAddress(id),
    }),
  )
  return [
    ...doubtful,
    ...gathered(
      of('diterima'),
      { kind: 'examine', one: texts.examine, many: texts.examineMany },
      formAddress,
    ),
    ...examining,
    ...gathered(
      of('dikembalikan'),
      { kind: 'returned', one: texts.returned, many: texts.returnedMany },
      formAddress,
    ),
  ]
}

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

/** Other computers' work comes first: until somebody decides, forms and sums show what may not stay. */
const conflictTasks = ({ conflicts: { disputes, waiting } }: Standing, addresses: Addresses): Task[] => {
  const all: Task[] = [
    {
      key: 'disputes',
      kind: 'disputes',
      text: texts.disputes(formatWhole(disputes)),
      href: addresses.disputes,
    },
    { key: 'waiting', kind: 'waiting', text: texts.held(formatWhole(waiting)), href: addresses.waiting },
  ]
  return all.filter(({ kind }) => (kind === 'disputes' ? disputes : waiting) > 0)
}

/** What needs doing now, most pressing first, from what the data says. */
export const tasksOf = (standing: Standing, addresses: Addresses): readonly Task[] => {
  const { forms, missing, listComplete } = standing
  const late: Task[] =
    missing.length > 0 && forms.length > 0
      ? [
          {
            key: 'missing',
            kind: 'missing',
            text: (listComplete ? texts.missing : texts.missingOfList)(formatWhole(missing.length)),
            href: '/anggaran',
          },
        ]
      : []
  const list: Task[] =
    listComplete || forms.length === 0
      ? []
      : [{ key: 'opds', kind: 'opds', text: texts.opds, href: '/daftar/opd' }]
  return [
    ...conflictTasks(standing, addresses),
    ...formTasks(forms, addresses.form),
    ...late,
    ...list,
    ...consolidationTask(standing),
    ...backupTask(standing),
  ]
}
