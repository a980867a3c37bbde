import { splitName } from './fileNames.ts'
import styles from './import.module.css'

/** A file name on one line: where it is too long its middle gives way, never what tells “-perbaikan.xlsx” apart. */
export const FileName = ({ name }: { name: string }) => {
  const { head, tail } = splitName(name)
  return (
    <span className={styles.path} title={name}>
      <span className={styles.hidden}>{name}</span>
      <span className={styles.pathHead} aria-hidden>
        {head}
      </span>
      <span className={styles.pathTail} aria-hidden>
        {tail}
      </span>
    </span>
  )
}
