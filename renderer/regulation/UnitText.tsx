import { citeOf } from '../../shared/regulation/cite.ts'
import { type Unit, withoutMarks } from '../../shared/regulation/unit.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import { Printed } from './Printed.tsx'
import styles from './regulation.module.css'

const texts = regulationTexts.window
const headings: readonly Unit['kind'][] = ['bab', 'bagian', 'penjelasan']

type Props = { unit: Unit; openKey: string | null; onOpen: (key: string) => void }

const Remarks = ({ notes }: { notes: readonly string[] }) =>
  notes.map((note) => (
    <p className={styles.remark} key={note}>
      <span className={styles.remarkBy}>{texts.remark}</span> {note}
    </p>
  ))

const Heading = ({ unit, openKey, onOpen }: Props) => (
  <div className={styles.chapter} data-kind={unit.kind} id={unit.key}>
    <h2 className={styles.heading}>
      <span>{unit.label}</span>
      {unit.title.length > 0 ? <span>{withoutMarks(unit.title.join(' '))}</span> : null}
    </h2>
    <Printed text={unit.text} />
    <Remarks notes={unit.notes} />
    {unit.units.map((inner) => (
      <UnitText key={inner.key} unit={inner} openKey={openKey} onOpen={onOpen} />
    ))}
  </div>
)

/** A unit with all that is in it, as printed; its label opens what hangs on it. */
export const UnitText = ({ unit, openKey, onOpen }: Props) => {
  if (headings.includes(unit.kind)) return <Heading unit={unit} openKey={openKey} onOpen={onOpen} />
  return (
    <div
      className={styles.unit}
      data-kind={unit.kind}
      data-open={openKey === unit.key || undefined}
      id={unit.key}
    >
      {unit.label === '' ? null : (
        <button
          type="button"
          className={styles.label}
          aria-label={texts.open(citeOf(unit.key))}
          aria-pressed={openKey === unit.key}
          onClick={() => onOpen(unit.key)}
        >
          {unit.label}
        </button>
      )}
      <div className={styles.words}>
        <Printed text={unit.text} />
        <Remarks notes={unit.notes} />
        {unit.units.map((inner) => (
          <UnitText key={inner.key} unit={inner} openKey={openKey} onOpen={onOpen} />
        ))}
      </div>
    </div>
  )
}
