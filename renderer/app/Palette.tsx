import '@mantine/spotlight/styles.layer.css'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { searchAll } from '../../shared/contract/records.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { formatRupiah } from '../ui/index.ts'
import { addressOf, papersAddressOf, useComposition } from './catalogue.ts'
import { useAnswer } from './client.tsx'
import { type Command, useCommands } from './commands.tsx'
import { matching } from './matching.ts'
import styles from './Palette.module.css'
import { paletteStore } from './paletteStore.ts'
import { usePlace } from './place.ts'

const texts = appTexts.search
const pause = 120
/** Eight of one kind at most. */
const shownAtMost = 24

type RightProps = { keys: string | undefined; amount: string | undefined }
const Right = ({ keys, amount }: RightProps) => {
  if (amount) return <span className={styles.amount}>{amount}</span>
  return keys ? <kbd className={styles.key}>{keys}</kbd> : null
}

const Actions = ({ group, commands }: { group: string; commands: readonly Command[] }) =>
  commands.length === 0 ? null : (
    <Spotlight.ActionsGroup label={group}>
      {commands.map(({ id, label, hint, icon: Icon, keys, amount, run }) => (
        <Spotlight.Action
          key={id}
          onClick={run}
          label={label}
          {...(hint ? { description: hint } : {})}
          leftSection={<Icon size={18} stroke={1.6} className={styles.icon} />}
          rightSection={<Right keys={keys} amount={amount} />}
        />
      ))}
    </Spotlight.ActionsGroup>
  )

/** Records that hold the words, once the officer has typed two letters and paused. */
const useFound = (query: string) => {
  const [text] = useDebouncedValue(query.trim(), pause)
  const wanted = text.length >= 2
  const answer = useAnswer(searchAll, { text, limit: shownAtMost }, { enabled: wanted, keep: true })
  return {
    found: wanted ? (answer.data?.found ?? []) : [],
    failure: answer.failure,
    waiting: wanted && answer.isFetching,
  }
}

const useRecordCommands = (query: string) => {
  const { pages } = useComposition()
  const { go } = usePlace()
  const { found, failure, waiting } = useFound(query)
  const commands = found.flatMap((hit): Command[] => {
    const { type, label, id, title, within, excerpt, part, amount, isPaper } = hit
    const address = isPaper ? papersAddressOf(pages, type, id) : addressOf(pages, type, id)
    if (address === null) return []
    const where = within || (excerpt === title ? '' : excerpt)
    return [
      {
        // An output and its first row are both there, and several papers of one record.
        id: `${label} ${id}${isPaper ? ` ${title}` : ''}`,
        label: title,
        hint: [label, part, where].filter((words) => words !== '').join(' · '),
        ...(amount === null ? {} : { amount: formatRupiah(amount) }),
        icon: IconSearch,
        run: () => go(address),
      },
    ]
  })
  return { commands, failure, waiting }
}

const Foot = () => (
  <Spotlight.Footer className={styles.foot ?? ''}>
    <span>
      <kbd className={styles.key}>↑</kbd> <kbd className={styles.key}>↓</kbd> {texts.hintMove}
    </span>
    <span>
      <kbd className={styles.key}>Enter</kbd> {texts.hintOpen}
    </span>
    <span>
      <kbd className={styles.key}>Esc</kbd> {texts.hintClose}
    </span>
  </Spotlight.Footer>
)

/** Enter opens the first of what is listed, also after answers have come in that replaced what was listed before. */
const useFirstSelected = (listed: string) => {
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every other list
  useEffect(() => {
    const actions = list.current?.querySelectorAll('[data-action]') ?? []
    for (const [at, action] of [...actions].entries()) action.toggleAttribute('data-selected', at === 0)
    actions[0]?.setAttribute('data-selected', 'true')
    // The arrows go on from here: what the palette counted belongs to the list before.
    paletteStore.updateState((state) => ({ ...state, selected: actions.length === 0 ? -1 : 0 }))
  }, [listed])
  return list
}

/** Ctrl+K: pages, acts and every record, by what the officer types. */
export const Palette = ({ onKeys }: { onKeys: () => void }) => {
  const [query, setQuery] = useState('')
  const { pages, acts } = useCommands(onKeys)
  const records = useRecordCommands(query)
  const [shownPages, shownActs] = [matching(pages, query), matching(acts, query)]
  const listed = [...records.commands, ...shownPages, ...shownActs].map(({ id }) => id).join()
  const list = useFirstSelected(listed)
  const nothing = shownPages.length + shownActs.length + records.commands.length === 0
  return (
    <Spotlight.Root
      store={paletteStore}
      query={query}
      onQueryChange={setQuery}
      shortcut="mod + K"
      tagsToIgnore={[]}
      triggerOnContentEditable
      scrollable
      maxHeight={440}
      size={640}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.25, blur: 0 }}
      yOffset="12vh"
      centered={false}
      attributes={{ content: { 'aria-label': texts.open } }}
    >
      <Spotlight.Search
        aria-label={texts.open}
        placeholder={texts.placeholder}
        leftSection={<IconSearch size={18} stroke={1.6} />}
      />
      <Spotlight.ActionsList ref={list} className={styles.list ?? ''}>
        <Actions group={texts.records} commands={records.commands} />
        <Actions group={texts.pages} commands={shownPages} />
        <Actions group={texts.acts} commands={shownActs} />
        {records.failure ? <Spotlight.Empty>{texts.failed}</Spotlight.Empty> : null}
        {nothing && !records.failure ? (
          <Spotlight.Empty>{records.waiting ? texts.searching : texts.nothing}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
      <Foot />
    </Spotlight.Root>
  )
}
