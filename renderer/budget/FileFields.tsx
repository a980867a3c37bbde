import { NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { FormSummary } from '../../shared/contract/budget.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import { formatRupiah, formatWhole, parseDay } from '../ui/index.ts'
import type { KnownOpd } from './guessOpd.ts'
import styles from './import.module.css'
import { type ImportFile, type Missing, missingFor, type OpdChoice } from './importModel.ts'

const texts = budgetWindowTexts.import
const words = texts.fields
const other = 'lain'

type Change = (change: Partial<ImportFile>) => void
type Props = { file: ImportFile; opds: readonly KnownOpd[]; forms: readonly FormSummary[]; onChange: Change }

const labelOf = ({ code, name }: KnownOpd) => [code, name].filter(Boolean).join(' · ')

const matches = (opd: KnownOpd | undefined, search: string) =>
  opd === undefined ||
  `${opd.code} ${opd.name} ${opd.short}`.toLowerCase().includes(search.trim().toLowerCase())

const chosen = (opds: readonly KnownOpd[], value: string | null): OpdChoice | null => {
  const opd = opds.find(({ id }) => id === value)
  return opd ? { id: opd.id, code: opd.code, name: opd.name, short: opd.short } : null
}

/** A new OPD begins with what was typed to find it: a code, or a name. */
const begun = (typed: string): OpdChoice => {
  const words = typed.trim()
  const isCode = /^[\d.\-/]+$/.test(words)
  return { id: null, code: isCode ? words : '', name: isCode ? '' : words, short: '' }
}

const NewOpd = ({
  opd,
  onChange,
  onRegister,
}: {
  opd: OpdChoice
  onChange: Change
  /** Back to the register; null where it is empty. */
  onRegister: (() => void) | null
}) => {
  const set = (change: Partial<OpdChoice>) => onChange({ opd: { ...opd, ...change }, guessed: false })
  return (
    <div className={styles.newOpd}>
      <TextInput
        label={words.newCode}
        data-missing="code"
        withAsterisk
        maxLength={40}
        value={opd.code}
        onChange={(event) => set({ code: event.currentTarget.value })}
      />
      <TextInput
        label={words.newName}
        data-missing="name"
        withAsterisk
        maxLength={200}
        value={opd.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={words.newShort}
        maxLength={60}
        value={opd.short}
        onChange={(event) => set({ short: event.currentTarget.value })}
      />
      {onRegister ? (
        <button type="button" className={styles.toRegister} onClick={onRegister}>
          {words.useRegister}
        </button>
      ) : null}
    </div>
  )
}

const OpdField = ({ file, opds, onChange }: Omit<Props, 'forms'>) => {
  const { opd } = file
  const [search, setSearch] = useState('')
  /** What was typed for a new OPD stays while the register is looked through once more. */
  const [typed, setTyped] = useState<OpdChoice | null>(null)
  const takesUp = useRef(false)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!takesUp.current || opd === null || opd.id !== null) return
    takesUp.current = false
    place.current
      ?.querySelector<HTMLElement>(`[data-missing="${opd.code === '' ? 'code' : 'name'}"]`)
      ?.focus()
  }, [opd])
  if (opd !== null && opd.id === null) {
    const toRegister = () => {
      setTyped(opd)
      onChange({ opd: null, guessed: false })
    }
    return (
      <div ref={place}>
        <NewOpd opd={opd} onChange={onChange} onRegister={opds.length > 0 ? toRegister : null} />
      </div>
    )
  }
  const choose = (value: string | null) => {
    takesUp.current = value === other
    const known = opds.find(({ id }) => id === opd?.id)
    const sought = known && labelOf(known) === search ? '' : search
    onChange({ opd: value === other ? (typed ?? begun(sought)) : chosen(opds, value), guessed: false })
  }
  const byId = new Map(opds.map((each) => [each.id, each]))
  return (
    <Select
      label={words.opd}
      data-missing="opd"
      withAsterisk
      searchable
      placeholder={words.opdPlaceholder}
      data={[
        ...opds.map((each) => ({ value: each.id, label: labelOf(each) })),
        { value: other, label: words.newOpd },
      ]}
      filter={({ options, search }) =>
        options.filter(
          (option) =>
            !('value' in option) || option.value === other || matches(byId.get(String(option.value)), search),
        )
      }
      maxDropdownHeight={320}
      value={opd?.id ?? null}
      onSearchChange={setSearch}
      onChange={choose}
    />
  )
}

