/** Drafts whose last words have not been kept yet, each with what keeps them. */
export const waitingDrafts = new Set<() => Promise<void>>()
/** Puts away what is still waiting to be kept: before a lock, after which nothing can be written. */
export const flushDrafts = async (): Promise<void> => {
  await Promise.all([...waitingDrafts].map((flush) => flush()))
}

const flushHidden = (): void => {
  if (document.visibilityState === 'hidden') void flushDrafts()
}

const ends = ['beforeunload', 'pagehide'] as const

/** A reload, a closed or a minimised window gives no later moment: what was just typed is sent off at once. Returns what ends this. */
export const flushAtPageEnd = (): (() => void) => {
  const flush = () => void flushDrafts()
  // In Chromium the bridge belongs to the next page by the time of pagehide; closing without a question has no beforeunload.
  for (const type of ends) window.addEventListener(type, flush)
  document.addEventListener('visibilitychange', flushHidden)
  return () => {
    for (const type of ends) window.removeEventListener(type, flush)
    document.removeEventListener('visibilitychange', flushHidden)
  }
}
