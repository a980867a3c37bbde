import { covers, type Dot } from '../../../shared/clock/dots.ts'
import { headsOf } from '../../../shared/clock/heads.ts'
import type { Seen } from '../../../shared/commit/header.ts'
import type { RowChange } from '../../../shared/commit/part.ts'
import type { RoleName } from '../../../shared/contract/call.ts'
import type { Grant } from '../../../shared/rules/access/index.ts'
import { liveAsOf } from '../as-of.ts'
import type { Step } from '../past.ts'
import { makingOf, pastOf } from '../past.ts'
import type { Reader } from '../reader.ts'
import { codeKeys } from './recovery.ts'

/** What the log says of an officer to whoever had seen this much: the keys that sign, and the roles whatever their dates. */
type Authority = { readonly keys: readonly Uint8Array[]; readonly grants: readonly Grant[] }

const nobody: Authority = { keys: [], grants: [] }

const idsOf = (reader: Reader, type: string, officer: string): string[] =>
  reader.rows<{ id: string }>(`select id from "${type}" where officer = ?`, officer).map(({ id }) => id)

const keyIn = (step: Pick<Step, 'cells'> | null): Uint8Array[] => {
  const key = step?.cells['signKey']
  return key instanceof Uint8Array ? [key] : []
}

/** `said`: keys that anybody whose word counts said are the officer's, whether or not they hold. */
type Papers = {
  readonly said: readonly Uint8Array[]
  readonly roles: readonly string[]
  readonly credentials: readonly string[]
  readonly dots: readonly Dot[]
}

/** Types that say who may do what, and from where. */
const authorityTypes: ReadonlySet<string> = new Set([
  'officer',
  'role',
  'credential',
  'recoveryKey',
  'device',
])
export const changesAuthority = (changes: readonly RowChange[]): boolean =>
  changes.some(({ type }) => authorityTypes.has(type))

/** Who may do what at which point of the log. Answers are kept until a commit changes officers, keys, roles or devices. */
export class Authorities {
  private readonly reader: Reader
  private readonly papers = new Map<string, Papers>()
  private readonly answers = new Map<string, Authority>()
  private readonly enrolments = new Map<string, readonly Step[]>()
  private codes: readonly Step[] | null = null
  constructor(reader: Reader) {
    this.reader = reader
  }

  forget(): void {
    this.papers.clear()
    this.enrolments.clear()
    this.codes = null
    this.answers.clear()
  }

  keysOf(officer: string, known: Seen): readonly Uint8Array[] {
    return this.at(officer, known).keys
  }

  /** Keys that anybody whose word counts said are the officer's, whether or not they hold. */
  saidKeys(officer: string): readonly Uint8Array[] {
    return this.papersOf(officer).said
  }

  /** Where anybody whose word counts took the device in. */
  enrolmentsOf(device: string): readonly Step[] {
    const known =
      this.enrolments.get(device) ??
      this.reader
        .rows<{ id: string }>('select id from device where deviceId = ?', device)
        .flatMap(({ id }) => makingOf(this.reader, 'device', id) ?? [])
    this.enrolments.set(device, known)
    return known
  }

  /** Keys of the printed recovery codes that hold. */
  codeKeys(known: Seen): Uint8Array[] {
    if (!this.reader.catalogue.has('recoveryKey')) return []
    this.codes ??= this.reader
      .rows<{ id: string }>('select id from recoveryKey')
      .flatMap(({ id }) => makingOf(this.reader, 'recoveryKey', id) ?? [])
    return codeKeys(this.codes, known)
  }

  /** The officer's roles, whatever their dates. */
  grantsOf(officer: string, known: Seen): readonly Grant[] {
    return this.at(officer, known).grants
  }

  private at(officer: string, known: Seen): Authority {
    const papers = this.papersOf(officer)
    const name = `${officer} ${papers.dots.map((dot) => (covers(known, dot) ? '1' : '0')).join('')}`
    const authority = this.answers.get(name) ?? this.read(officer, papers, known)
    this.answers.set(name, authority)
    return authority
  }

  private papersOf(officer: string): Papers {
    const known = this.papers.get(officer)
    if (known !== undefined) return known
    const roles = idsOf(this.reader, 'role', officer)
    const credentials = idsOf(this.reader, 'credential', officer)
    const past = pastOf(this.reader)
    const dots = [
      ...past('officer', officer),
      ...roles.flatMap((id) => past('role', id)),
      ...credentials.flatMap((id) => past('credential', id)),
    ]
    const said = credentials.flatMap((id) => keyIn(makingOf(this.reader, 'credential', id)))
    const made = { said, roles, credentials, dots }
    this.papers.set(officer, made)
    return made
  }

  private read(officer: string, { roles, credentials }: Papers, known: Seen): Authority {
    const person = liveAsOf(this.reader, 'officer', officer, known)
    if (person === null || person['active'] === 0) return nobody
    const grants = roles.flatMap((id): Grant[] => {
      const cells = liveAsOf(this.reader, 'role', id, known)
      if (cells === null || cells['officer'] !== officer) return []
      const { role, opd, from, until } = cells as Record<string, string | null | undefined>
      if (!role) return []
      return [{ role: role as RoleName, opd: opd ?? null, from: from ?? null, until: until ?? null }]
    })
    return { keys: this.newestKeys(credentials, known), grants }
  }

  /** A new pair of keys ends those that its giver knew; two given without knowing of each other both count. */
  private newestKeys(credentials: readonly string[], known: Seen): Uint8Array[] {
    const made = credentials
      .flatMap((id) => makingOf(this.reader, 'credential', id) ?? [])
      .filter((step) => covers(known, step))
    return headsOf(made).flatMap(keyIn)
  }
}
