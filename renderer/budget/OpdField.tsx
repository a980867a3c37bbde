import { type ComboboxParsedItem, Select, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type KnownOpd, searchOpds } from '../../shared/rules/opd/match.ts'
import { budgetWindowTexts } from '../../shared/texts/budget-window.ts'
import styles from './import.module.css'
import type { OpdChoice } from './importModel.ts'

const words = budgetWindowTexts.import.fields
const other = 'lain'

type Change = (change: { readonly opd: OpdChoice | null; readonly guessed: boolean }) => void

const labelOf = ({ code, name }: KnownOpd) => [code, name].filter(Boolean).join(' · ')

const chosen = (opds: readonly KnownOpd[], value: string | null): OpdChoice | null => {
  const opd = opds.find(({ id }) => id === value)
  return opd ? { id: opd.id, code: opd.code, name: opd.name, short: opd.short } : null
}

type Options = ComboboxParsedItem[]

/** The likeliest first, and at the end the way to a new OPD. */
const listed = (options: Options, typed: string, opds: readonly KnownOpd[]): Options => {
  const byValue = new Map(options.flatMap((each) => ('value' in each ? [[each.value, each] as const] : [])))
  return [...searchOpds(typed, opds).map(({ id }) => id), other].flatMap((value) => byValue.get(value) ?? [])
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
        label={words.newName}
        data-missing="name"
        withAsterisk
        maxLength={200}
        value={opd.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={words.newCode}
        data-missing="code"
        placeholder={words.newCodeLater}
        maxLength={40}
        value={opd.code}
        onChange={(event) => set({ code: event.currentTarget.value })}
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

/** What is typed finds the OPD; Enter takes the first of what is listed. What fits none begins a new OPD. */
export const OpdField = ({
  opd,
  opds,
  onChange,
}: {
  opd: OpdChoice | null
  opds: readonly KnownOpd[]
  onChange: Change
}) => {
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  /** What was typed for a new OPD stays while the register is looked through once more. */
  const [typed, setTyped] = useState<OpdChoice | null>(null)
  const takesUp = useRef(false)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!takesUp.current || opd === null || opd.id !== null) return
    takesUp.current = false
    place.current
      ?.querySelector<HTMLElement>(`[data-missing="${opd.name === '' ? 'name' : 'code'}"]`)
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
  const known = opds.find(({ id }) => id === opd?.id)
  const chosenLabel = known ? labelOf(known) : ''
  const sought = search === chosenLabel ? '' : search.trim()
  const choose = (value: string | null) => {
    takesUp.current = value === other
    onChange({ opd: value === other ? (typed ?? begun(sought)) : chosen(opds, value), guessed: false })
  }
  /** Enter takes the first that is listed; where the arrows marked one, the list takes that. */
  const takeFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '')
    const isMarked = list?.querySelector('[data-combobox-selected]') != null
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || isMarked) return
    const [first] = sought === '' ? [] : searchOpds(sought, opds)
    if (first === undefined) return
    event.preventDefault()
    setOpened(false)
    setSearch(labelOf(first))
    choose(first.id)
  }
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
      filter={({ options, search: typed }) => listed(options, typed === chosenLabel ? '' : typed, opds)}
      classNames={{ dropdown: sought === '' ? '' : (styles.firstTaken ?? '') }}
      allowDeselect={false}
      maxDropdownHeight={320}
      comboboxProps={{ width: 'target', position: 'bottom-start' }}
      title={chosenLabel || undefined}
      value={opd?.id ?? null}
      searchValue={search}
      onSearchChange={setSearch}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onOptionSubmit={(value) => value === opd?.id && setSearch(chosenLabel)}
      onKeyDown={takeFirst}
      onChange={choose}
    />
  )
}
