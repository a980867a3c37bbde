import { isNamed } from '../../shared/rules/opd/match.ts'
import { wordsOf } from '../../shared/rules/opd/words.ts'
import type { KnownOpd } from './guessOpd.ts'
import type { ImportFile, OpdChoice } from './importModel.ts'

const sameName = (one: OpdChoice, other: OpdChoice): boolean =>
  isNamed(one.name, other) || isNamed(one.short, other) || isNamed(other.name, one)

const codeOf = ({ code }: OpdChoice): string => wordsOf(code).join(' ')
const sameCode = (one: OpdChoice, other: OpdChoice): boolean =>
  codeOf(one) !== '' && codeOf(one) === codeOf(other)

/** By the register where both stand in it; else by code, name or short name. */
export const sameOpd = (one: OpdChoice | null, other: OpdChoice | null): boolean => {
  if (one === null || other === null) return false
  if (one.id !== null && other.id !== null) return one.id === other.id
  return sameCode(one, other) || sameName(one, other)
}

/** Other files that would be the form of the same OPD and year. */
const besideOf = (file: ImportFile, files: readonly ImportFile[]): readonly ImportFile[] =>
  files.filter((other) => other.key !== file.key && other.year === file.year && sameOpd(other.opd, file.opd))

/** Those among them that wait for the officer too: one of them counts, and only the officer knows which. */
export const openRivals = (file: ImportFile, files: readonly ImportFile[]): readonly ImportFile[] =>
  besideOf(file, files).filter(({ state }) => state === 'open')

/** The one among them that this import has written already; null: none. */
export const savedRival = (file: ImportFile, files: readonly ImportFile[]): ImportFile | null =>
  besideOf(file, files).find(({ state }) => state === 'saved') ?? null

/** The officer takes one of several files of an OPD; the others are set aside, to be taken back at will. */
export const withUsed = (files: readonly ImportFile[], key: string): readonly ImportFile[] => {
  const used = files.find((file) => file.key === key)
  if (used === undefined) return files
  const beside = new Set(besideOf(used, files))
  return files.map((file) =>
    beside.has(file) && (file.state === 'open' || file.state === 'aside')
      ? { ...file, state: 'aside', usedInstead: key }
      : file,
  )
}

const standsFor = (file: ImportFile, files: readonly ImportFile[]): boolean =>
  besideOf(file, files).some(
    ({ key, state }) => key === file.usedInstead && (state === 'open' || state === 'saved'),
  )

/** A file comes back by itself where the one used instead was refused, or turned out to be another OPD's or year's. */
export const withoutOrphans = (files: readonly ImportFile[]): readonly ImportFile[] => {
  const orphans = new Set(files.filter((file) => file.state === 'aside' && !standsFor(file, files)))
  if (orphans.size === 0) return files
  return files.map((file) => (orphans.has(file) ? { ...file, state: 'open', usedInstead: null } : file))
}

/** Files of a new OPD that the register holds by now, because another file of it was just saved. */
export const withRegistered = (
  files: readonly ImportFile[],
  opds: readonly KnownOpd[],
): readonly ImportFile[] =>
  files.map((file) => {
    if (file.opd === null || file.opd.id !== null || file.state === 'saved') return file
    const { opd } = file
    const found = opds.find((each) => sameName(opd, each))
    if (found === undefined) return file
    return { ...file, opd: { id: found.id, code: found.code, name: found.name, short: found.short } }
  })
