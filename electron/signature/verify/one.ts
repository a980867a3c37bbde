import { signatureTexts } from '../../../shared/texts/signature.ts'
import { isLocked } from '../locked.ts'
import type { Field } from '../pdf/pages.ts'
import type { PdfFile } from '../pdf/read.ts'
import { canonical } from '../pdf/serialize.ts'
import { isKind, type PdfDict, textOf } from '../pdf/value.ts'
import { isAmbiguous } from './ambiguous.ts'
import { appendedFaults } from './appended.ts'
import { type ChainCheck, checkChain, type Judge } from './chain.ts'
import { type Changes, changesSince } from './changes.ts'
import { type CmsCheck, checkCms } from './cms.ts'
import { type Covered, coveredBy, hasCleanEnd } from './range.ts'
import type { Problem, ProblemCode, SignatureReport, Verdict, Weight } from './report.ts'
import { sentencesFor } from './sentences.ts'

const found = (code: ProblemCode, weight: Weight = 'refused'): Problem => ({
  code,
  weight,
  text: signatureTexts.problems[code],
})

const nameIn = (file: PdfFile, dict: PdfDict, key: string): string => {
  const value = file.resolve(dict.entries.get(key))
  return isKind(value, 'name') ? value.name : ''
}

/** "D:20261121140500+07'00'" → ISO; `null` where it is no date. */
export const timeIn = (text: string): Date | null => {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?/.exec(text)
  if (parts === null) return null
  const [, year, month, day, hour, minute, second = '00', , sign, hours = '00', minutes = '00'] = parts
  const zone = sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(time.getTime()) ? null : time
}

const formats: Readonly<Record<string, { readonly pades: boolean; readonly timestamp: boolean }>> = {
  'ETSI.CAdES.detached': { pades: true, timestamp: false },
  'adbe.pkcs7.detached': { pades: false, timestamp: false },
  'ETSI.RFC3161': { pades: false, timestamp: true },
}

/** The signature must already have stood in the revision that it signs, as it stands now. */
const stoodThere = (file: PdfFile, field: Field, { revision }: Covered): boolean => {
  const before = revision.dictOf(revision.dictOf(field.ref)?.entries.get('V'))
  const now = file.dictOf(field.dict.entries.get('V'))
  return before !== null && now !== null && canonical(before) === canonical(now)
}

type Coverage = {
  readonly problems: Problem[]
  readonly whole: boolean
  readonly added: SignatureReport['addedAfter']
}

const judgeChanges = (changes: Changes, hidden: boolean, locked: boolean): Coverage => {
  const forbidden = changes.forbidden.length > 0
  const problems = [
    ...(forbidden ? [found('changedAfterSigning')] : []),
    ...(hidden ? [found('hiddenAfterSigning')] : []),
    ...(changes.covers === 'much' ? [found('coveredByLaterSignature')] : []),
    ...(changes.covers === 'something' ? [found('visibleLaterSignature', 'doubt')] : []),
    ...(locked && changes.signatures > 0 ? [found('lockedButChanged')] : []),
  ]
  return { problems, whole: false, added: forbidden || hidden ? 'other' : 'signatures' }
}

const judgeCoverage = (file: PdfFile, covered: Covered): Coverage => {
  if (covered.end === file.bytes.length) return { problems: [], whole: true, added: 'nothing' }
  const grown = file.sections[0]?.offset !== covered.revision.sections[0]?.offset
  if (!grown || !hasCleanEnd(file)) return { problems: [found('notWholeFile')], whole: false, added: 'other' }
  const hidden = appendedFaults(covered.revision, file).length > 0
  return judgeChanges(changesSince(covered.revision, file), hidden, isLocked(covered.revision))
}

const dictionaryProblems = (dict: PdfDict, pades: boolean, time: Date | null): Problem[] => [
  ...(pades && dict.entries.has('Cert') ? [found('certEntryPresent')] : []),
  ...(pades && time === null ? [found('timeMissing')] : []),
]

const verdictOf = (problems: readonly Problem[]): Verdict => {
  const has = (weight: Weight) => problems.some((problem) => problem.weight === weight)
  if (has('refused')) return 'refused'
  if (has('doubt')) return 'doubtful'
  return has('uncertified') ? 'uncertified' : 'certified'
}

const baseline: ReadonlySet<ProblemCode> = new Set([
  'essMissing',
  'essMismatch',
  'signingTimePresent',
  'certEntryPresent',
  'timeMissing',
  'contentTypeWrong',
  'cmsUnreadable',
])

const padesLevel = (problems: readonly Problem[]): string =>
  problems.some(({ code }) => baseline.has(code)) ? 'PAdES' : 'PAdES B-B'

const unjudged: ChainCheck = { findings: [], standing: 'unknown' }
const unreadable: CmsCheck = { signer: null, others: [], problems: [], timestamp: false }

/** Judges one signature field of a file. Throws `PdfDamaged`. */
export const judge = (file: PdfFile, field: Field, by: Judge): SignatureReport => {
  const dict = file.dictOf(field.dict.entries.get('V')) as PdfDict
  const subFilter = nameIn(file, dict, 'SubFilter')
  const format = formats[subFilter]
  const time = timeIn(textOf(file.resolve(dict.entries.get('M'))))
  const range = coveredBy(file, dict)
  const covered = typeof range === 'string' || !stoodThere(file, field, range) ? null : range
  const rangeProblems =
    covered === null ? [found(typeof range === 'string' ? range : 'rangeNotRevision')] : []
  const cms =
    covered === null || format === undefined ? unreadable : checkCms(covered.contents, covered.parts, format)
  const coverage = covered === null ? null : judgeCoverage(file, covered)
  const chain = cms.signer === null ? unjudged : checkChain(cms.signer, cms.others, time, by, cms.timestamp)
  const problems = [
    ...rangeProblems,
    ...(format === undefined ? [found('formatUnknown')] : dictionaryProblems(dict, format.pades, time)),
    ...(subFilter === 'adbe.pkcs7.detached' ? [found('notPades', 'note')] : []),
    ...cms.problems.map((code) => found(code)),
    ...(coverage?.problems ?? []),
    ...(covered !== null && isAmbiguous(covered.revision) ? [found('shownUnclear', 'doubt')] : []),
    ...chain.findings.map(({ code, weight }) => found(code, weight)),
  ]
  const told = {
    field: field.name,
    kind: format?.timestamp === true ? ('timestamp' as const) : ('signature' as const),
    format: format?.pades === true ? padesLevel(problems) : subFilter,
    certificate: cms.signer?.info ?? null,
    revocationChecked: chain.standing !== 'unknown',
    time: time?.toISOString() ?? null,
    reason: textOf(file.resolve(dict.entries.get('Reason'))),
    location: textOf(file.resolve(dict.entries.get('Location'))),
    intact: covered !== null && cms.signer !== null && cms.problems.length === 0,
    coversWholeFile: coverage?.whole ?? false,
    addedAfter: coverage?.added ?? ('other' as const),
    verdict: verdictOf(problems),
    problems,
  }
  return { ...told, sentences: sentencesFor(told) }
}
