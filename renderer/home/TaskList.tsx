import { Button } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowsSplit2,
  IconBuildingCommunity,
  IconChevronRight,
  IconDatabaseExport,
  IconEyeCheck,
  IconHourglass,
  IconListDetails,
  IconMailQuestion,
  IconSum,
} from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { homeTexts } from '../../shared/texts/home.ts'
import { formatWhole } from '../ui/index.ts'
import styles from './home.module.css'
import type { Task } from './tasks.ts'

const shownAtFirst = 9
const icons = {
  disputes: IconArrowsSplit2,
  waiting: IconHourglass,
  doubts: IconListDetails,
  examine: IconEyeCheck,
  returned: IconArrowBackUp,
  missing: IconMailQuestion,
  consolidate: IconSum,
  backup: IconDatabaseExport,
  opds: IconBuildingCommunity,
} as const

const Line = ({ task }: { task: Task }) => {
  const Icon = icons[task.kind]
  return (
    <li>
      <Link href={task.href} className={styles.task}>
        <Icon size={18} stroke={1.6} aria-hidden="true" className={styles.taskIcon} data-kind={task.kind} />
        <span className={styles.taskText}>{task.text}</span>
        <IconChevronRight size={16} stroke={1.6} aria-hidden="true" className={styles.taskGo} />
      </Link>
    </li>
  )
}

/** What waits, each line leading to where it is done. */
export const TaskList = ({ tasks }: { tasks: readonly Task[] }) => {
  const [whole, setWhole] = useState(false)
  const shown = whole ? tasks : tasks.slice(0, shownAtFirst)
  const more = tasks.length - shown.length
  return (
    <section aria-labelledby="kerja">
      <h2 id="kerja" className={styles.sectionTitle}>
        {homeTexts.now}
      </h2>
      {tasks.length === 0 ? <p className={styles.hint}>{homeTexts.nothing}</p> : null}
      <ul className={styles.tasks}>
        {shown.map((task) => (
          <Line key={task.key} task={task} />
        ))}
      </ul>
      {more > 0 ? (
        <Button variant="subtle" onClick={() => setWhole(true)}>
          {homeTexts.more(formatWhole(more))}
        </Button>
      ) : null}
    </section>
  )
}
