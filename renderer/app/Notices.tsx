import { Notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { countAct, leaveNotices, noticeShelves } from '../ui/index.ts'
import styles from './Notices.module.css'
import { usePlace } from './place.ts'

/** Notices of a page go with it; of one record with that record. */
const useLeaving = (begins: boolean) => {
  const { path, params } = usePlace()
  const here = `${path} ${params.get('buka') ?? ''}`
  const before = useRef(here)
  useEffect(() => {
    for (const type of ['pointerdown', 'keydown'] as const) window.addEventListener(type, countAct, true)
    return () => {
      for (const type of ['pointerdown', 'keydown'] as const) window.removeEventListener(type, countAct, true)
    }
  }, [])
  useEffect(() => {
    if (before.current === here) return
    before.current = here
    leaveNotices(begins)
  }, [here, begins])
}

/** What the officer is told, in a line of its own under the page: it takes its room and covers nothing. */
export const Notices = ({ begins }: { begins: boolean }) => {
  useLeaving(begins)
  return (
    <Notifications
      className={styles.notices ?? ''}
      store={noticeShelves.inside}
      withinPortal={false}
      position="bottom-left"
      limit={3}
      autoClose={8000}
      transitionDuration={0}
    />
  )
}
