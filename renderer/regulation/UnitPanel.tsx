import { ActionIcon, Button } from '@mantine/core'
import { IconCopy, IconX } from '@tabler/icons-react'
import { Link } from 'wouter'
import { type AnyDefinition, basisOf } from '../../shared/records/define.ts'
import { citeOf, explainedBy, explanationOf, unitKeysOf } from '../../shared/regulation/cite.ts'
import { answersTo } from '../../shared/regulation/crosswalk.ts'
import { regulationOfKey, unitOf } from '../../shared/regulation/index.ts'
import { type Obligation, obligationsOfUnit } from '../../shared/regulation/obligations.ts'
import { citedOnly } from '../../shared/regulation/places.ts'
import { plainText, type Unit } from '../../shared/regulation/unit.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import { useComposition } from '../app/catalogue.ts'
import { copyText } from '../app/clipboard.ts'
import { registerPath } from '../records/index.ts'
import { showNotice } from '../ui/index.ts'
import { unitAddress } from './addresses.ts'
import { Printed } from './Printed.tsx'
import styles from './regulation.module.css'

const texts = regulationTexts.window

const copy = async (unit: Unit) => {
  const cite = citeOf(unit.key)
  const title = regulationOfKey(unit.key)?.title.replace(/ tentang .*$/, '') ?? ''
  const whole = [unit, ...unit.units].map((part) =>
    part === unit ? plainText(part) : `${part.label} ${plainText(part)}`,
  )
  const isCopied = await copyText(texts.quoted(whole.join('\n').trim(), cite, title))
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

/** The explanation of a unit, or of an explanation what it explains. */
const OtherHalf = ({ unit }: { unit: Unit }) => {
  const isExplanation = explainedBy(unit.key) !== unit.key
  const key = isExplanation ? explainedBy(unit.key) : explanationOf(unit.key)
  const other = unitOf(key)
  if (other === undefined || other.key === unit.key || other.text.length === 0) return null
  return (
    <Section title={isExplanation ? texts.explains : texts.explanation}>
      <Link href={unitAddress(key)} className={styles.link ?? ''}>
        {citeOf(key)}
      </Link>
      <Printed text={other.text} />
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

/** What hangs on one unit: its words to copy, its explanation, what it asks of whom, the registers that serve it. */
export const UnitPanel = ({ unit, onClose }: { unit: Unit; onClose: () => void }) => {
  const { definitions } = useComposition()
  const norms = obligationsOfUnit(unit.key)
  const registers = registersOf(definitions, unit.key)
  const cite = citeOf(unit.key)
  return (
    <article className={styles.panel} aria-label={cite}>
      <header className={styles.panelHead}>
        <div className={styles.panelWords}>
          <div className={styles.panelKind}>{regulationOfKey(unit.key)?.short}</div>
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
          onClick={() => void copy(unit)}
        >
          {texts.copy}
        </Button>
        <OtherHalf unit={unit} />
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
        {norms.length === 0 && registers.length === 0 ? (
          <p className={styles.facts}>{texts.nothing}</p>
        ) : null}
      </div>
    </article>
  )
}
