import { type ComboboxParsedItem, MultiSelect, Select } from '@mantine/core'
import { searchOpds } from '../../../shared/rules/opd/match.ts'
import { opdSotkTexts } from '../../../shared/texts/opd-sotk.ts'
import type { Opd } from './draft.ts'

const texts = opdSotkTexts.fields

const labelOf = ({ code, name }: Opd): string => [code, name].filter(Boolean).join(' · ')

/** What is typed finds an OPD by code, short name or words of its name, the likeliest first. */
const found =
  (opds: readonly Opd[]) =>
  ({ options, search }: { options: ComboboxParsedItem[]; search: string }) => {
    const known = new Map(opds.map((opd) => [labelOf(opd), opd]))
    if (known.has(search)) return options
    const byValue = new Map(options.flatMap((each) => ('value' in each ? [[each.value, each] as const] : [])))
    return searchOpds(search, opds).flatMap(({ id }) => byValue.get(id) ?? [])
  }

const common = (opds: readonly Opd[], error: string | undefined) => ({
  withAsterisk: true,
  searchable: true,
  error,
  placeholder: texts.fromHint,
  nothingFoundMessage: texts.nothingFound,
  data: opds.map((opd) => ({ value: opd.id, label: labelOf(opd) })),
  filter: found(opds),
  maxDropdownHeight: 320,
})

type Props = { label: string; opds: readonly Opd[]; error?: string | undefined }

export const OneOpd = ({
  label,
  opds,
  error,
  value,
  onChange,
}: Props & { value: string | null; onChange: (id: string | null) => void }) => (
  <Select {...common(opds, error)} label={label} value={value} onChange={onChange} />
)

export const ManyOpds = ({
  label,
  opds,
  error,
  value,
  onChange,
}: Props & { value: readonly string[]; onChange: (ids: string[]) => void }) => (
  <MultiSelect
    {...common(opds, error)}
    {...(value.length > 0 ? { placeholder: '' } : {})}
    label={label}
    value={[...value]}
    onChange={onChange}
    hidePickedOptions
  />
)
