import { opdTexts } from '../../texts/opd.ts'

/** An OPD of the register. */
export type RegisteredOpd = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly short: string
  readonly head: string
}
export type WrittenOpd = Omit<RegisteredOpd, 'id'> & { readonly key: string }
const fields = ['code', 'name', 'short', 'head'] as const
export type OpdField = (typeof fields)[number]

export type OpdChange = { readonly field: OpdField; readonly before: string; readonly after: string }
/** `same`, `twin` and `unclear` are not written. */
export type PlannedOpd = {
  readonly key: string
  readonly state: keyof typeof opdTexts.state
  /** The OPD of the register that this is; null for a new one. */
  readonly id: string | null
  readonly changes: readonly OpdChange[]
  readonly doubts: readonly { readonly field: OpdField; readonly message: string }[]
  readonly remark: string
}

const loose = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()
const { doubt: sentences, remark: remarks, columns } = opdTexts

type Index = {
  readonly byCode: ReadonlyMap<string, readonly number[]>
  readonly byName: ReadonlyMap<string, readonly number[]>
}

const indexOf = (rows: readonly Pick<RegisteredOpd, 'code' | 'name'>[]): Index => {
  const by = (field: 'code' | 'name') => {
    const found = new Map<string, number[]>()
    rows.forEach((row, at) => {
      const key = loose(row[field])
      if (key === '') return
      const places = found.get(key)
      if (places === undefined) found.set(key, [at])
      else places.push(at)
    })
    return found
  }
  return { byCode: by('code'), byName: by('name') }
}

const plain = (key: string, state: PlannedOpd['state'], more: Partial<PlannedOpd> = {}): PlannedOpd => ({
  key,
  state,
  id: null,
  changes: [],
  doubts: [],
  remark: '',
  ...more,
})

const sameOpd = (one: WrittenOpd, other: WrittenOpd): boolean =>
  loose(one.code) === loose(other.code) && loose(one.name) === loose(other.name)

/** Written twice in the list itself: word for word, or with one code or one name for two. null: once. */
const withinList = (rows: readonly WrittenOpd[], at: number, index: Index): PlannedOpd | null => {
  const row = rows[at] as WrittenOpd
  const sharing = (places: readonly number[] | undefined) => (places ?? []).filter((place) => place !== at)
  const byCode = sharing(index.byCode.get(loose(row.code)))
  const byName = sharing(index.byName.get(loose(row.name)))
  const twin = [...byCode, ...byName].find((place) => place < at && sameOpd(rows[place] as WrittenOpd, row))
  if (twin !== undefined) return plain(row.key, 'twin', { remark: remarks.twin(twin + 1) })
  const otherCode = byCode.find((place) => !sameOpd(rows[place] as WrittenOpd, row))
  if (otherCode !== undefined)
    return plain(row.key, 'unclear', {
      doubts: [{ field: 'code', message: sentences.codeTwice(row.code, otherCode + 1) }],
    })
  const otherName = byName.find((place) => !sameOpd(rows[place] as WrittenOpd, row))
  return otherName === undefined
    ? null
    : plain(row.key, 'unclear', { doubts: [{ field: 'name', message: sentences.nameTwice(otherName + 1) }] })
}

/** An empty cell takes nothing away; capitals and blanks alone are a change too, since somebody wrote them so. */
const changesOf = (row: WrittenOpd, known: RegisteredOpd): OpdChange[] =>
  fields.flatMap((field) => {
    const [before, after] = [known[field].trim(), row[field].trim()]
    return after === '' || after === before ? [] : [{ field, before, after }]
  })

const against = (row: WrittenOpd, known: RegisteredOpd): PlannedOpd => {
  const changes = changesOf(row, known)
  const changed = new Set(changes.map(({ field }) => field))
  const doubts = [
    ...(changed.has('name') && known.name !== '' && loose(known.name) !== loose(row.name)
      ? [{ field: 'name' as const, message: sentences.otherName(known.code || row.code, known.name) }]
      : []),
    ...(changed.has('code') && known.code !== '' && loose(known.code) !== loose(row.code)
      ? [{ field: 'code' as const, message: sentences.otherCode(known.code) }]
      : []),
  ]
  const remark = changes
    .map(({ field, before, after }) => remarks.change(columns[field], before, after))
    .join('; ')
  return plain(row.key, changes.length === 0 ? 'same' : 'changed', { id: known.id, changes, doubts, remark })
}

const planOne = (row: WrittenOpd, known: readonly RegisteredOpd[], register: Index): PlannedOpd => {
  const byCode = register.byCode.get(loose(row.code)) ?? []
  const byName = register.byName.get(loose(row.name)) ?? []
  const found = byCode.find((place) => byName.includes(place)) ?? byCode[0] ?? byName[0]
  if (found !== undefined && byCode.length === 0 && byName.length > 1)
    return plain(row.key, 'unclear', {
      doubts: [{ field: 'code', message: sentences.severalNames(row.name) }],
    })
  if (found !== undefined) return against(row, known[found] as RegisteredOpd)
  if (row.name.trim() === '')
    return plain(row.key, 'unclear', { doubts: [{ field: 'name', message: sentences.nameMissing }] })
  const doubts = row.code.trim() === '' ? [{ field: 'code' as const, message: sentences.codeMissing }] : []
  return plain(row.key, 'new', { doubts })
}

/** What taking this list in would do, row by row, in its order. */
export const planOpds = (
  rows: readonly WrittenOpd[],
  known: readonly RegisteredOpd[],
): readonly PlannedOpd[] => {
  const [own, register] = [indexOf(rows), indexOf(known)]
  return rows.map((row, at) => withinList(rows, at, own) ?? planOne(row, known, register))
}

export const isWritten = ({ state }: Pick<PlannedOpd, 'state'>): boolean =>
  state === 'new' || state === 'changed'
