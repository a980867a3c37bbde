import { ActionIcon, Button } from '@mantine/core'
import { IconCopy, IconX } from '@tabler/icons-react'
import { Link } from 'wouter'
import { type AnyDefinition, basisOf } from '../../shared/records/define.ts'
import { citeOf, explainedBy, explanationOf, unitKeysOf } from '../../shared/regulation/cite.ts'
import { answersTo } from '../../shared/regulation/crosswalk.ts'
import { regulationOfKey } from '../../shared/regulation/index.ts'
import { type LibraryText, nameOfUnit, quotedOf } from '../../shared/regulation/library.ts'
import { type Obligation, obligationsOfUnit } from '../../shared/regulation/obligations.ts'
import { citedOnly } from '../../shared/regulation/places.ts'
import type { Unit } from '../../shared/regulation/unit.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import { useComposition } from '../app/catalogue.ts'
import { copyText } from '../app/clipboard.ts'
import { usePlace } from '../app/place.ts'
import { registerPath } from '../records/index.ts'
import { showNotice } from '../ui/index.ts'
import { regulationPath, unitAddress } from './addresses.ts'
import { Printed } from './Printed.tsx'
import styles from './regulation.module.css'

const texts = regulationTexts.window

const copy = async (text: LibraryText, unit: Unit) => {
  const cite = nameOfUnit(unit)
  const isCopied = await copyText(texts.quoted(quotedOf(text, unit), cite, text.cited))
  showNotice(
    isCopied ? { message: texts.copied(cite), tone: 'done' } : { message: texts.copyFailed, tone: 'failed' },
  )
}

const Norm = ({ obligation: { kind, actor, what, deadline } }: { obligation: Obligation }) => (
  <li className={styles.norm}>
    <span className={styles.kind} data-kind={kind}>
      {texts.kinds[kind]}
    </span>
    <span className={styles.what}>{what}</span>
    {actor === '-' ? null : (
      <span className={styles.facts}>
        {texts.actor}: {actor}
      </span>
    )}
    {deadline === '-' ? null : (
      <span className={styles.facts}>
        {texts.deadline}: {deadline}
      </span>
    )}
  </li>
)

/** Registers whose definition, or a field of it, names the unit. */
const registersOf = (definitions: readonly AnyDefinition[], key: string): AnyDefinition[] =>
  definitions.filter(
    (definition) => definition.register && basisOf(definition).some((id) => unitKeysOf(id).includes(key)),
  )

const Section = ({
  title,
  about,
  children,
}: {
  title: string
  about?: string
  children: React.ReactNode
}) => (
  <section className={styles.section}>
    <h3 className={styles.sectionTitle}>{title}</h3>
    {about === undefined ? null : <p className={styles.sectionAbout}>{about}</p>}
    {children}
  </section>
)

type UnitProps = { text: LibraryText; unit: Unit }

/** The explanation of a unit, or of an explanation what it explains. */
const OtherHalf = ({ text, unit }: UnitProps) => {
  const { params } = usePlace()
  const isExplanation = explainedBy(unit.key) !== unit.key
  const key = isExplanation ? explainedBy(unit.key) : explanationOf(unit.key)
  const other = text.byKey.get(key)
  if (other === undefined || other.key === unit.key || other.text.length === 0) return null
  params.set('buka', key)
  return (
    <Section title={isExplanation ? texts.explains : texts.explanation}>
      <Link href={`${regulationPath}?${params}`} className={styles.link ?? ''}>
        {citeOf(key)}
      </Link>
      <Printed lines={other.text} isMarked={text.isMarked} />
      {other.notes.map((note) => (
        <p className={styles.remark} key={note}>
          <span className={styles.remarkBy}>{texts.remark}</span> {note}
        </p>
      ))}
    </Section>
  )
}

const Answers = ({ unitKey }: { unitKey: string }) => {
  const answers = answersTo(unitKey)
  if (answers.length === 0) return null
  return (
    <Section title={texts.answers} about={texts.answersAbout}>
      {answers.map(({ units, note }) => (
        <div key={units.join()} className={styles.answer}>
          {units.map((key) => (
            <Link key={key} href={unitAddress(key)} className={styles.link ?? ''}>
              {citeOf(key)} {regulationOfKey(key)?.short}
            </Link>
          ))}
          {note === '' ? null : <span className={styles.facts}>{note}</span>}
        </div>
      ))}
    </Section>
  )
}

/** What the city's registers and duties have to do with a unit of a built-in regulation. */
const Hanging = ({ unit }: { unit: Unit }) => {
  const { definitions } = useComposition()
  const norms = obligationsOfUnit(unit.key)
  const registers = registersOf(definitions, unit.key)
  return (
    <>
      {norms.length > 0 ? (
        <Section title={texts.norms}>
          <ul className={styles.norms}>
            {norms.map((obligation) => (
              <Norm key={obligation.id} obligation={obligation} />
            ))}
          </ul>
        </Section>
      ) : null}
      {registers.length > 0 ? (
        <Section title={texts.registers}>
          {registers.map(({ type, plural }) => (
            <Link key={type} href={registerPath(type)} className={styles.link ?? ''}>
              {plural}
            </Link>
          ))}
        </Section>
      ) : null}
      <Answers unitKey={unit.key} />
      {norms
        .flatMap(({ id }) => citedOnly[id] ?? [])
        .map((reason) => (
          <p key={reason} className={styles.facts}>
            {texts.citedOnly(reason)}
          </p>
        ))}
      {norms.length === 0 && registers.length === 0 ? <p className={styles.facts}>{texts.nothing}</p> : null}
    </>
  )
}

/** What hangs on one unit: its words to copy, its explanation, what it asks of whom, the registers that serve it. */
export const UnitPanel = ({ text, unit, onClose }: UnitProps & { onClose: () => void }) => {
  const cite = nameOfUnit(unit)
  return (
    <article className={styles.panel} aria-label={cite}>
      <header className={styles.panelHead}>
        <div className={styles.panelWords}>
          <div className={styles.panelKind}>{text.short}</div>
          <h2 className={styles.panelTitle}>{cite}</h2>
        </div>
        <ActionIcon aria-label={texts.close} title={texts.close} onClick={onClose}>
          <IconX size={18} stroke={1.6} />
        </ActionIcon>
      </header>
      <div className={styles.panelBody}>
        <Button
          variant="default"
          leftSection={<IconCopy size={16} stroke={1.6} />}
          onClick={() => void copy(text, unit)}
        >
          {texts.copy}
        </Button>
        <OtherHalf text={text} unit={unit} />
        {text.isBuiltIn ? <Hanging unit={unit} /> : <p className={styles.aside}>{texts.brought.nothing}</p>}
      </div>
    </article>
  )
}
