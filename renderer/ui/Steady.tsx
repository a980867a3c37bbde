import styles from './Steady.module.css'

/** One of several words in the room of the longest: what stands beside it does not move when the word changes. */
export const Steady = ({ words, shown }: { words: readonly string[]; shown: string }) => (
  <span className={styles.steady}>
    {words.map((word) => (
      <span key={word} aria-hidden={word !== shown} data-hidden={word !== shown || undefined}>
        {word}
      </span>
    ))}
  </span>
)
