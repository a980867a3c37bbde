import { Link } from 'wouter'
import type { Regulation } from '../../shared/regulation/index.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import { textAddress } from './addresses.ts'
import styles from './regulation.module.css'
import type { Brought } from './useLibrary.ts'

const texts = regulationTexts.window.brought

/** The other versions of a text, each to be opened. */
const Versions = ({ brought, library }: { brought: Brought; library: readonly Brought[] }) => {
  const others = library.filter(({ id, series }) => series === brought.series && id !== brought.id)
  if (others.length === 0) return null
  return (
    <p className={styles.aboutLine}>
      {texts.versions}{' '}
      {others.map(({ id, name }, at) => (
        <span key={id}>
          {at === 0 ? '' : ' · '}
          <Link href={textAddress(id)} className={styles.link ?? ''}>
            {name}
          </Link>
        </span>
      ))}
    </p>
  )
}

/** Above a text that the city brought: that nobody is judged by it, whose it is, and its other versions. */
export const AboutText = ({
  brought,
  own,
  library,
}: {
  brought: Brought
  own: Regulation | null
  library: readonly Brought[]
}) => (
  <aside className={styles.aboutText} aria-label={texts.label}>
    <p className={styles.aboutLine}>
      <strong>{texts.toRead}</strong> {own === null ? '' : texts.judgedBy(own.short)}
    </p>
    {brought.about === '' ? null : <p className={styles.aboutWords}>{brought.about}</p>}
    {brought.copyright === '' ? null : (
      <p className={styles.aboutWords}>
        <strong>{texts.copyright}</strong> {brought.copyright}
      </p>
    )}
    <Versions brought={brought} library={library} />
  </aside>
)
