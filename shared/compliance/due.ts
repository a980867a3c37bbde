import { daysBetween } from '../format/date.ts'
import type { Records } from '../records/index.ts'
import { kindWord } from '../rules/records/attachments.ts'
import { complianceTexts } from '../texts/compliance.ts'
import { type AgencyRows, type CityRows, shifted } from './facts.ts'

const texts = complianceTexts.due

/** How near a day is: gone by, or within so many days. */
export const bands = ['lewat', '7', '30', '90'] as const
export type Band = (typeof bands)[number]

export type Due = {
  /** ISO date. */
  readonly on: string
  readonly band: Band
  readonly what: string
  readonly type: string
  readonly id: string
  readonly title: string
}

type Dated<T extends keyof Records> = {
  readonly type: T
  readonly what: string
  /** The day that counts; null where none does, or where it was met. */
  readonly on: (row: Records[T]) => string | null
  readonly title: (row: Records[T]) => string
}

const dated = <T extends keyof Records>(one: Dated<T>): Dated<T> => one

const ofAgency = [
  dated({
    type: 'certificate',
    what: texts.certificate,
    on: ({ expires, state }) => (state === 'dicabut' ? null : expires),
    title: ({ serial, uses }) => serial ?? uses ?? '',
  }),
  dated({
    type: 'application',
    what: texts.licence,
    on: ({ licenceUntil, use }) => (use === 'tidak' ? null : licenceUntil),
    title: ({ name }) => name ?? '',
  }),
  dated({
    type: 'website',
    what: texts.lease,
    on: ({ leaseUntil, live }) => (live === false ? null : leaseUntil),
    title: ({ address }) => address ?? '',
  }),
  dated({
    type: 'permit',
    what: texts.permit,
    on: ({ until }) => until,
    title: ({ subject }) => subject ?? '',
  }),
  dated({
    type: 'internetAccess',
    what: texts.contract,
    on: ({ until }) => until,
    title: ({ name }) => name ?? '',
  }),
  dated({
    type: 'training',
    what: texts.training,
    on: ({ validUntil }) => validUntil,
    title: ({ name }) => name ?? '',
  }),
  dated({
    type: 'ictNeed',
    what: texts.need,
    on: ({ due, sent }) => (sent === null ? due : null),
    title: ({ title }) => title ?? '',
  }),
  dated({
    type: 'maintenance',
    what: texts.upkeep,
    on: ({ planned, done }) => (done === null ? planned : null),
    title: ({ subject }) => subject ?? '',
  }),
] as const
const ofCity = [
  dated({
    type: 'partner',
    what: texts.agreement,
    on: ({ until }) => until,
    title: ({ name }) => name ?? '',
  }),
  dated({
    type: 'organisation',
    what: texts.body,
    on: ({ until }) => until,
    title: ({ name }) => name ?? '',
  }),
] as const

/** Days ahead that anybody asks for. */
const furthest = 90

/** Null: further away. */
const bandOf = (on: string, day: string): Band | null => {
  const left = daysBetween(day, on)
  if (left < 0) return 'lewat'
  if (left <= 7) return '7'
  if (left <= 30) return '30'
  return left <= furthest ? '90' : null
}

export type Window = {
  /** ISO dates: the day that is asked for, and that on which the city began with Selaras: what ended before is history, not overdue. */
  readonly day: string
  readonly began: string
}

const dueIn = <T extends keyof Records>(
  { type, what, on, title }: Dated<T>,
  rows: readonly Records[T][],
  { day, began }: Window,
): Due[] =>
  rows.flatMap((row) => {
    const at = on(row)
    if (at === null || at < began) return []
    const band = bandOf(at, day)
    return band === null
      ? []
      : [{ on: at, band, what, type, id: (row as { id: string }).id, title: title(row) }]
  })

const sorted = (all: readonly Due[]): Due[] =>
  all.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/** What ends or is asked for soon in the registers of one OPD, nearest first. */
export const dueOfAgency = (rows: AgencyRows, window: Window): Due[] =>
  sorted(ofAgency.flatMap((one) => dueIn(one as Dated<keyof Records>, rows[one.type] as never, window)))

/** A paper that ends, by what it is. */
export const duePaper = (
  {
    expires,
    kind,
    ...paper
  }: Pick<Records['attachment'], 'expires' | 'kind' | 'subject' | 'number' | 'name'>,
  { day, began }: Window,
): Pick<Due, 'on' | 'band' | 'what' | 'title'> | null => {
  const band = expires === null || expires < began ? null : bandOf(expires, day)
  if (expires === null || band === null) return null
  const title = paper.subject || paper.number || paper.name || ''
  return { on: expires, band, what: texts.paper(kindWord(kind)), title }
}

/** The last day that anybody is told of; of what only looks like a day, that. */
export const lastDueDay = (day: string): string =>
  Number.isNaN(Date.parse(day)) ? day : shifted(day, { amount: furthest, unit: 'hari' }, 1)

export const dueOfCity = (rows: Pick<CityRows, 'partner' | 'organisation'>, window: Window): Due[] =>
  sorted(ofCity.flatMap((one) => dueIn(one as Dated<keyof Records>, rows[one.type] as never, window)))
