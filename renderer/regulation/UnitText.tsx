import { memo } from 'react'
import { type LibraryText, nameOfUnit } from '../../shared/regulation/library.ts'
import { type Unit, withoutMarks } from '../../shared/regulation/unit.ts'
import { regulationTexts } from '../../shared/texts/regulation.ts'
import { type OpenPath, onPath } from './openPath.ts'
import { Printed } from './Printed.tsx'
import styles from './regulation.module.css'

const texts = regulationTexts.window
const headings: ReadonlySet<Unit['kind']> = new Set(['bab', 'bagian', 'paragraf', 'penjelasan'])
const ofFramework: ReadonlySet<Unit['kind']> = new Set(['kelompok', 'butir'])

type Props = {
  text: LibraryText
  unit: Unit
  /** The way to the unit that is open; null for every unit that is not on it, so that those stay as they are. */
  open: OpenPath | null
  /** Null: the text alone, before it is in the library. */
  onOpen: ((key: string) => void) | null
}

const Remarks = ({ notes }: { notes: readonly string[] }) =>
  notes.map((note) => (
    <p className={styles.remark} key={note}>
      <span className={styles.remarkBy}>{texts.remark}</span> {note}
    </p>
  ))

const Inside = ({ unit, ...props }: Props) => <UnitTexts units={unit.units} {...props} />

const Heading = (props: Props) => {
  const { text, unit } = props
  return (
    <div className={styles.chapter} data-kind={unit.kind} id={unit.key}>
      <h2 className={styles.heading}>
        <span>{unit.label}</span>
        {unit.title.length > 0 ? <span>{withoutMarks(unit.title.join(' '))}</span> : null}
      </h2>
      <Printed lines={unit.text} isMarked={text.isMarked} />
      <Remarks notes={unit.notes} />
      <Inside {...props} />
    </div>
  )
}

const Label = ({ unit, words, open, onOpen }: Props & { words: string }) =>
  onOpen === null ? (
    <span className={styles.label}>{words}</span>
  ) : (
    <button
      type="button"
      className={styles.label}
      aria-label={texts.open(nameOfUnit(unit))}
      aria-pressed={open?.key === unit.key}
      onClick={() => onOpen(unit.key)}
    >
      {words}
    </button>
  )

/** What a framework says beside the text itself, each under its name. */
const More = ({ text, unit }: { text: LibraryText; unit: Unit }) =>
  unit.more?.map((more) => (
    <div className={styles.more} key={more.label}>
      <span className={styles.moreLabel} lang="id">
        {more.label}
      </span>
      <Printed lines={more.text} isMarked={text.isMarked} />
    </div>
  ))

/** A node of a framework: its reference and name on one line, what it says under them, then what is in it. */
const Item = (props: Props) => {
  const { text, unit, open } = props
  const title = unit.title.join(' ')
  return (
    <div className={styles.item} data-kind={unit.kind}>
      <div className={styles.itemSelf} data-open={open?.key === unit.key || undefined} id={unit.key}>
        <div className={styles.itemHead}>
          <Label {...props} words={unit.label || title || texts.brought.nameless} />
          {unit.label === '' || title === '' ? null : <span className={styles.itemTitle}>{title}</span>}
        </div>
        <Printed lines={unit.text} isMarked={text.isMarked} />
        <More text={text} unit={unit} />
      </div>
      <div className={styles.itemInner}>
        <Inside {...props} />
      </div>
    </div>
  )
}

/** A unit with all that is in it, as printed; its label opens what hangs on it. */
const UnitText = memo((props: Props) => {
  const { text, unit, open } = props
  if (headings.has(unit.kind)) return <Heading {...props} />
  if (ofFramework.has(unit.kind)) return <Item {...props} />
  return (
    <div
      className={styles.unit}
      data-kind={unit.kind}
      data-open={open?.key === unit.key || undefined}
      id={unit.key}
    >
      {unit.label === '' ? null : <Label {...props} words={unit.label} />}
      <div className={styles.words}>
        <Printed lines={unit.text} isMarked={text.isMarked} />
        <Remarks notes={unit.notes} />
        <Inside {...props} />
      </div>
    </div>
  )
})

/** Units beside each other. */
export const UnitTexts = ({ units, open, ...props }: Omit<Props, 'unit'> & { units: readonly Unit[] }) =>
  units.map((unit) => (
    <UnitText key={unit.key} unit={unit} open={onPath(open, unit.key) ? open : null} {...props} />
  ))
