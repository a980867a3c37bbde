import styles from './text.module.css'

/** Amounts, and days with or without their time: what an officer reads as one word. */
const whole = /(Rp[\d.]+(?:,\d+)?|\d{1,2}-\d{2}-\d{4}(?: \d{2}\.\d{2} WIB)?|\d{1,3}(?:\.\d{3})+)/g

/** A sentence whose amounts and dates never break over two lines. */
export const Unbroken = ({ children }: { children: string }) => (
  <>
    {children.split(whole).map((part, at) =>
      at % 2 === 1 ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence stand still
        <span key={at} className={styles.number}>
          {part}
        </span>
      ) : (
        part
      ),
    )}
  </>
)
