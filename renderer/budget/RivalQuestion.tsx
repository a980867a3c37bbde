import { Button } from '@mantine/core'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatRupiah, formatWhole } from '../ui/index.ts'
import { FileName } from './FileName.tsx'
import styles from './import.module.css'
import type { ImportFile } from './importModel.ts'
import { totalsOf } from './importTotals.ts'
import { openRivals, savedRival } from './sameOpd.ts'

const texts = budgetWindowTexts.import
type Use = (key: string) => void

const factsOf = (file: ImportFile, now: boolean): string => {
  const { rows, total } = totalsOf(file)
  const facts = [texts.fileRows(formatWhole(rows)), formatRupiah(total)]
  return [...facts, ...(now ? [texts.rivals.now] : [])].join(' · ')
}

const Choice = ({
  file,
  now,
  busy,
  onUse,
}: {
  file: ImportFile
  now: boolean
  busy: boolean
  onUse: Use
}) => (
  <li className={styles.rival}>
    <span className={styles.rivalName}>
      <FileName name={file.name} />
    </span>
    <span className={styles.rivalFacts}>{factsOf(file, now)}</span>
    <Button
      variant="default"
      className={styles.small ?? ''}
      aria-label={texts.rivals.useOf(file.name)}
      disabled={busy}
      onClick={() => onUse(file.key)}
    >
      {texts.rivals.use}
    </Button>
  </li>
)

/** Several files of one OPD and year: which of them counts is the officer's to say, never the order of their names. */
export const RivalQuestion = ({
  file,
  files,
  busy,
  onUse,
}: {
  file: ImportFile
  files: readonly ImportFile[]
  busy: boolean
  onUse: Use
}) => {
  const rivals = openRivals(file, files)
  const saved = savedRival(file, files)
  if (rivals.length === 0)
    return saved ? (
      <p className={styles.rivals} role="status">
        {texts.rivals.saved(saved.name)}
      </p>
    ) : null
  const group = files.filter((each) => each === file || rivals.includes(each))
  const question = texts.rivals.question(formatWhole(group.length))
  return (
    <section className={styles.rivals} aria-label={question}>
      <h2 className={styles.rivalsTitle}>{question}</h2>
      <ul className={styles.plainList}>
        {group.map((each) => (
          <Choice key={each.key} file={each} now={each === file} busy={busy} onUse={onUse} />
        ))}
      </ul>
      <p className={styles.rivalsAbout}>{texts.rivals.about}</p>
    </section>
  )
}
