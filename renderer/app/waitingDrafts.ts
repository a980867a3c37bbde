/** Drafts whose last words have not been kept yet, each with what keeps them. */
export const waitingDrafts = new Set<() => Promise<void>>()
/** Puts away what is still waiting to be kept: before a lock, after which nothing can be written. */
export const flushDrafts = async (): Promise<void> => {
  await Promise.all([...waitingDrafts].map((flush) => flush()))
}