export type Block = Missing | 'codeTaken' | 'locked'

/** Why Simpan cannot be pressed now; null: it can. Where to go for it: the field named by `fieldOf`. */
export const blockOf = (
  file: ImportFile,
  opds: readonly KnownOpd[],
  forms: readonly FormSummary[],
): Block | null => {
  const { opd } = file
  const missing = missingFor(file)
  if (missing !== null) return missing
  if (opd !== null && opd.id === null) return codeHolder(opd, opds) === undefined ? null : 'codeTaken'
  return forms.some((form) => form.opd === opd?.id && form.status === 'dikunci') ? 'locked' : null
}
export const fieldOf = (block: Block): Missing =>
  block === 'codeTaken' ? 'code' : block === 'locked' ? 'opd' : block

/** The registered OPD whose code a new one was given by mistake. */
const codeHolder = (opd: OpdChoice, opds: readonly KnownOpd[]): KnownOpd | undefined => {
  const code = opd.code.trim().toLowerCase()
  return code === '' ? undefined : opds.find((each) => each.code.toLowerCase() === code)
}

const consequenceOf = ({ file, opds, forms }: Omit<Props, 'onChange'>): { text: string; tone?: 'warn' } => {
  const { opd, mode } = file
  if (opd === null) return { text: texts.missing.opd }
  const holder = opd.id === null ? codeHolder(opd, opds) : undefined
  if (holder !== undefined) return { text: words.codeTaken(opd.code.trim(), holder.name), tone: 'warn' }
  if (opd.id === null && opd.code.trim() === '' && opd.name.trim() !== '')
    return { text: words.codeMissing(opd.name.trim()) }
  if (opd.id === null)
    return { text: opd.name.trim() === '' ? texts.missing.opd : words.newNotice(opd.name.trim()) }
  const form = forms.find((each) => each.opd === opd.id)
  const guess = file.guessed ? `${words.opdGuessed} ` : ''
  if (form === undefined)
    return { text: guess + (mode === 'append' ? texts.consequence.appendFirst : texts.consequence.first) }
  const version = formatWhole(form.version)
  if (form.status === 'dikunci') return { text: texts.consequence.locked(version), tone: 'warn' }
  return {
    text:
      guess +
      (mode === 'append'
        ? texts.consequence.append(version, formatWhole(form.rows), formatRupiah(form.total))
        : texts.consequence.version(formatWhole(form.version + 1), version)),
  }
}

const Mode = ({ file, onChange }: Pick<Props, 'file' | 'onChange'>) => {
  const id = useId()
  return (
    <div>
      <div className={styles.fieldLabel} id={id}>
        {words.mode}
      </div>
      <SegmentedControl
        fullWidth
        size="sm"
        aria-labelledby={id}
        transitionDuration={0}
        data={[
          { value: 'version', label: words.version },
          { value: 'append', label: words.append },
        ]}
        value={file.mode}
        onChange={(mode) => onChange({ mode: mode === 'append' ? 'append' : 'version' })}
      />
    </div>
  )
}

/** Whose form it is, for which year, and what saving it will do. */
export const FileFields = ({ file, opds, forms, onChange, children }: Props & { children?: ReactNode }) => {
  const consequence = consequenceOf({ file, opds, forms })
  const chooses = file.mode === 'append' || forms.some(({ opd }) => opd === file.opd?.id)
  return (
    <div
      className={styles.fields}
      data-mode={chooses || undefined}
      data-new={(file.opd !== null && file.opd.id === null) || undefined}
    >
      <OpdField file={file} opds={opds} onChange={onChange} />
      <NumberInput
        label={words.year}
        data-missing="year"
        thousandSeparator=""
        allowDecimal={false}
        min={2000}
        max={2100}
        value={file.year}
        onChange={(year) => typeof year === 'number' && onChange({ year })}
      />
      <DateInput
        label={words.received}
        data-missing="received"
        valueFormat="DD-MM-YYYY"
        dateParser={parseDay}
        value={file.received || null}
        onChange={(received) => onChange({ received: received ?? '' })}
      />
      <TextInput
        label={words.letter}
        maxLength={120}
        value={file.letter}
        onChange={(event) => onChange({ letter: event.currentTarget.value })}
      />
      {chooses ? <Mode file={file} onChange={onChange} /> : null}
      <p className={styles.consequence} data-tone={consequence.tone} role="status">
        {consequence.text}
      </p>
      {children}
    </div>
  )
}
