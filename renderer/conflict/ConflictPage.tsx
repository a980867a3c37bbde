import { Tabs } from '@mantine/core'
import { conflictCounts } from '../../shared/contract/conflict.ts'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { useAnswer } from '../app/client.tsx'
import { usePlace } from '../app/place.ts'
import { formatWhole, PageHeader } from '../ui/index.ts'
import { heldPart } from './addresses.ts'
import styles from './conflict.module.css'
import { DisputeList } from './DisputeList.tsx'
import { HeldList } from './HeldList.tsx'

const texts = conflictWindowTexts
const disputePart = 'berbeda'

const counted = (words: string, count: number): string =>
  count === 0 ? words : `${words} (${formatWhole(count)})`

/** “Dari komputer lain”: what was filled in differently and waits for a decision, and what came and was not taken. */
export const ConflictPage = () => {
  const { params, set } = usePlace()
  const part = params.get('bagian') === heldPart ? heldPart : disputePart
  const { data } = useAnswer(conflictCounts, {}, { keep: true })
  return (
    <div className={styles.page}>
      <PageHeader title={texts.title} about={texts.about} />
      <Tabs
        value={part}
        onChange={(next) => set({ bagian: next === heldPart ? heldPart : null, buka: null })}
        keepMounted={false}
        classNames={{ root: styles.tabs ?? '', list: styles.tabList ?? '', panel: styles.tabPanel ?? '' }}
      >
        <Tabs.List aria-label={texts.tabs.label}>
          <Tabs.Tab value={disputePart}>{counted(texts.tabs.dispute, data?.disputes ?? 0)}</Tabs.Tab>
          <Tabs.Tab value={heldPart}>{counted(texts.tabs.held, data?.waiting ?? 0)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={disputePart}>
          <DisputeList />
        </Tabs.Panel>
        <Tabs.Panel value={heldPart}>
          <HeldList />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
